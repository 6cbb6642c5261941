// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods
import Testing

@Suite struct StraightLineFitRefusalTests {
  @Test(arguments: [0, 1, 2])
  func fewerThanThreePointsAreRefused(count: Int) {
    let values = (0..<count).map { Double($0) }
    #expect(throws: FitError.tooFewPoints(got: count, needed: 3)) {
      try StraightLineFit(x: values, y: values)
    }
  }

  @Test func unequalLengthsAreRefused() {
    #expect(throws: FitError.lengthsDiffer(x: 4, y: 3)) {
      try StraightLineFit(x: [1, 2, 3, 4], y: [1, 2, 3])
    }
  }

  @Test func aMissingWeightIsRefused() {
    #expect(throws: FitError.weightCountDiffers(points: 3, weights: 2)) {
      try StraightLineFit(x: [1, 2, 3], y: [1, 2, 3], weights: [1, 1])
    }
  }

  @Test(arguments: [nil, [1, 2, 3]] as [[Double]?])
  func equalXAreRefused(weights: [Double]?) {
    #expect(throws: FitError.noSpread) {
      try StraightLineFit(x: [0.1, 0.1, 0.1], y: [1, 2, 3], weights: weights)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity], 0..<3)
  func whatIsNotFiniteIsRefusedWithItsIndex(value: Double, index: Int) {
    let sound: [Double] = [1, 2, 3]
    var unsound = sound
    unsound[index] = value
    #expect(throws: FitError.notFinite(index: index)) {
      try StraightLineFit(x: unsound, y: sound)
    }
    #expect(throws: FitError.notFinite(index: index)) {
      try StraightLineFit(x: sound, y: unsound)
    }
    #expect(throws: FitError.notFinite(index: index)) {
      try StraightLineFit(x: sound, y: sound, weights: unsound)
    }
  }

  @Test(arguments: [0, -0.0, -1, -.leastNonzeroMagnitude] as [Double])
  func aWeightThatIsNotAboveZeroIsRefused(weight: Double) {
    #expect(throws: FitError.nonPositiveWeight(index: 1)) {
      try StraightLineFit(x: [1, 2, 3], y: [1, 2, 3], weights: [1, weight, 1])
    }
  }

  @Test(
    arguments: [
      ([-1e308, 0, 1e308], [1, 2, 4]),  // the squares of x overflow
      ([1e308, 1.1e308, 1.2e308], [1, 2, 4]),  // the sum of x overflows
      ([1, 2, 3], [-1e308, 1e308, 1e308]),  // the squares of y overflow
      ([0, 1e-200, 2e-200], [1, 2, 4]),  // the squares of x underflow
    ] as [([Double], [Double])])
  func whatCannotBeComputedIsRefusedAndNotNaN(x: [Double], y: [Double]) {
    #expect(throws: FitError.noFiniteAnswer) {
      try StraightLineFit(x: x, y: y)
    }
  }
}
