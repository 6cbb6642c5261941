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

  /// Makes the quantity from its canonical unit.
  @inlinable public init(canonical: Double) {
    self.init(canonical)
  }

  /// The value in the canonical unit of the type.
  @inlinable public var canonical: Double { value }

  /// A fraction given in percent.
  @inlinable public static func percent(_ value: Double) -> Fraction {
    Fraction(value / 100)
  }

  /// Whether a reduction is as large as one asked for, rounding of the arithmetic aside.
  ///
  /// 1 - 770/1000 comes out a hair below 0.23 in binary; a verdict must not hang on that. The
  /// tolerance is 10⁻¹², far below a kilogram on any national total.
  public func reaches(_ required: Fraction) -> Bool { value >= required.value - 1e-12 }

  /// The fraction in percentage points.
  @inlinable public var points: Double { value * 100 }
}
