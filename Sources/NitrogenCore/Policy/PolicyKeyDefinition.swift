// SPDX-License-Identifier: GPL-3.0-or-later

/// What the value of a policy key is.
public enum PolicyValueType: String, CaseIterable, Hashable, Sendable {
  /// Two numbers, `{ low, high }`.
  case band
  /// One number.
  case number
  /// Several numbers.
  case numbers
  /// A word or name.
  case text
  /// Several words or names.
  case list
  /// `true` or `false`.
  case flag
  /// A day as `yyyy-mm-dd`.
  case date
  /// One word out of the options of its record.
  case choice
}

/// A key that packs may use, from `keys.yaml`.
public struct PolicyKeyDefinition: Hashable, Sendable {
  /// The key, with placeholders such as `<sector>` for whole parts of it.
  public let pattern: String
  /// The unit that every record states; `none` for values without one.
  public let unit: String
  /// What its value is.
  public let type: PolicyValueType
  /// What it means, in our own words.
  public let meaning: String
  /// The same in Dutch; `nil` where nobody said it.
  public let dutchMeaning: String?
  /// The rules of the register it belongs to, such as `R01`.
  public let rules: [String]
  /// The ambiguities of the register that touch it, such as `A02`.
  public let ambiguities: [String]

  /// Makes a definition.
  public init(
    pattern: String, unit: String, type: PolicyValueType, meaning: String,
    dutchMeaning: String? = nil, rules: [String], ambiguities: [String]
  ) {
    self.pattern = pattern
    self.unit = unit
    self.type = type
    self.meaning = meaning
    self.dutchMeaning = dutchMeaning
    self.rules = rules
    self.ambiguities = ambiguities
  }

  /// Whether a key is one of those that the pattern stands for.
  public func matches(_ key: PolicyKey) -> Bool {
    let literal = pattern.prefix { $0 != "<" }
    guard literal.count < pattern.count else { return key.rawValue == pattern }
    guard key.rawValue.hasPrefix(literal) else { return false }
    let pieces = key.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    let places = pattern.split(separator: ".", omittingEmptySubsequences: false)
    return pieces.count == places.count
      && zip(places, pieces).allSatisfy { place, piece in
        if let placeholder = Placeholder(rawValue: String(place)) {
          placeholder.accepts(piece)
        } else {
          place == piece
        }
      }
  }

  /// What may stand for a part of a key.
  public enum Placeholder: String, CaseIterable, Sendable {
    /// A sector.
    case sector = "<sector>"
    /// A compound.
    case pollutant = "<pollutant>"
    /// Four digits.
    case year = "<year>"
    /// The label of a ring.
    case ring = "<ring>"
    /// An ambiguity of the register.
    case ambiguity = "<ambiguity>"
    /// Small letters, digits and dashes.
    case id = "<id>"

    /// Whether it may stand for a part.
    public func accepts(_ piece: Substring) -> Bool {
      switch self {
      case .sector: Sector(rawValue: String(piece)) != nil
      case .pollutant: Pollutant(rawValue: String(piece)) != nil
      case .year: piece.utf8.count == 4 && piece.utf8.allSatisfy(Self.isDigit)
      case .ring: Ring(label: piece) != nil
      case .ambiguity:
        piece.utf8.count == 3 && piece.hasPrefix("A")
          && piece.utf8.dropFirst().allSatisfy(Self.isDigit)
      case .id:
        !piece.isEmpty
          && piece.utf8.allSatisfy {
            Self.isDigit($0) || $0 == UInt8(ascii: "-")
              || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0
          }
      }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
    }
  }
}
