// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Numerics
import Testing

@Suite struct SeriesTests {
  static func record(_ year: Int, _ kilograms: Double?, line: Int = 2) -> EmissionRecord {
    EmissionRecord(
      territory: .area(AreaCode(rawValue: 57)),
      activity: .slice(SectorSlice(.agriculture), boundary: BoundaryID(rawValue: "made")),
      pollutant: .nh3, year: year,
      emission: kilograms.map { EmissionRate(kilogramsPerYear: $0) },
      vintage: Vintage(rawValue: "made"), origin: RowReference(file: "made.csv", line: line))
  }

  static func series(
    _ values: [(Int, Double?)], territory: Territory = .area(AreaCode(rawValue: 57))
  ) -> EmissionSeries {
    EmissionSeries(
      territory: territory, slice: SectorSlice(.agriculture), pollutant: .nh3,
      boundary: BoundaryID(rawValue: "made"),
      points: SeriesBuilder.sum(values.map { ("all", record($0.0, $0.1)) }))
  }

  @Test func anEmptyCellIsNamedAndNotCountedAsZero() throws {
    let points = SeriesBuilder.sum([
      ("a", Self.record(2019, 100)), ("b", Self.record(2019, nil)),
    ])
    let point = try #require(points.first)
    #expect(point.emission?.kilogramsPerYear == 100)
    #expect(point.missing == ["b 2019"])
    #expect(point.completeEmission == nil)
  }

  @Test func aMissingRowIsNamedAndNotCountedAsZero() {
    let points = SeriesBuilder.sum([
      ("a", Self.record(2019, 100)), ("b", Self.record(2019, 50)),
      ("a", Self.record(2020, 90)),
    ])
    #expect(points.map(\.missing) == [[], ["b 2020"]])
    #expect(points.map(\.isComplete) == [true, false])
  }

  @Test func aSumOverNothingKnownIsUnknown() {
    let points = SeriesBuilder.sum([("a", Self.record(2019, nil))])
    #expect(points.count == 1)
    #expect(points.first?.emission == nil)
  }

  @Test func rowOrderDoesNotChangeASum() {
    let values = [0.1, 0.2, 0.3, 1e9, 1e-9, 7.7]
    let rows = values.enumerated().map {
      (component: "c\($0.offset)", record: Self.record(2019, $0.element))
    }
    let forward = SeriesBuilder.sum(rows).first?.emission
    let backward = SeriesBuilder.sum(rows.reversed()).first?.emission
    #expect(forward == backward)
  }

  @Test func theIndexScalesFromTheNearestStatedYear() throws {
    let nation = Self.series([(2019, 200), (2020, 190), (2021, 180)], territory: .nation)
    let index = NationalIndex(
      vintage: Vintage(rawValue: "made"), boundary: BoundaryID(rawValue: "made"), series: nation)
    let extended = Self.series([(2020, 19), (2021, 17)]).extended(by: index, to: [2019])
    let baseline = try #require(extended.point(in: 2019))
    #expect(baseline.emission?.kilogramsPerYear.isApproximatelyEqual(to: 20) == true)
    #expect(baseline.basis == .nationalIndex)
    #expect(baseline.provenance.label == "derived")
    #expect(extended.point(in: 2021)?.emission?.kilogramsPerYear == 17)
  }

  @Test func anIndexWithAMissingComponentIsNil() {
    let nation = EmissionSeries(
      territory: .nation, slice: SectorSlice(.industry), pollutant: .nh3,
      boundary: BoundaryID(rawValue: "made"),
      points: SeriesBuilder.sum([
        ("a", Self.record(2019, 1)), ("b", Self.record(2019, 2)),
        ("a", Self.record(2021, 1)),
      ]))
    let index = NationalIndex(
      vintage: Vintage(rawValue: "made"), boundary: BoundaryID(rawValue: "made"), series: nation)
    #expect(index.ratio(of: 2019, to: 2021) == nil)
    #expect(index.years == [2019])
  }

  @Test func aZeroBaselineHasNoReduction() {
    let baseline = Baseline(
      year: 2019, emission: .zero, provenance: .stated, vintage: Vintage(rawValue: "made"))
    #expect(baseline.reduction(at: EmissionRate(kilogramsPerYear: 1)) == nil)
  }

  @Test func theGapIsZeroOnceTheTargetIsMet() {
    let baseline = Baseline(
      year: 2019, emission: EmissionRate(kilogramsPerYear: 1_000), provenance: .stated,
      vintage: Vintage(rawValue: "made"))
    let met = baseline.remainingGap(reached: Fraction(0.5), required: Fraction(0.42))
    #expect(met.emission == .zero)
    let open = baseline.remainingGap(reached: Fraction(0.1), required: Fraction(0.42))
    #expect(open.emission.kilogramsPerYear.isApproximatelyEqual(to: 320))
    #expect(open.share.points.isApproximatelyEqual(to: 32))
    let edge = baseline.remainingGap(
      reached: Fraction(1 - 770.0 / 1_000), required: Fraction(0.23))
    #expect(edge.emission == .zero)
    #expect(baseline.ceiling(for: Fraction(0.42)).kilogramsPerYear.isApproximatelyEqual(to: 580))
  }
}
