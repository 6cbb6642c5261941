// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
import NitrogenData
public import NitrogenGeography
public import NitrogenReports

/// Zones made from sources: outlines and sources read, assigned and summed up.
public struct ZoneRun: Sendable {
  /// The zones with their account.
  public let result: ZoneResult
  /// The outlines and the files of sources that were read.
  let files: [String]
  private let arguments: [String]
  private let request: ZoneRequest
  private let drawing: ZoneDrawing
  private let setting: RunSetting
  /// How close to the publisher the sources are: the lowest grade of them.
  public let grade: SourceGrade
  /// Sources on a grid, for maps; `nil` unless it was asked for.
  let grid: TopicGrid?
  /// What a map may show of the sources; `nil` unless it was asked for.
  public var density: SourceDensity? { grid?.density() }
  /// Whether the zones may be shown to everybody as they are: only where that was said of all sources.
  public let disclosure: Disclosure

  /// Reads sources and assigns them.
  ///
  /// - Parameters:
  ///   - paths: files of sources, or folders of datasets with sources.
  ///   - request: outlines, rings and readings.
  ///   - setting: law, geography and policy.
  ///   - pairs: takes every pair of source and area, if wanted.
  /// - Returns: the run, or `nil` with diagnostics that say why there is none.
  /// - Throws: ``RunError`` when policy is silent, or something cannot be read or written.
  public static func make(
    _ paths: [String], request: ZoneRequest, setting: RunSetting, pairs: PairList? = nil
  ) throws -> (run: ZoneRun?, diagnostics: [Diagnostic]) {
    try checkPaths(paths)
    let zones = try ZoneDrawing.read(request, setting: setting)
    var diagnostics = zones.diagnostics
    guard let drawing = zones.drawing else { return (nil, diagnostics) }
    let boundary = try setting.boundary(request.boundary)
    let accumulator = ZoneAccumulator(
      index: drawing.index, membership: drawing.membership, groups: drawing.groups,
      threads: request.threads)
    var account = ZoneAccount(boundary: boundary, boundaries: setting.reference.boundaries)
    var datasets: [SourceDataset] = []
    var isPrivate = false
    var grid = request.density?.grid
    for path in paths {
      var options = request.reading
      options.keepsOrigins = pairs != nil
      options.threads = request.threads
      options.takesParcels = drawing.membership != .middle
      if options.boundary == nil { options.boundary = boundary }
      let found = SourceDatasetReader.read(
        path: path, options: options, reference: setting.reference)
      diagnostics += found.diagnostics
      guard let dataset = found.value else { continue }
      datasets.append(dataset)
      for input in dataset.inputs {
        accumulator.beginFile()
        let reading = try read(input, drawing, accumulator, pairs, setting, account, &grid)
        diagnostics += reading.diagnostics
        isPrivate = isPrivate || reading.isPrivate
        account.add(reading) { accumulator.number(ofFileKey: $0, in: reading.keys) }
      }
    }
    let (entries, warnings) = account.entries(of: accumulator.keys)
    diagnostics += warnings
    guard !datasets.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) else {
      return (nil, diagnostics.sorted())
    }
    let table = ZoneTable(
      totals: accumulator.finish(), index: drawing.index, entries: entries,
      groups: drawing.groupNames)
    let summary = account.account(entries)
    guard !summary.kept.isEmpty || !account.territories.isEmpty else {
      return (nil, (diagnostics + nothingKept(paths, summary)).sorted())
    }
    if request.needsOneRelease, let (left, right) = ZoneCSV.clash(in: table) {
      throw RunError.twoReleases(
        left.vintage.rawValue, right.vintage.rawValue, year: left.year)
    }
    try pairs?.commit()
    let result = ZoneResult(
      table: table, sources: datasets.flatMap(\.inputs).map(\.file), names: drawing.names,
      groupNames: Dictionary(
        setting.reference.catalogue.provinces.map { ($0.code, $0.name) },
        uniquingKeysWith: { first, _ in first }),
      drawing: drawing.account,
      account: summary, territories: account.territories,
      isPrivate: isPrivate)
    let files =
      drawing.files
      + datasets.flatMap { dataset in
        (dataset.package.map { [$0] } ?? []) + dataset.inputs.map(\.file)
      }
    return (
      ZoneRun(
        result: result, files: files, arguments: paths, request: request, drawing: drawing,
        setting: setting,
        grade: Self.lowest(datasets.map(\.grade)), grid: grid?.byTopic { entries[$0]?.topic },
        disclosure: Self.disclosure(of: datasets, request: request)),
      diagnostics.sorted()
    )
  }

  /// What was read and with which options; reads every file once more for its hash.
  func record(heading: ZonePackage.Heading) throws(RunError) -> RunRecord {
    try RunRecord(
      zones: request, drawing: drawing, arguments: arguments, files: files, setting: setting,
      heading: heading)
  }

  private static func read(
    _ input: SourceInput, _ drawing: ZoneDrawing,
    _ accumulator: ZoneAccumulator, _ pairs: PairList?, _ setting: RunSetting,
    _ account: ZoneAccount, _ grid: inout SourceGrid?
  ) throws -> SourceReading {
    // Batches come one by one, while this call lasts.
    let gathered = Gathered(grid)
    defer { grid = gathered.grid }
    do {
      return try SourceReader.read(
        input.file, options: input.options, reference: setting.reference
      ) { batch, keys in
        try accumulator.add(batch, keys: keys)
        gathered.grid?.add(batch, isNamed: pairs == nil && batch.origins != nil) {
          accumulator.number(ofFileKey: Int($0), in: keys)
        }
        try pairs?.add(
          batch, file: input.file, index: drawing.index, membership: drawing.membership,
          sectors: keys.all.map { account.label(of: $0) }, keys: keys)
      }
    } catch let error as GeographyError {
      throw RunError.unusableSource(file: input.file, reason: error.description)
    }
  }

  /// Refuses a file that is given twice: its sources would count twice.
  private static func checkPaths(_ paths: [String]) throws(RunError) {
    var seen: Set<String> = []
    for path in paths where !seen.insert(FileSystemProbe.realPath(path)).inserted {
      throw RunError.givenTwice(path)
    }
  }

  private static func nothingKept(
    _ paths: [String], _ account: ZoneResult.Account
  ) -> [Diagnostic] {
    paths.map { path in
      Diagnostic(
        file: path, message: "no row of it is a source that can be placed in a zone",
        notes: account.droppedLines)
    }
  }

  /// What is made from sources is protected, unless all of them are said to be published.
  private static func disclosure(
    of datasets: [SourceDataset], request: ZoneRequest
  ) -> Disclosure {
    let silent: Disclosure = request.hasPublishedSources ? .published : .protected
    return datasets.flatMap(\.inputs).map { $0.disclosure ?? silent }
      .reduce(.published) { $0 + $1 }
  }

  /// What policy asks before figures made from sources may be shown; `nil` where it is silent.
  public var disclosureRule: DisclosureRule? { DisclosureRule(setting.policy) }

  /// The zones that an assessment of the same sources withholds.
  public var withheldZones: Set<PublicZones.Zone> {
    guard disclosure == .protected else { return [] }
    let assessed = Assessor.assess(
      [Dataset(zones: self, name: "zones")], reference: setting.reference, policy: setting.policy,
      options: AssessmentOptions(boundary: request.boundary))
    return Set(
      assessed.published().assessments.compactMap { one in
        guard one.isWithheld, case .ring(let area, let ring) = one.territory else { return nil }
        return PublicZones.Zone(
          area: area, ring: ring, slice: one.slice, pollutant: one.pollutant)
      })
  }

  /// Whether the dataset that is written is to hold only what may be shown to everybody.
  var isPublic: Bool { request.isPublic }

  private static func lowest(_ grades: [SourceGrade]) -> SourceGrade {
    [.made, .secondHand].first(where: grades.contains) ?? .official
  }
}

/// The grid of a file while it is read.
private final class Gathered {
  var grid: SourceGrid?

  init(_ grid: SourceGrid?) { self.grid = grid }
}

extension ZoneTable.Entry {
  /// What a map says of it: the sector as a whole.
  fileprivate var topic: SourceDensity.Topic {
    SourceDensity.Topic(sector: slice.sector, pollutant: pollutant, year: year)
  }
}
