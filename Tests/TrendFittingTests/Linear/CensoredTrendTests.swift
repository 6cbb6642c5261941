// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

@Suite struct CensoredTrendTests {
  static let design = TrendDesign(origin: 2019.5)

  /// The reference series with every value below 6 known as "below 6" (74 of 229 months): maximum by
  /// Newton's method in β and ln σ with mpmath 1.3.0 at 40 digits, standard errors from the inverse of
  /// the second derivatives.
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func likelihoodAgreesWithHighPrecision() throws {
    let (_, whole) = try StatisticsCase.read("ols_harmonic_pub")
    let limit = 6.0
    let below = zip(whole.months, whole.values).filter { $0.1 < limit }.map(\.0)
    #expect(below.count == 74)
    let series = try MonthlySeries(
      months: whole.months, values: whole.values.map { max($0, limit) })
    let fit = try CensoredTrend(series, belowLimit: Set(below), design: Self.design)
    let expected: [(String, Double, Double)] = [
      ("(Intercept)", 1.859533697265696, 0.02268293872369404),
      ("x", -0.03467093281435371, 0.0027992853116223953),
      ("c1", 0.1041778361582196, 0.022554603444803045),
      ("s1", -0.3660537718028631, 0.02223773953990735),
      ("c2", -0.16153549901062073, 0.021872599313552482),
      ("s2", 0.05397926158958372, 0.02186145385204036),
    ]
    for (name, value, error) in expected {
      expectClose(try #require(fit.estimate.coefficient(name)), value, relative: 1e-9, name)
      expectClose(try #require(fit.estimate.standardError(name)), error, relative: 1e-9, name)
    }
    expectClose(fit.sigma, 0.2105335189615897, relative: 1e-10)
    expectClose(fit.logSigmaStandardError, 0.05802169566995942, relative: 1e-9)
    expectClose(fit.logLikelihood, -15.983961840696645, relative: 1e-11)
    #expect((fit.measuredCount, fit.censoredCount) == (155, 74))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func withoutLimitsItIsLeastSquaresWithSigmaAtItsLikeliest(seed: UInt64) throws {
    let series = try MadeSeries().series(seed: seed)
    let fit = try CensoredTrend(series, belowLimit: [], design: Self.design)
    let plain = try LinearTrend(series, design: Self.design)
    let (n, p) = (Double(series.count), 6.0)
    expectClose(fit.estimate.slope, plain.estimate.slope, relative: 1e-9)
    expectClose(
      fit.estimate.slopeStandardError,
      plain.estimate.slopeStandardError * ((n - p) / n).squareRoot(), relative: 1e-9)
    expectClose(
      fit.logLikelihood, try #require(plain.solution.logLikelihood(.scaledSigma)), relative: 1e-11)
  }

  @Test func halfTheLimitsBiasTheSlopeAndTheLikelihoodDoesNot() throws {
    let limit = 7.0
    var (errors, substituted) = (0.0, 0.0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let whole = try MadeSeries().series(seed: seed)
      let below = Set(zip(whole.months, whole.values).filter { $0.1 < limit }.map(\.0))
      let series = try MonthlySeries(
        months: whole.months, values: whole.values.map { max($0, limit) })
      let fit = try CensoredTrend(series, belowLimit: below, design: Self.design)
      errors += (fit.estimate.slope + 0.03) / 20
      let half = try MonthlySeries(
        months: whole.months, values: whole.values.map { $0 < limit ? limit / 2 : $0 })
      substituted += (try LinearTrend(half, design: Self.design).estimate.slope + 0.03) / 20
    }
    // 20 fits with a standard error of about 0.003 each.
    #expect(abs(errors) < 0.002)
    #expect(abs(substituted) > 0.005)
  }
}
