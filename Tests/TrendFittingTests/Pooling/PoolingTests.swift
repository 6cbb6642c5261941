// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

@Suite struct PoolingTests {
  static let slopes = [-0.021, -0.035, 0.004, -0.012, -0.05, -0.027]
  static let errors = [0.006, 0.009, 0.011, 0.005, 0.014, 0.008]

  /// statsmodels 0.15.0:
  /// `combine_effects(b, s**2, method_re='dl', use_t=False)`; the p of Q by scipy `chi2.sf(q, 5)`.
  @Test func poolingMatchesStatsmodels() throws {
    let pooled = try PooledSlopes(slopes: Self.slopes, standardErrors: Self.errors)
    expectClose(pooled.fixed.slope, -0.019606397511199435, relative: 1e-12)
    expectClose(pooled.fixed.standardError, 0.003027316655505978, relative: 1e-12)
    expectClose(pooled.random.slope, -0.02194889303611349, relative: 1e-12)
    expectClose(pooled.random.standardError, 0.00577362244934017, relative: 1e-12)
    expectClose(pooled.q, 15.466443460566822, relative: 1e-12)
    expectClose(pooled.qP, 0.008544594941084558, relative: 1e-10)
    expectClose(pooled.iSquared, 0.6767194725310974, relative: 1e-12)
    expectClose(pooled.tauSquared, 0.0001262824488913861, relative: 1e-12)
    let interval = pooled.random.interval()
    expectClose(interval.lowerBound, -0.033265, relative: 0, absolute: 5e-7)
    expectClose(interval.upperBound, -0.010633, relative: 0, absolute: 5e-7)
  }

  @Test func seriesThatAgreeLeaveNoSpread() throws {
    let pooled = try PooledSlopes(slopes: [1, 1, 1], standardErrors: [0.1, 0.2, 0.3])
    #expect(pooled.tauSquared == 0 && pooled.iSquared == 0)
    expectClose(pooled.q, 0, relative: 0, absolute: 1e-20)
    #expect(pooled.random == pooled.fixed)
  }

  @Test func orderIsIrrelevantAndUnitsPassThrough() throws {
    let pooled = try PooledSlopes(slopes: Self.slopes, standardErrors: Self.errors)
    let turned = try PooledSlopes(
      slopes: Self.slopes.reversed().map { 100 * $0 },
      standardErrors: Self.errors.reversed().map { 100 * $0 })
    expectClose(turned.random.slope, 100 * pooled.random.slope, relative: 1e-12)
    expectClose(turned.random.standardError, 100 * pooled.random.standardError, relative: 1e-12)
    expectClose(turned.iSquared, pooled.iSquared, relative: 1e-12)
  }

  @Test func poolingRefusesWhatHasNoAnswer() {
    #expect(throws: FitRefusal(.tooShort, "1 slopes, pooling needs at least 2")) {
      try PooledSlopes(slopes: [1], standardErrors: [1])
    }
    #expect(
      throws: FitRefusal(
        .badWeight, "the standard error of slope 2 is 0.0, expected a number above 0")
    ) { try PooledSlopes(slopes: [1, 2], standardErrors: [1, 0]) }
    #expect(throws: FitRefusal.self) {
      try PooledSlopes(slopes: [1, .infinity], standardErrors: [1, 1])
    }
    #expect(throws: FitRefusal.self) {
      try PooledSlopes(slopes: [1e140, -1e140], standardErrors: [1e-90, 1e-90])
    }
  }

  /// statsmodels 0.15.0: `multipletests(p, method='fdr_bh')[1]`.
  @Test func adjustedProbabilitiesMatchStatsmodels() throws {
    let adjusted = try FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.005, 0.2, 0.9, 0.04, 0.0001])
    let expected = [
      0.02666666666666667, 0.05333333333333334, 0.05333333333333334, 0.02, 0.2285714285714286, 0.9,
      0.05333333333333334, 0.0008,
    ]
    #expect(adjusted.count == expected.count)
    for (actual, expected) in zip(adjusted, expected) {
      expectClose(actual, expected, relative: 1e-14)
    }
    #expect(try FalseDiscovery.adjusted([]) == [])
    #expect(try FalseDiscovery.adjusted([0.9, 1, 1]) == [1, 1, 1])
    #expect(
      throws: FitRefusal(.notFinite, "p-value 2 is 1.5, expected a number from 0 to 1")
    ) { try FalseDiscovery.adjusted([0.1, 1.5]) }
  }
}
