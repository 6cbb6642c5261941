// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of a policy value, such as `target.agriculture.NH3.2035`.
public struct PolicyKey: RawRepresentable, Hashable, Comparable, Sendable {
  /// The name, pieces separated by points.
  public let rawValue: String

  /// Makes a key from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether the left comes before the right in every listing.
  public static func < (left: PolicyKey, right: PolicyKey) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension PolicyKey: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The text shown to people.
  public var description: String { rawValue }
  /// Makes a key from a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// How a policy record knows what it says.
public enum PolicyStatus: String, Hashable, Sendable {
  /// The document gives the value.
  case stated
  /// The value follows from stated ones by arithmetic.
  case derived
  /// The document is silent; the value is `nil`.
  case silent
  /// Somebody assumed the value.
  case assumed
}

/// The value of a policy record.
public enum PolicyValue: Hashable, Sendable {
  /// One number, in the unit of the record.
  case number(Double)
  /// A band with a low and a high edge, in the unit of the record.
  case band(low: Double, high: Double)
  /// Several numbers, in the unit of the record.
  case numbers([Double])
  /// A word or name.
  case text(String)
  /// Several words or names.
  case list([String])
  /// Yes or no.
  case flag(Bool)
  /// A date as `yyyy-mm-dd`.
  case date(String)
}

/// The line of a document that a policy record rests on.
public struct PolicyReference: Hashable, Sendable {
  /// The document, by its id in the list of sources.
  public let document: String
  /// The chapter or annex.
  public let chapter: String
  /// The first line; `nil` where the document has no line numbers.
  public let firstLine: Int?
  /// The last line.
  public let lastLine: Int?
  /// A word that stands in the cited lines, by which a test finds them.
  public let keyword: String?

  /// Makes a reference.
  public init(document: String, chapter: String, firstLine: Int?, lastLine: Int?, keyword: String?)
  {
    self.document = document
    self.chapter = chapter
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.keyword = keyword
  }

  /// `coalition-agreement-2026, Landbouw, natuur en stikstof, L1621`.
  public var text: String {
    var pieces = [document, chapter]
    if let firstLine {
      if let lastLine, lastLine != firstLine {
        pieces.append("L\(firstLine)-\(lastLine)")
      } else {
        pieces.append("L\(firstLine)")
      }
    }
    return pieces.joined(separator: ", ")
  }
}

/// One dated statement of a policy document, or its silence.
public struct PolicyRecord: Hashable, Sendable {
  /// What it is about.
  public let key: PolicyKey
  /// The value; `nil` where the document is silent.
  public let value: PolicyValue?
  /// The unit of the value.
  public let unit: String
  /// How the record knows it.
  public let status: PolicyStatus
  /// The line it rests on.
  public let reference: PolicyReference?
  /// The first day on which it holds, `yyyy-mm-dd`.
  public let validFrom: String?
  /// The last day on which it holds, `yyyy-mm-dd`.
  public let validTo: String?
  /// For targets: how binding it is.
  public let kind: TargetKind?
  /// For choices: the values that the program honours.
  public let options: [String]
  /// The rules of the register it belongs to, such as `R01`.
  public let rule: String?
  /// The ambiguity of the register it settles, such as `A02`.
  public let ambiguity: String?
  /// Reasons and doubts, in our own words.
  public let note: String?
  /// The same in Dutch; `nil` where nobody said it.
  public let dutchNote: String?
  /// Where the record stands.
  public let origin: RowReference

  /// Makes a record.
  public init(
    key: PolicyKey, value: PolicyValue?, unit: String, status: PolicyStatus,
    reference: PolicyReference? = nil, validFrom: String? = nil, validTo: String? = nil,
    kind: TargetKind? = nil, options: [String] = [], rule: String? = nil,
    ambiguity: String? = nil, note: String? = nil, dutchNote: String? = nil,
    origin: RowReference
  ) {
    self.key = key
    self.value = value
    self.unit = unit
    self.status = status
    self.reference = reference
    self.validFrom = validFrom
    self.validTo = validTo
    self.kind = kind
    self.options = options
    self.rule = rule
    self.ambiguity = ambiguity
    self.note = note
    self.dutchNote = dutchNote
    self.origin = origin
  }
}

/// How binding a target is.
public enum TargetKind: String, Hashable, Sendable {
  /// A goal that the text says will stand in law.
  case statutory
  /// An aim (*streefdoel*): missing it has the softer consequence.
  case aim
  /// Shown beside the official target and never flagged.
  case shadow
  /// Inherited from the nation where the text gives no number for the territory.
  case indicative
}
