// SPDX-License-Identifier: GPL-3.0-or-later

/// A physical quantity held in one canonical unit.
///
/// Conforming types are one stored `Double` wide. Like quantities add, subtract and compare; like
/// over like gives a plain number; unlike quantities do not meet at all, since the compiler refuses.
public protocol Quantity: Hashable, Comparable, Sendable {
  /// The value in the canonical unit of the type.
  var canonical: Double { get }

  /// Makes a quantity from a value in the canonical unit of the type.
  init(canonical: Double)
}

extension Quantity {
  /// The quantity of size zero.
  @inlinable public static var zero: Self { Self(canonical: 0) }

  /// Whether the left comes before the right in every listing.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.canonical < right.canonical
  }

  /// The sum of two like quantities.
  @inlinable public static func + (left: Self, right: Self) -> Self {
    Self(canonical: left.canonical + right.canonical)
  }

  /// The difference of two like quantities.
  @inlinable public static func - (left: Self, right: Self) -> Self {
    Self(canonical: left.canonical - right.canonical)
  }

  /// The quantity scaled by a plain factor.
  @inlinable public static func * (left: Self, factor: Double) -> Self {
    Self(canonical: left.canonical * factor)
  }

  /// The ratio of two like quantities, a plain number.
  @inlinable public static func / (left: Self, right: Self) -> Double {
    left.canonical / right.canonical
  }
}
