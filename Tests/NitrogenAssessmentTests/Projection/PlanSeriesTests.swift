// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct PlanSeriesTests {
  private static func point(
    _ year: Int, _ rate: Double, _ spread: Double? = nil, _ territory: Territory = .nation,
    _ evidence: EvidenceGrade = .planned
  ) -> PlanPoint {
    PlanPoint(
      territory: territory, slice: MadeMeasures.farming, pollutant: .nh3, year: year,
      rate: Fraction(rate), spread: spread.map { Fraction($0) }, evidence: evidence,
      origin: RowReference(file: "plan.csv", line: year))
  }

  private static let known: [Int: Fraction] = [
    2019: .zero, 2022: Fraction(0.05), 2024: Fraction(0.06),
  ]

  /// From 6 % in 2024 to 24 % in 2030 are 3 points a year.
  @Test func yearsBetweenLieOnAStraightLine() throws {
    let plan = try #require(
      PlanSeries(
        [Self.point(2035, 0.44, 0.08), Self.point(2030, 0.24, 0.06)], known: Self.known,
        shape: .linear))
    #expect(plan.start == 2024 && plan.points.map(\.year) == [2030, 2035])
    let middle = try #require(plan[2027])
    expectClose(middle.reduction.value, 0.15, relative: 1e-12)
    expectClose(middle.location, log(0.85), relative: 1e-12)
    expectClose(try #require(middle.spread).value, 0.03, relative: 1e-12)
    // √ln(1 + (0.03/0.85)²), to first order 0.03/0.85 = 0.035294.
    expectClose(try #require(middle.locationSpread), 0.03528314, relative: 1e-6)
    #expect(plan[2030]?.reduction == Fraction(0.24) && plan[2035]?.spread == Fraction(0.08))
    expectClose(try #require(plan[2032]).reduction.value, 0.32, relative: 1e-12)
  }

  /// A plan of 99 or 100 % with a spread of 5 or 10 points is all but sure of 42 %; the logarithm of
  /// what it leaves is no reason to doubt that.
  @Test(arguments: [(0.99, 0.05, 0.98), (1, 0.1, 0.999)])
  func aPlanThatLeavesLessThanItsSpreadStaysSound(
    rate: Double, spread: Double, least: Double
  ) throws {
    let plan = try #require(
      PlanSeries([Self.point(2035, rate, spread)], known: Self.known, shape: .linear))
    let year = try #require(plan[2035])
    let outcome = ProjectionSampler(draws: 1, seed: 1).outcome(
      of: ProjectionCase(
        labels: ["plan"], years: [2035], location: [year.location],
        parameters: [[try #require(year.locationSpread)]], residual: [0], degreesOfFreedom: nil,
        inventory: [0.05], measures: [],
        targets: [ProjectionTarget(year: 2035, band: Band(low: .percent(42), high: .percent(46)))]))
    #expect(outcome.probabilities[0][0].low > least)
    #expect(outcome.fan[0].reductions.allSatisfy { $0.value > 0 && $0.value <= 1 })
  }

  /// The values of `SteffenSplineTests`.
  @Test func aSplineGoesThroughTheKnownYearsToo() throws {
    let plan = try #require(
      PlanSeries(
        [Self.point(2030, 0.24), Self.point(2035, 0.44)], known: Self.known, shape: .steffen))
    for (year, wanted) in [
      (2026, 0.09979797979797979), (2028, 0.16626262626262625), (2030, 0.24),
      (2032, 0.31672727272727275),
    ] {
      expectClose(try #require(plan[year]).reduction.value, wanted, relative: 1e-12)
    }
  }

  @Test func twoPointsMakeAStraightLineOfASpline() throws {
    let plan = try #require(
      PlanSeries([Self.point(2026, 0.2)], known: [2024: Fraction(0.1)], shape: .steffen))
    expectClose(try #require(plan[2025]).reduction.value, 0.15, relative: 1e-12)
  }

  @Test func nothingIsSaidOutsideTheYearsAhead() throws {
    let plan = try #require(
      PlanSeries([Self.point(2030, 0.24)], known: Self.known, shape: .linear))
    #expect(plan[2024] == nil && plan[2025] != nil && plan[2030] != nil && plan[2031] == nil)
  }

  @Test func aPlanWithoutYearsAheadIsNone() {
    #expect(PlanSeries([Self.point(2024, 0.1)], known: Self.known, shape: .linear) == nil)
    #expect(PlanSeries([Self.point(2030, 0.1)], known: [:], shape: .linear) == nil)
  }

  @Test func pointsThatFiguresOvertookDoNotCount() throws {
    let points = [Self.point(2022, 0.5), Self.point(2030, 0.24)]
    let plan = try #require(PlanSeries(points, known: Self.known, shape: .linear))
    #expect(plan.points.map(\.year) == [2030])
    expectClose(try #require(plan[2027]).reduction.value, 0.15, relative: 1e-12)
  }

  @Test func aSpreadThatIsLeftOpenStaysOpen() throws {
    let plan = try #require(
      PlanSeries(
        [Self.point(2026, 0.1), Self.point(2028, 0.2, 0.02), Self.point(2030, 0.3, 0.04)],
        known: Self.known, shape: .linear))
    #expect(plan[2025]?.spread == nil && plan[2026]?.spread == nil && plan[2027]?.spread == nil)
    #expect(plan[2028]?.spread == Fraction(0.02))
    expectClose(try #require(plan[2029]?.spread).value, 0.03, relative: 1e-12)
  }

  @Test func anEmissionThatEndsHasALogarithmAllTheSame() throws {
    let plan = try #require(
      PlanSeries([Self.point(2030, 1)], known: Self.known, shape: .linear))
    expectClose(try #require(plan[2030]).location, log(1e-9), relative: 1e-12)
  }

  @Test func aPlanIsAboutItsOwnTerritoryOnly() {
    let area = MadeMeasures.area(41)
    let dataset = MadeMeasures.dataset(
      [],
      plan: [
        Self.point(2035, 0.4, nil, area), Self.point(2030, 0.2, nil, area, .contract),
        Self.point(2030, 0.3),
      ])
    let found = PlanSeries.points(for: area, MadeMeasures.farming, .nh3, in: [dataset])
    #expect(found.map(\.year) == [2030, 2035])
    let secured = PlanSeries.points(
      for: area, MadeMeasures.farming, .nh3, in: [dataset], grades: [.contract])
    #expect(secured.map(\.year) == [2030])
  }
}
