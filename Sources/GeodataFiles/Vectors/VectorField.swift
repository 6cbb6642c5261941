// SPDX-License-Identifier: GPL-3.0-or-later

/// A field of a layer.
public struct VectorField: Hashable, Sendable {
  /// What a field holds.
  public enum Kind: Hashable, Sendable {
    /// Whole numbers, truth values included.
    case integer
    /// Numbers.
    case real
    /// Text.
    case text
    /// Dates, lists, bytes and whatever else is not read.
    case other
  }

  /// The name.
  public let name: String
  /// What it holds.
  public let kind: Kind

  /// Makes a field.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
