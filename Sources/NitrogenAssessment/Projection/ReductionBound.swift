// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Between reductions and ln(E/B): the largest at which one is reached, and what one amounts to.
enum ReductionBound {
  /// The largest ln(E/B) at which a reduction is reached; rounding is allowed for as in
  /// `Fraction.reaches(_:)`.
  static func logarithm(of reduction: Double) -> Double {
    let rest = 1 - reduction + 1e-12
    return rest > 0 ? log(rest) : -.infinity
  }

  /// ln(E/B) above which no emission grows: a line through a few wild years soon leaves the range of
  /// doubles, and so large an emission meets no target anyway.
  static let most = 600.0

  /// The reduction at some ln(E/B), a finite number whatever comes in.
  static func reduction(ofLogarithm logarithm: Double) -> Fraction {
    Fraction(-expm1(min(logarithm, most)))
  }
}
