// SPDX-License-Identifier: GPL-3.0-or-later

/// How a table is written: what a data package says in `dialect`, `encoding` and `schema`.
struct TableFormat {
  /// The byte between cells.
  var delimiter = UInt8(ascii: ",")
  /// The decimal mark.
  var decimalMark = UInt8(ascii: ".")
  /// The encoding of the file.
  var encoding = TextEncoding.utf8
  /// The texts that stand for an unknown value, beside the empty cell.
  var missingValues: [String] = []
  /// Who says how the table is written.
  enum Declaration {
    /// The data package, by what it holds or leaves at its default.
    case dataPackage
    /// The user, beside the file.
    case options
    /// Nobody; the decimal mark is the one that goes with the delimiter.
    case nobody
  }

  /// Who says which decimal mark the numbers have.
  var declaration = Declaration.dataPackage
  /// Whether a delimiter at the end of a line ends its last cell instead of beginning another.
  var hasTrailingDelimiter = false

  /// `comma`, `semicolon` or `tab`, for messages.
  static func name(ofDelimiter byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ","): "a comma"
    case UInt8(ascii: ";"): "a semicolon"
    case UInt8(ascii: "\t"): "a tab"
    default: "'\(Character(Unicode.Scalar(byte)))'"
    }
  }

  /// `a decimal point` or `a decimal comma`.
  var decimalName: String { Self.name(ofDecimalMark: decimalMark) }

  /// The decimal mark that the table does not use.
  var otherDecimalMark: UInt8 {
    decimalMark == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
  }

  /// `a decimal point` or `a decimal comma`.
  static func name(ofDecimalMark mark: UInt8) -> String {
    mark == UInt8(ascii: ".") ? "a decimal point" : "a decimal comma"
  }
}

/// The unit of an emission column, as the column name carries it.
enum EmissionColumn: String, CaseIterable {
  case kilograms = "emission_kg_per_yr"
  case tonnes = "emission_t_per_yr"
  case kilotonnes = "emission_kt_per_yr"

  /// The power of ten that turns the column's figures into kg/yr.
  var shift: Int {
    switch self {
    case .kilograms: 0
    case .tonnes: 3
    case .kilotonnes: 6
    }
  }

  /// The unit in a table schema and in messages.
  var unit: String {
    switch self {
    case .kilograms: "kg/yr"
    case .tonnes: "t/yr"
    case .kilotonnes: "kt/yr"
    }
  }
}

/// The columns a table of some role has.
struct TableLayout {
  /// The columns that must be there.
  var required: [String]
  /// The columns that may be there.
  var optional: [String] = []
  /// Whether exactly one of the emission columns must be there.
  var hasEmission = false

  /// Every column name that is understood.
  var known: [String] {
    required + optional + (hasEmission ? EmissionColumn.allCases.map(\.rawValue) : [])
  }

  /// The columns in words, for notes.
  var summary: String {
    var text = "this table takes the columns \(required.joined(separator: ", "))"
    if hasEmission { text += ", \(EmissionColumn.allCases.map(\.rawValue).asChoice)" }
    if !optional.isEmpty { text += ", and may have \(optional.asList)" }
    return text
  }
}
