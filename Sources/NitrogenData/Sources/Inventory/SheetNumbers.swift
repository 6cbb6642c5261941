// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads numbers from cells of numbers and of text.
///
/// A cell of text may have a decimal point or a decimal comma, but all of a sheet must have the same:
/// otherwise one of them may be a mark between thousands.
struct SheetNumbers {
  let sheet: InventorySheet
  /// The decimal mark of text cells, and the first row that has it.
  private var mark: (byte: UInt8, row: Int)?

  init(sheet: InventorySheet) { self.sheet = sheet }

  /// The emission of a cell in kg/yr; the outer `nil` is a cell that holds none, the inner an empty
  /// one.
  mutating func emission(
    _ row: SheetRow, _ column: Int, unit: String, shift: Int, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard case .some(let number) = number(row, column, unit: unit, shift: shift, &log) else {
      return nil
    }
    guard let number else { return .some(nil) }
    let text = row.text(column) ?? ""
    guard number <= ExactSum.largestTerm else {
      sheet.error(
        row.number, column,
        "emission '\(text)' \(unit) is beyond anything there is; check the unit and the digits",
        &log)
      return nil
    }
    guard number >= 0 else {
      sheet.error(
        row.number, column, "emission must be 0 \(unit) or more, found '\(text)' \(unit)", &log)
      return nil
    }
    return .some(number)
  }

  /// The number of a cell; the outer `nil` is a cell that holds none, the inner an empty one.
  mutating func number(
    _ row: SheetRow, _ column: Int, unit: String, shift: Int = 0, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let cell = row.cell(column) else { return .some(nil) }
    let bytes = row.bytes(cell)
    var decimal = UInt8(ascii: ".")
    if cell.kind == .text, let found = bytes.first(where: { $0 == 0x2C || $0 == 0x2E }) {
      guard accepts(found, row, column, &log) else { return nil }
      decimal = found
    }
    do throws(DecimalNumber.Problem) {
      return try DecimalNumber.parse(bytes, decimal: decimal, shift: shift)
    } catch {
      report(error, row, column, unit: unit, &log)
      return nil
    }
  }

  private mutating func accepts(
    _ found: UInt8, _ row: SheetRow, _ column: Int, _ log: inout DiagnosticLog
  ) -> Bool {
    guard let mark else {
      mark = (found, row.number)
      return true
    }
    guard mark.byte != found else { return true }
    sheet.error(
      row.number, column,
      "'\(row.text(column)?.prefix(60) ?? "")' has \(TableFormat.name(ofDecimalMark: found)), but "
        + "text cells of this sheet have \(TableFormat.name(ofDecimalMark: mark.byte)) since row "
        + "\(mark.row); write all numbers with one of them", &log)
    return false
  }

  private func report(
    _ problem: DecimalNumber.Problem, _ row: SheetRow, _ column: Int, unit: String,
    _ log: inout DiagnosticLog
  ) {
    let text = row.text(column)?.prefix(60) ?? ""
    let message =
      switch problem {
      case .otherDecimalMark, .grouping:
        "'\(text)' has marks between its digits; write the number in \(unit) without them"
      case .notFinite: "'\(text)' is no number in \(unit); leave the cell empty where it is unknown"
      case .blanks: "'\(text)' has blanks around the number; take them out"
      case .notANumber: "'\(text)' is not a number in \(unit)"
      }
    sheet.error(row.number, column, message, &log)
  }
}
