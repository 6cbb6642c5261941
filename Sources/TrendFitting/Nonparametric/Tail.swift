// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Tail probabilities and factors of the tests.
enum Tail {
  /// P(|Z| ≥ |z|) of a standard normal Z, with all its digits however small it is.
  static func normalTwoSided(_ z: Double) -> Double {
    min(1, 2 * StandardNormal.upperTail(abs(z)))
  }

  /// P(X ≥ x) of a chi-square X with whole degrees of freedom.
  static func chiSquareUpper(_ x: Double, degreesOfFreedom: Int) -> Double {
    ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(x)
  }

  /// The z that a standard normal number exceeds in size with probability 1 − confidence.
  static func normalFactor(confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    return -StandardNormal.quantile((1 - confidence) / 2)
  }
}
