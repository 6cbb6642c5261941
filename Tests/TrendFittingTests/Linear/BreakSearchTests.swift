// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

@Suite struct BreakSearchTests {
  static let design = TrendDesign(origin: 2019.5)
  static let truth = Month(year: 2013, month: 6)

  static func made(_ kind: BreakSearch.Kind, phi: Double = 0.3) -> MadeSeries {
    var made = MadeSeries()
    made.phi = phi
    made.missingShare = 0.05
    switch kind {
    case .step: made.extra = { $0 >= truth ? -0.4 : 0 }
    case .kink: made.extra = { -0.12 * max(0, $0.time - (2013 + 5.0 / 12)) }
    }
    return made
  }

  /// 400 series each in release, φ = 0.3: located 0.965 and 0.99, of which the set held the truth in
  /// 0.96 and 0.99.
  @Test(arguments: BreakSearch.Kind.allCases)
  func aPlainBreakIsLocatedAndItsSetHoldsTheTruth(kind: BreakSearch.Kind) throws {
    var (located, covered) = (0, 0)
    for seed in 1...8 as ClosedRange<UInt64> {
      let series = try Self.made(kind).series(seed: seed)
      let search = try BreakSearch(series, design: Self.design, kind: kind)
      #expect(search.pValue < 0.02)
      #expect(search.confidenceSet.contains(search.month))
      if search.outcome == .located { located += 1 }
      // With missing months the set may end on either side of the truth.
      if let first = search.confidenceSet.first, let last = search.confidenceSet.last,
        (first.index - 1...last.index + 1).contains(Self.truth.index)
      {
        covered += 1
      }
    }
    #expect(located >= 7)
    #expect(covered >= 7)
  }

  /// 400 series each in release: 0.03, 0.03 and 0.05 found a step and 0.04, 0.06 and 0.06 a kink at
  /// φ = 0, 0.3 and 0.6.
  @Test(arguments: BreakSearch.Kind.allCases)
  func noBreakIsSeldomFoundInNoise(kind: BreakSearch.Kind) throws {
    var made = MadeSeries()
    made.phi = 0.3
    var found = 0
    for seed in 1001...1020 as ClosedRange<UInt64> {
      let search = try BreakSearch(made.series(seed: seed), design: Self.design, kind: kind)
      switch search.outcome {
      case .absent(let sentence): #expect(sentence.contains("p-value"))
      case .located, .vague: found += 1
      }
    }
    // At a share of 0.05, 4 or more of 20 have a probability of 2 %.
    #expect(found <= 4)
  }

  /// The F statistic of a month is the squared t of a step declared there.
  @Test func theStatisticIsThatOfADeclaredStep() throws {
    let series = try Self.made(.step, phi: 0).series(seed: 3)
    let search = try BreakSearch(series, design: Self.design, kind: .step)
    var design = Self.design
    design.steps = [DeclaredStep(name: "step", from: search.month)]
    let fit = try AutoregressiveTrend(series, design: design)
    // φ is estimated the same way unless it is negative.
    let phi = max(0, fit.phi)
    expectClose(search.phi, phi, relative: 0, absolute: 1e-6)
    if fit.phi > 0 {
      let effect = try #require(fit.estimate.coefficient("step"))
      let error = try #require(fit.estimate.standardError("step"))
      expectClose(search.effect, effect, relative: 1e-5)
      expectClose(search.statistic, effect * effect / error / error, relative: 1e-5)
    } else {
      let plain = try LinearTrend(series, design: design)
      let effect = try #require(plain.estimate.coefficient("step"))
      let error = try #require(plain.estimate.standardError("step"))
      expectClose(search.effect, effect, relative: 1e-9)
      expectClose(search.statistic, effect * effect / error / error, relative: 1e-9)
    }
  }

  @Test func aSmallBreakIsVagueOrAbsentAndNeverDatedFalsely() throws {
    var made = MadeSeries()
    made.extra = { $0 >= Self.truth ? -0.12 : 0 }
    var falselyDated = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      let search = try BreakSearch(
        made.series(seed: seed), design: Self.design, kind: .step)
      if case .located = search.outcome, !search.confidenceSet.contains(Self.truth) {
        falselyDated += 1
      }
    }
    #expect(falselyDated <= 2)
  }

  @Test func aSeriesWithoutTwoSidesIsRefused() throws {
    var made = MadeSeries()
    made.years = 2
    let series = try made.series(seed: 1)
    #expect(throws: FitRefusal.self) {
      try BreakSearch(series, design: Self.design, kind: .step)
    }
  }
}
