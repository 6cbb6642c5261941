// SPDX-License-Identifier: GPL-3.0-or-later

/// A share or reduction as a fraction: 0.42 for 42 %.
///
/// A reduction may be negative (emission rose) and never exceeds 1.
public struct Fraction: Quantity {
  /// The fraction itself, 1 for the whole.
  public let value: Double

  /// Makes a fraction, 1 for the whole.
  @inlinable public init(_ value: Double) {
    self.value = value
  }

  @inlinable public init(canonical: Double) {
    self.init(canonical)
  }

  @inlinable public var canonical: Double { value }

  /// A fraction given in percent.
  @inlinable public static func percent(_ value: Double) -> Fraction {
    Fraction(value / 100)
  }

  /// The fraction in percentage points.
  @inlinable public var points: Double { value * 100 }
}
