// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct StudentNormalSumTests {
  /// a, b, ν, x and P(X ≤ x) by mpmath 1.4.1 with 30 digits: quad of ncdf(x/sqrt(a²/s² + b²)) times the
  /// density of s = sqrt(χ²/ν), over [0, .05, .2, .5, .8, 1, 1.2, 1.5, 2, 3, 5, 8, 12].
  static let values: [(Double, Double, Double, Double, Double)] = [
    (1, 1, 4, -1.3, 0.20174599838889989),
    (0.05, 0.02, 2.5, -0.13, 0.051489663268793071),
    (0.03, 0.2, 1, 0.11, 0.68704562711340648),
    (1, 0.001, 7, 2.2, 0.96813445738899098),
    (0.4, 0.5, 18, -1.9, 0.0021606375751461325),
    (1, 2, 200, -3.3, 0.070189690967070088),
    (2, 1, 0.7, -9, 0.1084193346168326),
  ]

  @Test(arguments: values)
  func distributionIsThatOfTheIntegral(
    student: Double, normal: Double, freedom: Double, x: Double, probability: Double
  ) {
    let sum = StudentNormalSum(student: student, degreesOfFreedom: freedom, normal: normal)
    expectClose(sum.cdf(x), probability, relative: 1e-13, absolute: 1e-14)
    expectClose(sum.cdf(-x), 1 - probability, relative: 1e-13, absolute: 1e-14)
    expectClose(sum.quantile(probability), x, relative: 1e-11)
  }

  @Test(arguments: [0.3, 1, 5.5, 40, 1e6, 1e12], [1e-9, 0.025, 0.5, 0.84, 0.999999])
  func quantilesRoundTrip(freedom: Double, probability: Double) {
    let sum = StudentNormalSum(student: 0.7, degreesOfFreedom: freedom, normal: 0.4)
    expectClose(
      sum.cdf(sum.quantile(probability)), probability, relative: 1e-9, absolute: 1e-14)
  }

  @Test func withoutNormalPartItIsStudents() {
    let sum = StudentNormalSum(student: 2, degreesOfFreedom: 3, normal: 0)
    // scipy 1.17.1: t.cdf(-1.5, 3), t.ppf(0.975, 3).
    expectClose(sum.cdf(-3), 0.11529193262241147, relative: 1e-12)
    expectClose(sum.quantile(0.975), 2 * 3.182446305284263, relative: 1e-9)
    let nearly = StudentNormalSum(student: 2, degreesOfFreedom: 3, normal: 1e-9)
    expectClose(nearly.cdf(-3), sum.cdf(-3), relative: 1e-13)
  }

  @Test(arguments: [nil, 1e13] as [Double?])
  func withManyDegreesOfFreedomItIsNormal(freedom: Double?) {
    let sum = StudentNormalSum(student: 3, degreesOfFreedom: freedom, normal: 4)
    // scipy 1.17.1: norm.cdf(-0.5), norm.ppf(0.16).
    expectClose(sum.cdf(-2.5), 0.3085375387259869, relative: 1e-11)
    expectClose(sum.quantile(0.16), 5 * -0.994457883209753, relative: 1e-11)
  }

  @Test func withoutStudentPartItIsNormal() {
    let sum = StudentNormalSum(student: 0, degreesOfFreedom: 3, normal: 2)
    expectClose(sum.cdf(-1), 0.3085375387259869, relative: 1e-13)
  }

  @Test func withoutAnyPartItIsOneNumber() {
    let sum = StudentNormalSum(student: 0, degreesOfFreedom: 3, normal: 0)
    #expect(sum.cdf(-1e-300) == 0 && sum.cdf(0) == 1)
    #expect(sum.quantile(0.3) == 0)
  }
}
