// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension SourceRowParser {
  /// Reads a row of any kind by ``Table`` and says what is wrong with it; returns where the next
  /// begins.
  @inline(never)
  mutating func readSlowly(
    _ begin: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ row: inout Row,
    _ block: SourceBlock
  ) -> UnsafePointer<UInt8> {
    let next = scan.rowEnd(begin, end) ?? end
    let line = block.lineCount + 1
    block.lineCount += max(1, SourceRowScan.lineFeeds(begin, next))
    if begin.pointee == SourceRowScan.lineFeed
      || begin.pointee == SourceRowScan.carriageReturn && begin + 1 < end
        && begin[1] == SourceRowScan.lineFeed
    {
      block.addBlank(line: line)
      return next
    }
    block.rowCount += 1
    block.closeBlankLines()
    if block.isCutShort && next == end {
      block.isBroken = true
      block.remark(cutShort(line, isQuoted: scan.rowEnd(begin, end) == nil))
      return next
    }
    let bytes = Array(UnsafeBufferPointer(start: begin, count: next - begin))
    guard isText(bytes, line, block), let decoded = decode(bytes, line, block) else { return next }
    var log = DiagnosticLog()
    var table = Table(row: decoded, line: line, of: setup.header)
    let isRow = table.next(&log)
    if isRow { readCells(table, &row, &log, block) }
    if table.isBroken { block.isBroken = true }
    for diagnostic in log.sorted {
      block.remark(
        SourceBlock.Remark(
          severity: diagnostic.severity, line: diagnostic.line ?? line, column: diagnostic.column,
          message: diagnostic.message, notes: diagnostic.notes))
    }
    if isRow && !log.hasErrors { commit(&row, from: begin, line: line, block) }
    return next
  }

  private func cutShort(_ line: Int, isQuoted: Bool) -> SourceBlock.Remark {
    SourceBlock.Remark(
      severity: .error, line: line, column: nil,
      message: "the row is longer than \(SourceCutter.longestRow >> 20) MB; expected a row a line",
      notes: ["a quote that is opened and never closed makes the rest of the file one row"])
  }

  private func isText(_ bytes: [UInt8], _ line: Int, _ block: SourceBlock) -> Bool {
    guard let zero = bytes.firstIndex(of: 0) else { return true }
    let place = position(of: zero, in: bytes, line)
    block.remark(
      SourceBlock.Remark(
        severity: .error, line: place.line, column: place.column,
        message: "the line holds a NUL byte; take it out, or save the table as text", notes: []))
    return false
  }

  /// The row as UTF-8; takes down where the encoding first shows.
  private func decode(_ bytes: [UInt8], _ line: Int, _ block: SourceBlock) -> [UInt8]? {
    guard let high = bytes.firstIndex(where: { $0 >= 0x80 }) else { return bytes }
    if let (text, isNarrow) = setup.decode(bytes) {
      if setup.encoding == nil, isNarrow ? block.firstNarrow == nil : block.firstWide == nil {
        let misfit = isNarrow ? TextEncoding.firstInvalidUTF8(in: bytes) ?? high : high
        let place = position(of: misfit, in: bytes, line)
        if isNarrow {
          block.firstNarrow = (place.line, place.column, bytes[misfit])
        } else {
          block.firstWide = (place.line, place.column)
        }
      }
      return text
    }
    let encoding = setup.encoding ?? .windows1252
    do throws(TextEncoding.Misfit) {
      return try encoding.transcode(bytes)
    } catch {
      let place = position(of: error.offset, in: bytes, line)
      let byte = "0x" + String(bytes[error.offset], radix: 16, uppercase: true)
      block.remark(
        SourceBlock.Remark(
          severity: .error, line: place.line, column: place.column,
          message: setup.encoding == nil
            ? "byte \(byte) is neither utf-8 nor windows-1252"
            : "byte \(byte) is not \(encoding.rawValue)",
          notes: ["save the file as UTF-8, or declare its encoding"]))
      return nil
    }
  }

  private func position(
    of offset: Int, in bytes: [UInt8], _ line: Int
  ) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: SourceRowScan.lineFeed).map { $0 + 1 } ?? 0
    let piece = Array(before[start...])
    return (
      line + before.count { $0 == SourceRowScan.lineFeed },
      String(decoding: setup.decode(piece)?.text ?? piece, as: UTF8.self).count + 1
    )
  }

  /// Reads the cells of a row that has as many as the header.
  private mutating func readCells(
    _ table: Table, _ row: inout Row, _ log: inout DiagnosticLog, _ block: SourceBlock
  ) {
    let columns = setup.columns
    if let id = table.requiredText(columns[.id], &log) {
      row.id = SourceCell.hash(of: id.utf8)
      row.slowName = id
    }
    if let column = columns[.geometry] {
      row.shapes = shapes(table, column, &log)
    } else {
      readPlace(table, &row, &log)
    }
    if let column = columns[.sector] {
      row.slowSector = table.place(of: column)
      readWord(table, column, \.sectors, &row.sector, &log)
    }
    if let column = columns[.second] {
      row.second = 0
      if !table.isEmpty(column), readWord(table, column, \.seconds, &row.second, &log) {
        row.second += 1
      }
    }
    if let column = columns[.pollutant] {
      readWord(table, column, \.pollutants, &row.pollutant, &log)
    }
    if let column = columns[.vintage] {
      readWord(table, column, \.vintages, &row.vintage, &log)
    }
    if let column = columns[.year] { row.year = table.requiredYear(column, &log) ?? 0 }
    if let column = columns[.status] {
      row.status = 0
      if !table.isEmpty(column) {
        let text = table.rawText(column)
        if let status = Self.status(text) {
          row.status = status
        } else {
          let words = ["final", "provisional"]
          table.error(
            column,
            "unknown status '\(table.shown(column))'\(NearestName.hint(text, in: words)); expected "
              + words.asChoice, &log)
        }
      }
    }
    let emission = table.positiveNumber(
      columns[.emission], "emission", unit: columns.unit.unit, shift: columns.unit.shift, &log)
    row.emission = emission ?? nil
    if let value = row.emission, value > ExactSum.largestTerm, let column = columns[.emission] {
      table.error(
        column,
        "emission '\(table.shown(column))' \(columns.unit.unit) is beyond anything there is; check "
          + "the unit and the digits", &log)
    }
  }

  @discardableResult
  private mutating func readWord(
    _ table: Table, _ column: Int, _ words: WritableKeyPath<Self, SourceWords>,
    _ number: inout Int32, _ log: inout DiagnosticLog
  ) -> Bool {
    guard let text = table.requiredText(column, &log) else { return false }
    guard text.utf8.count <= 1000 else {
      table.error(
        column,
        "the cell is longer than 1000 bytes; expected a name, found '\(table.shown(column))'",
        &log)
      return false
    }
    if self[keyPath: words].isFull, !self[keyPath: words].knows(text) {
      table.error(
        column,
        "column '\(table.header[column])' holds more than \(SourceWords.limit) names; is it the right "
          + "column?", &log)
      return false
    }
    number = self[keyPath: words].number(of: text)
    return true
  }

  private func shapes(_ table: Table, _ column: Int, _ log: inout DiagnosticLog) -> [SourceShape] {
    guard table.hasValue(column, &log) else { return [] }
    do throws(WellKnownText.Problem) {
      let bytes = Array(table.bytes(column))
      return try bytes.withUnsafeBufferPointer { (buffer) throws(WellKnownText.Problem) in
        try WellKnownText.shapes(buffer)
      }
    } catch {
      table.error(column, error.message, &log)
      return []
    }
  }

  private func readPlace(_ table: Table, _ row: inout Row, _ log: inout DiagnosticLog) {
    guard let xColumn = setup.columns[.x], let yColumn = setup.columns[.y] else { return }
    let x = coordinate(table, xColumn, &log)
    let y = coordinate(table, yColumn, &log)
    guard let x, let y else { return }
    row.x = x
    row.y = y
    guard !RDEnvelope.contains(x: x, y: y) else { return }
    let isX = !RDEnvelope.x.contains(x) || RDEnvelope.y.contains(y)
    table.error(isX ? xColumn : yColumn, SourcePlace.complaint(x, y), &log)
  }

  private func coordinate(
    _ table: Table, _ column: Int, _ log: inout DiagnosticLog
  ) -> Double? {
    guard table.hasValue(column, &log) else { return nil }
    do throws(DecimalNumber.Problem) {
      return try DecimalNumber.parse(table.bytes(column), decimal: table.format.decimalMark)
    } catch .notFinite {
      table.error(
        column,
        "'\(table.shown(column))' is no coordinate; every source needs a place, in metres of RD New",
        &log)
      return nil
    } catch .notANumber {
      table.error(
        column,
        "'\(table.shown(column))' is not a number; column '\(table.header[column])' takes metres of "
          + "RD New", &log)
      return nil
    } catch {
      // The others are said of numbers of any kind.
    }
    return table.number(column, unit: "m", &log) ?? nil
  }
}
