// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import Testing

/// Recalculation apart from real change; the numbers are worked out by hand.
@Suite struct ReleaseComparisonTests {
  private static func compared(
    _ old: SeriesStanding, _ new: SeriesStanding
  ) throws -> SeriesChange {
    let comparison = try ReleaseComparison(old: [old], new: [new])
    return try #require(comparison.changes.first)
  }

  private static func kilograms(_ emission: EmissionRate?) -> Double? {
    emission?.kilogramsPerYear
  }

  @Test func theChangeIsRecalculationAndRealChange() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2023, 900)]),
      MadeStandings.series(release: "B", [(2019, 1100), (2023, 960), (2024, 930)]))
    #expect(change.oldYear == 2023)
    #expect(change.newYear == 2024)
    #expect(Self.kilograms(change.recalculation) == 60)
    #expect(Self.kilograms(change.realChange) == -30)
    #expect(Self.kilograms(change.total) == 30)
    #expect(Self.kilograms(change.baselineChange) == 100)
    #expect(change.oldReduction?.value == 1 - 900.0 / 1000)
    #expect(change.restatedReduction?.value == 1 - 960.0 / 1100)
    #expect(change.newReduction?.value == 1 - 930.0 / 1100)
    #expect(change.reasons.isEmpty)
  }

  @Test func ceilingsAreRebasedAtBothEdges() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2023, 900)]),
      MadeStandings.series(release: "B", [(2019, 1100), (2023, 960)]))
    let ceiling = try #require(change.ceilings.first)
    #expect(ceiling.target == 2030)
    #expect(Self.kilograms(ceiling.low.old) == 770)
    #expect(Self.kilograms(ceiling.low.new) == 847)
    #expect(Self.kilograms(ceiling.low.change) == 77)
    #expect(Self.kilograms(ceiling.high.old) == 750)
    #expect(Self.kilograms(ceiling.high.change) == 75)
  }

  @Test func withoutTheOldYearInTheNewReleaseNothingIsSplit() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2023, 900)]),
      MadeStandings.series(release: "B", [(2019, 1100), (2024, 930)]))
    #expect(change.recalculation == nil)
    #expect(change.realChange == nil)
    #expect(change.total == nil)
    #expect(Self.kilograms(change.new) == 930)
    #expect(
      change.reasons.map(\.sentence) == [
        "the new release has no 2023, so recalculation and real change cannot be told apart"
      ])
  }

  @Test func anUnknownCellIsNoYear() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2022, 950), (2023, nil)]),
      MadeStandings.series(release: "B", [(2019, nil), (2022, 940), (2023, 900)]))
    #expect(change.oldYear == 2022)
    #expect(change.newYear == 2023)
    #expect(Self.kilograms(change.recalculation) == -10)
    #expect(Self.kilograms(change.realChange) == -40)
    #expect(change.newBaseline == nil)
    #expect(change.newReduction == nil)
    #expect(change.baselineChange == nil)
    #expect(change.ceilings.first?.low.change == nil)
    #expect(
      change.reasons.map(\.sentence) == [
        "2023 of the old release is not known in full, so 2022 is compared",
        "the new release has no baseline that is known in full",
      ])
  }

  @Test func aReleaseWithoutADefinitiveYearIsSaid() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2022, nil)]),
      MadeStandings.series(release: "B", [(2022, 940)], provisional: [2022]))
    #expect(change.total == nil)
    #expect(
      change.reasons.map(\.sentence) == [
        "the old release has no definitive year that is known in full",
        "the new release has no definitive year that is known in full",
        "the old release has no baseline that is known in full",
        "the new release has no baseline that is known in full",
      ])
  }

  @Test func aYearThatIsNotKnownInTheNewReleaseIsNotRestated() throws {
    let change = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2022, 950)]),
      MadeStandings.series(release: "B", [(2019, 1000), (2022, nil)]))
    #expect(change.restated == nil)
    #expect(
      change.reasons.first?.sentence
        == "the new release does not know 2022 in full, so recalculation and real change cannot "
        + "be told apart")
  }

  @Test func baselinesOfTwoYearsAndRebuiltOnesAreSaid() throws {
    func series(_ release: String, base: Int, isDerived: Bool) -> SeriesStanding {
      let stated = MadeStandings.series(release: release, [(2019, 1000), (2020, 990)])
      return SeriesStanding(
        key: stated.key, name: stated.name, dataset: nil, isShadow: false,
        baseline: SeriesStanding.Base(
          year: base, emission: MadeStandings.kilograms(1000), isDerived: isDerived),
        years: stated.years, targets: [], stands: [])
    }
    let change = try Self.compared(
      series("A", base: 2019, isDerived: true), series("B", base: 2020, isDerived: false))
    #expect(change.baselineChange == nil)
    #expect(
      change.reasons.map(\.sentence) == [
        "2019 of the old release is rebuilt by a national index, not stated",
        "the baseline is 2019 on the old side and 2020 on the new one",
      ])
  }

  @Test func provisionalYearsAreNotCompared() throws {
    let change = try Self.compared(
      MadeStandings.series(
        release: "A", [(2019, 1000), (2022, 950), (2023, 1)], provisional: [2023]),
      MadeStandings.series(release: "B", [(2019, 1000), (2022, 940), (2023, 900)]))
    #expect(change.oldYear == 2022)
    let again = try Self.compared(
      MadeStandings.series(release: "A", [(2019, 1000), (2022, 950)]),
      MadeStandings.series(release: "B", [(2019, 1000), (2022, 940)], provisional: [2022]))
    #expect(again.restated == nil)
    #expect(again.reasons.map(\.sentence) == ["2022 is provisional in the new release"])
  }

  @Test func aSideThatMixesReleasesIsRefused() {
    let old = MadeStandings.series(release: "A", [(2019, 1000)])
    let mixed = SeriesStanding(
      key: old.key, name: old.name, dataset: nil, isShadow: false, baseline: nil,
      years: old.years
        + MadeStandings.series(release: "B", [(2023, 900)]).years, targets: [], stands: [])
    let error = #expect(throws: ComparisonError.self) {
      try ReleaseComparison(old: [mixed], new: [old])
    }
    #expect(
      error?.description
        == "area 57, ring 0-250, agriculture NH3 of the old side has years of 'A' and 'B': levels "
        + "of two releases are never compared; give one release a side")
  }

  @Test func aSeriesThatStandsTwiceIsRefused() {
    let old = MadeStandings.series(release: "A", [(2019, 1000)])
    let error = #expect(throws: ComparisonError.self) {
      try ReleaseComparison(old: [old], new: [old, old])
    }
    #expect(
      error?.description
        == "area 57, ring 0-250, agriculture NH3 stands twice on the new side: give each "
        + "territory in one dataset")
  }

  @Test func anotherBoundaryIsRefused() {
    let old = MadeStandings.series(release: "A", [(2019, 1000)])
    let new = MadeStandings.series(
      MadeStandings.key(boundary: BoundaryID(rawValue: "er-default")), release: "B",
      [(2019, 1000)])
    let error = #expect(throws: ComparisonError.self) {
      try ReleaseComparison(old: [old], new: [new])
    }
    #expect(
      error?.description
        == "area 57, ring 0-250, agriculture NH3 is drawn by boundary 'rivm-dash' on the old side "
        + "and by 'er-default' on the new one: a change of boundary is no change of emission; "
        + "compare figures of one boundary")
  }

  @Test func oneReleaseOnBothSidesIsNothingToCompare() throws {
    let old = MadeStandings.series(release: "A", [(2019, 1000), (2023, 900)])
    let comparison = try ReleaseComparison(old: [old], new: [old])
    #expect(comparison.unchanged == 1)
    let error = #expect(throws: ComparisonError.self) { try comparison.requireChange() }
    #expect(
      error?.description
        == "both sides are of one release, and the figures of the one series are the same: there "
        + "is nothing to compare")
  }

  @Test func otherFiguresUnderOneReleaseNameAreNamed() throws {
    let old = MadeStandings.series(release: "A", [(2019, 1000), (2023, 900)])
    let new = MadeStandings.series(release: "A", [(2019, 1000), (2023, 901.5)])
    let comparison = try ReleaseComparison(old: [old], new: [new])
    let error = #expect(throws: ComparisonError.self) { try comparison.requireChange() }
    #expect(
      error?.description
        == "both sides name release 'A' and yet differ, first in area 57, ring 0-250, agriculture "
        + "NH3, 2023: 900 kg/yr on the old side, 901.5 kg/yr on the new one; give a release of "
        + "other figures another name")
  }

  @Test func sidesWithoutACommonSeriesAreRefused() throws {
    let comparison = try ReleaseComparison(
      old: [MadeStandings.series(release: "A", [(2019, 1000)])],
      new: [MadeStandings.series(MadeStandings.key(64), release: "B", [(2019, 1000)])])
    #expect(comparison.onlyOld.map(\.key) == [MadeStandings.key(57)])
    #expect(comparison.onlyNew.map(\.key) == [MadeStandings.key(64)])
    let error = #expect(throws: ComparisonError.self) { try comparison.requireChange() }
    #expect(
      error?.description
        == "no series has figures on both sides: expected the same territories, sectors and "
        + "pollutants in two releases")
  }
}
