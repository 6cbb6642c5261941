// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

/// What holds for every line, tried on random points.
@Suite struct StraightLineFitLawTests {
  struct Points: Sendable {
    var x: [Double] = []
    var y: [Double] = []
    var weights: [Double] = []

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let (level, slope) = (
        Double.random(in: 50...150, using: &random), Double.random(in: -3...3, using: &random)
      )
      for year in 0..<Int.random(in: 3...40, using: &random) {
        x.append(Double(year) + Double.random(in: 0...0.5, using: &random))
        y.append(level + slope * x[year] + Double.random(in: -5...5, using: &random))
        weights.append(Double.random(in: 0.1...10, using: &random))
      }
    }

    func fit() throws -> StraightLineFit {
      try StraightLineFit(x: x, y: y, weights: weights)
    }
  }

  static let seeds: [UInt64] = Array(1...50)

  @Test(arguments: seeds)
  func aFactorOnAllWeightsChangesKnownSigmaOnly(seed: UInt64) throws {
    let points = Points(seed: seed)
    var heavier = points
    heavier.weights = points.weights.map { $0 * 7.3 }
    let (fit, scaled) = (try points.fit(), try heavier.fit())
    expectClose(scaled.slope, fit.slope)
    expectClose(scaled.intercept, fit.intercept)
    expectClose(scaled.slopeStandardError(.scaledSigma), fit.slopeStandardError(.scaledSigma))
    expectClose(
      scaled.interceptStandardError(.scaledSigma), fit.interceptStandardError(.scaledSigma))
    expectClose(
      scaled.slopeStandardError(.knownSigma),
      fit.slopeStandardError(.knownSigma) / 7.3.squareRoot())
    expectClose(scaled.sumOfSquares, fit.sumOfSquares * 7.3)
  }

  @Test(arguments: seeds)
  func aShiftOfXLeavesTheSlope(seed: UInt64) throws {
    let points = Points(seed: seed)
    var later = points
    later.x = points.x.map { $0 + 2000 }
    let (fit, shifted) = (try points.fit(), try later.fit())
    expectClose(shifted.slope, fit.slope)
    expectClose(shifted.sumOfSquares, fit.sumOfSquares)
    for convention in StandardErrorConvention.allCases {
      expectClose(shifted.slopeStandardError(convention), fit.slopeStandardError(convention))
    }
    expectClose(shifted.intercept, fit.intercept - 2000 * fit.slope)
  }

  @Test(arguments: seeds)
  func theOrderOfThePointsIsIrrelevant(seed: UInt64) throws {
    let points = Points(seed: seed)
    var random = SplitMix64(seed: seed)
    let order = points.x.indices.shuffled(using: &random)
    var shuffled = points
    shuffled.x = order.map { points.x[$0] }
    shuffled.y = order.map { points.y[$0] }
    shuffled.weights = order.map { points.weights[$0] }
    let (fit, other) = (try points.fit(), try shuffled.fit())
    expectClose(other.slope, fit.slope)
    expectClose(other.intercept, fit.intercept)
    expectClose(other.slopeStandardError(.scaledSigma), fit.slopeStandardError(.scaledSigma))
  }

  @Test(arguments: seeds)
  func residualsAreOrthogonalToTheLine(seed: UInt64) throws {
    // The normal equations: Σ w r = 0 and Σ w r x = 0.
    let points = Points(seed: seed)
    let fit = try points.fit()
    let weighted = zip(zip(points.x, points.y), points.weights).map { point, weight in
      weight * (point.1 - fit.intercept - fit.slope * point.0)
    }
    expectClose(weighted.reduce(0, +), 0, absolute: 1e-9)
    expectClose(zip(weighted, points.x).reduce(0) { $0 + $1.0 * $1.1 }, 0, absolute: 1e-7)
  }
}
