// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct MeasureReadingTests {
  private static func read(_ name: String) throws -> Dataset {
    let reading = try DatasetReader.read(
      folder: DataFixtures.path("measures", name), reference: DataFixtures.requireReference())
    #expect(DataFixtures.text(of: reading.diagnostics) == "")
    return try #require(reading.value)
  }

  @Test func measuresAreReadAsTheyStand() throws {
    let dataset = try Self.read("made-overijssel")
    #expect(dataset.records.count == 72)
    #expect(dataset.files.count == 5)
    #expect(
      dataset.measures.map(\.id) == [
        "housing-law", "scrubbers", "strip-41", "feed", "trial-42", "buy-out-35",
      ])
    #expect(dataset.measures.map(\.origin.line) == Array(2...7))
    let law = try #require(dataset.measures.first)
    #expect(law.title == "Norm for animal houses")
    #expect(law.scope == .province(code: "PV23"))
    #expect(law.slice == SectorSlice(.agriculture, .housing) && law.pollutant == .nh3)
    #expect(law.from == CalendarDay(year: 2027, month: 7, day: 1) && law.to == nil)
    #expect(law.effect == Fraction(0.2) && law.spread == Fraction(0.05))
    #expect(law.evidence == .enforceableLaw && law.overlapGroup == "houses")
    #expect(law.technique == nil && law.cost == 1_500_000)
    let strip = dataset.measures[2]
    #expect(strip.scope == .ring(AreaCode(rawValue: 41), .band(from: 0, to: 250)))
    #expect(strip.cost == 2_400_000.5)
  }

  @Test func aYearStandsForItsFirstOrLastDay() throws {
    let trial = try Self.read("made-overijssel").measures[4]
    #expect(trial.from == CalendarDay(year: 2025, month: 1, day: 1))
    #expect(trial.to == CalendarDay(year: 2026, month: 12, day: 31))
    #expect(trial.spread == nil && trial.technique == "manure-robot")
  }

  @Test func plansAndCorrelationsAreReadAsTheyStand() throws {
    let dataset = try Self.read("made-overijssel")
    #expect(dataset.plan.map(\.year) == [2030, 2035, 2035])
    #expect(dataset.plan.map(\.rate.value) == [0.25, 0.45, 0.44])
    #expect(dataset.plan.map { $0.spread?.value } == [0.05, 0.08, nil])
    #expect(dataset.plan.map(\.width) == [250, 250, nil])
    #expect(
      dataset.plan.map(\.territory) == [
        .area(AreaCode(rawValue: 41)), .area(AreaCode(rawValue: 41)), .province(code: "PV23"),
      ])
    #expect(dataset.correlations.map(\.value) == [0.6, 0.3, 0.25])
    #expect(dataset.correlations.map(\.first.rawValue) == [41, 41, 42])
    #expect(dataset.correlations.map(\.second.rawValue) == [42, 35, 35])
  }

  /// The same tables with semicolons and decimal commas, and no emissions beside them.
  @Test func theManyWaysOfWritingReadEqual() throws {
    let points = try Self.read("made-overijssel")
    let commas = try Self.read("decimal-comma")
    #expect(commas.records.isEmpty)
    #expect(commas.measures.map(Self.words) == points.measures.map(Self.words))
    #expect(commas.plan.map(Self.words) == points.plan.map(Self.words))
    #expect(commas.correlations.map(\.value) == points.correlations.map(\.value))
  }

  private static func words(_ measure: Measure) -> String {
    "\(measure.id) \(measure.scope) \(measure.slice.label) \(measure.from) \(measure.effect.value) "
      + "\(measure.spread?.value ?? -1) \(measure.cost ?? -1) \(measure.evidence) "
      + "\(measure.to?.description ?? "stays") \(measure.overlapGroup ?? "alone")"
  }

  private static func words(_ point: PlanPoint) -> String {
    "\(point.territory) \(point.year) \(point.rate.value) \(point.spread?.value ?? -1) "
      + "\(point.width ?? -1)"
  }

  /// A folder of sources is one all the same; its measures are not lost without a word.
  @Test func measuresBesideSourcesAreSentToADatasetOfTheirOwn() throws {
    try withTemporaryFolder { folder in
      try """
      name: mixed
      stikstof:grade: made
      resources:
        - name: sources
          path: sources.csv
          stikstof:role: sources
          stikstof:boundary: rivm-dash
        - name: measures
          path: measures.csv
          stikstof:role: measures
      """.write(
        to: folder.appendingPathComponent("datapackage.yaml"), atomically: true, encoding: .utf8)
      #expect(SourceDatasetReader.holdsOnlySources(folder.path))
      let reading = SourceDatasetReader.read(
        path: folder.path, options: SourceOptions(), reference: try DataFixtures.requireReference())
      #expect(
        reading.diagnostics.filter { $0.severity == .warning }.map(\.text) == [
          "\(folder.path)/datapackage.yaml:10:20: warning: role 'measures' holds no sources and "
            + "is left alone here; to have it counted, put the table in a dataset of its own"
        ])
    }
  }

  /// Else `validate` would read the measurements and pass over what stands beside them.
  @Test func emissionsAndPlansBesideMeasurementsAreNotOnlyMeasurements() {
    #expect(DatasetReader.holdsOnlyMeasurements(DataFixtures.path("measurements", "emep-nh3")))
    #expect(
      !DatasetReader.holdsOnlyMeasurements(
        DataFixtures.path("bad-measurements", "emissions-beside")))
    #expect(!DatasetReader.holdsOnlyMeasurements(DataFixtures.path("measures", "decimal-comma")))
  }
}
