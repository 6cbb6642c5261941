// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsx
import NitrogenReports

/// Writes one sheet of a workbook, from top to bottom.
struct SheetWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let formats: SheetFormats
  let withheld: String

  /// Widths of columns, in characters.
  private static let widths = 7.0...60.0

  /// Writes rows of a table under its header, which stays in sight and filters.
  func write(_ table: DataTable, rows: Range<Int>) throws(WorkbookError) {
    let headers = table.columns.map(Self.header)
    for (number, column) in table.columns.enumerated() {
      let width = Self.width(column, headers[number], table.rows[rows].lazy.map { $0[number] })
      try check(
        worksheet_set_column(sheet, UInt16(number), UInt16(number), width, nil), "set a width")
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    if !table.columns.isEmpty {
      try check(
        worksheet_autofilter(
          sheet, 0, 0, UInt32(rows.count), UInt16(table.columns.count - 1)), "set a filter")
    }
    for (number, header) in headers.enumerated() {
      try text(header, 0, number, formats.header)
    }
    let status = table.columns.firstIndex { $0.key == "status" }
    let code = table.columns.firstIndex { $0.key == "status_code" }
    let kinds = table.columns.map { formats.format($0.kind) }
    for (line, row) in table.rows[rows].enumerated() {
      for (number, cell) in row.enumerated() {
        var format = kinds[number]
        if number == status, let code, case .text(let name) = row[code] {
          format = formats.status(name)
        }
        try write(cell, line + 1, number, format)
      }
    }
  }

  /// Writes the sheet that says what the others are, with the way to each of them.
  func writeFirst(_ table: DataTable, contents: [SheetPart]) throws(WorkbookError) {
    try check(worksheet_set_column(sheet, 0, 0, 28, nil), "set a width")
    try check(worksheet_set_column(sheet, 1, 1, 100, nil), "set a width")
    worksheet_fit_to_pages(sheet, 1, 0)
    for (number, column) in table.columns.enumerated() {
      try text(Self.header(column), 0, number, formats.header)
    }
    for (line, row) in table.rows.enumerated() {
      for (number, cell) in row.enumerated() {
        try write(cell, line + 1, number, number == 0 ? formats.strong : formats.wrapped)
      }
    }
    for (number, part) in contents.enumerated() {
      let line = table.rows.count + 2 + number
      let quoted = part.name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      try check(
        worksheet_write_url_opt(
          sheet, UInt32(line), 0, "internal:'\(quoted)'!A1", nil, part.name, nil),
        "link to the sheet '\(part.name)'")
      if let note = part.table.note { try text(note, line, 1, formats.wrapped) }
    }
  }

  private func write(
    _ cell: DataTable.Cell, _ line: Int, _ column: Int, _ format: SheetFormats.Format?
  ) throws(WorkbookError) {
    switch cell {
    case .text(let text): try self.text(text, line, column, format)
    case .integer(let whole): try number(Double(whole), line, column, format)
    case .number(let value): try number(value, line, column, format)
    case .withheld: try text(withheld, line, column, formats.withheld)
    case .missing: break
    }
  }

  private func text(
    _ text: String, _ line: Int, _ column: Int, _ format: SheetFormats.Format?
  ) throws(WorkbookError) {
    try check(
      worksheet_write_string(
        sheet, UInt32(line), UInt16(column), SheetText.cell(text), format), "write a text")
  }

  private func number(
    _ value: Double, _ line: Int, _ column: Int, _ format: SheetFormats.Format?
  ) throws(WorkbookError) {
    precondition(value.isFinite, "a table has no number for \(value)")
    try check(
      worksheet_write_number(sheet, UInt32(line), UInt16(column), value, format),
      "write a number")
  }

  private func check(
    _ answer: lxw_error, _ what: @autoclosure () -> String
  ) throws(WorkbookError) {
    try WorkbookError.check(answer, "\(what()) in the sheet '\(name)'")
  }

  private static func header(_ column: DataTable.Column) -> String {
    column.unit.map { "\(column.title) (\($0))" } ?? column.title
  }

  /// As wide as the widest cell asks for, within limits; a header may take two lines.
  private static func width(
    _ column: DataTable.Column, _ header: String, _ cells: some Sequence<DataTable.Cell>
  ) -> Double {
    let words = header.split(separator: " ").map(\.count).max() ?? 0
    var widest = max(words, (header.count + 1) / 2)
    for cell in cells {
      switch cell {
      case .text(let text): widest = max(widest, min(text.utf8.count, 60))
      case .integer(let number): widest = max(widest, String(number).count)
      case .number(let number):
        guard abs(number) < 1e15, case .number(let decimals) = column.kind else { continue }
        let digits = String(Int(abs(number))).count
        widest = max(widest, digits + (digits - 1) / 3 + 2 + decimals)
      case .missing, .withheld: continue
      }
    }
    // Room for the button of the filter.
    return min(max(Double(widest) + 2.5, widths.lowerBound), widths.upperBound)
  }
}
