// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The Theil-Sen line: the median of the slopes of all pairs of months.
///
/// The slope is exact, the median of (yⱼ − yᵢ)/(months between) times 12 to the last bit, whatever
/// the number of months. Its interval rests on the variance of Kendall's S for independent values;
/// for dependent ones see ``SlopeBootstrap``.
///
/// Theil, Proc. KNAW 53 (1950) 386; Sen, JASA 63 (1968) 1379.
public struct TheilSen: Hashable, Sendable {
  /// The fewest values for which the normal approximation of the interval serves.
  public static let fewestValues = 10

  /// The number of values.
  public let count: Int
  /// The median slope, in the unit of the series per year.
  public let slopePerYear: Double
  /// median(y) − slope · median(t), t in decimal years, in the unit of the series (Conover 1980).
  public let interceptConover: Double
  /// median(y − slope · t), t in decimal years, in the unit of the series.
  public let interceptJoint: Double
  /// The confidence of the interval, for example 0.95.
  public let confidence: Double
  /// The ends of the interval of the slope, in the unit of the series per year.
  public let interval: ClosedRange<Double>

  /// Fits a series; gaps keep their length.
  ///
  /// - Parameters:
  ///   - series: monthly values.
  ///   - confidence: of the interval, above 0 and below 1.
  /// - Throws: ``FitRefusal`` with `tooShort` below ``fewestValues``, `notFinite` above 1e150, or
  ///   `constant`.
  public init(_ series: MonthlySeries, confidence: Double = 0.95) throws(FitRefusal) {
    try Refuse.short(series.count, fewest: Self.fewestValues, "a Theil-Sen line")
    try Refuse.notFinite(series.values)
    try Refuse.constant(series.values)
    var sweep = SlopeSweep(series)
    let pairs = sweep.pairCount
    let middle = sweep.slopes(ranks: SlopeSweep.middle(of: pairs))
    let slope = 12 * Selection.midpoint(middle.0, middle.1)
    let times = series.months.map(\.time)

    let variance = KendallScore(series.values).variance
    let ranks = Self.intervalRanks(pairs: pairs, variance: variance, confidence: confidence)
    let low = 12 * sweep.slopes(ranks: ranks.lowerBound...ranks.lowerBound).0
    let high = 12 * sweep.slopes(ranks: ranks.upperBound...ranks.upperBound).0

    self.count = series.count
    self.slopePerYear = slope
    self.interceptConover = Selection.median(series.values) - slope * Selection.median(times)
    self.interceptJoint = Selection.median(zip(series.values, times).map { $0 - slope * $1 })
    self.confidence = confidence
    self.interval = low...high
  }

  /// The results by the names of the reference cases.
  public func namedValues() -> [(String, Double)] {
    [
      ("sen_slope_per_year", slopePerYear), ("sen_intercept_conover", interceptConover),
      ("sen_intercept_joint", interceptJoint), ("sen_ci95_low", interval.lowerBound),
      ("sen_ci95_high", interval.upperBound),
    ]
  }

  /// The ranks of the ends of the interval among the sorted slopes, counted from 0:
  /// (N ∓ z √var)/2 rounded, the lower less 1 (Gilbert 1987, 217; as scipy's `theilslopes`).
  static func intervalRanks(
    pairs: Int, variance: Double, confidence: Double
  ) -> ClosedRange<Int> {
    let reach = Tail.normalFactor(confidence: confidence) * variance.squareRoot()
    let low = Int(((Double(pairs) - reach) / 2).rounded(.toNearestOrEven)) - 1
    let high = Int(((Double(pairs) + reach) / 2).rounded(.toNearestOrEven))
    return max(low, 0)...max(min(high, pairs - 1), max(low, 0))
  }
}

extension SlopeSweep {
  /// The months and values of a series, time counted in months from its middle.
  init(_ series: MonthlySeries) {
    let first = series.months[0].index
    let middle = first + ((series.months.last?.index ?? first) - first) / 2
    self.init(times: series.months.map { Double($0.index - middle) }, values: series.values)
  }
}
