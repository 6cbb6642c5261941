// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LinearLeastSquares {
  /// The number of rows.
  public var count: Int { residuals.count }

  /// The number of coefficients.
  public var parameterCount: Int { coefficients.count }

  /// Rows less coefficients; at least 1.
  public var degreesOfFreedom: Int { count - parameterCount }

  /// sqrt(χ²/(n − p)): in the unit of y for weights of 1; without a unit, near 1 where the model is
  /// right, for weights of 1/σ².
  public var residualStandardDeviation: Double {
    (sumOfSquares / Double(degreesOfFreedom)).squareRoot()
  }

  /// The covariance matrix of the coefficients by the convention.
  public func covariance(_ convention: StandardErrorConvention) -> Matrix {
    switch convention {
    case .knownSigma: unscaledCovariance
    case .scaledSigma: (sumOfSquares / Double(degreesOfFreedom)) * unscaledCovariance
    }
  }

  /// The standard errors of the coefficients by the convention.
  public func standardErrors(_ convention: StandardErrorConvention) -> [Double] {
    covariance(convention).diagonal.map { $0.squareRoot() }
  }

  /// R² = 1 − χ²/total; `nil` where the total is 0. About 0, not about the mean, for a design without
  /// a constant column (``totalSumOfSquares``).
  public var rSquared: Double? {
    totalSumOfSquares > 0 ? 1 - sumOfSquares / totalSumOfSquares : nil
  }

  /// R² reduced for the number of coefficients, 1 − (1 − R²)(n − i)/(n − p), i being 1 with an
  /// intercept and 0 without; `nil` as ``rSquared``.
  public var adjustedRSquared: Double? {
    rSquared.map {
      1 - (1 - $0) * Double(count - (hasIntercept ? 1 : 0)) / Double(degreesOfFreedom)
    }
  }

  /// The Gaussian log-likelihood at the solution; `nil` for a perfect fit with σ to be estimated.
  ///
  /// `scaledSigma`: ½ (Σ ln wᵢ − n (ln 2π + 1 − ln n + ln χ²)), σ at its likeliest value, as R's
  /// `logLik` of an `lm`; `knownSigma`: ½ (Σ ln wᵢ − n ln 2π − χ²).
  public func logLikelihood(_ convention: StandardErrorConvention) -> Double? {
    let n = Double(count)
    let logWeights = weights?.reduce(0) { $0 + log($1) } ?? 0
    switch convention {
    case .knownSigma:
      return (logWeights - n * log(2 * Double.pi) - sumOfSquares) / 2
    case .scaledSigma:
      guard sumOfSquares > 0 else { return nil }
      return (logWeights - n * (log(2 * Double.pi) + 1 - log(n) + log(sumOfSquares))) / 2
    }
  }

  /// The number of parameters that information criteria count: σ is one where it is estimated.
  public func informationParameters(_ convention: StandardErrorConvention) -> Int {
    parameterCount + (convention == .scaledSigma ? 1 : 0)
  }

  /// Akaike's criterion 2 k − 2 ln L, σ counted as R does; `nil` as ``logLikelihood(_:)``.
  public func akaike(_ convention: StandardErrorConvention) -> Double? {
    logLikelihood(convention).map { 2 * Double(informationParameters(convention)) - 2 * $0 }
  }

  /// The Bayesian criterion k ln n − 2 ln L, σ counted as R does; `nil` as ``logLikelihood(_:)``.
  public func bayes(_ convention: StandardErrorConvention) -> Double? {
    logLikelihood(convention).map {
      log(Double(count)) * Double(informationParameters(convention)) - 2 * $0
    }
  }
}
