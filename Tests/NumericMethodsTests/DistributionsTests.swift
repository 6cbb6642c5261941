// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

/// Expected values: scipy 1.17.1 (`scipy.stats.t.ppf(p, df)`, `.cdf`, `.sf` and likewise `chi2`, `f`,
/// `norm`); logarithms and the noncentral t by mpmath 1.3.0 with 25 digits or more, the latter as
/// quad(lambda s: ncdf(t*s - d) * density of sqrt(chi2/v) at s, [0, .5, 1, 1.5, 2, 4, 10]).
@Suite struct DistributionsTests {
  @Test(
    arguments: [
      (2.5, 0.975, 3.5746548420036817, 0.06123983221207763, 0.004476028287466082),
      (18, 0.975, 2.1009220402410382, 0.016814072717687388, 3.0338956494048363e-07),
      (223, 0.975, 1.9706589608158354, 0.011186486463963849, 7.492288410529254e-13),
      (1, 0.9999, 3183.098757118502, 0.13054758708862277, 0.04219246315884136),
      (5, 1e-6, -24.771029720515948, 0.03488623466601866, 0.0003331266244830902),
    ])
  func studentT(freedom: Double, p: Double, quantile: Double, below: Double, above: Double) {
    let t = StudentT(degreesOfFreedom: freedom)
    expectClose(t.quantile(p), quantile, relative: 1e-9, "quantile")
    expectClose(t.cdf(-2.3), below, relative: 1e-11, "cdf")
    expectClose(t.upperTail(7.5), above, relative: 1e-10, "upper tail")
    expectClose(t.twoSided(-7.5), 2 * above, relative: 1e-10, "two-sided")
  }

  // Very many degrees of freedom come from a drift variance: then it is the normal quantile.
  @Test(arguments: [1e6, 1e9, 1e12]) func studentTWithManyDegreesIsNormal(freedom: Double) {
    let t = StudentT(degreesOfFreedom: freedom)
    expectClose(t.quantile(0.975), 1.9599639845400545, relative: 1e-5)
    expectClose(t.cdf(-3), 0.0013498980316300933, relative: 1e-4)
  }

  @Test(
    arguments: [
      (1, 0.95, 3.841458820694124, 0.9217077058535903, 1.6122054973377686e-05),
      (12, 0.5, 11.34032237742414, 0.0052041097919232025, 0.09864977604395743),
      (12, 0.999, 32.90949040736021, 0.0052041097919232025, 0.09864977604395743),
      (0.7, 0.1, 0.002000844092844385, 0.9517936379166209, 7.920536547055628e-06),
    ])
  func chiSquared(freedom: Double, p: Double, quantile: Double, below: Double, above: Double) {
    let x = ChiSquared(degreesOfFreedom: freedom)
    expectClose(x.quantile(p), quantile, relative: 1e-9, "quantile")
    expectClose(x.cdf(3.1), below, relative: 1e-11, "cdf")
    expectClose(x.upperTail(18.6), above, relative: 1e-10, "upper tail")
    #expect(x.cdf(-1) == 0)
    #expect(x.upperTail(-1) == 1)
  }

  @Test(
    arguments: [
      (1, 20, 0.95, 4.351243503329288, 0.7929035725863816, 0.04884975331463575),
      (5, 100, 0.99, 3.2058717714230007, 0.8584766610825261, 0.0011578062770564712),
      (2.5, 7.5, 0.1, 0.1513450411574727, 0.7522193161419681, 0.04902844548733698),
    ])
  func fisherF(
    top: Double, bottom: Double, p: Double, quantile: Double, below: Double, above: Double
  ) {
    let f = FisherF(numerator: top, denominator: bottom)
    expectClose(f.quantile(p), quantile, relative: 1e-9, "quantile")
    expectClose(f.cdf(1.7), below, relative: 1e-11, "cdf")
    expectClose(f.upperTail(4.4), above, relative: 1e-10, "upper tail")
  }

  @Test(
    arguments: [
      (1e-12, -7.034483825301131), (0.025, -1.9599639845400545), (0.5, 0),
      (0.9, 1.2815515655446004), (1 - 1e-9, 5.997807019601637),
    ])
  func normalQuantile(p: Double, z: Double) {
    expectClose(StandardNormal.quantile(p), z, relative: 1e-12, absolute: 1e-15)
  }

  @Test(
    arguments: [
      (-3, 0.0013498980316300933, 0.9986501019683699, 0.0044318484119380075),
      (0.5, 0.6914624612740131, 0.3085375387259869, 0.35206532676429947),
      (2, 0.9772498680518208, 0.022750131948179195, 0.05399096651318806),
    ])
  func normal(z: Double, below: Double, above: Double, density: Double) {
    expectClose(StandardNormal.cdf(z), below, relative: 1e-13)
    expectClose(StandardNormal.upperTail(z), above, relative: 1e-13)
    expectClose(StandardNormal.density(z), density, relative: 1e-14)
  }

  @Test(
    arguments: [
      (-60, -1805.0135606805673, 60.016657420241124),
      (-38, -726.5572160188201, 38.02627946657587),
      (-10.5, -58.404187061073245, 10.593583926132379),
      (-9.5, -48.30601929896523, 9.603050090384283),
      (-3, -6.607726221510349, 3.2830986549304364),
      (0, -0.6931471805599453, 0.7978845608028654),
      (4, -3.167174337748927e-05, 0.00013383446446857514),
      (9, -1.1285884059538405e-19, 1.0279773571668915e-18),
    ])
  func normalLogarithmInTheTail(z: Double, value: Double, slope: Double) {
    expectClose(StandardNormal.logCDF(z), value, relative: 1e-12)
    expectClose(StandardNormal.logCDFSlope(z), slope, relative: 1e-12)
  }

  @Test(
    arguments: [
      (2.0, 10, 1.5, 0.6591540724421908), (-1.0, 6, 0.7, 0.054946260197799156),
      (2.447, 6, 3.2, 0.24000746461882835), (1.97, 200, 2.8, 0.20370525092145803),
      (0, 4, -1, 0.8413447460685429), (12.7062, 1, 2.5, 0.8443686902838502),
      (3, 20, 15, 0),
    ])
  func noncentralT(t: Double, freedom: Double, shift: Double, below: Double) {
    let distribution = NoncentralT(degreesOfFreedom: freedom, noncentrality: shift)
    expectClose(distribution.cdf(t), below, relative: 1e-11, absolute: 1e-13)
  }

  @Test(arguments: [1, 3.5, 40], [-6, -0.3, 0.8, 2, 9] as [Double])
  func noncentralTWithoutShiftIsStudents(freedom: Double, t: Double) {
    expectClose(
      NoncentralT(degreesOfFreedom: freedom, noncentrality: 0).cdf(t),
      StudentT(degreesOfFreedom: freedom).cdf(t), relative: 1e-11, absolute: 1e-14)
  }
}
