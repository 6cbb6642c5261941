// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The table of a case: a header line, then numbers; an empty cell is missing.
struct ReferenceTable: Sendable {
  let names: [String]
  private let columns: [[Double?]]
  private let cells: [[String]]

  init(file: URL) throws(ReferenceCaseError) {
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw ReferenceCaseError("the table \(file.lastPathComponent) is not readable")
    }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    guard let header = lines.first else {
      throw ReferenceCaseError("the table \(file.lastPathComponent) is empty")
    }
    var columns = Array(repeating: [Double?](), count: header.count)
    for (number, cells) in lines.enumerated().dropFirst() {
      guard cells.count == header.count else {
        throw ReferenceCaseError(
          "line \(number + 1) of \(file.lastPathComponent) has \(cells.count) cells, "
            + "expected \(header.count)")
      }
      for (column, cell) in cells.enumerated() {
        guard cell.isEmpty || cell == "NA" || Double(cell)?.isFinite == true else {
          throw ReferenceCaseError(
            "line \(number + 1) of \(file.lastPathComponent): '\(cell)' is not a number")
        }
        columns[column].append(Double(cell))
      }
    }
    names = header
    cells = Array(lines.dropFirst())
    self.columns = columns
  }

  /// Whether there is a column of this name.
  func has(_ name: String) -> Bool { names.contains(name) }

  /// A column with gaps.
  func optional(_ name: String) throws(ReferenceCaseError) -> [Double?] {
    guard let index = names.firstIndex(of: name) else {
      throw ReferenceCaseError("the table has no column '\(name)'")
    }
    return columns[index]
  }

  /// A column without gaps.
  func numbers(_ name: String) throws(ReferenceCaseError) -> [Double] {
    var result: [Double] = []
    for (row, value) in try optional(name).enumerated() {
      guard let value else {
        throw ReferenceCaseError("column '\(name)' has no value in row \(row + 1)")
      }
      result.append(value)
    }
    return result
  }

  /// The rows without gaps, in the order of ``names``, with all digits that the file gives.
  func wideRows() throws(ReferenceCaseError) -> [[Wide]] {
    var rows: [[Wide]] = []
    for row in cells.indices {
      var values: [Wide] = []
      for (name, cell) in zip(names, cells[row]) {
        guard let value = Wide(cell) else {
          throw ReferenceCaseError("column '\(name)' has no value in row \(row + 1)")
        }
        values.append(value)
      }
      rows.append(values)
    }
    return rows
  }
}
