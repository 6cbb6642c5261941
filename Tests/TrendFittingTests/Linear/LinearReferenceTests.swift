// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

/// Every expected entry of the linear cases, by R's lm, sandwich, lmtest and nlme.
@Suite(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
struct LinearReferenceTests {
  @Test func leastSquaresWithHarmonicsAgreesWithR() throws {
    let (reference, series) = try StatisticsCase.read("ols_harmonic_pub")
    let fit = try LinearTrend(series, design: StatisticsCase.design)
    let months = [(2025, 1), (2030, 1), (2030, 7), (2035, 7)].map {
      Month(year: $0.0, month: $0.1)
    }
    #expect(reference.expected.count == 29)
    try reference.check(fit.namedValues().map { ($0.0, [$0.1]) } + fit.namedLists(months))
  }

  @Test func autoregressiveErrorsAgreeWithR() throws {
    let (reference, series) = try StatisticsCase.read("gls_ar1_pub")
    let values = try AutoregressiveTrend.Criterion.allCases.flatMap {
      try AutoregressiveTrend(series, design: StatisticsCase.design, criterion: $0).namedValues()
    }
    #expect(reference.expected.count == 30)
    try reference.check(values)
  }

  @Test func yearEffectAgreesWithR() throws {
    let (reference, series) = try StatisticsCase.read("yeareffect_pub")
    let fit = try YearEffectTrend(series, design: StatisticsCase.design)
    #expect(reference.expected.count == 19)
    try reference.check(
      fit.namedValues() + fit.estimate.namedTargetValues(base: 2019, targets: Self.targets))
  }

  @Test func probabilityOfTargetsAgreesWithR() throws {
    let (reference, series) = try StatisticsCase.read("ptarget_pub")
    let fit = try AutoregressiveTrend(series, design: StatisticsCase.design)
    #expect(reference.expected.count == 12)
    try reference.check(fit.estimate.namedTargetValues(base: 2019, targets: Self.targets))
  }

  static let targets = [(0.23, 2030), (0.25, 2030), (0.42, 2035), (0.46, 2035)].map {
    (reduction: $0.0, year: $0.1)
  }
}
