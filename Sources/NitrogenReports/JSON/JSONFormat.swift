// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A result as JSON, described by `Sources/NitrogenReports/Schema/assessment.schema.json`.
///
/// Emissions are in kg/yr, reductions and paces are fractions (per year), points are percentage
/// points of the baseline. What is not known is null, never 0. Numbers have all their digits.
public struct JSONFormat: ResultFormat {
  /// The id of the published schema.
  public static let schema = "urn:stikstof:assessment:1"

  /// Makes the format.
  public init() {}

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "json" }

  /// Writes a result.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ result: AssessmentResult, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    stream.write(String(decoding: bytes(result, run: run), as: UTF8.self))
  }

  /// A result as UTF-8, for callers that write bytes.
  ///
  /// - Parameters:
  ///   - result: what the assessment found.
  ///   - run: what the run knows about itself.
  /// - Returns: the bytes of the file.
  public func bytes(_ result: AssessmentResult, run: RunRecord) -> [UInt8] {
    var document = ResultDocument(result, run: run)
    document.write()
    return document.json.bytes
  }
}

/// The JSON of one result as it is written.
struct ResultDocument {
  let result: AssessmentResult
  let run: RunRecord
  var json: JSONWriter
  var citations: CitationTable

  init(_ result: AssessmentResult, run: RunRecord) {
    self.result = result
    self.run = run
    self.json = JSONWriter(capacity: 4_096 + 4_096 * result.assessments.count)
    self.citations = CitationTable(result.policy)
  }

  mutating func write() {
    json.beginObject()
    json.member("schema", JSONFormat.schema)
    datasets()
    json.key("manifest")
    json.beginObject()
    json.members(run, outputs: false)
    json.endObject()
    list("assessments", result.assessments) { $0.write($1) }
    joint()
    closure()
    unresolved()
    findings()
    policy()
    json.endObject()
    json.newLine(0)
  }

  private mutating func datasets() {
    json.objects("datasets", result.datasets, .fitting) { json, dataset in
      json.member("name", dataset.name)
      json.member("title", dataset.title)
      json.member("folder", dataset.folder)
      json.member("grade", dataset.grade.rawValue)
      json.member("rows", dataset.rows)
      json.member("unknownCells", dataset.unknownCells)
      json.member("areas", dataset.areas)
    }
  }

  // MARK: - What recurs

  /// A list of what `write` writes for each item.
  mutating func list<Item>(
    _ name: StaticString, _ items: [Item], write: (inout ResultDocument, Item) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for item in items { write(&self, item) }
    json.endArray()
  }

  mutating func territory(_ territory: Territory?) {
    json.key("territory")
    guard let territory else {
      json.null()
      return
    }
    json.beginObject(.fitting)
    json.member("kind", territory.kind)
    if let area = territory.area { json.member("area", area.rawValue) }
    if let ring = territory.ring { json.member("ring", ring.label) }
    if let code = territory.code { json.member("code", code) }
    json.member("name", result.name(of: territory))
    json.member("provinces", result.provinces(of: territory))
    json.endObject()
  }

  mutating func subject(_ slice: SectorSlice?, _ pollutant: Pollutant?) {
    json.member("sector", slice?.sector.rawValue)
    json.member("part", slice?.part?.rawValue)
    json.member("pollutant", pollutant?.label)
  }
}

/// The citations of policy records by key, looked up once each.
struct CitationTable {
  private let policy: Policy
  private var known: [PolicyKey: Found] = [:]

  private struct Found {
    let citation: String?
    let isUser: Bool
    let isSecondHand: Bool
  }

  init(_ policy: Policy) {
    self.policy = policy
  }

  private mutating func find(_ key: PolicyKey) -> Found {
    if let found = known[key] { return found }
    let entry = policy[key]
    let found = Found(
      citation: entry?.citation, isUser: entry?.isUserAssumption ?? false,
      isSecondHand: entry?.isSecondHand ?? false)
    known[key] = found
    return found
  }

  /// The citations of those keys that a pack has a record for, in the order given.
  mutating func citations(of keys: [PolicyKey]) -> [String] {
    var found: [String] = []
    found.reserveCapacity(keys.count)
    for key in keys {
      if let citation = find(key).citation { found.append(citation) }
    }
    return found
  }

  /// The citations of those keys that rest on an assumption of the user, in the order given.
  mutating func userAssumptions(of keys: [PolicyKey]) -> [String] {
    keys.compactMap { key in
      let found = find(key)
      return found.isUser ? found.citation : nil
    }
  }

  /// The citations of those keys whose pack is known second-hand only, in the order given.
  mutating func secondHand(of keys: [PolicyKey]) -> [String] {
    keys.compactMap { key in
      let found = find(key)
      return found.isSecondHand ? found.citation : nil
    }
  }
}
