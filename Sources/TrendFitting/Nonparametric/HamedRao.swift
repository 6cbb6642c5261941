// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The Mann-Kendall test with the variance corrected for autocorrelation.
///
/// The series less its Sen line is ranked; of the autocorrelations ρₖ of these ranks the significant
/// ones enter var' = var · (1 + 2/(n(n − 1)(n − 2)) Σ (n − k)(n − k − 1)(n − k − 2) ρₖ).
/// Lags count months, so gaps keep their length; a pair with a gap adds nothing to its ρₖ.
/// A season must be taken off first: it would be read as autocorrelation.
///
/// Hamed and Rao, Journal of Hydrology 204 (1998) 182.
public struct HamedRao: Hashable, Sendable {
  /// The test without correction.
  public let uncorrected: MannKendall
  /// var'/var, above 1 where neighbours resemble each other.
  public let varianceFactor: Double
  /// The corrected variance of S.
  public let variance: Double
  /// Z with continuity correction and the corrected variance.
  public let z: Double
  /// The two-sided p of ``z``.
  public let pTwoSided: Double
  /// The lags, in months, that entered.
  public let significantLags: [Int]

  /// Tests a series.
  ///
  /// - Parameters:
  ///   - series: without season.
  ///   - maximumLag: the largest lag in months to look at; `nil` is all.
  ///   - significance: the two-sided level at which a ρₖ enters, ±z/√n.
  /// - Throws: ``FitRefusal`` as ``MannKendall`` does, and `rankDeficient` where the correction
  ///   leaves no positive variance.
  public init(
    _ series: MonthlySeries, maximumLag: Int? = nil, significance: Double = 0.05
  ) throws(FitRefusal) {
    let test = try MannKendall(series)
    let slope = try TheilSen(series).slopePerYear / 12
    let first = series.months[0].index
    let places = series.months.map { $0.index - first }
    let ranks = Self.ranks(zip(places, series.values).map { $1 - slope * Double($0) })
    let n = Double(ranks.count)
    let mean = (n + 1) / 2
    var deviations = [Double](repeating: 0, count: (places.last ?? 0) + 1)
    for (place, rank) in zip(places, ranks) { deviations[place] = rank - mean }
    let total = deviations.reduce(0) { $0 + $1 * $1 }
    guard total > 0 else {
      throw FitRefusal(.constant, "all values lie on one line: ranks have no spread")
    }

    let limit = Tail.normalFactor(confidence: 1 - significance) / n.squareRoot()
    var lags: [Int] = []
    var sum = 0.0
    let largest = min(maximumLag ?? (ranks.count - 1), ranks.count - 1, deviations.count - 1)
    for lag in stride(from: 1, through: largest, by: 1) {
      var product = 0.0
      for place in 0..<(deviations.count - lag) {
        product += deviations[place] * deviations[place + lag]
      }
      let correlation = product / total
      guard abs(correlation) > limit else { continue }
      let k = Double(lag)
      lags.append(lag)
      sum += (n - k) * (n - k - 1) * (n - k - 2) * correlation
    }
    let factor = 1 + 2 / (n * (n - 1) * (n - 2)) * sum
    guard factor > 0 else {
      throw FitRefusal(
        .rankDeficient,
        "the autocorrelation of \(lags.count) lags leaves a variance of \(factor) times that of "
          + "independent values, expected above 0: take off the season or lower the largest lag")
    }
    self.uncorrected = test
    self.varianceFactor = factor
    self.variance = test.variance * factor
    self.z = KendallScore.z(score: Double(test.score), variance: variance)
    self.pTwoSided = Tail.normalTwoSided(z)
    self.significantLags = lags
  }

  /// The results by name.
  public func namedValues() -> [(String, Double)] {
    [
      ("hamed_rao_factor", varianceFactor), ("hamed_rao_varS", variance), ("hamed_rao_Z", z),
      ("hamed_rao_p_two_sided", pTwoSided),
    ]
  }

  /// Ranks from 1, equal values sharing the mean of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
