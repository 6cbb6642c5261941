// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

/// Year effect and AR(1) beyond the reference cases: gaps, boundaries and what holds by theory.
@Suite struct CorrelatedErrorTests {
  static let design = TrendDesign(origin: 2019.5)

  /// The reference series on a linear scale with one harmonic, without every fifth month and without
  /// 2011 and 2012.
  static func gappy() throws -> MonthlySeries {
    let (_, whole) = try StatisticsCase.read("ols_harmonic_pub")
    let rows = whole.months.indices.filter {
      whole.months[$0].index % 5 != 0 && !(2011..<2013).contains(whole.months[$0].year)
    }
    return try MonthlySeries(
      months: rows.map { whole.months[$0] }, values: rows.map { whole.values[$0] })
  }

  // numpy 2.4.6 and scipy 1.17.1 with the full covariance matrix: φ by
  // minimize_scalar(restricted deviance, bounds=(0, .99), method='bounded') of C = φ**abs(i-j).
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func autoregressiveErrorsOverGapsAgreeWithTheFullMatrix() throws {
    let design = TrendDesign(origin: 2019.5, scale: .linear, harmonics: 1)
    let fit = try AutoregressiveTrend(Self.gappy(), design: design)
    #expect(fit.months.count == 164)
    expectClose(fit.phi, 0.3271751560350252, relative: 0, absolute: 1e-7)
    expectClose(fit.logLikelihood, -346.0571304662435, relative: 1e-12)
    expectClose(fit.sigma, 2.0585757952313286, relative: 1e-7)
    let expected = [
      (6.785547779829098, 0.2507171898590211), (-0.28626593300867725, 0.03476882642015307),
      (0.5740315172589935, 0.2720785785011877), (-3.074145432342148, 0.2734877186637255),
    ]
    for (index, (value, error)) in expected.enumerated() {
      expectClose(fit.estimate.coefficients[index], value, relative: 1e-7)
      expectClose(fit.estimate.standardErrors[index], error, relative: 1e-7)
    }
    // Whitened, the residuals have variance 1 and no correlation left to speak of.
    let squares = fit.innovations.reduce(0) { $0 + $1 * $1 }
    expectClose(squares, 160, relative: 1e-9)
  }

  // As above, of H = I + λ (year == year).
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func yearEffectOverGapsAgreesWithTheFullMatrix() throws {
    let design = TrendDesign(origin: 2019.5, scale: .linear, harmonics: 1)
    let fit = try YearEffectTrend(Self.gappy(), design: design)
    expectClose(fit.restrictedLogLikelihood, -354.0184349798461, relative: 1e-12)
    expectClose(fit.sigma, 2.0228934993199905, relative: 1e-6)
    expectClose(fit.tauYear, 0.4500794818764655, relative: 1e-5)
    let expected = [
      (6.8073416790932795, 0.23007843059547894), (-0.28751249754315134, 0.03180518002397537),
      (0.5838063064735886, 0.22391554270516242), (-3.0848188937284005, 0.22396059037110555),
    ]
    for (index, (value, error)) in expected.enumerated() {
      expectClose(fit.estimate.coefficients[index], value, relative: 1e-6)
      expectClose(fit.estimate.standardErrors[index], error, relative: 1e-6)
    }
    #expect(fit.estimate.degreesOfFreedom == 16)
    #expect(fit.yearEffects.map(\.year) == Array(2005...2010) + Array(2013...2024))
  }

  /// Without an effect of the year the fit is least squares, but for the degrees of freedom.
  @Test func noYearEffectIsLeastSquares() throws {
    var boundary = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      let series = try MadeSeries().series(seed: seed)
      let fit = try YearEffectTrend(series, design: Self.design)
      guard fit.tauYear == 0 else { continue }
      boundary += 1
      let plain = try LinearTrend(series, design: Self.design)
      expectClose(fit.estimate.slope, plain.estimate.slope, relative: 1e-9)
      expectClose(
        fit.estimate.slopeStandardError, plain.estimate.slopeStandardError, relative: 1e-9)
      #expect(fit.estimate.degreesOfFreedom == 18)
      #expect(fit.yearEffects.allSatisfy { $0.effect == 0 })
    }
    // The estimate of a variance that is 0 lies at 0 about half the time.
    #expect((4...16).contains(boundary))
  }

  @Test func intervalsOfTheSlopeHoldTheTruth() throws {
    var made = MadeSeries()
    made.tau = 0.1
    made.missingShare = 0.1
    var held = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let estimate = try YearEffectTrend(made.series(seed: seed), design: Self.design).estimate
      let interval = estimate.slopeInterval()
      if interval.lower <= -0.03, interval.upper >= -0.03 { held += 1 }
    }
    // 57 expected; 52 or fewer has a probability of about 3 %.
    #expect(held >= 52)
  }

  @Test func phiOfIndependentErrorsIsNearZeroAndOfDependentOnesNear() throws {
    for phi in [0, 0.6] {
      var made = MadeSeries()
      made.phi = phi
      var mean = 0.0
      for seed in 1...20 as ClosedRange<UInt64> {
        mean += try AutoregressiveTrend(made.series(seed: seed), design: Self.design).phi / 20
      }
      expectClose(mean, phi, relative: 0, absolute: 0.06)
    }
  }

  @Test func theFitIsTheSameEveryTime() throws {
    var made = MadeSeries()
    made.tau = 0.1
    let series = try made.series(seed: 5)
    let first = try YearEffectTrend(series, design: Self.design).estimate
    let second = try YearEffectTrend(series, design: Self.design).estimate
    #expect(first == second)
  }
}
