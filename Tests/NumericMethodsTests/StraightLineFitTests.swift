// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct StraightLineFitTests {
  /// Years, so that the intercept lies far outside the points.
  static let years: [Double] = [2010, 2012, 2013, 2015, 2016, 2018, 2019, 2022]
  static let values = [131.2, 128.9, 129.7, 124.1, 125.3, 118.8, 119.9, 109.4]
  static let sigmas = [2.0, 1.5, 2.5, 1.0, 1.2, 0.8, 1.5, 3.0]
  static let weights = sigmas.map { 1 / ($0 * $0) }

  // numpy 2.4.6, agreeing with exact rational arithmetic (Python's fractions) to 1e-10:
  //
  //   import numpy as n
  //   x = n.array([2010, 2012, 2013, 2015, 2016, 2018, 2019, 2022.])
  //   y = [131.2, 128.9, 129.7, 124.1, 125.3, 118.8, 119.9, 109.4]
  //   s = n.array([2, 1.5, 2.5, 1, 1.2, .8, 1.5, 3])
  //   for c in 'unscaled', True:
  //     p, v = n.polyfit(x, y, 1, w=1/s, cov=c)
  //     print(p.tolist(), v.ravel().tolist(), (n.diag(v)**.5).tolist())
  //   print((((y - n.polyval(p, x))/s)**2).sum())
  @Test func weightedFitAgreesWithNumpy() throws {
    let fit = try StraightLineFit(x: Self.years, y: Self.values, weights: Self.weights)
    #expect(fit.count == 8)
    #expect(fit.degreesOfFreedom == 6)
    expectClose(fit.slope, -1.6279161808381826, "slope")
    expectClose(fit.intercept, 3404.790710659118, "intercept")
    expectClose(fit.sumOfSquares, 9.663275678172017, "sum of squares")

    expectClose(fit.slopeStandardError(.knownSigma), 0.17468157380737956)
    expectClose(fit.interceptStandardError(.knownSigma), 352.1721019701415)
    expectClose(fit.covariance(.knownSigma).slope, 0.03051365222782299)
    expectClose(fit.covariance(.knownSigma).interceptAndSlope, -61.51792388219912)
    expectClose(fit.covariance(.knownSigma).intercept, 124025.18940606774)

    expectClose(fit.slopeStandardError(.scaledSigma), 0.2216836460008274)
    expectClose(fit.interceptStandardError(.scaledSigma), 446.93205976381)
    expectClose(fit.covariance(.scaledSigma).slope, 0.04914363890422016)
    expectClose(fit.covariance(.scaledSigma).interceptAndSlope, -99.07744293708193)
    expectClose(fit.covariance(.scaledSigma).intercept, 199748.26604472182)
  }

  // By hand: x̄ = 1, ȳ = 2/3, Sxx = 2, Sxy = 1; residuals -1/6, 1/3, -1/6; (XᵀX)⁻¹ of 3 points.
  @Test func withoutWeightsEverySigmaIsOne() throws {
    let fit = try StraightLineFit(x: [0, 1, 2], y: [0, 1, 1])
    expectClose(fit.slope, 0.5, relative: 1e-15)
    expectClose(fit.intercept, 1.0 / 6, relative: 1e-15)
    expectClose(fit.sumOfSquares, 1.0 / 6, relative: 1e-15)
    expectClose(fit.residualStandardDeviation, (1.0 / 6).squareRoot(), relative: 1e-15)
    expectClose(fit.slopeStandardError(.knownSigma), 0.5.squareRoot(), relative: 1e-15)
    expectClose(fit.interceptStandardError(.knownSigma), (5.0 / 6).squareRoot(), relative: 1e-15)
    expectClose(fit.slopeStandardError(.scaledSigma), (1.0 / 12).squareRoot(), relative: 1e-15)
    #expect(fit == (try StraightLineFit(x: [0, 1, 2], y: [0, 1, 1], weights: [1, 1, 1])))
  }

  @Test func pointsOnALineLeaveNoScaledError() throws {
    let fit = try StraightLineFit(x: [1, 2, 3, 4], y: [3, 5, 7, 9])
    #expect(fit.slope == 2)
    #expect(fit.intercept == 1)
    #expect(fit.sumOfSquares == 0)
    #expect(fit.slopeStandardError(.scaledSigma) == 0)
    expectClose(fit.slopeStandardError(.knownSigma), 0.2.squareRoot())
  }

  @Test func aLineFarFromTheOriginKeepsItsDigits() throws {
    // Steps of 2⁻¹⁰ from 10¹² on are exact. GSL takes off a mean of its own, rounded to 10⁻⁴.
    let offsets = (0..<50).map { Double(($0 * $0) % 53) / 1024 }
    let y = (0..<50).map { Double(($0 * 37) % 11 + 3 * $0) }
    let near = try StraightLineFit(x: offsets, y: y)
    let far = try StraightLineFit(x: offsets.map { 1e12 + $0 }, y: y)
    expectClose(far.slope, near.slope, relative: 1e-13)
    for convention in StandardErrorConvention.allCases {
      expectClose(
        far.slopeStandardError(convention), near.slopeStandardError(convention), relative: 1e-13)
    }
  }
}
