// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

@Suite struct YorkLineTests {
  static func pearson() throws -> (TrendReference, YorkLine) {
    let reference = try TrendReference("york_pearson")
    func column(_ name: String) throws -> [Double] { try reference.numbers(name).compactMap { $0 } }
    let line = try YorkLine(
      x: column("x"), y: column("y"), xUncertainties: column("sx"), yUncertainties: column("sy"))
    return (reference, line)
  }

  @Test(.enabled(if: TrendReference.isPresent))
  func pearsonsDataWithYorksWeightsAreMet() throws {
    let (reference, line) = try Self.pearson()
    reference.expectAll(line.namedValues())
    let factor = (11.866353194061428 / 8).squareRoot()
    expectClose(
      line.slopeStandardError(.scaledSigma), 0.05798500900077445 * factor, relative: 1e-5)
    expectClose(
      line.interceptStandardError(.scaledSigma), 0.29497073549310854 * factor, relative: 1e-5)
  }

  /// Without errors in x the line is that of weighted least squares, the expressions agree, and
  /// exchanging x and y inverts the slope.
  @Test func limitsAreOrdinaryRegression() throws {
    let x = [1.0, 2, 3.5, 4, 6, 7.5]
    let y = [2.1, 3.9, 7.4, 7.8, 12.5, 14.7]
    let sy = [0.1, 0.2, 0.3, 0.1, 0.2, 0.5]
    let zero = Array(repeating: 0.0, count: 6)
    let york = try YorkLine(x: x, y: y, xUncertainties: zero, yUncertainties: sy)
    let line = try StraightLineFit(x: x, y: y, weights: sy.map { 1 / ($0 * $0) })
    expectClose(york.slope, line.slope, relative: 1e-12)
    expectClose(york.intercept, line.intercept, relative: 1e-10)
    expectClose(york.chiSquare, line.sumOfSquares, relative: 1e-11)
    for convention in StandardErrorConvention.allCases {
      for points in YorkLine.Points.allCases {
        expectClose(
          york.slopeStandardError(convention, at: points), line.slopeStandardError(convention),
          relative: 1e-11)
        expectClose(
          york.interceptStandardError(convention, at: points),
          line.interceptStandardError(convention), relative: 1e-11)
      }
    }
    let sx = [0.2, 0.1, 0.2, 0.3, 0.1, 0.2]
    let r = [0.1, -0.3, 0, 0.5, 0.2, -0.1]
    let one = try YorkLine(x: x, y: y, xUncertainties: sx, yUncertainties: sy, correlations: r)
    let other = try YorkLine(x: y, y: x, xUncertainties: sy, yUncertainties: sx, correlations: r)
    expectClose(one.slope * other.slope, 1, relative: 1e-12)
    expectClose(one.chiSquare, other.chiSquare, relative: 1e-11)
  }

  @Test func refusesWhatHasNoAnswer() {
    let ones = [1.0, 1, 1]
    #expect(throws: FitRefusal(.constant, "all 3 values of x are 1.0")) {
      try YorkLine(x: ones, y: [1, 2, 3], xUncertainties: ones, yUncertainties: ones)
    }
    #expect(
      throws: FitRefusal(.tooShort, "2 values, a line with errors in x and y needs at least 3")
    ) { try YorkLine(x: [1, 2], y: [1, 2], xUncertainties: [1, 1], yUncertainties: [1, 1]) }
    #expect(throws: FitRefusal.self) {
      try YorkLine(
        x: [1, 2, 3], y: [1, 2, 3], xUncertainties: [0, 1, 1], yUncertainties: [0, 1, 1])
    }
  }
}
