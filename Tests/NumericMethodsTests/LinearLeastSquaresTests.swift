// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct LinearLeastSquaresTests {
  static func line(_ x: [Double]) -> Matrix { Matrix(columns: [x.map { _ in 1 }, x]) }

  /// The two ways to fit a line agree: GSL's `gsl_fit_wlinear` and the general solution.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func aLineIsTheStraightLineFit(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 4...40, using: &random)
    let x = (0..<count).map { 2000 + Double($0) + Double.random(in: 0...0.5, using: &random) }
    let y = x.map { 3 * ($0 - 2000) + Double.random(in: -5...5, using: &random) }
    let weights = x.map { _ in Double.random(in: 0.1...10, using: &random) }
    let line = try StraightLineFit(x: x, y: y, weights: weights)
    let fit = try LinearLeastSquares(design: Self.line(x), response: y, weights: weights)
    expectClose(fit.coefficients[1], line.slope, relative: 1e-9)
    expectClose(fit.coefficients[0], line.intercept, relative: 1e-9)
    expectClose(fit.sumOfSquares, line.sumOfSquares, relative: 1e-9)
    for convention in StandardErrorConvention.allCases {
      expectClose(
        fit.standardErrors(convention)[1], line.slopeStandardError(convention), relative: 1e-8)
      expectClose(
        fit.standardErrors(convention)[0], line.interceptStandardError(convention),
        relative: 1e-8)
    }
    // The trace of the hat matrix is the number of coefficients.
    expectClose(fit.leverages.reduce(0, +), 2, relative: 1e-9)
    #expect(fit.hasIntercept)
    #expect(fit.degreesOfFreedom == count - 2)
  }

  // By hand: x̄ = 1, ȳ = 2/3, residuals −1/6, 1/3, −1/6, total 2/3; leverages 5/6, 1/3, 5/6.
  // R: logLik(lm(y ~ x)) = ½ (−3 (ln 2π + 1 − ln 3 + ln 1/6)) as below, by Python's math;
  // AIC counts 3 parameters.
  @Test func aLineThroughThreePoints() throws {
    let fit = try LinearLeastSquares(design: Self.line([0, 1, 2]), response: [0, 1, 1])
    expectClose(fit.coefficients[0], 1.0 / 6, relative: 1e-14)
    expectClose(fit.coefficients[1], 0.5, relative: 1e-14)
    expectClose(try #require(fit.rSquared), 0.75, relative: 1e-14)
    expectClose(try #require(fit.adjustedRSquared), 0.5, relative: 1e-14)
    for (value, expected) in zip(fit.leverages, [5.0 / 6, 1.0 / 3, 5.0 / 6]) {
      expectClose(value, expected, relative: 1e-14)
    }
    let logLikelihood = try #require(fit.logLikelihood(.scaledSigma))
    expectClose(logLikelihood, 0.0787420372302291, relative: 1e-12)
    expectClose(try #require(fit.akaike(.scaledSigma)), 6 - 2 * logLikelihood, relative: 1e-14)
    // −½ (3 ln 2π + 1/6).
    expectClose(
      try #require(fit.logLikelihood(.knownSigma)), -2.840148932947352, relative: 1e-12)
    #expect(fit.informationParameters(.knownSigma) == 2)
  }

  @Test func aPerfectFitHasNoLikelihoodWithSigmaEstimated() throws {
    let fit = try LinearLeastSquares(design: Self.line([0, 1, 2, 3]), response: [1, 3, 5, 7])
    #expect(fit.sumOfSquares == 0)
    #expect(fit.logLikelihood(.scaledSigma) == nil)
    #expect(fit.rSquared == 1)
  }

  @Test func dependentColumnsAreRefusedAndNamed() {
    let x = (0..<8).map { Double($0) }
    let design = Matrix(columns: [x.map { _ in 1 }, x, x.map { 1e6 * (2 - 3 * $0) }])
    do throws(LinearFitError) {
      _ = try LinearLeastSquares(design: design, response: x.map { $0 * $0 })
      Issue.record("no error")
    } catch {
      guard case .rankDeficient(let rank, let columns) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(rank == 2)
      #expect(columns.count == 1)
      #expect(error.description.contains("only 2 columns are independent"))
    }
  }

  @Test func badInputIsRefused() {
    let design = Self.line([0, 1, 2, 3])
    let y: [Double] = [1, 2, 3, 5]
    #expect(throws: LinearFitError.tooFewRows(got: 2, needed: 3)) {
      try LinearLeastSquares(design: Self.line([0, 1]), response: [1, 2])
    }
    #expect(throws: LinearFitError.lengthsDiffer(rows: 4, values: 3)) {
      try LinearLeastSquares(design: design, response: [1, 2, 3])
    }
    #expect(throws: LinearFitError.lengthsDiffer(rows: 4, values: 1)) {
      try LinearLeastSquares(design: design, response: y, weights: [1])
    }
    #expect(throws: LinearFitError.notFinite(row: 2)) {
      try LinearLeastSquares(design: design, response: [1, 2, .nan, 4])
    }
    #expect(throws: LinearFitError.notFinite(row: 1)) {
      try LinearLeastSquares(design: Self.line([0, .infinity, 2, 3]), response: y)
    }
    for weight in [0, -1] as [Double] {
      #expect(throws: LinearFitError.nonPositiveWeight(row: 3)) {
        try LinearLeastSquares(design: design, response: y, weights: [1, 1, 1, weight])
      }
    }
    #expect(throws: LinearFitError.self) {
      try LinearLeastSquares(design: design, response: [1e300, -1e300, 1e300, 0])
    }
    #expect(throws: LinearFitError.self) {
      try LinearLeastSquares(design: Matrix(rows: 4, columns: 2), response: y)
    }
  }
}
