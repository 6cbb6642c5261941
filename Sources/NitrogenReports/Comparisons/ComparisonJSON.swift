// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A comparison of releases as JSON, described by
/// `Sources/NitrogenReports/Schema/comparison.schema.json`.
///
/// Emissions are in kg/yr, reductions are fractions. What is not known is null, never 0.
public struct ComparisonJSON: ComparisonFormat {
  /// The id of the published schema.
  public static let schema = "urn:stikstof:comparison:1"

  /// Makes the format.
  public init() {}

  /// The ending of files in this format, without a point.
  public var fileExtension: String { "json" }

  /// Writes a comparison.
  public func write(
    _ comparison: ReleaseComparison, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", Self.schema)
    json.key("manifest")
    json.beginObject()
    json.members(run, outputs: false)
    json.endObject()
    json.members(comparison)
    json.endObject()
    json.newLine(0)
    stream.write(String(decoding: json.bytes, as: UTF8.self))
  }
}

extension JSONWriter {
  /// The members of a comparison, into the object that is open.
  mutating func members(_ comparison: ReleaseComparison) {
    objects("changes", comparison.changes) { json, change in
      json.series(change.key, change.name)
      json.member("oldRelease", change.oldRelease.rawValue)
      json.member("newRelease", change.newRelease.rawValue)
      json.member("oldYear", change.oldYear)
      json.member("newYear", change.newYear)
      json.key("kgPerYear")
      json.beginObject(.fitting)
      json.member("old", change.old?.kilogramsPerYear)
      json.member("restated", change.restated?.kilogramsPerYear)
      json.member("new", change.new?.kilogramsPerYear)
      json.endObject()
      json.member("recalculationKgPerYear", change.recalculation?.kilogramsPerYear)
      json.member("realChangeKgPerYear", change.realChange?.kilogramsPerYear)
      json.member("totalKgPerYear", change.total?.kilogramsPerYear)
      json.baseline(change)
      json.objects("ceilings", change.ceilings, .fitting) { json, ceiling in
        json.member("target", ceiling.target)
        json.key("low")
        json.value(ceiling.low)
        json.key("high")
        json.value(ceiling.high)
      }
      json.key("reduction")
      json.beginObject(.fitting)
      json.member("old", change.oldReduction?.value)
      json.member("restated", change.restatedReduction?.value)
      json.member("new", change.newReduction?.value)
      json.endObject()
      json.objects("reasons", change.reasons, .fitting) { json, reason in
        json.member("code", reason.code)
        json.member("sentence", reason.sentence)
      }
    }
    member("unchangedSeries", comparison.unchanged)
    objects("onlyOld", comparison.onlyOld, .fitting) { $0.series($1.key, $1.name) }
    objects("onlyNew", comparison.onlyNew, .fitting) { $0.series($1.key, $1.name) }
  }

  private mutating func baseline(_ change: SeriesChange) {
    key("baseline")
    beginObject(.fitting)
    member("oldYear", change.oldBaseline?.year)
    member("newYear", change.newBaseline?.year)
    member("oldKgPerYear", change.oldBaseline?.emission.kilogramsPerYear)
    member("newKgPerYear", change.newBaseline?.emission.kilogramsPerYear)
    member("changeKgPerYear", change.baselineChange?.kilogramsPerYear)
    let isDerived = [change.oldBaseline, change.newBaseline].contains { $0?.isDerived == true }
    member("derived", isDerived)
    endObject()
  }

  private mutating func value(_ ceiling: SeriesChange.Ceiling) {
    beginObject(.fitting)
    member("oldKgPerYear", ceiling.old?.kilogramsPerYear)
    member("newKgPerYear", ceiling.new?.kilogramsPerYear)
    member("changeKgPerYear", ceiling.change?.kilogramsPerYear)
    endObject()
  }

  /// Territory, sector, part, pollutant and boundary of a series.
  mutating func series(_ series: SeriesKey, _ name: String) {
    key("territory")
    beginObject(.fitting)
    member("kind", series.territory.kind)
    if let area = series.territory.area { member("area", area.rawValue) }
    if let ring = series.territory.ring { member("ring", ring.label) }
    if let code = series.territory.code { member("code", code) }
    member("name", name)
    endObject()
    member("sector", series.slice.sector.rawValue)
    member("part", series.slice.part?.rawValue)
    member("pollutant", series.pollutant.label)
    member("boundary", series.boundary.rawValue)
  }
}
