// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// The slopes of several series pooled, by a fixed effect and by random effects.
///
/// Fixed: wᵢ = 1/sᵢ². Random after DerSimonian and Laird: wᵢ = 1/(sᵢ² + τ²) with
/// Q = Σ wᵢ(bᵢ − b̄)², τ² = max(0, (Q − (k − 1))/(Σw − Σw²/Σw)) and I² = max(0, 1 − (k − 1)/Q). The
/// series count as independent: stations under one weather are not, and the interval is too narrow.
///
/// DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177; Higgins and Thompson, Statistics
/// in Medicine 21 (2002) 1539.
public struct PooledSlopes: Hashable, Sendable {
  /// A slope with its standard error, in the unit of the slopes.
  public struct Estimate: Hashable, Sendable {
    /// The slope.
    public let slope: Double
    /// Its standard error.
    public let standardError: Double

    /// The interval slope ± z · standard error, z from the normal distribution.
    ///
    /// - Parameter confidence: above 0 and below 1.
    /// - Returns: the ends, in the unit of the slopes.
    public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
      let reach = Tail.normalFactor(confidence: confidence) * standardError
      return (slope - reach)...(slope + reach)
    }

    /// slope/standard error.
    public var z: Double { slope / standardError }

    /// The two-sided p of ``z``.
    public var pTwoSided: Double { Tail.normalTwoSided(z) }
  }

  /// The number of series.
  public let count: Int
  /// One slope for all.
  public let fixed: Estimate
  /// The mean of slopes that differ from series to series.
  public let random: Estimate
  /// Cochran's Q.
  public let q: Double
  /// The probability of a Q as large where all series share one slope; χ² with k − 1 degrees of
  /// freedom.
  public let qP: Double
  /// I²: the share of the spread that is not chance, 0 to below 1.
  public let iSquared: Double
  /// τ²: the variance of the slopes between series, in the unit of the slopes squared.
  public let tauSquared: Double

  /// Pools slopes.
  ///
  /// - Parameters:
  ///   - slopes: one a series, in one unit.
  ///   - standardErrors: one a slope, above 0.
  /// - Throws: ``FitRefusal`` with `tooShort` below two slopes, `notFinite`, or `badWeight` for a
  ///   standard error of 0 or below, or so small or large that its square is none.
  public init(slopes: [Double], standardErrors: [Double]) throws(FitRefusal) {
    precondition(slopes.count == standardErrors.count, "one standard error a slope")
    guard slopes.count >= 2 else {
      throw FitRefusal(.tooShort, "\(slopes.count) slopes, pooling needs at least 2")
    }
    try Refuse.notFinite(slopes)
    for (index, error) in standardErrors.enumerated() {
      guard error > 1e-100, error < 1e100 else {
        throw FitRefusal(
          .badWeight,
          "the standard error of slope \(index + 1) is \(error), expected a number above 0")
      }
    }
    let variances = standardErrors.map { $0 * $0 }
    let fixed = Self.weighted(slopes, variances: variances)
    let weights = variances.map { 1 / $0 }
    let sum = weights.reduce(0, +)
    let q = zip(weights, slopes).reduce(0) {
      $0 + $1.0 * ($1.1 - fixed.slope) * ($1.1 - fixed.slope)
    }
    let freedom = Double(slopes.count - 1)
    // Σw − Σw²/Σw without the difference of two large numbers.
    let scale = weights.reduce(0) { $0 + $1 * ((sum - $1) / sum) }
    let tau = scale > 0 ? max(0, (q - freedom) / scale) : 0
    let random = Self.weighted(slopes, variances: variances.map { $0 + tau })
    guard q.isFinite, tau.isFinite, random.standardError.isFinite, fixed.standardError.isFinite
    else {
      throw FitRefusal(.notFinite, "slopes and standard errors are too far apart to be pooled")
    }
    self.count = slopes.count
    self.fixed = fixed
    self.random = random
    self.q = q
    self.qP = Tail.chiSquareUpper(q, degreesOfFreedom: slopes.count - 1)
    self.iSquared = q > freedom ? (q - freedom) / q : 0
    self.tauSquared = tau
  }

  /// The results by name.
  public func namedValues() -> [(String, Double)] {
    [
      ("fixed_slope", fixed.slope), ("fixed_se", fixed.standardError),
      ("dl_slope", random.slope), ("dl_se", random.standardError), ("Q", q), ("Q_p", qP),
      ("I2", iSquared), ("tau2", tauSquared),
    ]
  }

  private static func weighted(_ slopes: [Double], variances: [Double]) -> Estimate {
    let sum = variances.reduce(0) { $0 + 1 / $1 }
    let mean = zip(slopes, variances).reduce(0) { $0 + $1.0 * ((1 / $1.1) / sum) }
    return Estimate(slope: mean, standardError: (1 / sum).squareRoot())
  }
}
