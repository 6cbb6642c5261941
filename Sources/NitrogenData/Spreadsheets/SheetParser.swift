// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes rows of the XML of a sheet.
///
/// The size that the sheet declares (`dimension`) is not looked at: exports say `A1` for sheets of
/// any size.
final class SheetParser: XMLEventTaker {
  /// The most rows and columns a sheet has.
  static let size = (rows: 1_048_576, columns: 16_384)
  /// The most bytes in a row.
  static let largestRow = 1 << 24

  private(set) var row = SheetRow()
  private(set) var problem: SpreadsheetProblem?
  private var wantsMore = true
  private let strings: SharedStrings
  private let take: (SheetRow) -> Bool
  private var column = 0
  private var kind = CellKind.number
  private var start = 0
  private var isCollecting = false
  private var isInline = false
  private var isPhonetic = false

  private enum CellKind { case number, text, shared, failure }

  init(strings: SharedStrings, take: @escaping (SheetRow) -> Bool) {
    self.strings = strings
    self.take = take
  }

  var isDone: Bool { problem != nil || !wantsMore }
  var isAtALoss: Bool { problem != nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard !isDone else { return }
    switch name {
    case "c": beginCell(attributes)
    case "v": isCollecting = true
    case "is": isInline = true
    case "t": isCollecting = isInline && !isPhonetic
    case "rPh": isPhonetic = true
    case "row": beginRow(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard !isDone else { return }
    switch name {
    case "c": endCell()
    case "v", "t": isCollecting = false
    case "is": isInline = false
    case "rPh": isPhonetic = false
    case "row": wantsMore = take(row)
    default: break
    }
  }

  func take(_ text: UnsafeBufferPointer<UInt8>) {
    guard isCollecting, !isDone else { return }
    guard row.size + text.count <= Self.largestRow else {
      fail("the row holds more than \(Self.largestRow >> 20) MB of text; refused")
      return
    }
    row.append(text)
  }

  private func beginRow(_ attributes: XMLAttributes) {
    var number = row.number + 1
    if let text = attributes.text("r") {
      guard let given = Int(text), given >= number, given <= Self.size.rows else {
        fail(
          row.number == 0
            ? "the first row of the sheet is '\(text)'; rows must rise from 1 to at most \(Self.size.rows): the "
              + "workbook is damaged"
            : "row '\(text)' follows row \(row.number); rows must rise to at most "
              + "\(Self.size.rows): the workbook is damaged")
        return
      }
      number = given
    }
    row.begin(number)
    column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) {
    var next = column + 1
    if let place = attributes.bytes("r") {
      let given = Self.column(of: place)
      guard let given, given >= next, given <= Self.size.columns else {
        fail(
          "cell '\(String(decoding: place, as: UTF8.self))' does not come after column \(column); "
            + "the workbook is damaged")
        return
      }
      next = given
    }
    column = next
    start = row.size
    isInline = false
    isPhonetic = false
    switch attributes.bytes("t").map({ String(decoding: $0, as: UTF8.self) }) {
    case nil, "n": kind = .number
    case "s": kind = .shared
    case "e": kind = .failure
    default: kind = .text
    }
  }

  private func endCell() {
    isCollecting = false
    switch kind {
    case .number: row.close(column, .number, from: start)
    case .text: row.close(column, .text, from: start)
    case .failure: row.close(column, .failure, from: start)
    case .shared:
      guard start < row.size else { return }
      let text = String(decoding: row.takeBack(from: start), as: UTF8.self)
      guard let number = Int(text), let string = strings[number] else {
        fail(
          "the cell points at shared string '\(text)', and the workbook has "
            + "\(counted(strings.count, "shared string")): it is damaged", column: column)
        return
      }
      row.append(string)
      row.close(column, .text, from: start)
    }
  }

  private func fail(_ message: String, column: Int? = nil) {
    problem = SpreadsheetProblem(message, row: row.number > 0 ? row.number : nil, column: column)
  }

  /// The column of a place such as `AA7`; `nil` when it is none.
  private static func column(of place: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in place {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= byte, column < 1 << 20 else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column : nil
  }
}
