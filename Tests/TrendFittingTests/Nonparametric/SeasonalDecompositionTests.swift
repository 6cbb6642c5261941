// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing
import TrendFitting

@Suite struct SeasonalDecompositionTests {
  struct Case: Sendable {
    let options: SeasonalDecomposition.Options
    let seasonal: [Double]
    let trend: [Double]
    let weights: [Double]
  }

  /// The months compared.
  static let places = [0, 1, 2, 3, 119, 120, 237, 238, 239]

  /// statsmodels 0.15.0, `statsmodels.tsa.seasonal.STL` of nottem; `seasonal`, `trend`, `weights`.
  static let cases = [
    // STL(y, period=12).fit()
    Case(
      options: .init(),
      seasonal: [
        -7.59686415991885, -8.85629224400333, -4.636751253347336, -3.077827914418749,
        -9.404612143186577, -9.820561351253957, -1.25029939381075, -2.8358268353378047,
        -11.729372787272773,
      ],
      trend: [
        48.5504037986941, 48.62270629426149, 48.700466914433484, 48.784092535142705,
        49.348607698060235, 49.39600317854932, 49.526974147755766, 49.50287937835452,
        49.478064752745354,
      ],
      weights: [
        1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0,
      ]),
    // STL(y, period=12, seasonal=13, robust=True).fit()
    Case(
      options: .init(seasonalWindow: 13, robust: true),
      seasonal: [
        -7.331566280547749, -8.91984589747104, -5.541715385617964, -3.176095037459932,
        -9.414606553776245, -10.046548810183598, -0.191397333942578, -4.328533533786399,
        -11.710791114138166,
      ],
      trend: [
        48.938268493320464, 48.95417522866614, 48.9748465840268, 49.00151599714442,
        49.30492277600897, 49.311197002396305, 49.60864604274482, 49.600181199959984,
        49.59341223672126,
      ],
      weights: [
        0.9558727129548937, 0.9743163552737232, 0.9591885161897633, 0.9665433489999882,
        0.8298693656815808, 0.774211839594637, 0.7010371060206579, 0.9236565605782358,
        0.9996979327145157,
      ]),
    // STL(y, period=12, seasonal=11, trend=25, low_pass=15, seasonal_deg=0, trend_deg=0,
    // low_pass_deg=0, robust=True).fit()
    Case(
      options: .init(
        seasonalWindow: 11, trendWindow: 25, lowPassWindow: 15, seasonalDegree: .constant,
        trendDegree: .constant, robust: true),
      seasonal: [
        -8.655882713990552, -9.320861322855766, -6.63517935092817, -3.062511186967648,
        -9.429737840775974, -9.849355917205536, 0.03471617031856465, -6.220132501512511,
        -10.312656992863786,
      ],
      trend: [
        49.88361185912413, 49.88960593940468, 49.896651005011805, 49.90498481345922,
        49.21502716562199, 49.249015073150254, 49.36031808142329, 49.356750150656424,
        49.35308474769166,
      ],
      weights: [
        0.982877419877844, 0.9976665902665235, 0.9440900581313029, 0.9991229822550864,
        0.8138821076487248, 0.7996898350560742, 0.7072554226140991, 0.5448614513262796,
        0.9343499991254194,
      ]),
    // Windows longer than the series: STL(y, period=12, seasonal=61, trend=301).fit()
    Case(
      options: .init(seasonalWindow: 61, trendWindow: 301),
      seasonal: [
        -8.164209142004502, -9.162502155047942, -6.357313500664016, -2.8311217933304507,
        -9.456688638109526, -9.38235517871105, -0.5895168318131607, -4.678267559402867,
        -10.794760068002144,
      ],
      trend: [
        48.5468724676732, 48.54926649119649, 48.5516876056812, 48.55413599191773,
        48.96187069126547, 48.96742484566381, 49.7693081484966, 49.77637717990695,
        49.78344044866342,
      ],
      weights: Array(repeating: 1, count: 9)),
  ]

  @Test(.enabled(if: TrendReference.isPresent), arguments: cases)
  func nottemIsTakenApartAsByStatsmodels(expected: Case) throws {
    let series = try TrendReference("trend_nottem").series()
    let result = try SeasonalDecomposition(series, options: expected.options)
    for (order, place) in Self.places.enumerated() {
      expectClose(result.seasonal[place], expected.seasonal[order], relative: 1e-9, "season")
      expectClose(result.trend[place], expected.trend[order], relative: 1e-9, "trend")
      expectClose(result.weights[place], expected.weights[order], relative: 1e-9, "weight")
    }
  }

  @Test func partsAddUp() throws {
    let series = try MadeUp.series(130, seed: 2, season: 4, gaps: 8)
    let result = try SeasonalDecomposition(series, options: .init(robust: true))
    #expect(result.months.count == 130 && result.values.compactMap { $0 } == series.values)
    for place in result.months.indices {
      guard let value = result.values[place], let remainder = result.remainder[place] else {
        #expect(result.remainder[place] == nil)
        continue
      }
      expectClose(
        result.seasonal[place] + result.trend[place] + remainder, value, relative: 1e-12)
    }
    #expect(try result.deseasonalised().months == series.months)
  }

  @Test func pureSeasonAndLineAreTold() throws {
    let months = MadeUp.months(120)
    let wave = [3.0, 1, -2, 0, 5, -4, 2, -1, 1, -3, 0, -2]
    let series = try MonthlySeries(
      months: months,
      values: months.enumerated().map { index, month in
        index % 17 == 5 ? nil : wave[month.month - 1] + 0.01 * Double(index)
      })
    for options in [
      SeasonalDecomposition.Options(), .init(seasonalWindow: nil), .init(robust: true),
    ] {
      let result = try SeasonalDecomposition(series, options: options)
      for place in months.indices {
        expectClose(
          result.seasonal[place], wave[place % 12], relative: 0, absolute: 0.02, "season")
        expectClose(
          result.trend[place], 0.01 * Double(place), relative: 0, absolute: 0.02, "trend")
      }
    }
  }

  /// A season the same in all years: every month's seasonal figure is one number.
  @Test func periodicSeasonRepeats() throws {
    let series = try MadeUp.series(100, seed: 5, season: 2, gaps: 9)
    let result = try SeasonalDecomposition(series, options: .init(seasonalWindow: nil))
    for place in 12..<100 { #expect(result.seasonal[place] == result.seasonal[place - 12]) }
  }

  @Test func longGapsStayFinite() throws {
    let full = try MadeUp.series(120, seed: 5, season: 2)
    let gapped = try MonthlySeries(
      months: full.months,
      values: full.values.enumerated().map { (20..<70).contains($0) ? nil : $1 })
    for robust in [false, true] {
      let result = try SeasonalDecomposition(gapped, options: .init(robust: robust))
      #expect((result.seasonal + result.trend).allSatisfy { $0.isFinite && abs($0) < 1e3 })
    }
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let short = try MadeUp.series(23, seed: 1)
    #expect(
      throws: FitRefusal(
        .tooShort, "23 months from first to last, taking off a season needs at least 24")
    ) { try SeasonalDecomposition(short) }
    let full = try MadeUp.series(60, seed: 1)
    let noMay = try MonthlySeries(
      months: full.months, values: zip(full.months, full.values).map { $0.month == 5 ? nil : $1 })
    #expect(
      throws: FitRefusal(.seasonMissing, "month 5 has 0 values, each month needs at least 2")
    ) { try SeasonalDecomposition(noMay) }
  }
}
