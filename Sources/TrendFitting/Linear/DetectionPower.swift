// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long measurements must go on before a true trend shows.
///
/// A linear trend through n years is tested two-sidedly by Student's t; its power is that of the
/// noncentral t with δ = b/se(b). POLICY 8.13. The trend and every deviation are in one unit: per cent
/// of the mean, or the logarithm.
public struct DetectionPower: Hashable, Sendable {
  /// What stands between the values and the line.
  public enum Errors: Hashable, Sendable {
    /// Annual means with independent errors of a standard deviation:
    /// se(b) = s/√(n (n² − 1)/12), n − 2 degrees of freedom.
    case annual(deviation: Double)
    /// Monthly values with a year effect τ and an error σ: annual means with s² = τ² + σ²/m.
    case yearEffect(tau: Double, sigma: Double, monthsPerYear: Double)
    /// Values at equal steps whose errors have correlation φᵏ over k steps: se(b) of generalised least
    /// squares, and N (1 − φ²)/(1 + φ²) − 2 degrees of freedom for N values (Bartlett, Journal of the
    /// Royal Statistical Society 98 (1935) 536, on the variance of a variance).
    case autoregressive(deviation: Double, phi: Double, valuesPerYear: Int)
  }

  /// What stands between the values and the line.
  public let errors: Errors
  /// The number of stations whose errors would be independent; it divides the variance.
  public let effectiveStations: Double
  /// The two-sided level of the test.
  public let significance: Double
  /// Whether the deviation is estimated from the values, as in practice, or known (normal test).
  public let deviationIsEstimated: Bool

  /// Describes the measurements.
  ///
  /// - Parameters:
  ///   - errors: what stands between the values and the line; deviations above 0, φ from 0 to below 1.
  ///   - effectiveStations: above 0.
  ///   - significance: between 0 and 1.
  ///   - deviationIsEstimated: whether the deviation is estimated from the values.
  public init(
    errors: Errors, effectiveStations: Double = 1, significance: Double = 0.05,
    deviationIsEstimated: Bool = true
  ) {
    precondition(effectiveStations > 0, "more than 0 stations")
    precondition(significance > 0 && significance < 1, "a significance between 0 and 1")
    switch errors {
    case .annual(let deviation):
      precondition(deviation > 0, "a deviation above 0")
    case .yearEffect(let tau, let sigma, let months):
      precondition(tau >= 0 && sigma >= 0 && tau + sigma > 0 && months > 0, "a deviation above 0")
    case .autoregressive(let deviation, let phi, let values):
      precondition(deviation > 0 && phi >= 0 && phi < 1 && values >= 1, "errors that die out")
    }
    self.errors = errors
    self.effectiveStations = effectiveStations
    self.significance = significance
    self.deviationIsEstimated = deviationIsEstimated
  }
}

extension DetectionPower {
  /// The standard error of the trend after a number of years, at least 3, per year.
  public func standardError(years: Int) -> Double {
    precondition(years >= 3, "at least 3 years")
    let n = Double(years)
    let variance: Double
    switch errors {
    case .annual(let deviation):
      variance = deviation * deviation * 12 / (n * (n * n - 1))
    case .yearEffect(let tau, let sigma, let months):
      variance = (tau * tau + sigma * sigma / months) * 12 / (n * (n * n - 1))
    case .autoregressive(let deviation, let phi, let values):
      variance = deviation * deviation * Self.unitVariance(years * values, phi, Double(values))
    }
    return (variance / effectiveStations).squareRoot()
  }

  /// The degrees of freedom of the test after a number of years, at least 1.
  public func degreesOfFreedom(years: Int) -> Double {
    switch errors {
    case .annual, .yearEffect:
      return max(1, Double(years - 2))
    case .autoregressive(_, let phi, let values):
      return max(1, Double(years * values) * (1 - phi * phi) / (1 + phi * phi) - 2)
    }
  }

  /// The probability that a true trend is found significant after a number of years.
  ///
  /// - Parameters:
  ///   - trend: the true trend per year, of either sign.
  ///   - years: the number of years, at least 3.
  /// - Returns: a probability, 0 to 1.
  public func power(trend: Double, years: Int) -> Double {
    let shift = abs(trend) / standardError(years: years)
    guard shift < 37 else { return 1 }
    guard deviationIsEstimated else {
      let limit = StandardNormal.quantile(1 - significance / 2)
      return StandardNormal.cdf(shift - limit) + StandardNormal.cdf(-shift - limit)
    }
    let freedom = degreesOfFreedom(years: years)
    let limit = StudentT(degreesOfFreedom: freedom).quantile(1 - significance / 2)
    let distribution = NoncentralT(degreesOfFreedom: freedom, noncentrality: shift)
    return 1 - distribution.cdf(limit) + distribution.cdf(-limit)
  }

  /// The fewest years after which a true trend is found with a power; `nil` beyond 200.
  ///
  /// - Parameters:
  ///   - trend: the true trend per year, of either sign.
  ///   - atLeast: the wanted probability of finding it.
  /// - Returns: the number of years, at least 3.
  public func yearsNeeded(trend: Double, atLeast: Double = 0.8) -> Int? {
    precondition(atLeast > 0 && atLeast < 1, "a power between 0 and 1")
    return (3...200).first { power(trend: trend, years: $0) >= atLeast }
  }

  /// The smallest trend per year found with a power after a number of years.
  ///
  /// - Parameters:
  ///   - years: the number of years, at least 3.
  ///   - atLeast: the wanted probability of finding it, above the significance.
  /// - Returns: the trend, above 0, in the unit of the deviation per year; `nil` where a trend of 37
  ///   standard errors is not found.
  public func smallestTrend(years: Int, atLeast: Double = 0.8) -> Double? {
    precondition(atLeast > significance && atLeast < 1, "a power above the significance, below 1")
    let unit = standardError(years: years)
    let root = try? IntervalRoot(
      of: { power(trend: $0 * unit, years: years) - atLeast }, from: 0, to: 37, tolerance: 1e-10)
    return root.map { $0.argument * unit }
  }

  /// The variance of the slope per year of errors with variance 1 and correlation φᵏ.
  private static func unitVariance(_ count: Int, _ phi: Double, _ perYear: Double) -> Double {
    let middle = Double(count - 1) / 2
    let scale = 1 / (1 - phi * phi).squareRoot()
    // By symmetry about the middle, intercept and slope are uncorrelated.
    var sum = middle * middle
    for i in 1..<count {
      let x = (Double(i) - middle - phi * (Double(i - 1) - middle)) * scale
      sum += x * x
    }
    return perYear * perYear / sum
  }
}

extension YearEffectTrend {
  /// What a fit says of the errors of its station, for ``DetectionPower``, at 12 months a year.
  public var detectionErrors: DetectionPower.Errors {
    .yearEffect(tau: tauYear, sigma: sigma, monthsPerYear: 12)
  }
}

extension AutoregressiveTrend {
  /// What a fit says of the errors of its station, for ``DetectionPower``; a negative φ counts as 0.
  public var detectionErrors: DetectionPower.Errors {
    .autoregressive(deviation: sigma, phi: max(0, phi), valuesPerYear: 12)
  }
}
