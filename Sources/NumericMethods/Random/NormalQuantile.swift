// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The inverse of the normal distribution function, for drawing: no call of a library in the middle,
/// so that a compiler can compute several at once.
///
/// Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37
/// (1988) 477, routine PPND16: accurate to about 1 part in 10¹⁶. It is a quotient of two polynomials
/// in the middle, 85 % of all draws, and in either of two parts of the tails.
enum NormalQuantile {
  /// How far from one half the middle reaches.
  static let middle = 0.425

  /// The z with P(Z ≤ z) = 1/2 + `offset`, for offsets in the open interval of -1/2 to 1/2.
  static func value(offset: Double) -> Double {
    abs(offset) <= middle ? central(offset) : tail(offset)
  }

  /// The value for offsets of at most ``middle``.
  @inline(__always) static func central(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    let top =
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
        + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
        + 133.14166789178437745) * r + 3.387132872796366608
    let bottom =
      ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
        + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
        + 42.313330701600911252) * r + 1
    return q * (top / bottom)
  }

  /// The value for offsets beyond ``middle``; 1/2 less the offset is exact in doubles there.
  static func tail(_ q: Double) -> Double {
    let depth = (-log(0.5 - abs(q))).squareRoot()
    let z = depth <= 5 ? nearTail(depth - 1.6) : farTail(depth - 5)
    return q < 0 ? -z : z
  }

  @inline(__always) private static func nearTail(_ r: Double) -> Double {
    let top =
      ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r
        + 0.241780725177450611770) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r
        + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734
    let bottom =
      ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r
        + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r
        + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1
    return top / bottom
  }

  private static func farTail(_ r: Double) -> Double {
    let top =
      ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
        + 0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123) * r
        + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772
    let bottom =
      ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
        + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525)
        * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1
    return top / bottom
  }
}
