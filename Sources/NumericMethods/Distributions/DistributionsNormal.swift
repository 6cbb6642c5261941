// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The normal distribution with mean 0 and standard deviation 1.
public enum StandardNormal {
  /// exp(−z²/2)/√(2π).
  public static func density(_ z: Double) -> Double {
    exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  /// P(Z ≤ z). The corresponding GSL function is `gsl_cdf_ugaussian_P`.
  public static func cdf(_ z: Double) -> Double {
    distributionValue { gsl_cdf_ugaussian_P(z) }
  }

  /// P(Z > z). The corresponding GSL function is `gsl_cdf_ugaussian_Q`.
  public static func upperTail(_ z: Double) -> Double {
    distributionValue { gsl_cdf_ugaussian_Q(z) }
  }

  /// The z with P(Z ≤ z) = `probability`, which lies between 0 and 1.
  ///
  /// The corresponding GSL function is `gsl_cdf_ugaussian_Pinv`.
  public static func quantile(_ probability: Double) -> Double {
    requireOpenUnit(probability)
    return distributionValue { gsl_cdf_ugaussian_Pinv(probability) }
  }

  /// ln P(Z ≤ z), also where the probability itself is too small for a double.
  public static func logCDF(_ z: Double) -> Double {
    if z > -10 { return z > 5 ? log1p(-upperTail(z)) : log(cdf(z)) }
    return -z * z / 2 - log((2 * Double.pi).squareRoot()) + log(millsRatio(-z))
  }

  /// The density over the probability below, φ(z)/Φ(z): the slope of ``logCDF(_:)``.
  public static func logCDFSlope(_ z: Double) -> Double {
    z > -10 ? density(z) / cdf(z) : 1 / millsRatio(-z)
  }

  /// (1 − Φ(x))/φ(x) for x of 10 or more, by its continued fraction 1/(x + 1/(x + 2/(x + ...))).
  ///
  /// Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.14.
  private static func millsRatio(_ x: Double) -> Double {
    var tail = x
    for k in stride(from: 40.0, through: 1, by: -1) { tail = x + k / tail }
    return 1 / tail
  }
}
