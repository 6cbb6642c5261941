// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The seasonal Kendall test, season by month of the year, and the seasonal Sen slope.
///
/// S is the sum of Kendall's S of the twelve months, each within itself. `variance` takes the months
/// as independent (Hirsch, Slack and Smith, Water Resources Research 18 (1982) 107);
/// `dependentVariance` adds their covariances (Hirsch and Slack, ibid. 20 (1984) 727), with gaps and
/// ties after Dietz and Killeen, JASA 76 (1981) 169.
public struct SeasonalKendall: Hashable, Sendable {
  /// The fewest years from the first value to the last (Hirsch, Slack and Smith 1982, for twelve
  /// months); the covariances ask for about ten (Hirsch and Slack 1984).
  public static let fewestYears = 3

  /// The sum of S over the months.
  public let score: Int
  /// S of January to December.
  public let scoreByMonth: [Int]
  /// The sum of the tie-corrected variances of the months.
  public let variance: Double
  /// Z with continuity correction and ``variance``.
  public let z: Double
  /// The two-sided p of ``z``.
  public let pTwoSided: Double
  /// ``variance`` plus twice the covariances of the months; `nil` where the sum is not positive.
  public let dependentVariance: Double?
  /// The median slope of all pairs of years within a month, in the unit of the series per year.
  public let slopePerYear: Double
  /// The confidence of the intervals.
  public let confidence: Double
  /// The interval of the slope with ``variance`` (Gilbert 1987, 227), per year.
  public let interval: ClosedRange<Double>
  /// The interval of the slope with ``dependentVariance``, per year.
  public let dependentInterval: ClosedRange<Double>?
  /// Whether the months share one trend; `nil` where a month has no spread.
  public let heterogeneity: Heterogeneity?

  /// The test that the months have one and the same trend.
  ///
  /// χ² = Σ Zₘ² − 12 Z̄² with 11 degrees of freedom, Zₘ = Sₘ/√varₘ without continuity correction
  /// (Van Belle and Hughes, Water Resources Research 20 (1984) 127).
  public struct Heterogeneity: Hashable, Sendable {
    /// χ².
    public let chiSquare: Double
    /// The number of months less one.
    public let degreesOfFreedom: Int
    /// The probability of a χ² as large where all months share one trend.
    public let p: Double
  }

  /// Tests a series; months without a value are left out.
  ///
  /// - Parameters:
  ///   - series: monthly values.
  ///   - confidence: of the intervals, above 0 and below 1.
  /// - Throws: ``FitRefusal`` with `tooShort` below ``fewestYears``, `seasonMissing` where a month of
  ///   the year has fewer than two values, `notFinite` above 1e150, or `constant` where no month
  ///   varies.
  public init(_ series: MonthlySeries, confidence: Double = 0.95) throws(FitRefusal) {
    let grid = try SeasonGrid(series)
    let kendalls = grid.valuesBySeason.map { KendallScore($0) }
    let score = kendalls.reduce(0) { $0 + $1.score }
    let variance = kendalls.reduce(0) { $0 + $1.variance }
    guard variance > 0 else {
      throw FitRefusal(.constant, "no month of the year varies from year to year")
    }
    let dependent = variance + grid.covarianceSum()

    var slopes = grid.slopes()
    slopes.sort()
    func ends(_ variance: Double) -> ClosedRange<Double> {
      let ranks = TheilSen.intervalRanks(
        pairs: slopes.count, variance: variance, confidence: confidence)
      return slopes[ranks.lowerBound]...slopes[ranks.upperBound]
    }
    let middle = SlopeSweep.middle(of: slopes.count)
    self.score = score
    self.scoreByMonth = kendalls.map(\.score)
    self.variance = variance
    self.z = KendallScore.z(score: Double(score), variance: variance)
    self.pTwoSided = Tail.normalTwoSided(z)
    self.dependentVariance = dependent > 0 ? dependent : nil
    self.slopePerYear = Selection.midpoint(slopes[middle.lowerBound], slopes[middle.upperBound])
    self.confidence = confidence
    self.interval = ends(variance)
    self.dependentInterval = dependent > 0 ? ends(dependent) : nil
    self.heterogeneity = Heterogeneity(kendalls)
  }

  /// The two-sided p with ``dependentVariance``.
  ///
  /// - Parameter continuity: whether S is brought 1 nearer to 0 first.
  /// - Returns: p; `nil` where there is no ``dependentVariance``.
  public func dependentP(continuity: Bool = true) -> Double? {
    guard let dependentVariance else { return nil }
    return Tail.normalTwoSided(
      continuity
        ? KendallScore.z(score: Double(score), variance: dependentVariance)
        : Double(score) / dependentVariance.squareRoot())
  }

  /// The results by the names of the reference cases; `seasonal_S_by_month` stands twelve times, in
  /// the order of the months.
  public func namedValues() -> [(String, Double)] {
    var named: [(String, Double)] = [
      ("seasonal_mk_S", Double(score)), ("seasonal_mk_varS", variance), ("seasonal_mk_Z", z),
      ("seasonal_mk_p", pTwoSided), ("seasonal_sen_slope_per_year", slopePerYear),
      ("seasonal_sen_ci95_low", interval.lowerBound),
      ("seasonal_sen_ci95_high", interval.upperBound),
    ]
    named += scoreByMonth.map { ("seasonal_S_by_month", Double($0)) }
    if let heterogeneity {
      named += [
        ("season_heterogeneity_chi2", heterogeneity.chiSquare),
        ("season_heterogeneity_p", heterogeneity.p),
      ]
    }
    if let dependentVariance, let p = dependentP(), let plain = dependentP(continuity: false),
      let dependentInterval
    {
      named += [
        ("hirsch_slack_varS", dependentVariance), ("hirsch_slack_p_continuity", p),
        ("hirsch_slack_p_no_continuity", plain),
        ("hirsch_slack_sen_ci95_low", dependentInterval.lowerBound),
        ("hirsch_slack_sen_ci95_high", dependentInterval.upperBound),
      ]
    }
    return named
  }
}

extension SeasonalKendall.Heterogeneity {
  init?(_ kendalls: [KendallScore]) {
    guard kendalls.allSatisfy({ $0.variance > 0 }) else { return nil }
    let z = kendalls.map { Double($0.score) / $0.variance.squareRoot() }
    let mean = z.reduce(0, +) / Double(z.count)
    // Σ(Z − Z̄)², which is the same and never negative.
    chiSquare = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    degreesOfFreedom = kendalls.count - 1
    p = Tail.chiSquareUpper(chiSquare, degreesOfFreedom: degreesOfFreedom)
  }
}
