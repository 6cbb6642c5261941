// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

@Suite struct LinearTrendTests {
  static let design = TrendDesign(origin: 2019.5)

  @Test func monthsKeepTheirIndex() {
    for index in [0, 11, 12, 24240, -1, -12, -13] { #expect(Month(index: index).index == index) }
    #expect(Month(index: -1) == Month(year: -1, month: 12))
  }

  @Test func aWindowHoldsWholeCalendarYears() throws {
    let series = try MadeSeries().series(seed: 1).lastYears(10)
    #expect(series.months.first == Month(year: 2015, month: 1))
    #expect(series.count == 120)
  }

  /// What went in comes out: no noise, a step, a covariate, gaps.
  @Test func aModelWithoutNoiseIsRecovered() throws {
    let step = Month(year: 2015, month: 4)
    let weather = { (month: Month) in sin(Double(month.index) * 1.7) }
    var made = MadeSeries()
    made.sigma = 0
    made.missingShare = 0.1
    made.extra = { ($0 >= step ? 0.25 : 0) + 0.07 * weather($0) }
    let series = try made.series(seed: 3)
    var design = Self.design
    design.steps = [DeclaredStep(name: "instrument", from: step)]
    let known = series.months.dropFirst(5)
    design.covariates = [
      Covariate(
        name: "weather", values: Dictionary(uniqueKeysWithValues: known.map { ($0, weather($0)) }))
    ]
    let fit = try LinearTrend(series, design: design)
    expectClose(try #require(fit.estimate.coefficient("x")), -0.03, relative: 1e-10)
    expectClose(try #require(fit.estimate.coefficient("c1")), 0.4, relative: 1e-10)
    expectClose(try #require(fit.estimate.coefficient("instrument")), 0.25, relative: 1e-10)
    expectClose(try #require(fit.estimate.coefficient("weather")), 0.07, relative: 1e-10)
    #expect(fit.estimate.coefficient("rain") == nil)
    #expect(fit.omittedMonths == Array(series.months.prefix(5)))
    #expect(fit.predict(Month(year: 2030, month: 1)) == nil)
    let month = series.months[20]
    let prediction = try #require(fit.predict(month))
    expectClose(prediction.fit, log(series.values[20]), relative: 1e-10)
  }

  /// Weighted by the uncertainties of the reference series, with a step from 2015-04; statsmodels
  /// 0.15.0: `WLS(log(v), X, weights=(v/u)**2).fit()`, `bse`, `normalized_cov_params`, `HC3_se`,
  /// `get_robustcov_results('HAC', maxlags=12, use_correction=False)`.
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func weightedFitAgreesWithStatsmodels() throws {
    let series = try StatisticsCase.seriesWithUncertainty("ols_harmonic_pub")
    var design = Self.design
    design.steps = [DeclaredStep(name: "step", from: Month(year: 2015, month: 4))]
    let scaled = try LinearTrend(series, design: design, weighting: .uncertainty)
    let known = try LinearTrend(
      series, design: design, weighting: .uncertainty, convention: .knownSigma)
    let expected: [(String, Double, Double, Double)] = [
      ("(Intercept)", 1.940021344930796, 0.050207178057629434, 0.019258622872279772),
      ("x", -0.02865319613542857, 0.004839197479010729, 0.0018562341652777399),
      ("c1", 0.1062193876567072, 0.019513459793768683, 0.007485032571841164),
      ("s1", -0.3686010049067791, 0.019561985434906906, 0.007503646185640448),
      ("c2", -0.16284413882340137, 0.01930052693309295, 0.0074033551340819135),
      ("s2", 0.05443512047517773, 0.01973276695586501, 0.007569155083629323),
      ("step", -0.08001757555929555, 0.056467694876226854, 0.02166005105564709),
    ]
    for (name, value, scaledError, knownError) in expected {
      expectClose(try #require(scaled.estimate.coefficient(name)), value, relative: 1e-10, name)
      expectClose(
        try #require(scaled.estimate.standardError(name)), scaledError, relative: 1e-10, name)
      expectClose(
        try #require(known.estimate.standardError(name)), knownError, relative: 1e-10, name)
    }
    expectClose(scaled.solution.residualStandardDeviation, 2.6069973118325085, relative: 1e-10)
    expectClose(
      try #require(scaled.solution.logLikelihood(.scaledSigma)), 35.81911516371099,
      relative: 1e-10)
    expectClose(try #require(scaled.solution.rSquared), 0.7494160467452199, relative: 1e-10)
    expectClose(
      try #require(scaled.covarianceHC3)[1, 1].squareRoot(), 0.004742892093745575,
      relative: 1e-10)
    expectClose(
      scaled.covarianceNeweyWest(lag: 12)[1, 1].squareRoot(), 0.005144997619953164,
      relative: 1e-10)
    // Given weights are the same thing.
    let weights = zip(series.values, try #require(series.uncertainties)).map {
      ($0 / $1) * ($0 / $1)
    }
    let given = try LinearTrend(series, design: design, weighting: .given(weights))
    expectClose(given.estimate.slope, scaled.estimate.slope, relative: 1e-13)
  }

  /// The level of the linear-scale trend: scipy and numpy on statsmodels' OLS of the same series.
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func ratioOfLevelsOnALinearScale() throws {
    let (_, series) = try StatisticsCase.read("ols_harmonic_pub")
    let fit = try LinearTrend(series, design: TrendDesign(origin: 2019.5, scale: .linear))
    let change = try #require(fit.estimate.change(year: 2030, base: 2019))
    expectClose(change.percent, -46.07064053065065, relative: 1e-10)
    let interval = try #require(change.interval)
    expectClose(interval.lower, -54.59307489398682, relative: 1e-9)
    expectClose(interval.upper, -38.10757298393466, relative: 1e-9)
    expectClose(
      fit.estimate.probability(ofReduction: 0.23, year: 2030, base: 2019), 0.9999999974109789,
      relative: 1e-12)
  }

  /// scipy on the coefficients of R's `gls`: variance 0.0004 a year over the 10.54 years from
  /// 2024-12 to the middle of 2035, degrees of freedom by Satterthwaite.
  @Test(.enabled(if: StatisticsCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func driftWidensTheProjection() throws {
    let (_, series) = try StatisticsCase.read("ptarget_pub")
    let estimate = try AutoregressiveTrend(series, design: Self.design).estimate
    let drift = DriftVariance(perYear: 0.0004)
    expectClose(
      estimate.probability(ofReduction: 0.42, year: 2035, base: 2019, drift: drift),
      0.5762645160281513, relative: 1e-7)
    let change = try #require(estimate.change(year: 2035, base: 2019, drift: drift))
    let interval = try #require(change.interval)
    expectClose(interval.lower, -51.36584437466484, relative: 1e-7)
    expectClose(interval.upper, -32.97280585200633, relative: 1e-7)
    // Between two years with values nothing drifts.
    #expect(
      estimate.probability(ofReduction: 0.1, year: 2023, base: 2019, drift: drift)
        == estimate.probability(ofReduction: 0.1, year: 2023, base: 2019))
  }

  /// The interval and the probability say the same.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func probabilityAtTheEdgeOfTheIntervalIsItsTail(seed: UInt64) throws {
    let series = try MadeSeries().series(seed: seed)
    for drift in [DriftVariance.none, DriftVariance(perYear: 0.001)] {
      let estimate = try YearEffectTrend(series, design: Self.design).estimate
      let change = try #require(estimate.change(year: 2030, base: 2019, drift: drift))
      let interval = try #require(change.interval)
      let probability = estimate.probability(
        ofReduction: -interval.upper / 100, year: 2030, base: 2019, drift: drift)
      expectClose(probability, 0.975, relative: 1e-9)
    }
    let linear = try LinearTrend(series, design: TrendDesign(origin: 2019.5, scale: .linear))
    let change = try #require(linear.estimate.change(year: 2030, base: 2019))
    let interval = try #require(change.interval)
    expectClose(
      linear.estimate.probability(ofReduction: -interval.lower / 100, year: 2030, base: 2019),
      0.025, relative: 1e-8)
  }

  @Test func theOriginMovesTheInterceptOnly() throws {
    let series = try MadeSeries().series(seed: 9)
    let near = try YearEffectTrend(series, design: Self.design)
    let far = try YearEffectTrend(series, design: TrendDesign(origin: 0))
    expectClose(near.estimate.slope, far.estimate.slope, relative: 1e-7)
    expectClose(near.estimate.slopeStandardError, far.estimate.slopeStandardError, relative: 1e-7)
    let (one, other) = (near.estimate.level(year: 2030), far.estimate.level(year: 2030))
    expectClose(one.value, other.value, relative: 1e-7)
    expectClose(one.interval.lower, other.interval.lower, relative: 1e-6)
  }
}
