// SPDX-License-Identifier: GPL-3.0-or-later

/// A field of a layer to be written.
public struct GeoPackageField: Hashable, Sendable {
  /// What a field holds.
  public enum Kind: Hashable, Sendable {
    /// Whole numbers of 64 bits.
    case integer
    /// Numbers in double precision.
    case real
    /// Text.
    case text
    /// Yes or no, given as 1 or 0.
    case flag
    /// A moment, given as text in ISO 8601.
    case moment
  }

  /// The name.
  public let name: String
  /// What it holds.
  public let kind: Kind

  /// Makes a field.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A value of a field to be written.
public enum GeoPackageValue: Hashable, Sendable {
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// Text.
  case text(String)
  /// No value: NULL in the file.
  case missing
}
