// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenData
public import NitrogenGeography
import NitrogenReports
import Synchronization

/// Law, geography and policy, read and layered as the user asked.
public struct RunSetting: Sendable {
  /// The areas folder that was read.
  public let areasFolder: String
  /// Areas, boundaries and national figures.
  public let reference: ReferenceData
  /// All packs at hand and the keys they may use.
  public let library: PolicyLibrary
  /// The packs in force, layered.
  public let policy: Policy

  /// The boundary that policy delimits sectors by; `nil` where it is silent.
  public var defaultBoundary: BoundaryID? {
    policy.text("boundary.default").map { BoundaryID(rawValue: $0) }
  }

  /// The boundary asked for, or that of policy.
  ///
  /// - Parameter asked: the name the user gave, if any.
  /// - Returns: `nil` where none was asked for and policy is silent.
  /// - Throws: ``RunError/unknownBoundary(_:known:)``.
  func boundary(_ asked: BoundaryID?) throws(RunError) -> BoundaryID? {
    if let asked, reference.boundaries[asked] == nil {
      throw RunError.unknownBoundary(
        asked.rawValue, known: reference.boundaries.keys.sorted().map(\.rawValue))
    }
    return asked ?? defaultBoundary
  }
}

/// What the user asked for that decides the setting of a run.
public struct SettingRequest: Sendable {
  /// The areas folder asked for, if any.
  public var areasFolder: String?
  /// The areas folder as a manifest names it, where the one read stands elsewhere.
  var recordedAreasFolder: String??
  /// Packs by name or file, on top of the default ones, in order.
  public var policies: [String]
  /// Assumptions as `KEY=VALUE`, layered last.
  public var assumptions: [String]

  /// Makes a request.
  public init(areasFolder: String? = nil, policies: [String] = [], assumptions: [String] = []) {
    self.areasFolder = areasFolder
    self.policies = policies
    self.assumptions = assumptions
  }

  /// The areas folder as the record names it.
  var areasFolderAsked: String? { recordedAreasFolder ?? areasFolder }
}

extension RunSetting {
  /// The name of the layer that assumptions of the command line make.
  public static let commandLinePack = "user-command-line"

  /// Reads law and geography and layers the policy.
  ///
  /// - Returns: the setting, or `nil` with diagnostics that say why there is none.
  /// - Throws: ``RunError`` when there is no areas folder, or a pack or assumption is unusable.
  public static func read(
    _ request: SettingRequest
  ) throws(RunError) -> (setting: RunSetting?, diagnostics: [Diagnostic]) {
    let folder = try AreasFolder.locate(asked: request.areasFolder)
    let reference = ReferenceDataReader.read(areasFolder: folder)
    let library = PolicyReader.library(areasFolder: folder)
    var diagnostics = reference.diagnostics + library.diagnostics
    guard let referenceData = reference.value, let packs = library.value else {
      return (nil, diagnostics)
    }
    var chosen = packs.packs.filter(\.isDefault)
    for name in request.policies {
      if let known = packs.packs.first(where: { $0.id == name }) {
        chosen.removeAll { $0.id == name }
        chosen.append(known)
      } else if FileSystemProbe.isFile(name) {
        let reading = PolicyReader.pack(file: name, library: packs)
        diagnostics += reading.diagnostics
        guard let pack = reading.value else { continue }
        chosen.append(pack)
      } else {
        throw RunError.unknownPolicy(name, known: packs.packs.map(\.id))
      }
    }
    if !request.assumptions.isEmpty {
      chosen.append(try commandLine(request.assumptions, library: packs))
    }
    let policy = Policy(packs: chosen, keys: packs.keys)
    diagnostics += namesThatAreNot(in: policy, reference: referenceData)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    return (
      RunSetting(
        areasFolder: folder, reference: referenceData, library: packs, policy: policy),
      diagnostics
    )
  }

  /// Releases and boundaries that policy names and that are not at hand.
  private static func namesThatAreNot(
    in policy: Policy, reference: ReferenceData
  ) -> [Diagnostic] {
    let boundaries = reference.boundaries.keys.map(\.rawValue).sorted()
    var found: [Diagnostic] = []
    for entry in policy.all {
      let key = entry.record.key.rawValue
      let known: [String]
      if key.hasPrefix("milestone."), key.hasSuffix(".done") {
        let promise = String(key.dropLast(".done".count))
        guard policy[PolicyKey(rawValue: promise)] == nil else { continue }
        found.append(
          Diagnostic(
            file: entry.record.origin.file, line: entry.record.origin.line,
            message: "\(key) is about \(promise), which no pack promises; "
              + "`\(Tool.name) milestones` lists the names"))
        continue
      }
      if let pollutant = Pollutant.allCases.first(where: {
        key == PolicyKey.indexVintage($0).rawValue || key == PolicyKey.nationVintage($0).rawValue
      }) {
        known = reference.inventory.vintages(of: pollutant).map(\.rawValue)
      } else if key.hasPrefix("boundary.") || key.hasPrefix("index.boundary.") {
        known = boundaries
      } else {
        continue
      }
      let names: [String] =
        switch entry.record.value {
        case .text(let name): [name]
        case .list(let names): names
        default: []
        }
      for name in names where !known.contains(name) {
        let list = known.map { "'\($0)'" }.joined(separator: ", ")
        found.append(
          Diagnostic(
            file: entry.record.origin.file, line: entry.record.origin.line,
            message: "\(key) names '\(name)', which is not at hand; expected one of \(list)"))
      }
    }
    return found
  }

  private static func commandLine(
    _ assumptions: [String], library: PolicyLibrary
  ) throws(RunError) -> PolicyPack {
    var records: [PolicyRecord] = []
    for (position, assumption) in assumptions.enumerated() {
      let pieces = assumption.split(separator: "=", maxSplits: 1).map(String.init)
      guard pieces.count == 2 else {
        throw RunError.badAssumption(assumption, reason: "expected KEY=VALUE")
      }
      do {
        records.append(
          try library.record(key: pieces[0], assuming: pieces[1], position: position + 1))
      } catch {
        throw RunError.badAssumption(assumption, reason: "\(error)")
      }
    }
    return PolicyPack(
      id: commandLinePack, title: "assumptions given on the command line", date: "",
      kind: .user, isDefault: false, isSecondHand: false, order: Int.max, records: records,
      file: "")
  }
}

/// The datasets of a run, and those that could not be used.
public struct RunInputs: Sendable {
  /// The datasets that were read, in the order of their folders.
  public let datasets: [Dataset]
  /// The folders whose dataset cannot be used.
  public let failed: [String]
  /// Whether some input is sources, whose zones were made.
  public let hasSources: Bool
  /// Everything found while reading, by place.
  public let diagnostics: [Diagnostic]
  /// What a map may show of the sources of all inputs; `nil` where none were read or it was not asked for.
  public let density: SourceDensity?

  /// Reads the datasets that inputs stand for.
  ///
  /// - Parameters:
  ///   - inputs: folders of datasets, or folders that hold such folders; with `zones` also files of
  ///     sources.
  ///   - setting: law, geography and policy.
  ///   - zones: how zones are made from sources; `nil` when sources are not wanted.
  ///   - threads: how many datasets are read at a time; their number changes nothing.
  /// - Returns: the datasets with what was found while reading.
  /// - Throws: ``RunError/sameName(_:folders:)`` when two datasets have one name, and what
  ///   ``ZoneRun/make(_:request:setting:pairs:)`` throws.
  public static func read(
    _ inputs: [String], setting: RunSetting, zones: ZoneRequest? = nil, threads: Int = 1
  ) throws -> RunInputs {
    var folders: [String] = []
    var seen: Set<String> = []
    for input in inputs {
      let below = DatasetReader.folders(in: input)
      folders += (below.isEmpty ? [input] : below).filter {
        seen.insert(FileSystemProbe.realPath($0)).inserted
      }
    }
    let read = readDatasets(folders.filter { !isSources($0) }, setting, threads: threads)
    var datasets: [Dataset] = []
    var failed: [String] = []
    var diagnostics = inputs.flatMap(DatasetReader.passedOver)
    var hasSources = false
    var grid: TopicGrid?
    for folder in folders {
      let reading: (value: Dataset?, diagnostics: [Diagnostic])
      if let found = read[folder] {
        reading = found
      } else if let zones {
        hasSources = true
        let made = try zoned(folder, zones, setting)
        reading = (made.value, made.diagnostics)
        grid = grid.merged(with: made.grid)
      } else if looksLikeSources(folder) {
        reading = (nil, [needsOutlines(folder)])
      } else {
        let found = DatasetReader.read(folder: folder, reference: setting.reference)
        reading = (found.value, found.diagnostics)
      }
      diagnostics += reading.diagnostics
      if let dataset = reading.value { datasets.append(dataset) } else { failed.append(folder) }
    }
    let byName = Dictionary(grouping: datasets, by: \.name)
    if let (name, same) = byName.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }) {
      throw RunError.sameName(name, folders: same.map(\.folder))
    }
    return RunInputs(
      datasets: datasets, failed: failed, hasSources: hasSources,
      diagnostics: diagnostics.sorted(), density: grid?.density()
    ).checkingMeasures(setting)
  }

  private static func isSources(_ path: String) -> Bool {
    FileSystemProbe.isFile(path) || SourceDatasetReader.holdsOnlySources(path)
  }

  /// Reads datasets, several at a time.
  private static func readDatasets(
    _ folders: [String], _ setting: RunSetting, threads: Int
  ) -> [String: (value: Dataset?, diagnostics: [Diagnostic])] {
    let found = Mutex([String: (value: Dataset?, diagnostics: [Diagnostic])]())
    // Reading throws nothing: what is wrong with a dataset is in its diagnostics.
    try? Workers.run(folders.count, threads: threads, progress: nil) { number in
      let read = DatasetReader.read(folder: folders[number], reference: setting.reference)
      found.withLock { $0[folders[number]] = (read.value, read.diagnostics) }
    }
    return found.withLock { $0 }
  }

  private static func zoned(
    _ path: String, _ zones: ZoneRequest, _ setting: RunSetting
  ) throws -> (value: Dataset?, diagnostics: [Diagnostic], grid: TopicGrid?) {
    let (run, diagnostics) = try ZoneRun.make([path], request: zones, setting: setting)
    let dropped = (run?.result.account.droppedLines ?? []).map {
      Diagnostic(file: path, severity: .warning, message: $0)
    }
    return (
      run.map { Dataset(zones: $0, name: ZoneDataset.slug(path)) }, diagnostics + dropped, run?.grid
    )
  }

  private static func looksLikeSources(_ path: String) -> Bool {
    !FileSystemProbe.isFile(path) || SourceReader.isSupported(path)
  }

  private static func needsOutlines(_ path: String) -> Diagnostic {
    Diagnostic(
      file: path,
      message:
        "these are sources, whose zones need outlines: assess them with --outlines FILE, fetch "
        + "the official ones with `stikstof areas fetch`, or make a dataset with `stikstof zone`")
  }
}

extension TopicGrid? {
  /// Both grids together.
  fileprivate func merged(with other: TopicGrid?) -> TopicGrid? {
    guard var grid = self, let other else { return self ?? other }
    grid.merge(other)
    return grid
  }
}
