// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenReports
import NitrogenWords

/// The options of a manifest, turned back into what the user asked.
struct ManifestOptions {
  /// The manifest, as the user named it.
  let file: String
  let node: JSONNode?

  /// An option that cannot be turned back.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }

  /// The request of an assessment.
  func assessment(_ manifest: Manifest, areasFolder: String) throws(Problem) -> AssessmentRequest {
    try assessment(
      manifest, areasFolder: areasFolder, format: try word("format", OutputFormat.init(rawValue:)))
  }

  private func assessment(
    _ manifest: Manifest, areasFolder: String, format: OutputFormat
  ) throws(Problem) -> AssessmentRequest {
    let setting = try setting(manifest, areasFolder: areasFolder)
    var request = AssessmentRequest(
      arguments: manifest.arguments,
      options: AssessmentOptions(
        asOf: try integer("asOf"), boundary: try text("boundary").map { BoundaryID(rawValue: $0) },
        failOn: try word("failOn", AssessmentOptions.FailOn.init(rawValue:)),
        draws: try needed(try integer("draws"), "draws", "a whole number"), seed: try seed()),
      format: format, setting: setting,
      zones: try zones(setting))
    request.isPrivate = try flag("private")
    return request
  }

  /// The request of zones, with the name and grade of the dataset they became.
  func zone(
    _ manifest: Manifest, areasFolder: String
  ) throws(Problem) -> (request: ZoneRequest, name: String, grade: SourceGrade) {
    let setting = try setting(manifest, areasFolder: areasFolder)
    var request = try needed(try zones(setting), "zones", "what was asked of zones")
    request.areas = try integers("areas", of: node)?.map { AreaCode(rawValue: $0) } ?? []
    request.needsOneRelease = true
    request.isPublic = try flag("public")
    return (
      request, try needed(try text("name"), "name", "text"),
      try needed(
        try text("grade").flatMap(SourceGrade.init(rawValue:)), "grade",
        "one of official, second-hand, made")
    )
  }

  /// The request of reports.
  func report(
    _ manifest: Manifest, areasFolder: String, output: String, threads: Int
  ) throws(Problem) -> ReportRequest {
    var request = ReportRequest(
      assessment: try assessment(manifest, areasFolder: areasFolder, format: .text),
      selection: try selection(), language: try word("language", Language.init(rawValue:)),
      output: output)
    request.extras = []
    for word in try texts("extras") {
      let known = RunRecord.extraWords.map(\.word).joined(separator: ", ")
      request.extras.insert(
        try needed(
          RunRecord.extraWords.first { $0.word == word }?.extra, "extras", "some of \(known)"))
    }
    request.outlines = try text("outlines")
    request.areaKey = try text("areaKey")
    request.measurements = try texts("measurements")
    request.modelled = try text("modelled")
    request.rounds = try text("rounds")
    request.threads = threads
    return request
  }

  private func selection() throws(Problem) -> ReportRequest.Selection {
    guard let word = node?["areas"]?.text else { return .named(try texts("areas")) }
    let known: [String: ReportRequest.Selection] = [
      RunRecord.priorityWord: .priority, RunRecord.allWord: .all,
    ]
    return try needed(
      known[word], "areas",
      "a list of names, or one of \(known.keys.sorted().joined(separator: ", "))")
  }

  /// The boundary asked for, if any.
  func boundary() throws(Problem) -> String? { try text("boundary") }

  /// The assumptions of the command line.
  func assumptions() throws(Problem) -> [String] { try texts("assume") }

  private func setting(
    _ manifest: Manifest, areasFolder: String
  ) throws(Problem) -> SettingRequest {
    var request = SettingRequest(
      areasFolder: areasFolder, policies: try texts("policy"), assumptions: try texts("assume"))
    request.recordedAreasFolder = .some(manifest.areasFolder)
    return request
  }

  private func zones(_ setting: SettingRequest) throws(Problem) -> ZoneRequest? {
    guard let zones = node?["zones"], !zones.isNull else { return nil }
    var request = ZoneRequest(
      outlines: try needed(try text("outlines", of: zones), "outlines", "text"))
    request.areaKey = try text("areaKey", of: zones)
    request.habitat = try text("habitat", of: zones)
    request.hasPublishedSources = try flag("publishedSources", of: zones)
    request.rings = try integers("rings", of: zones)
    request.membership = try text("membership", of: zones)
    request.boundary = try text("boundary", of: zones).map { BoundaryID(rawValue: $0) }
    request.setting = setting
    var reading = SourceOptions()
    reading.boundary = request.boundary
    reading.layer = try text("layer", of: zones)
    reading.classification = try text("classification", of: zones)
    reading.sector = try text("sector", of: zones)
    if let label = try text("pollutant", of: zones) {
      reading.pollutant = try needed(
        Pollutant.allCases.first { $0.label == label }, "pollutant", "NH3 or NOx")
    }
    reading.year = try integer("year", of: zones)
    reading.vintage = try text("vintage", of: zones).map { Vintage(rawValue: $0) }
    if case .object(let columns) = zones["columns"]?.value {
      for (name, column) in columns {
        reading.columns[name] = try needed(column.text, "columns", "names of columns")
      }
    }
    request.reading = reading
    return request
  }

  // MARK: - Values

  /// A flag, which is in the manifest only where it was given.
  func flag(_ name: String, of parent: JSONNode? = nil) throws(Problem) -> Bool {
    guard let found = (parent ?? node)?[name] else { return false }
    guard case .bool(let flag) = found.value else {
      throw problem(name, "true or false", at: found)
    }
    return flag
  }

  private func seed() throws(Problem) -> UInt64 {
    let node = node?["seed"]
    if let text = node?.text { return try needed(UInt64(text), "seed", "a whole number") }
    guard case .number(let text) = node?.value else {
      throw problem("seed", "a whole number", at: node)
    }
    return try needed(UInt64(text), "seed", "a whole number")
  }

  private func text(_ name: String, of parent: JSONNode? = nil) throws(Problem) -> String? {
    guard let found = (parent ?? node)?[name], !found.isNull else { return nil }
    guard let text = found.text else { throw problem(name, "text", at: found) }
    return text
  }

  private func integer(_ name: String, of parent: JSONNode? = nil) throws(Problem) -> Int? {
    guard let found = (parent ?? node)?[name], !found.isNull else { return nil }
    guard let number = found.integer else { throw problem(name, "a whole number", at: found) }
    return number
  }

  private func integers(_ name: String, of parent: JSONNode?) throws(Problem) -> [Int]? {
    guard let found = parent?[name], !found.isNull else { return nil }
    let numbers = (found.items ?? []).compactMap(\.integer)
    guard let items = found.items, numbers.count == items.count else {
      throw problem(name, "a list of whole numbers", at: found)
    }
    return numbers
  }

  private func texts(_ name: String) throws(Problem) -> [String] {
    let found = node?[name]
    let texts = (found?.items ?? []).compactMap(\.text)
    guard let items = found?.items, texts.count == items.count else {
      throw problem(name, "a list of texts", at: found)
    }
    return texts
  }

  private func word<Word: CaseIterable & RawRepresentable>(
    _ name: String, _ make: (String) -> Word?
  ) throws(Problem) -> Word where Word.RawValue == String {
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return try needed(try text(name).flatMap(make), name, "one of \(known)")
  }

  private func needed<Value>(
    _ value: Value?, _ name: String, _ expected: String
  ) throws(Problem) -> Value {
    guard let value else { throw problem(name, expected, at: node?[name]) }
    return value
  }

  private func problem(_ name: String, _ expected: String, at place: JSONNode?) -> Problem {
    let place = place ?? node
    return Problem(
      diagnostic: Diagnostic(
        file: file, line: place?.line ?? 1, column: place?.column ?? 1,
        message: "the option '\(name)' cannot be used: expected \(expected)"))
  }
}
