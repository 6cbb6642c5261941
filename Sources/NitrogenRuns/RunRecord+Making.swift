// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenReports

extension RunRecord {
  /// The record of an assessment: what it read, by SHA-256, and with which options.
  init(
    inputs: RunInputs, setting: RunSetting, request: AssessmentRequest
  ) throws(RunError) {
    let options = request.options
    self.init(
      tool: .this, command: "assess", arguments: request.arguments,
      areasFolderAsked: request.setting.areasFolderAsked, areasFolder: setting.areasFolder,
      policy: try Self.packs(setting, request.setting),
      reference: try Self.reference(setting),
      inputs: try Self.files(inputs.datasets.sorted { $0.name < $1.name }.flatMap(\.files)),
      options: [
        ("format", .string(request.format.rawValue)),
        ("asOf", .optional(options.asOf)),
        ("boundary", .optional(options.boundary?.rawValue)),
        ("failOn", .string(options.failOn.rawValue)),
        ("policy", .array(request.setting.policies.map { .string($0) })),
        ("assume", .array(request.setting.assumptions.map { .string($0) })),
        ("draws", .integer(options.draws)),
        ("seed", .seed(options.seed)),
        (
          "zones",
          inputs.hasSources ? request.zones.map { .object(Self.zones($0)) } ?? .null : .null
        ),
      ] + (request.isPrivate ? [("private", .bool(true))] : []),
      failures: inputs.failed.sorted().map { folder in
        let count = inputs.diagnostics.count {
          $0.severity == .error && $0.file.hasPrefix(folder)
        }
        return FailedDataset(
          folder: folder, message: "\(count) error\(count == 1 ? "" : "s") in its files")
      })
  }

  /// The record of zones made from sources.
  init(
    zones request: ZoneRequest, drawing: ZoneDrawing, arguments: [String], files: [String],
    setting: RunSetting, heading: ZonePackage.Heading
  ) throws(RunError) {
    let boundary = request.boundary ?? setting.defaultBoundary
    self.init(
      tool: .this, command: "zone", arguments: arguments,
      areasFolderAsked: request.setting.areasFolderAsked, areasFolder: setting.areasFolder,
      policy: try Self.packs(setting, request.setting),
      reference: try Self.reference(setting),
      inputs: try Self.files(files),
      options: [
        ("name", .string(heading.name)),
        ("grade", .string(heading.grade.rawValue)),
        ("policy", .array(request.setting.policies.map { .string($0) })),
        ("assume", .array(request.setting.assumptions.map { .string($0) })),
        ("rings", .array(drawing.index.scheme.outerBounds.map { .integer($0) })),
        ("membership", .string(drawing.membership.label)),
        ("boundary", .optional(boundary?.rawValue)),
        ("areas", .array(request.areas.map { .integer($0.rawValue) })),
        ("zones", .object(Self.zones(request))),
      ] + (request.isPublic ? [("public", .bool(true))] : []))
  }

  /// What was asked of zones and of the reading of sources.
  private static func zones(_ request: ZoneRequest) -> [(String, JSONValue)] {
    let reading = request.reading
    return [
      ("outlines", .string(request.outlines)),
      ("areaKey", .optional(request.areaKey)),
      ("habitat", .optional(request.habitat)),
      ("rings", request.rings.map { .array($0.map { .integer($0) }) } ?? .null),
      ("membership", .optional(request.membership)),
      ("boundary", .optional(request.boundary?.rawValue)),
      ("layer", .optional(reading.layer)),
      ("classification", .optional(reading.classification)),
      ("sector", .optional(reading.sector)),
      ("pollutant", .optional(reading.pollutant?.label)),
      ("year", .optional(reading.year)),
      ("vintage", .optional(reading.vintage?.rawValue)),
      (
        "columns",
        .object(reading.columns.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
    ] + (request.hasPublishedSources ? [("publishedSources", .bool(true))] : [])
  }

  /// The packs in force, those of the areas folder named from there.
  static func packs(
    _ setting: RunSetting, _ request: SettingRequest
  ) throws(RunError) -> [PolicyFile] {
    var packs: [PolicyFile] = []
    for pack in setting.policy.packs {
      guard !pack.file.isEmpty else {
        let text = request.assumptions.joined(separator: "\n")
        packs.append(PolicyFile(id: pack.id, sha256: FileHash.sha256(of: Array(text.utf8))))
        continue
      }
      let isOurs = setting.library.packs.contains { $0.file == pack.file }
      packs.append(
        PolicyFile(
          id: pack.id, origin: isOurs ? .areas : .user,
          file: isOurs ? setting.fromAreasFolder(pack.file) : pack.file,
          sha256: try FileHash.sha256(ofFile: pack.file)))
    }
    return packs
  }

  /// The files of the areas folder that a run rests on, its packs aside, named from there.
  static func reference(_ setting: RunSetting, more: [String] = []) throws(RunError) -> [File] {
    let packs = Set(setting.library.packs.map(\.file))
    let policy = setting.library.files.filter { !packs.contains($0) }
    return try files(setting.reference.files + policy + more).map { file in
      File(path: setting.fromAreasFolder(file.path), sha256: file.sha256)
    }
  }

  /// Files by their digests, each once.
  static func files(_ paths: [String]) throws(RunError) -> [File] {
    var files: [File] = []
    var seen: Set<String> = []
    for path in paths where seen.insert(path).inserted {
      files.append(File(path: path, sha256: try FileHash.sha256(ofFile: path)))
    }
    return files
  }
}

extension RunRecord.Tool {
  /// This program.
  static let this = RunRecord.Tool(name: Tool.name, version: Tool.version)
}

extension RunSetting {
  /// A file under the areas folder, named from there.
  func fromAreasFolder(_ file: String) -> String {
    file.hasPrefix(areasFolder + "/") ? String(file.dropFirst(areasFolder.count + 1)) : file
  }
}

extension JSONValue {
  /// The largest whole number that every reader of JSON takes as it is.
  static let largestExact: UInt64 = 1 << 53

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

  /// A seed: a number, or text where readers of JSON would round it.
  static func seed(_ seed: UInt64) -> JSONValue {
    seed <= largestExact ? .integer(Int(seed)) : .string(String(seed))
  }
}
