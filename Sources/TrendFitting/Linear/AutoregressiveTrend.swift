// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A linear trend with errors that follow each other: exact generalised least squares with AR(1).
///
/// The errors of months i and j have covariance σ² φ^|i−j| on the unbroken month index, so a gap of k
/// months has correlation φᵏ. Each error is whitened by the one before it in O(n),
/// (rᵢ − φᵏ rᵢ₋₁)/√(1 − φ²ᵏ); φ maximises the likelihood over β and σ. Pinheiro and Bates,
/// Mixed-Effects Models in S and S-PLUS, 2000, section 5.3; R's `gls` with `corAR1` on the month index.
public struct AutoregressiveTrend: Sendable {
  /// Which likelihood φ maximises.
  public enum Criterion: String, CaseIterable, Hashable, Sendable {
    /// The restricted likelihood, which allows for the estimated coefficients.
    case restricted = "REML"
    /// The likelihood itself. Its σ has n in the denominator, but the covariance of the coefficients
    /// has n − p, as in R.
    case likelihood = "ML"
  }

  /// The coefficients, with n − p degrees of freedom.
  public let estimate: TrendEstimate
  /// The criterion.
  public let criterion: Criterion
  /// φ: the correlation of the errors of neighbouring months.
  public let phi: Double
  /// σ: the standard deviation of an error, on the scale of the design.
  public let sigma: Double
  /// The maximum of the criterion, for `restricted` without the constant ½ ln |XᵀX|, as in R.
  public let logLikelihood: Double
  /// The months of the fit.
  public let months: [Month]
  /// y − X β on the scale of the design.
  public let residuals: [Double]
  /// What is new in each residual, over its standard deviation: uncorrelated, variance 1.
  public let innovations: [Double]
  /// The months with a value left out for want of a covariate.
  public let omittedMonths: [Month]

  /// φ is sought within these bounds; an answer at one of them is refused.
  public static let phiBounds = (lower: -0.99, upper: 0.999)

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: the series; its uncertainties, if any, are not used.
  ///   - design: the model without the errors.
  ///   - criterion: which likelihood φ maximises.
  /// - Throws: ``FitRefusal`` for a series too short, constant, with a month of the year always
  ///   missing, without a logarithm, for a model whose coefficients cannot be told apart, or for
  ///   errors that wander without coming back.
  public init(
    _ series: MonthlySeries, design: TrendDesign, criterion: Criterion = .restricted
  ) throws(FitRefusal) {
    let rows = try TrendRows(series, design, spare: 4)
    let profile = try AutoregressiveProfile(rows)
    let phi = try profile.bestPhi(criterion)
    guard let solution = profile.solve(phi: phi), solution.sumOfSquares > 0 else {
      throw FitRefusal(.didNotConverge, "the AR(1) likelihood has no finite maximum")
    }
    let (n, p) = (Double(rows.count), Double(design.names.count))
    let coefficients = profile.basis.coefficients(
      zip(profile.center, solution.shift).map { $0 + $1 })
    let covariance = profile.basis.covariance(
      (solution.sumOfSquares / (n - p)) * solution.inverse)
    let value = profile.deviance(solution, criterion)
    guard coefficients.allSatisfy(\.isFinite), covariance.isFinite, value.isFinite else {
      throw FitRefusal(.didNotConverge, "the covariance of the coefficients is not finite")
    }
    estimate = TrendEstimate(
      rows: rows, coefficients: coefficients, covariance: covariance, degreesOfFreedom: n - p)
    self.criterion = criterion
    self.phi = phi
    sigma = (solution.sumOfSquares / (criterion == .restricted ? n - p : n)).squareRoot()
    logLikelihood = -value / 2
    months = rows.months
    omittedMonths = rows.omitted
    residuals = zip(rows.response, rows.matrix * coefficients).map { $0 - $1 }
    let scale = (solution.sumOfSquares / (n - p)).squareRoot()
    innovations = AutoregressiveWhitener(rows.months, phi: phi).whiten(residuals).map { $0 / scale }
  }

  /// The values as the reference cases name them, with `REML_` or `ML_` before each.
  public func namedValues() -> [(String, Double)] {
    let prefix = "\(criterion.rawValue)_"
    return estimate.namedValues(prefix: prefix) + [
      ("\(prefix)phi", phi), ("\(prefix)sigma", sigma), ("\(prefix)loglik", logLikelihood),
    ]
  }
}
