// SPDX-License-Identifier: GPL-3.0-or-later

/// The release of an inventory, such as `ER 1990-2023 final`.
///
/// A reduction compares two years of one vintage; levels of two vintages never meet.
public struct Vintage: RawRepresentable, Hashable, Comparable, Sendable {
  /// The name of the release.
  public let rawValue: String

  /// Makes a vintage from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether the left comes before the right in every listing.
  public static func < (left: Vintage, right: Vintage) -> Bool { left.rawValue < right.rawValue }
}

extension Vintage: CustomStringConvertible {
  /// The text shown to people.
  public var description: String { rawValue }
}

/// Where a figure comes from.
public enum Provenance: Hashable, Sendable {
  /// The source gives the number.
  case stated
  /// The number follows from others by a rule.
  case derived(rule: String)
  /// Somebody assumed the number.
  case assumed(by: String)

  /// `stated`, `derived` or `assumed`.
  public var label: String {
    switch self {
    case .stated: "stated"
    case .derived: "derived"
    case .assumed: "assumed"
    }
  }

  /// The rule of a derived figure, who assumed an assumed one, `nil` for a stated one.
  public var rule: String? {
    switch self {
    case .stated: nil
    case .derived(let rule): rule
    case .assumed(let by): "assumed by \(by)"
    }
  }
}

/// On what the years of a series rest.
public enum SeriesBasis: String, Hashable, Sendable {
  /// The source gives the year itself.
  case stated
  /// The year is another year scaled by the national index of the sector.
  case nationalIndex
}

/// A row of an input file: how every number leads back to where it stands.
public struct RowReference: Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The line in the file, 1 for the first.
  public let line: Int

  /// Makes a reference to a line of a file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension RowReference: Comparable, CustomStringConvertible {
  /// The text shown to people.
  public var description: String { "\(file):\(line)" }

  /// Whether the left comes before the right in every listing.
  public static func < (left: RowReference, right: RowReference) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}
