// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Runs a function of GSL's distributions with GSL's error handler off.
///
/// They give NaN for an argument without an answer; callers have checked theirs.
func distributionValue(_ body: () -> Double) -> Double {
  var value = 0.0
  // Never throws: the status is that of success.
  try? GSLCall.check {
    value = body()
    return Int32(GSL_SUCCESS)
  }
  return value
}

/// Checks the probability given to a quantile.
func requireOpenUnit(_ probability: Double) {
  precondition(probability > 0 && probability < 1, "a quantile is of a probability between 0 and 1")
}

/// Student's t distribution with any number of degrees of freedom above 0.
public struct StudentT: Hashable, Sendable {
  /// The degrees of freedom ν; need not be whole.
  public let degreesOfFreedom: Double

  /// Makes the distribution.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T ≤ t). The corresponding GSL function is `gsl_cdf_tdist_P`.
  public func cdf(_ t: Double) -> Double {
    distributionValue { gsl_cdf_tdist_P(t, degreesOfFreedom) }
  }

  /// P(T > t). The corresponding GSL function is `gsl_cdf_tdist_Q`.
  public func upperTail(_ t: Double) -> Double {
    distributionValue { gsl_cdf_tdist_Q(t, degreesOfFreedom) }
  }

  /// P(|T| ≥ |t|): the two-sided p-value. The corresponding GSL function is `gsl_cdf_tdist_Q`.
  public func twoSided(_ t: Double) -> Double { min(1, 2 * upperTail(abs(t))) }

  /// The t with P(T ≤ t) = `probability`, which lies between 0 and 1.
  ///
  /// The corresponding GSL function is `gsl_cdf_tdist_Pinv`.
  public func quantile(_ probability: Double) -> Double {
    requireOpenUnit(probability)
    return distributionValue { gsl_cdf_tdist_Pinv(probability, degreesOfFreedom) }
  }
}

/// The χ² distribution.
public struct ChiSquared: Hashable, Sendable {
  /// The degrees of freedom; need not be whole.
  public let degreesOfFreedom: Double

  /// Makes the distribution.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≤ x). The corresponding GSL function is `gsl_cdf_chisq_P`.
  public func cdf(_ x: Double) -> Double {
    distributionValue { gsl_cdf_chisq_P(max(x, 0), degreesOfFreedom) }
  }

  /// P(X > x). The corresponding GSL function is `gsl_cdf_chisq_Q`.
  public func upperTail(_ x: Double) -> Double {
    distributionValue { gsl_cdf_chisq_Q(max(x, 0), degreesOfFreedom) }
  }

  /// The x with P(X ≤ x) = `probability`, which lies between 0 and 1.
  ///
  /// The corresponding GSL function is `gsl_cdf_chisq_Pinv`.
  public func quantile(_ probability: Double) -> Double {
    requireOpenUnit(probability)
    return distributionValue { gsl_cdf_chisq_Pinv(probability, degreesOfFreedom) }
  }
}

/// Fisher's F distribution.
public struct FisherF: Hashable, Sendable {
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double

  /// Makes the distribution.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are above 0")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F ≤ x). The corresponding GSL function is `gsl_cdf_fdist_P`.
  public func cdf(_ x: Double) -> Double {
    distributionValue { gsl_cdf_fdist_P(max(x, 0), numerator, denominator) }
  }

  /// P(F > x). The corresponding GSL function is `gsl_cdf_fdist_Q`.
  public func upperTail(_ x: Double) -> Double {
    distributionValue { gsl_cdf_fdist_Q(max(x, 0), numerator, denominator) }
  }

  /// The x with P(F ≤ x) = `probability`, which lies between 0 and 1.
  ///
  /// The corresponding GSL function is `gsl_cdf_fdist_Pinv`.
  public func quantile(_ probability: Double) -> Double {
    requireOpenUnit(probability)
    return distributionValue { gsl_cdf_fdist_Pinv(probability, numerator, denominator) }
  }
}
