// SPDX-License-Identifier: GPL-3.0-or-later

extension PhiloxStream {
  /// A number of [0, 1), a multiple of 2⁻⁵³; takes one 64-bit number.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number of (0, 1), never 0 and never 1; takes one 64-bit number.
  public mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// An integer of 0 ..< `bound`, every one exactly as likely as any other.
  ///
  /// Lemire, Fast random integer generation in an interval, ACM Transactions on Modeling and
  /// Computer Simulation 29 (2019) 3; takes one 64-bit number, rarely more.
  ///
  /// - Parameter bound: above 0.
  /// - Returns: the integer.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "an integer is drawn below a number above 0")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return Int(product.high)
  }

  /// A standard normal number by the inverse of the distribution function; takes one 64-bit number,
  /// so that the position in the stream tells how many were drawn.
  ///
  /// Algorithm AS 241, by which `gsl_cdf_ugaussian_Pinv` computes it too.
  public mutating func normal() -> Double {
    NormalQuantile.value(offset: Self.offset(next()))
  }
}
