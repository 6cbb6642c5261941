// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The largest ln(E/B) at which a reduction is reached.
enum ReductionBound {
  /// The bound; rounding is allowed for as in `Fraction.reaches(_:)`.
  static func logarithm(of reduction: Double) -> Double {
    let rest = 1 - reduction + 1e-12
    return rest > 0 ? log(rest) : -.infinity
  }
}
