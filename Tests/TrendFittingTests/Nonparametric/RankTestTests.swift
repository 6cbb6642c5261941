// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing

@testable import TrendFitting

@Suite struct RankTestTests {
  @Test(.enabled(if: TrendReference.isPresent), arguments: ["trend_mydata_nox", "trend_nottem"])
  func referenceCasesAreMet(id: String) throws {
    let reference = try TrendReference(id)
    let trend = try NonparametricTrend(reference.series())
    #expect(reference.expected.count >= 20)
    reference.expectAll(trend.namedValues())
  }

  /// `second_tool` of the case: own Dietz-Killeen, with gaps.
  @Test(.enabled(if: TrendReference.isPresent))
  func covariancesWithGapsAreThoseOfDietzAndKilleen() throws {
    let test = try SeasonalKendall(TrendReference("trend_mydata_nox").series())
    expectClose(try #require(test.dependentVariance), 3603.6666666666665, relative: 1e-12)
  }

  /// numpy 2.4.6, scipy 1.17.1: `s` the sorted slopes within months, `c = norm.ppf(.975)*sqrt(v)`,
  /// `s[round((n - c)/2) - 1]` and `s[round((n + c)/2)]` for both variances v.
  @Test(
    .enabled(if: TrendReference.isPresent),
    arguments: [
      (
        "trend_nottem", [0.0, 0.10666666666666676], [-0.00909090909090922, 0.12857142857142836]
      ),
      (
        "trend_mydata_nox", [-10.59966700560225, -6.232364230409246],
        [-15.604465737925011, -1.726049206683001]
      ),
    ])
  func intervalsOfTheSeasonalSlopeFollowGilbert(
    id: String, independent: [Double], dependent: [Double]
  ) throws {
    let test = try SeasonalKendall(TrendReference(id).series())
    expectClose(test.interval.lowerBound, independent[0], relative: 1e-12)
    expectClose(test.interval.upperBound, independent[1], relative: 1e-12)
    let interval = try #require(test.dependentInterval)
    expectClose(interval.lowerBound, dependent[0], relative: 1e-12)
    expectClose(interval.upperBound, dependent[1], relative: 1e-12)
  }

  /// The covariance of a month with itself is its tie-corrected variance.
  @Test func covarianceOfEqualMonthsIsTheVariance() throws {
    var random = SplitMix64(seed: 3)
    let years = (0..<9).map { _ in Double(Int.random(in: 0..<5, using: &random)) }
    let values: [Double?] = (0..<108).map { index in index == 17 ? nil : years[index / 12] }
    // Month 6 misses one year; leave that year out everywhere so that all months are alike.
    let alike: [Double?] = values.enumerated().map { $0 / 12 == 1 ? nil : $1 }
    let test = try SeasonalKendall(MonthlySeries(months: MadeUp.months(108), values: alike))
    let one = KendallScore(years.enumerated().filter { $0.offset != 1 }.map(\.element)).variance
    expectClose(test.variance, 12 * one, relative: 1e-12)
    expectClose(try #require(test.dependentVariance), 144 * one, relative: 1e-12)
  }

  /// pymannkendall 1.4.3, nottem: `hamed_rao_modification_test(y)` and `(y, lag=3)`.
  @Test(
    .enabled(if: TrendReference.isPresent),
    arguments: [
      (nil, 288796.34441009996, 1.8142986185442467, 0.06963176414146965),
      (3, 5340774.793996412, 0.4218931586894432, 0.673103003801462),
    ] as [(Int?, Double, Double, Double)])
  func hamedRaoMatchesPymannkendall(lag: Int?, variance: Double, z: Double, p: Double) throws {
    let test = try HamedRao(TrendReference("trend_nottem").series(), maximumLag: lag)
    expectClose(test.variance, variance, relative: 1e-10)
    expectClose(test.z, z, relative: 1e-10)
    expectClose(test.pTwoSided, p, relative: 1e-10)
  }

  /// scipy 1.17.1: `2*scipy.stats.norm.sf(z)`.
  @Test(arguments: [
    (0.5, 0.6170750774519738), (1.96, 0.04999579029644087), (5, 5.733031437583866e-07),
    (10, 1.523970604832094e-23), (20, 5.507248237212311e-89), (37, 1.1451142445047853e-299),
  ])
  func normalTailKeepsItsDigits(z: Double, p: Double) {
    expectClose(Tail.normalTwoSided(z), p, relative: 1e-11)
    expectClose(Tail.normalTwoSided(-z), p, relative: 1e-11)
  }

  /// scipy 1.17.1: `scipy.stats.chi2.sf(x, df)`.
  @Test(arguments: [
    (10.05, 11, 0.5258953037475527), (3.2, 2, 0.2018965179946554), (300, 11, 8.760297496858875e-58),
    (5, 1, 0.025347318677468325), (320, 299, 0.19309565655818958),
    (1400, 299, 1.2601389470125779e-141), (4, 4, 0.40600584970983794),
  ])
  func chiSquareTailKeepsItsDigits(x: Double, freedom: Int, p: Double) {
    expectClose(Tail.chiSquareUpper(x, degreesOfFreedom: freedom), p, relative: 1e-10)
  }

  @Test(arguments: 1...5)
  func monotoneTransformsKeepTheScores(seed: UInt64) throws {
    let series = try MadeUp.series(120, seed: seed, season: 3, decimals: 10, gaps: 9)
    let changes: [(Double) -> Double] = [
      { 3 * $0 - 7 }, { $0 * $0 * $0 }, { ($0 + 100).squareRoot() },
    ]
    for change in changes {
      let other = try series.mapValues(change)
      #expect(try MannKendall(other) == MannKendall(series))
      let (one, two) = (try SeasonalKendall(series), try SeasonalKendall(other))
      #expect(one.scoreByMonth == two.scoreByMonth && one.variance == two.variance)
      #expect(one.dependentVariance == two.dependentVariance)
    }
    let mirrored = try MannKendall(series.mapValues { -$0 })
    #expect(try mirrored.score == -MannKendall(series).score)
  }

  @Test func orderOfRowsIsIrrelevant() throws {
    let series = try MadeUp.series(120, seed: 8, season: 3, gaps: 7)
    var random = SplitMix64(seed: 1)
    let order = series.months.indices.shuffled(using: &random)
    let shuffled = try MonthlySeries(
      months: order.map { series.months[$0] }, values: order.map { series.values[$0] })
    #expect(try NonparametricTrend(series) == NonparametricTrend(shuffled))
  }

  @Test func seasonDoesNotTouchTheSeasonalTest() throws {
    let plain = try MadeUp.series(120, seed: 9)
    let waved = try MadeUp.series(120, seed: 9, season: 50)
    let (one, two) = (try SeasonalKendall(plain), try SeasonalKendall(waved))
    #expect(one.score == two.score)
    expectClose(one.slopePerYear, two.slopePerYear, relative: 1e-9)
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let short = try MadeUp.series(9, seed: 1)
    #expect(throws: FitRefusal(.tooShort, "9 values, a Mann-Kendall test needs at least 10")) {
      try MannKendall(short)
    }
    #expect(throws: FitRefusal(.constant, "all 10 values are 2.0")) {
      try MannKendall(values: Array(repeating: 2, count: 10))
    }
    #expect(throws: FitRefusal.self) { try MannKendall(values: Array(repeating: .nan, count: 10)) }
    let twoYears = try MadeUp.series(24, seed: 1)
    #expect(throws: FitRefusal(.tooShort, "2 years, a seasonal Kendall test needs at least 3")) {
      try SeasonalKendall(twoYears)
    }
    let full = try MadeUp.series(60, seed: 1)
    let noJune = try MonthlySeries(
      months: full.months, values: zip(full.months, full.values).map { $0.month == 6 ? nil : $1 })
    #expect(
      throws: FitRefusal(.seasonMissing, "month 6 has 0 values, each month needs at least 2")
    ) { try SeasonalKendall(noJune) }
    let still = try full.mapValues { _ in 4 }
    #expect(throws: FitRefusal(.constant, "no month of the year varies from year to year")) {
      try SeasonalKendall(still)
    }
  }
}
