// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// A feature as a service gives it.
public struct ServiceFeature: Hashable, Sendable {
  /// A value of a property.
  public enum Value: Hashable, Sendable {
    /// Nothing known.
    case null
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// Yes or no.
    case flag(Bool)
  }

  /// The service's own name for it; `nil` when it gives none.
  public let id: String?
  /// The properties by name.
  public let properties: [String: Value]
  /// The polygons, each as its exterior and its holes, in RD New (EPSG:28992).
  public let polygons: [[[RDPoint]]]

  /// Makes a feature.
  public init(id: String?, properties: [String: Value], polygons: [[[RDPoint]]]) {
    self.id = id
    self.properties = properties
    self.polygons = polygons
  }
}

extension ServiceFeature.Value {
  /// The value as a text without blanks around it; `nil` for nothing, or for blanks only.
  public var text: String? {
    switch self {
    case .null: nil
    case .text(let text): Self.trimmed(text)
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .flag(let flag): String(flag)
    }
  }

  /// The value as it may be shown to people: on one line, and not long.
  public var shown: String? { text.flatMap(ServiceWords.line) }

  /// The value as a whole number above 0; `nil` when it is anything else.
  public var wholeNumber: Int? {
    guard let text, let number = Int(text), number > 0 else { return nil }
    return number
  }

  private static func trimmed(_ text: String) -> String? {
    let start = text.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(start[...end])
  }
}
