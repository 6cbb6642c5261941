// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

@Suite struct DetectionPowerTests {
  // POLICY 8.13, and scipy 1.17.1: the first n with
  // 1 - nct.cdf(t.ppf(.975, n-2), n-2, d) + nct.cdf(-..., n-2, d) >= 0.8, d = b sqrt(n(n²-1)/12)/s.
  @Test(arguments: [(5, 8, 10), (8, 10, 13), (10, 12, 15), (15, 15, 19)])
  func yearsOfThePolicyPage(deviation: Double, atThree: Int, atTwo: Int) {
    let detection = DetectionPower(errors: .annual(deviation: deviation))
    #expect(detection.yearsNeeded(trend: 3) == atThree)
    #expect(detection.yearsNeeded(trend: -2) == atTwo)
  }

  @Test(
    arguments: [
      (5, 0.9971218790160348), (8, 0.8457406975946935), (10, 0.6665370646520602),
      (15, 0.35979119170007046),
    ])
  func powerAfterTenYearsAgreesWithScipy(deviation: Double, power: Double) {
    let detection = DetectionPower(errors: .annual(deviation: deviation))
    expectClose(detection.power(trend: 3, years: 10), power, relative: 1e-9)
  }

  @Test func knownDeviationIsTheNormalFormula() {
    // b sqrt(n(n²−1)/12)/s ≥ 1.96 + 0.84, by hand: 7 years give 3.175 at b = 3, s = 5.
    let detection = DetectionPower(
      errors: .annual(deviation: 5), deviationIsEstimated: false)
    #expect(detection.yearsNeeded(trend: 3) == 7)
    expectClose(3 / detection.standardError(years: 7), 3.1749015732775088, relative: 1e-12)
  }

  @Test func stationsDivideTheVariance() {
    let one = DetectionPower(errors: .annual(deviation: 10))
    let four = DetectionPower(errors: .annual(deviation: 20), effectiveStations: 4)
    expectClose(one.standardError(years: 9), four.standardError(years: 9), relative: 1e-14)
  }

  @Test func yearEffectIsAnAnnualDeviation() {
    let annual = DetectionPower(errors: .annual(deviation: 5))
    let split = DetectionPower(
      errors: .yearEffect(tau: 4, sigma: 3 * 12.0.squareRoot(), monthsPerYear: 12))
    expectClose(annual.standardError(years: 9), split.standardError(years: 9), relative: 1e-14)
    #expect(split.yearsNeeded(trend: 3) == 8)
  }

  @Test func uncorrelatedYearsAreAnnualMeans() {
    let annual = DetectionPower(errors: .annual(deviation: 5))
    let series = DetectionPower(
      errors: .autoregressive(deviation: 5, phi: 0, valuesPerYear: 1))
    expectClose(series.standardError(years: 11), annual.standardError(years: 11), relative: 1e-13)
    #expect(series.yearsNeeded(trend: 2) == 10)
  }

  // numpy 2.4.6: C = 0.3**abs(i-j), X = [1, i/12], i = 0..119;
  // sqrt(inv(X' inv(C) X)[1,1]) * 0.2 = 0.008527691147874638
  @Test func correlationWidensTheTrend() {
    let detection = DetectionPower(
      errors: .autoregressive(deviation: 0.2, phi: 0.3, valuesPerYear: 12))
    expectClose(detection.standardError(years: 10), 0.008527691147874638, relative: 1e-11)
    let years = [0, 0.3, 0.6, 0.9].compactMap {
      DetectionPower(errors: .autoregressive(deviation: 0.2, phi: $0, valuesPerYear: 12))
        .yearsNeeded(trend: -0.03)
    }
    #expect(years.count == 4)
    #expect(years == years.sorted())
    #expect(Set(years).count > 2)
  }

  @Test func theSmallestTrendHasThePower() throws {
    let detection = DetectionPower(errors: .annual(deviation: 8))
    let trend = try #require(detection.smallestTrend(years: 10))
    expectClose(detection.power(trend: trend, years: 10), 0.8, relative: 1e-8)
    #expect(trend < 3)
  }

  @Test func nothingIsDetectedInNoReasonableTime() {
    #expect(DetectionPower(errors: .annual(deviation: 1000)).yearsNeeded(trend: 0.001) == nil)
  }
}
