// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ExponentialDecline {
  /// The fitted curve, in the unit of the series, with the interval of its mean by the delta method
  /// and standard errors scaled by the residuals.
  ///
  /// - Parameters:
  ///   - months: the months.
  ///   - confidence: of the intervals, between 0 and 1.
  /// - Returns: a point a month.
  public func curve(_ months: [Month], confidence: Double = 0.95) -> [TrendCurvePoint] {
    let coefficients = coefficients
    let covariance = covariance(.scaledSigma)
    let quantile = StudentT(degreesOfFreedom: Double(fit.degreesOfFreedom))
      .quantile((1 + confidence) / 2)
    return months.map { month in
      let x = month.time - origin
      let angle = 2 * Double.pi * month.time
      let decline = exp(-coefficients[1] * x)
      let season = [cos(angle), sin(angle), cos(2 * angle), sin(2 * angle)]
      let level = coefficients[0] * decline
      let value = level + zip(season, coefficients[2...]).reduce(0) { $0 + $1.0 * $1.1 }
      let slopes = [decline, -coefficients[0] * x * decline] + season
      let half = quantile * max(0, covariance.quadraticForm(slopes)).squareRoot()
      return TrendCurvePoint(
        month: month, fit: value, interval: TrendInterval(lower: value - half, upper: value + half),
        level: level)
    }
  }
}
