// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

/// Expected values from the equations of Steffen (1990), slopes at both ends those of the secants,
/// worked out apart from GSL.
@Suite struct SteffenSplineTests {
  @Test func valuesAgreeWithTheEquations() throws {
    let spline = try SteffenSpline(
      x: [2019, 2022, 2024, 2030, 2035], y: [0, 0.05, 0.06, 0.24, 0.44])
    let places = [2020.0, 2023, 2026, 2028, 2032, 2034]
    let expected = [
      0.018222222222222223, 0.05491666666666667, 0.09979797979797979, 0.16626262626262625,
      0.31672727272727275, 0.3992727272727272,
    ]
    for (value, wanted) in zip(try spline.values(at: places), expected) {
      expectClose(try #require(value), wanted, relative: 1e-12)
    }
  }

  /// By hand: halfway between (0, 0) and (1, 1) with slopes 1 and 0 lies (0 + 1)/2 + (1 - 0)/8.
  @Test func halfwayIsAsByHand() throws {
    let spline = try SteffenSpline(x: [0, 1, 2, 3, 4], y: [0, 1, 1, 0, 3])
    #expect(try spline.values(at: [0.5, 1.5, 2.5, 3.5]) == [0.625, 1, 0.5, 1.125])
  }

  @Test func passesThroughItsPoints() throws {
    var random = SplitMix64(seed: 5)
    let x = (0..<20).map { Double($0) * 1.5 }
    let y = x.map { _ in Double.random(in: -3...3, using: &random) }
    let values = try SteffenSpline(x: x, y: y).values(at: x)
    for (value, wanted) in zip(values, y) {
      expectClose(try #require(value), wanted, relative: 1e-12, absolute: 1e-12)
    }
  }

  @Test(arguments: 1...20)
  func staysBetweenNeighboursAndIsMonotoneThere(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var x = [0.0]
    for _ in 0..<9 { x.append((x.last ?? 0) + Double.random(in: 0.1...4, using: &random)) }
    let y = x.map { _ in Double.random(in: -1...1, using: &random) }
    let spline = try SteffenSpline(x: x, y: y)
    for cell in 0..<9 {
      let places = (0...50).map { x[cell] + (x[cell + 1] - x[cell]) * Double($0) / 50 }
      let values = try spline.values(at: places.map { min($0, x[cell + 1]) }).map {
        try #require($0)
      }
      let rises = y[cell + 1] >= y[cell]
      for (left, right) in zip(values, values.dropFirst()) {
        #expect(rises ? right >= left - 1e-12 : right <= left + 1e-12)
      }
      let (low, high) = (min(y[cell], y[cell + 1]), max(y[cell], y[cell + 1]))
      #expect(values.allSatisfy { $0 >= low - 1e-12 && $0 <= high + 1e-12 })
    }
  }

  @Test func saysNothingOutsideItsPoints() throws {
    let spline = try SteffenSpline(x: [0, 1, 2], y: [0, 1, 4])
    #expect(try spline.values(at: [-0.001, 0, 2, 2.001]) == [nil, 0, 4, nil])
  }

  @Test func whatHasNoCurveIsRefused() {
    #expect(throws: FitError.tooFewPoints(got: 2, needed: 3)) {
      try SteffenSpline(x: [0, 1], y: [0, 1])
    }
    #expect(throws: FitError.lengthsDiffer(x: 3, y: 2)) {
      try SteffenSpline(x: [0, 1, 2], y: [0, 1])
    }
    #expect(throws: FitError.notFinite(index: 1)) {
      try SteffenSpline(x: [0, 1, 2], y: [0, .nan, 2])
    }
  }
}
