// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles

/// Why a workbook, or the rest of a sheet, cannot be read.
struct SpreadsheetProblem: Error, Hashable {
  /// What was found, what was expected and what to do.
  let message: String
  /// The row, 1 for the first; `nil` for the workbook as a whole.
  var row: Int?
  /// The column, 1 for the first; `nil` for the row as a whole.
  var column: Int?

  init(_ message: String, row: Int? = nil, column: Int? = nil) {
    self.message = message
    self.row = row
    self.column = column
  }

  /// What is behind a problem of the zip archive.
  init(_ problem: ZipProblem) {
    let again = "the file is cut short or damaged: download it again"
    switch problem {
    case .noDirectory:
      message = "the workbook is a zip archive whose directory cannot be read; \(again)"
    case .tooManyEntries(let most):
      message = "the workbook is a zip archive with more than \(most) files in it; refused"
    case .noEntry(let name):
      message = "the file is no XLSX workbook: it is a zip archive without '\(name)'"
    case .tooLarge(let name, let limit):
      message =
        "'\(name)' in the workbook unpacks to more than \(limit >> 20) MB, the limit; if the file "
        + "can be trusted, raise the limit"
    case .damaged(let name):
      message = "'\(name)' in the workbook cannot be unpacked; \(again)"
    }
  }

  /// What is behind a problem of the XML of an entry.
  init(_ problem: XMLEvents.Problem, in name: String, row: Int? = nil) {
    switch problem {
    case .documentType:
      message =
        "'\(name)' in the workbook declares a document type, which no workbook does; refused, as "
        + "it may hold entities that grow without end"
    case .malformed:
      message = "'\(name)' in the workbook is cut short or no proper XML: download the file again"
    }
    self.row = row
  }
}
