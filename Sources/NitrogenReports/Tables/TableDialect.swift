// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenWords

/// How a table is written as comma-separated values: for people in a language, or for programs.
///
/// Both are quoted as in RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula, one
/// that begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no plain number, gets an
/// apostrophe before it: a name out of somebody's file must not run in somebody else's
/// spreadsheet. Numbers are never touched, so a negative number stays one.
public struct TableDialect: Hashable, Sendable {
  /// The language of titles and texts.
  public let language: Language
  /// What parts the cells.
  public let delimiter: Character
  /// What parts whole and decimals.
  public let decimalMark: Character
  /// Whether the file begins with a byte order mark, by which Excel knows that it is UTF-8.
  public let hasByteOrderMark: Bool
  /// Whether the header holds titles with units, for people, or keys, for programs.
  public let hasTitles: Bool

  /// For Dutch spreadsheets: semicolons, decimal commas, Dutch titles.
  public static func dutch(byteOrderMark: Bool = true) -> TableDialect {
    TableDialect(
      language: .dutch, delimiter: ";", decimalMark: ",", hasByteOrderMark: byteOrderMark,
      hasTitles: true)
  }

  /// For programs and English spreadsheets: commas, decimal points, keys for a header.
  public static let english = TableDialect(
    language: .english, delimiter: ",", decimalMark: ".", hasByteOrderMark: false,
    hasTitles: false)

  /// The header of a column.
  public func header(of column: DataTable.Column) -> String {
    guard hasTitles else { return column.key }
    return column.unit.map { "\(column.title) (\($0))" } ?? column.title
  }
}

extension DataTable {
  /// The table as comma-separated values.
  ///
  /// An empty cell is unknown; one that is known and not shown holds the word for that.
  ///
  /// - Parameters:
  ///   - dialect: how it is written.
  ///   - withheld: the word for what is known and not shown.
  /// - Returns: the bytes of the file.
  public func csv(_ dialect: TableDialect, withheld: String) -> [UInt8] {
    var csv = DialectWriter(dialect, capacity: 64 * columns.count * (rows.count + 1))
    for column in columns { csv.add(text: dialect.header(of: column)) }
    csv.endRow()
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): csv.add(text: text)
        case .integer(let number): csv.add(number: String(number))
        case .number(let number): csv.add(number: PlainNumber.text(number))
        case .missing: csv.add(number: "")
        case .withheld: csv.add(text: withheld)
        }
      }
      csv.endRow()
    }
    return csv.bytes
  }
}

/// Puts cells one after the other.
private struct DialectWriter {
  private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let decimalMark: UInt8
  private var isStart = true

  init(_ dialect: TableDialect, capacity: Int) {
    delimiter = dialect.delimiter.asciiValue ?? UInt8(ascii: ",")
    decimalMark = dialect.decimalMark.asciiValue ?? UInt8(ascii: ".")
    bytes.reserveCapacity(capacity)
    if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
  }

  private mutating func separate() {
    if !isStart { bytes.append(delimiter) }
    isStart = false
  }

  /// A number in its plain form, with a decimal point.
  mutating func add(number: String) {
    separate()
    for byte in number.utf8 { bytes.append(byte == UInt8(ascii: ".") ? decimalMark : byte) }
  }

  mutating func add(text: String) {
    separate()
    let text = SpreadsheetText.harmless(text)
    let isSpecial = text.utf8.contains {
      $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
    guard isSpecial || text.first == " " || text.last == " " else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func endRow() {
    bytes += [0x0D, 0x0A]
    isStart = true
  }
}

/// Numbers with all their digits, the same everywhere.
public enum PlainNumber {
  /// A number with a decimal point; a whole one without decimals. It must be finite.
  public static func text(_ number: Double) -> String {
    precondition(number.isFinite, "a table has no number for \(number)")
    return number == number.rounded() && abs(number) < 1e15
      ? String(Int(number)) : number.description
  }
}

/// Texts that spreadsheets take for what they are.
public enum SpreadsheetText {
  /// The text, with an apostrophe before it where a spreadsheet would take it for a formula.
  public static func harmless(_ text: String) -> String {
    guard let first = text.utf8.first, Array("=+-@\t\r".utf8).contains(first),
      !isPlainNumber(text)
    else { return text }
    return "'" + text
  }

  /// A sign and digits with marks, and perhaps a per cent sign.
  private static func isPlainNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    else { return false }
    let rest = text.utf8.dropFirst()
    return rest.contains { (0x30...0x39).contains($0) }
      && rest.allSatisfy { (0x30...0x39).contains($0) || Array("., %".utf8).contains($0) }
  }
}
