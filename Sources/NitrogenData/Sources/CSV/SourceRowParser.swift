// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads blocks of rows; every thread has one of its own.
///
/// A row as most are is read straight from its bytes. Whatever is unusual about one, such as a
/// quote in a quoted cell, a number with 16 digits or anything that may be wrong, sends it to
/// ``Table``, which knows it all and is fifty times slower.
struct SourceRowParser {
  /// What was read of a row.
  struct Row {
    var id: UInt64 = 0
    var x = 0.0
    var y = 0.0
    var shapes: [SourceShape] = []
    var emission: Double?
    var sector: Int32 = 0
    var second: Int32 = 0
    var pollutant: Int32 = 0
    var year = 0
    var vintage: Int32 = 0
    var status: Int32 = 0
    /// Where the cells of the name and of the sector begin.
    var name: SourceCell?
    var sectorStart: UnsafePointer<UInt8>?
    /// The name, and where the sector stands, of a row read slowly.
    var slowName: String?
    var slowSector: Place?
  }

  let setup: SourceTableSetup
  let scan: SourceRowScan
  let cellScan: SourceCellScan
  let numbers: SourceNumber
  /// What tells the rows apart.
  let identities = SourceIdentities()
  var sectors = SourceWords()
  var seconds = SourceWords()
  var pollutants = SourceWords()
  var vintages = SourceWords()
  var statuses = SourceWords()
  var keys = SourceKeyBook()
  /// What all rows have of what the options say.
  private let blank: Row
  /// Whether a text that stands for an unknown value looks like a number.
  private let mustReadSlowly: Bool
  private var yearWord: UInt32 = 0
  private var lastYear = 0
  private let years: ClosedRange<Int>
  let keepsShapes: Bool

  init(_ setup: SourceTableSetup) {
    self.setup = setup
    let format = setup.format
    scan = SourceRowScan(delimiter: format.delimiter)
    cellScan = SourceCellScan(delimiter: format.delimiter)
    numbers = SourceNumber(decimalMark: format.decimalMark)
    mustReadSlowly = setup.missing.contains { $0.first.map { (48...57).contains($0) } ?? false }
    years = Table.years
    keepsShapes = setup.columns[.geometry] != nil
    var row = Row()
    if setup.columns[.sector] == nil, let sector = setup.options.sector {
      // With a classification, a slash divides the sector from its sub-sector.
      row.sector = sectors.number(of: sector)
    }
    if setup.columns[.pollutant] == nil, let pollutant = setup.options.pollutant {
      row.pollutant = pollutants.number(of: pollutant.label)
    }
    if setup.columns[.year] == nil { row.year = setup.options.year ?? 0 }
    if setup.columns[.vintage] == nil, let vintage = setup.options.vintage {
      row.vintage = vintages.number(of: vintage.rawValue)
    }
    blank = row
  }

  /// Reads every row of a block.
  mutating func parse(_ block: SourceBlock) {
    block.prepareRows()
    let start = UnsafePointer(block.bytes)
    let end = start + block.byteCount
    var at = start
    var row = blank
    setup.columns.roles.withUnsafeBufferPointer { roles in
      while at < end {
        let begin = at
        if !mustReadSlowly, read(&at, end, roles, &row, block) {
          block.rowCount += 1
          block.lineCount += 1
          if !block.blankLines.isEmpty { block.closeBlankLines() }
          commit(&row, from: begin, line: block.lineCount, block)
          continue
        }
        row = blank
        at = readSlowly(begin, end, &row, block)
        row = blank
        if block.isBroken { break }
      }
    }
    block.keys = keys.all
    keys.takeTallies(into: &block.tallies)
  }

  /// Reads a row that is written as most are; `false`, with nothing done, for any other.
  @inline(__always)
  private mutating func read(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ roles: UnsafeBufferPointer<SourceColumns.Role>, _ row: inout Row, _ block: SourceBlock
  ) -> Bool {
    let delimiter = scan.delimiter
    var at = cursor
    var column = 0
    while true {
      switch roles[column] {
      case .unused:
        let cell = cellScan.cell(&at)
        guard cell.isASCII || isWide(cell, block) else { return false }
      case .id:
        let cell = cellScan.cell(&at)
        guard cell.length > 0, cell.isASCII || isWide(cell, block),
          setup.missing.isEmpty || !setup.isMissing(cell)
        else { return false }
        row.id = cell.hash
        row.name = cell
      case .x:
        guard let number = numbers.read(&at) else { return false }
        row.x = number
      case .y:
        guard let number = numbers.read(&at) else { return false }
        row.y = number
      case .emission:
        if at.pointee == delimiter || at.pointee <= SourceRowScan.carriageReturn {
          row.emission = nil
        } else {
          guard let number = numbers.read(&at, shift: setup.columns.unit.shift), number >= 0,
            number <= ExactSum.largestTerm
          else { return false }
          row.emission = number
        }
      case .year:
        let isQuoted = at.pointee == SourceRowScan.quote
        if isQuoted { at += 1 }
        let word = UnsafeRawPointer(at).loadUnaligned(as: UInt32.self)
        if word == yearWord {
          row.year = lastYear
          at += 4
        } else {
          guard let year = readYear(word, &at) else { return false }
          row.year = year
        }
        if isQuoted {
          guard at.pointee == SourceRowScan.quote else { return false }
          at += 1
        }
      case .sector:
        row.sectorStart = at
        guard let number = Self.word(&at, &sectors, setup, cellScan, block) else { return false }
        row.sector = number
      case .pollutant:
        guard let number = Self.word(&at, &pollutants, setup, cellScan, block) else { return false }
        row.pollutant = number
      case .vintage:
        guard let number = Self.word(&at, &vintages, setup, cellScan, block) else { return false }
        row.vintage = number
      case .second:
        if at.pointee == delimiter || at.pointee <= SourceRowScan.carriageReturn {
          row.second = 0
        } else {
          guard let number = Self.word(&at, &seconds, setup, cellScan, block) else { return false }
          row.second = number + 1
        }
      case .status:
        if at.pointee == delimiter || at.pointee <= SourceRowScan.carriageReturn {
          row.status = 0
        } else {
          guard let number = Self.word(&at, &statuses, setup, cellScan, block),
            let status = Self.status(statuses.texts[Int(number)])
          else { return false }
          row.status = status
        }
      case .geometry:
        let cell = cellScan.cell(&at)
        guard cell.isASCII, let shapes = try? WellKnownText.shapes(cell.bytes) else { return false }
        row.shapes = shapes
      }
      column += 1
      if column == roles.count { break }
      guard at.pointee == delimiter else { return false }
      at += 1
    }
    if setup.format.hasTrailingDelimiter, at.pointee == delimiter { at += 1 }
    if at.pointee == SourceRowScan.lineFeed {
      at += 1
    } else if at.pointee == SourceRowScan.carriageReturn && at[1] == SourceRowScan.lineFeed
      && at + 1 < end
    {
      at += 2
    } else {
      return false
    }
    guard keepsShapes || RDEnvelope.contains(x: row.x, y: row.y) else { return false }
    cursor = at
    return true
  }

  private mutating func readYear(_ word: UInt32, _ at: inout UnsafePointer<UInt8>) -> Int? {
    var year = 0
    for index in 0..<4 {
      let digit = at[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      year = year * 10 + Int(digit)
    }
    guard years.contains(year) else { return nil }
    yearWord = word
    lastYear = year
    at += 4
    return year
  }

  /// Whether a name is UTF-8 in a block where that is known to be so.
  private func isWide(_ cell: SourceCell, _ block: SourceBlock) -> Bool {
    (setup.encoding == .utf8 || setup.encoding == nil && block.firstWide != nil)
      && TextEncoding.firstInvalidUTF8(in: Array(cell.bytes)) == nil
  }

  /// The number of the text in a cell; `nil` for one to be read slowly.
  @inline(__always)
  private static func word(
    _ at: inout UnsafePointer<UInt8>, _ words: inout SourceWords, _ setup: SourceTableSetup,
    _ scan: SourceCellScan, _ block: SourceBlock
  ) -> Int32? {
    let cell = scan.cell(&at)
    guard let (number, bytes) = words.number(of: cell) else {
      return newWord(cell, &words, setup, block)
    }
    switch bytes {
    case .ascii: return number
    // The first of a block is read slowly, which takes down its place.
    case .wide: return block.firstWide == nil ? nil : number
    case .narrow: return block.firstNarrow == nil ? nil : number
    }
  }

  /// Numbers a text that was not met before, if it is plain.
  @inline(never)
  private static func newWord(
    _ cell: SourceCell, _ words: inout SourceWords, _ setup: SourceTableSetup, _ block: SourceBlock
  ) -> Int32? {
    guard cell.length > 0, cell.length <= 1000, setup.missing.isEmpty || !setup.isMissing(cell),
      !words.isFull
    else { return nil }
    var kind = SourceWords.Bytes.ascii
    var bytes = Array(cell.bytes)
    if !cell.isASCII {
      guard let text = setup.decode(bytes) else { return nil }
      bytes = text.text
      if setup.encoding == nil { kind = text.isNarrow ? .narrow : .wide }
    }
    let number = words.number(of: String(decoding: bytes, as: UTF8.self))
    words.keep(number, kind, for: cell)
    switch kind {
    case .ascii: return number
    case .wide: return block.firstWide == nil ? nil : number
    case .narrow: return block.firstNarrow == nil ? nil : number
    }
  }

  /// What a status stands for: 1 final, 2 provisional; `nil` for anything else.
  static func status(_ text: String) -> Int32? {
    text == "final" ? 1 : text == "provisional" ? 2 : nil
  }
}
