// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A sheet of a workbook, for messages.
struct InventorySheet {
  /// The file, as the user named it.
  let file: String
  /// The name on its tab.
  let name: String

  /// Where a cell, row or the sheet stands: rows count as lines, columns of cells as columns.
  func place(_ row: Int?, _ column: Int?) -> Place { Place(file: file, line: row, column: column) }

  /// The message with the sheet and, where there is one, the cell before it.
  func located(_ row: Int?, _ column: Int?, _ message: String) -> String {
    guard let row, let column else { return "sheet '\(name)': \(message)" }
    return "sheet '\(name)', cell \(SheetRow.name(row: row, column: column)): \(message)"
  }

  /// Notes an error at a cell, a row or the sheet.
  func error(_ row: Int?, _ column: Int?, _ message: String, _ log: inout DiagnosticLog) {
    log.error(place(row, column), located(row, column, message))
  }

  /// Notes a warning at a cell, a row or the sheet.
  func warning(_ row: Int?, _ column: Int?, _ message: String, _ log: inout DiagnosticLog) {
    log.warning(place(row, column), located(row, column, message))
  }
}
