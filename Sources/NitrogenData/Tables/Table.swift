// SPDX-License-Identifier: GPL-3.0-or-later

/// A table under way: the header is read, rows come one after the other.
struct Table {
  /// The file, as the user named it.
  let file: String
  /// How it is written.
  let format: TableFormat
  /// The names of the columns.
  private(set) var header: [String] = []
  /// Where the names of the columns stand.
  private(set) var headerPlaces: [Place] = []
  /// The cells of the row at hand.
  private(set) var cells: [CSVScanner.Cell] = []
  /// The line on which the row at hand begins.
  private(set) var line = 1
  /// How many rows were read, header aside.
  private(set) var rowCount = 0
  private var scanner: CSVScanner
  private var reportedFlaws = 0
  /// Whether the rest of the file cannot be told apart into cells.
  private(set) var isBroken = false

  /// Opens a table and reads its header; `nil`, with the reason in the log, when there is none.
  init?(file: String, format: TableFormat, log: inout DiagnosticLog) {
    guard let text = Self.text(of: file, format: format, log: &log) else { return nil }
    self.init(text: text, of: file, format: format, log: &log)
  }

  /// A row of a table whose header was read before, by its text and the line it begins on.
  init(row text: [UInt8], line: Int, of header: Table) {
    file = header.file
    format = header.format
    self.header = header.header
    scanner = CSVScanner(bytes: text, delimiter: format.delimiter, line: line)
  }

  /// Opens a table by its text and reads its header.
  init?(text: [UInt8], of file: String, format: TableFormat, log: inout DiagnosticLog) {
    self.file = file
    self.format = format
    self.scanner = CSVScanner(bytes: text, delimiter: format.delimiter)
    guard scanner.nextRow(into: &cells), !(cells.count == 1 && isEmpty(0)) else {
      if text.isEmpty {
        log.error(
          Place(file: file), "the file is empty; expected a header line and at least one row")
      } else {
        log.error(
          Place(file: file, line: 1), "the first line is empty; expected the names of the columns")
      }
      return nil
    }
    reportFlaws(&log)
    if isBroken { return nil }
    dropTrailingCell(beyond: 1)
    for column in cells.indices {
      header.append(rawText(column))
      headerPlaces.append(place(of: column))
    }
    if scanner.hasCarriageReturns {
      log.note(Place(file: file, line: 1), "lines end in CR LF (Windows); accepted")
    }
  }

  /// Moves on to the next row that can be read; `false` at the end of the table.
  mutating func next(_ log: inout DiagnosticLog) -> Bool {
    while !isBroken {
      let start = scanner.position
      guard scanner.nextRow(into: &cells) else { return false }
      line = start.line
      if cells.count == 1 && cells[0].start == cells[0].end && !cells[0].isQuoted {
        if scanner.isBlankToTheEnd() { return false }
        log.error(Place(file: file, line: line), "the line is empty; take it out")
        continue
      }
      rowCount += 1
      reportFlaws(&log)
      if isBroken { return false }
      dropTrailingCell(beyond: header.count)
      guard hasRightCount(&log) else { continue }
      guard !cells.indices.allSatisfy({ isEmpty($0) }) else {
        log.error(Place(file: file, line: line), "every cell of the row is empty; take the row out")
        continue
      }
      return true
    }
    return false
  }

  /// Takes off the empty cell that a delimiter at the end of the line seems to begin.
  private mutating func dropTrailingCell(beyond count: Int) {
    guard format.hasTrailingDelimiter, cells.count > count, let last = cells.last,
      last.start == last.end, !last.isQuoted
    else { return }
    cells.removeLast()
  }

  private func hasRightCount(_ log: inout DiagnosticLog) -> Bool {
    guard cells.count != header.count else { return true }
    var place = place(of: min(cells.count - 1, header.count))
    var notes: [String] = []
    if cells.count > header.count && format.delimiter == UInt8(ascii: ",") {
      notes.append(
        "a cell that holds a comma, such as a number with a decimal comma, falls apart here: put "
          + "the cell in quotes, or "
          + (format.declaration == .dataPackage
            ? "declare dialect delimiter ';' and save the file so"
            : "save the file with semicolons between its cells"))
    }
    if cells.count < header.count { place.column = nil }
    log.error(
      place,
      "the row has \(counted(cells.count, "cell")), expected \(header.count) as in the header",
      notes: notes)
    return false
  }

  private mutating func reportFlaws(_ log: inout DiagnosticLog) {
    for (flaw, position) in scanner.flaws[reportedFlaws...] {
      let place = place(at: position)
      switch flaw {
      case .unclosedQuote:
        isBroken = true
        log.error(
          place, "the quote opened here is never closed, so the rest of the file is one cell",
          notes: ["close the quote at the end of the cell; a quote inside a cell is doubled: \"\""])
      case .textAfterQuote:
        log.error(
          place,
          "text follows the closing quote of the cell; a quote inside a cell is doubled: \"\"")
      case .quoteInside:
        log.error(
          place,
          "a quote stands inside a cell without quotes; put the whole cell in quotes and double it")
      case .loneCarriageReturn:
        isBroken = true
        log.error(
          place, "the line ends in CR without LF; save the file with line ends LF or CR LF")
      }
    }
    reportedFlaws = scanner.flaws.count
  }
}

extension Table {
  /// The bytes of a cell as they stand, doubled quotes not yet halved.
  func bytes(_ column: Int) -> ArraySlice<UInt8> {
    scanner.bytes[cells[column].start..<cells[column].end]
  }

  /// The text of a cell, empty or not.
  func rawText(_ column: Int) -> String {
    let text = String(decoding: bytes(column), as: UTF8.self)
    return cells[column].hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// The text of a cell for a message, cut short when it is long.
  func shown(_ column: Int) -> String {
    let text = rawText(column)
    return text.count > 60 ? "\(text.prefix(60))…" : text
  }

  /// Whether a cell is empty or holds one of the texts declared for unknown values.
  func isEmpty(_ column: Int) -> Bool {
    if cells[column].start == cells[column].end { return true }
    return !format.missingValues.isEmpty && format.missingValues.contains(rawText(column))
  }

  /// Where a cell of the row at hand stands.
  func place(of column: Int) -> Place { place(at: cells[column].place) }

  private func place(at position: CSVScanner.Position) -> Place {
    let before = scanner.bytes[position.lineStart..<position.offset]
    return Place(
      file: file, line: position.line, column: String(decoding: before, as: UTF8.self).count + 1)
  }
}

/// `1 cell`, `2 cells`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
