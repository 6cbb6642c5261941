// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The fitted value of a month with the interval of its mean, in the unit of the series.
public struct TrendCurvePoint: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The fitted value; on a log scale the geometric mean.
  public let fit: Double
  /// Where the mean of the month lies.
  public let interval: TrendInterval
  /// The level without the seasons: intercept, slope and steps.
  public let level: Double
}

extension TrendEstimate {
  /// The fitted curve, in the unit of the series.
  ///
  /// - Parameters:
  ///   - months: the months; those that lack a covariate are left out.
  ///   - confidence: of the intervals, between 0 and 1.
  /// - Returns: a point a month.
  public func curve(_ months: [Month], confidence: Double = 0.95) -> [TrendCurvePoint] {
    months.compactMap { month in
      guard let row = design.row(month) else { return nil }
      let fit = zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      let half = quantile(confidence) * max(0, covariance.quadraticForm(row)).squareRoot()
      let seasons = 2..<(2 + 2 * design.harmonics)
      let season = seasons.reduce(0) { $0 + row[$1] * coefficients[$1] }
      let level = fit - season
      switch design.scale {
      case .linear:
        return TrendCurvePoint(
          month: month, fit: fit, interval: TrendInterval(lower: fit - half, upper: fit + half),
          level: level)
      case .log:
        return TrendCurvePoint(
          month: month, fit: exp(fit),
          interval: TrendInterval(lower: exp(fit - half), upper: exp(fit + half)),
          level: exp(level))
      }
    }
  }
}
