// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

/// Every linear fit refuses the same series for the same reasons.
@Suite struct LinearRefusalTests {
  enum Model: CaseIterable {
    case leastSquares, autoregressive, yearEffect, censored, breakSearch

    func fit(_ series: MonthlySeries, _ design: TrendDesign) throws(FitRefusal) {
      switch self {
      case .leastSquares: _ = try LinearTrend(series, design: design)
      case .autoregressive: _ = try AutoregressiveTrend(series, design: design)
      case .yearEffect: _ = try YearEffectTrend(series, design: design)
      case .censored: _ = try CensoredTrend(series, belowLimit: [], design: design)
      case .breakSearch: _ = try BreakSearch(series, design: design, kind: .step)
      }
    }

    func refusal(_ series: MonthlySeries, _ design: TrendDesign) -> FitRefusal? {
      do throws(FitRefusal) {
        try fit(series, design)
        return nil
      } catch {
        return error
      }
    }
  }

  static let design = TrendDesign(origin: 2019.5)

  static func series(_ count: Int, _ value: (Int) -> Double?) throws -> MonthlySeries {
    try MonthlySeries(
      months: (0..<count).map { Month(index: 2010 * 12 + $0) }, values: (0..<count).map(value))
  }

  @Test(arguments: Model.allCases)
  func tooShortIsRefused(model: Model) throws {
    let short = try Self.series(7) { 1 + Double($0 % 5) }
    #expect(model.refusal(short, Self.design)?.code == .tooShort)
  }

  @Test func aYearEffectNeedsFourYears() throws {
    let series = try Self.series(36) { 1 + Double(($0 * 7) % 5) }
    let refusal = Model.yearEffect.refusal(series, Self.design)
    #expect(refusal?.sentence == "values in 3 calendar years, expected at least 4")
    #expect(Model.leastSquares.refusal(series, Self.design) == nil)
  }

  @Test(arguments: Model.allCases)
  func constantIsRefused(model: Model) throws {
    #expect(model.refusal(try Self.series(120) { _ in 3 }, Self.design)?.code == .constant)
  }

  /// Least squares has an answer there, with standard errors of about 0.
  @Test(arguments: Model.allCases)
  func valuesOnTheModelButForRoundingAreRefused(model: Model) throws {
    var made = MadeSeries()
    made.sigma = 0
    let refusal = model.refusal(try made.series(seed: 1), Self.design)
    #expect(refusal?.code == (model == .leastSquares ? nil : .constant))
  }

  @Test(arguments: Model.allCases, [0, -0.5])
  func withoutALogarithmIsRefusedOnALogScaleOnly(model: Model, value: Double) throws {
    let series = try MadeSeries().series(seed: 4)
    var values = series.values
    values[50] = value
    let bad = try MonthlySeries(months: series.months, values: values)
    let refusal = model.refusal(bad, Self.design)
    #expect(refusal?.code == .nonPositive)
    #expect(refusal?.sentence.contains("2009-3") == true)
    #expect(model.refusal(bad, TrendDesign(origin: 2019.5, scale: .linear)) == nil)
  }

  @Test(arguments: Model.allCases)
  func aMonthThatIsAlwaysMissingIsRefused(model: Model) throws {
    let whole = try MadeSeries().series(seed: 5)
    let series = try MonthlySeries(
      months: whole.months,
      values: zip(whole.months, whole.values).map { $0.month == 7 ? nil : $1 })
    let refusal = model.refusal(series, Self.design)
    #expect(refusal?.code == .seasonMissing)
    #expect(refusal?.sentence.contains("month 7 of the year") == true)
    #expect(model.refusal(series, TrendDesign(origin: 2019.5, harmonics: 0)) == nil)
  }

  @Test(arguments: Model.allCases)
  func coefficientsThatCannotBeToldApartAreRefusedByName(model: Model) throws {
    let series = try MadeSeries().series(seed: 6)
    for step in [Month(year: 1990, month: 1), Month(year: 2050, month: 1)] {
      var design = Self.design
      design.steps = [DeclaredStep(name: "new analyser", from: step)]
      let refusal = model.refusal(series, design)
      #expect(refusal?.code == .rankDeficient)
      #expect(refusal?.sentence.contains("'new analyser'") == true)
    }
    var design = Self.design
    design.covariates = [
      Covariate(
        name: "time again",
        values: Dictionary(uniqueKeysWithValues: series.months.map { ($0, $0.time) }))
    ]
    #expect(model.refusal(series, design)?.sentence.contains("'time again'") == true)
  }

  @Test func badWeightsAreRefused() throws {
    let series = try MadeSeries().series(seed: 7)
    for weight in [0, -1, Double.nan, .infinity] {
      var weights = Array(repeating: 1.0, count: series.count)
      weights[13] = weight
      do throws(FitRefusal) {
        _ = try LinearTrend(series, design: Self.design, weighting: .given(weights))
        Issue.record("no refusal")
      } catch {
        #expect(error.code == .badWeight)
        #expect(error.sentence.hasPrefix("the weight of 2006-2 is"))
      }
    }
    #expect(throws: FitRefusal.self) {
      try LinearTrend(series, design: Self.design, weighting: .given([1]))
    }
    #expect(throws: FitRefusal.self) {
      try LinearTrend(series, design: Self.design, weighting: .uncertainty)
    }
  }

  @Test func errorsThatWanderAreRefused() throws {
    // Random walks about no trend: φ is near 1 or runs to its bound, which is refused.
    let design = TrendDesign(origin: 2019.5, scale: .linear, harmonics: 0)
    var refused = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var level = 0.0
      let series = try Self.series(240) { _ in
        level += MadeSeries.normal(&random)
        return level
      }
      do throws(FitRefusal) {
        let fit = try AutoregressiveTrend(series, design: design)
        #expect(fit.phi > 0.85)
      } catch {
        #expect(error.code == .didNotConverge)
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test func tooFewMeasuredMonthsAreRefused() throws {
    let series = try MadeSeries().series(seed: 8)
    for (count, code) in [(200, FitRefusal.Code.tooShort), (series.count - 3, .tooShort)] {
      do throws(FitRefusal) {
        _ = try CensoredTrend(
          series, belowLimit: Set(series.months.prefix(count)), design: Self.design)
        Issue.record("no refusal")
      } catch {
        #expect(error.code == code)
      }
    }
  }
}
