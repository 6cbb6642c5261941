// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

@Suite struct LoessTests {
  static let x = [0, 0.7, 1.1, 2.5, 3.2, 4.9, 5.0, 6.6, 7.1, 8.8, 9.5, 11.0]
  static let y = [1.0, 3, 2, 5, 4, 8, 6, 7, 9, 8, 12, 10]

  /// statsmodels 0.15.0: `nonparametric.lowess(y, x, frac=0.5, it=0, xvals=xv)`.
  @Test func valuesMatchStatsmodelsLowess() throws {
    let loess = try Loess(x: Self.x, y: Self.y, window: 6)
    let positions = [0, 1, 2.6, 5.2, 7.0, 10.9]
    let expected = [
      1.3678385236228232, 2.509543164976479, 4.144975236008899, 6.861450024886091,
      7.96033478815408, 10.689136736689793,
    ]
    for (position, expected) in zip(positions, expected) {
      expectClose(try #require(loess.value(at: position)), expected, relative: 1e-12)
    }
    #expect(loess.values(at: positions) == positions.map { loess.value(at: $0) })
  }

  @Test func linesAndConstantsAreKept() throws {
    let line = try Loess(x: Self.x, y: Self.x.map { 3 - 2 * $0 }, window: 5)
    let level = try Loess(x: Self.x, y: Self.x.map { _ in 7 }, window: 20, degree: .constant)
    for position in stride(from: -1.0, through: 12, by: 0.5) {
      expectClose(try #require(line.value(at: position)), 3 - 2 * position, relative: 1e-12)
      expectClose(try #require(level.value(at: position)), 7, relative: 1e-14)
    }
  }

  @Test func pointsWithoutWeightDoNotCount() throws {
    var weights = [Double](repeating: 1, count: 12)
    weights[5] = 0
    var changed = Self.y
    changed[5] = 1e6
    let one = try Loess(x: Self.x, y: Self.y, weights: weights, window: 6)
    let other = try Loess(x: Self.x, y: changed, weights: weights, window: 6)
    #expect(one.value(at: 4) == other.value(at: 4))
    let none = try Loess(x: Self.x, y: Self.y, weights: weights.map { _ in 0 }, window: 6)
    #expect(none.value(at: 4) == nil)
    #expect(throws: FitRefusal.self) {
      try Loess(x: [1, 2], y: [1, 2], weights: [1, -1], window: 2)
    }
  }
}
