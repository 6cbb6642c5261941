// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// All that is settled about a table of sources before its rows are read.
struct SourceTableSetup: Sendable {
  /// The table, of which the header was read.
  let header: Table
  /// What its columns hold.
  let columns: SourceColumns
  /// What the names in it stand for.
  let activities: SourceActivities
  /// What the user says of all rows.
  let options: SourceOptions
  /// The encoding, where it is declared.
  let encoding: TextEncoding?
  /// Where the rows begin, in bytes, and on which line.
  let start: Int
  let startLine: Int
  /// Whether the header is written otherwise than in UTF-8.
  let hasNarrowHeader: Bool

  /// The texts that stand for an unknown value.
  let missing: [[UInt8]]

  /// How the table is written.
  var format: TableFormat { header.format }

  /// How many bytes at the beginning of a file are looked at for its header and its marks.
  private static let sampleSize = 1 << 18

  /// Reads the beginning of a table; `nil`, with the reason in the log, when it cannot be used.
  init?(
    _ source: SourceBytes, file: String, options: SourceOptions, reference: ReferenceData,
    log: inout DiagnosticLog
  ) {
    let sample = source.bytes(at: 0, limit: Self.sampleSize)
    var encoding = options.declared?.encoding ?? options.encoding.flatMap { TextEncoding(name: $0) }
    self.encoding = encoding
    guard let first = Self.firstRow(sample, isWhole: sample.count == source.count, file, &log)
    else { return nil }
    let rawHeader = Array(sample[..<first])
    hasNarrowHeader =
      encoding == nil && TextEncoding.firstInvalidUTF8(in: rawHeader) != nil
      && !rawHeader.starts(with: [0xFF, 0xFE]) && !rawHeader.starts(with: [0xFE, 0xFF])
    if hasNarrowHeader { encoding = .windows1252 }
    guard
      let text = Table.utf8Text(rawHeader, file: file, encoding: encoding ?? .utf8, log: &log),
      var format = TableFormat(sourcesIn: file, beginning: text, options, log: &log),
      let provisional = Table(text: text, of: file, format: format, log: &log)
    else { return nil }
    provisional.compareHeader(with: options.declaredFields, package: options.package, log: &log)
    guard
      let naming = ActivityNaming(
        options, file: file, reference: reference, log: &log)
    else { return nil }
    let activities = SourceActivities(naming: naming, reference: reference)
    guard
      let columns = SourceColumns(
        provisional, options: options, secondName: activities.secondColumn, log: &log)
    else { return nil }
    let before = format.decimalMark
    format.takeDecimalMark(
      from: Self.numbers(Array(sample[first...]), columns, format, under: provisional))
    var unheard = DiagnosticLog()
    guard
      let header = before == format.decimalMark
        ? provisional : Table(text: text, of: file, format: format, log: &unheard)
    else { return nil }
    self.header = header
    self.columns = columns
    self.activities = activities
    self.options = options
    missing = header.format.missingValues.filter { !$0.isEmpty }.map { Array($0.utf8) }
    start = first
    startLine = 1 + text.count { $0 == SourceRowScan.lineFeed }
  }

  /// Whether a cell holds a text that stands for an unknown value.
  func isMissing(_ cell: SourceCell) -> Bool {
    missing.contains { $0.elementsEqual(cell.bytes) }
  }

  /// Bytes as UTF-8: by the encoding that is declared, or else UTF-8 where they are that and
  /// windows-1252 where they are not; `nil` where they are neither.
  func decode(_ bytes: [UInt8]) -> (text: [UInt8], isNarrow: Bool)? {
    if let encoding { return (try? encoding.transcode(bytes)).map { ($0, encoding != .utf8) } }
    if TextEncoding.firstInvalidUTF8(in: bytes) == nil { return (bytes, false) }
    return (try? TextEncoding.windows1252.transcode(bytes)).map { ($0, true) }
  }

  /// How many bytes the header takes, its line end included.
  private static func firstRow(
    _ sample: [UInt8], isWhole: Bool, _ file: String, _ log: inout DiagnosticLog
  ) -> Int? {
    if let zero = sample.firstIndex(of: 0), !sample.starts(with: [0xFF, 0xFE]),
      !sample.starts(with: [0xFE, 0xFF])
    {
      let line = sample[..<zero].count { $0 == SourceRowScan.lineFeed } + 1
      log.error(
        Place(file: file, line: line),
        "the line holds a NUL byte, so that the file is no text; expected a table in CSV")
      return nil
    }
    let mark = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // The delimiter is not known yet, and a line feed in a quoted name of a column is not expected.
    var isQuoted = false
    for index in mark..<max(sample.count, mark) {
      let byte = sample[index]
      if byte == SourceRowScan.quote { isQuoted.toggle() }
      if byte == SourceRowScan.lineFeed && !isQuoted { return index + 1 }
    }
    if isWhole { return sample.count }
    log.error(
      Place(file: file, line: 1),
      "the first line is longer than \(sampleSize) bytes; expected the names of the columns")
    return nil
  }

  /// The cells of the first rows that hold numbers.
  private static func numbers(
    _ sample: [UInt8], _ columns: SourceColumns, _ format: TableFormat, under header: Table
  ) -> [ArraySlice<UInt8>] {
    var unheard = DiagnosticLog()
    // The last line of the sample may be cut.
    let end = sample.lastIndex(of: SourceRowScan.lineFeed) ?? sample.endIndex
    var table = Table(row: Array(sample[..<end]), line: 1, of: header)
    let positions = [columns[.x], columns[.y], columns[.emission]].compactMap { $0 }
    var found: [ArraySlice<UInt8>] = []
    while found.count < 3000, table.rowCount < 2000, table.next(&unheard) {
      found += positions.filter { !table.isEmpty($0) }.map { table.bytes($0) }
    }
    return found
  }
}
