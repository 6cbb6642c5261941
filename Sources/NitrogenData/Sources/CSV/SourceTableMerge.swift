// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Puts blocks together in the order of the file: numbers their keys, places their finds and fills
/// batches.
struct SourceTableMerge {
  /// How many names may be unknown, and how many releases there may be; fewer than a log keeps.
  private static let nameLimit = 500
  /// How many combinations of sector, pollutant, year and vintage there may be.
  private static let keyLimit = 1 << 16

  let setup: SourceTableSetup
  let source: SourceBytes
  /// Where blocks begin, in bytes and by their first line.
  private(set) var marks: [(offset: Int, line: Int)] = []
  /// The byte after the last row taken in.
  private(set) var end = 0
  private var line: Int
  private var batch: SourceBatch
  private var tallies: [SourceTally] = []
  /// Our numbers by those of each thread; -1 where there is none yet.
  private var numbers: [Int: [Int32]] = [:]
  private var blankLines: [Int] = []
  private var furtherBlankLines = 0
  private var rowCount = 0
  private var isBroken = false
  private var names: Set<SourceDrop> = []
  private var vintages: Set<Vintage> = []
  private var firstWide: Place?
  private var firstNarrow: (place: Place, byte: UInt8)?

  /// The file, as the user named it.
  var file: String { setup.header.file }

  init(_ setup: SourceTableSetup, source: SourceBytes) {
    self.setup = setup
    self.source = source
    line = setup.startLine - 1
    batch = SourceBatch(keepsOrigins: setup.options.keepsOrigins)
  }

  /// Takes in the next block; `false` when no more are wanted.
  mutating func take(
    _ block: SourceBlock, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) throws -> Bool {
    if let problem = block.problem {
      log.error(Place(file: file), "cannot read the file to its end: \(problem)")
      isBroken = true
      return false
    }
    marks.append((block.offset, line + 1))
    end = block.offset + block.byteCount
    rowCount += block.rowCount
    if let first = block.firstWide, firstWide == nil {
      firstWide = Place(file: file, line: line + first.line, column: first.column)
    }
    if let first = block.firstNarrow, firstNarrow == nil {
      firstNarrow = (
        Place(file: file, line: line + first.line, column: first.column), first.byte
      )
    }
    guard takeDrops(of: block, &intake, &log), try takeRows(of: block, &intake, &log) else {
      isBroken = true
      return false
    }
    takeBlankLines(of: block, &log)
    for remark in block.remarks {
      let place = Place(file: file, line: line + remark.line, column: remark.column)
      switch remark.severity {
      case .error: log.error(place, remark.message, notes: remark.notes)
      case .warning: log.warning(place, remark.message, notes: remark.notes)
      case .note: log.note(place, remark.message)
      }
    }
    log.countFurtherErrors(block.furtherRemarks, of: file)
    line += block.lineCount
    isBroken = block.isBroken
    return !isBroken
  }

  private mutating func takeBlankLines(of block: SourceBlock, _ log: inout DiagnosticLog) {
    if block.rowCount > 0 {
      for line in blankLines {
        log.error(Place(file: file, line: line), "the line is empty; take it out")
      }
      log.countFurtherErrors(furtherBlankLines, of: file)
      blankLines.removeAll()
      furtherBlankLines = 0
    }
    let room = max(0, DiagnosticLog.limit - blankLines.count)
    blankLines += block.blankLines.prefix(room).map { $0 + line }
    furtherBlankLines += max(0, block.blankLines.count - room) + block.furtherBlankLines
  }

  private mutating func takeDrops(
    of block: SourceBlock, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) -> Bool {
    let drops = block.drops.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
    for (key, drop) in drops {
      guard case .dropped(let reason, let pollutant) = block.keys[Int(key)] else { continue }
      intake.drop(reason, pollutant: pollutant, tally: drop.tally)
      guard names.insert(reason).inserted else { continue }
      let place = Place(file: file, line: line + drop.line, column: drop.column)
      guard names.count <= Self.nameLimit else {
        log.error(
          place,
          "more than \(Self.nameLimit) sectors and substances of the file are unknown; are 'sector' "
            + "and 'pollutant' the right columns?")
        return false
      }
      if case .unknownSector(let name) = reason {
        let remark = setup.activities.remark(unknown: name)
        log.warning(place, remark.message, notes: remark.notes)
      }
    }
    return true
  }

  private mutating func takeRows(
    of block: SourceBlock, _ intake: inout SourceIntake, _ log: inout DiagnosticLog
  ) throws -> Bool {
    guard block.count > 0 else { return true }
    var map = numbers.removeValue(forKey: block.worker) ?? []
    map += Array(repeating: -1, count: block.keys.count - map.count)
    for row in 0..<block.count {
      let local = Int(block.key[row])
      if map[local] < 0 { map[local] = number(of: block.keys[local], &intake) }
      block.key[row] = map[local]
    }
    for (local, tally) in block.tallies.enumerated() where tally.rows > 0 {
      tallies[Int(map[local])] += tally
    }
    numbers[block.worker] = map
    guard tallies.count <= Self.keyLimit, vintages.count <= Self.nameLimit else {
      log.error(
        Place(file: file, line: line + 1),
        "from the \(block.lineCount) lines that begin here on the file has more than "
          + (vintages.count > Self.nameLimit
            ? "\(Self.nameLimit) vintages; is 'vintage' the right column?"
            : "\(Self.keyLimit) combinations of sector, pollutant, year and vintage"))
      return false
    }
    var from = 0
    while from < block.count {
      let to = min(block.count, from + SourceIntake.batchSize - batch.count)
      append(block, from..<to)
      from = to
      if batch.count == SourceIntake.batchSize { try flush(&intake) }
    }
    return true
  }

  private mutating func number(of key: SourceRowKey, _ intake: inout SourceIntake) -> Int32 {
    guard case .kept(let key) = key else { return 0 }
    vintages.insert(key.vintage)
    let number = intake.keys.number(of: key)
    while tallies.count <= Int(number) { tallies.append(SourceTally()) }
    return number
  }

  private mutating func append(_ block: SourceBlock, _ rows: Range<Int>) {
    if batch.count == 0 { reserve(after: block) }
    let base = batch.count
    if batch.shapes.isEmpty && block.shapes.isEmpty && batch.origins == nil {
      batch.x += UnsafeBufferPointer(start: block.x + rows.lowerBound, count: rows.count)
      batch.y += UnsafeBufferPointer(start: block.y + rows.lowerBound, count: rows.count)
      batch.emission += UnsafeBufferPointer(
        start: block.emission + rows.lowerBound, count: rows.count)
      batch.key += UnsafeBufferPointer(start: block.key + rows.lowerBound, count: rows.count)
      for row in block.unknown where rows.contains(Int(row)) {
        batch.unknown.append(row - Int32(rows.lowerBound) + Int32(base))
      }
      return
    }
    var unknown = block.unknown.drop { $0 < rows.lowerBound }
    for row in rows {
      let isUnknown = unknown.first == Int32(row)
      if isUnknown { unknown.removeFirst() }
      let shape =
        block.shapes.isEmpty
        ? .point(RDPoint(x: block.x[row], y: block.y[row])) : block.shapes[row]
      let origin = block.origins.isEmpty ? ("", 0) : block.origins[row]
      batch.append(
        shape, emission: isUnknown ? nil : block.emission[row], key: block.key[row], id: origin.0,
        line: line + origin.1)
    }
  }

  /// Makes room for as many rows as the rest of the file seems to have.
  private mutating func reserve(after block: SourceBlock) {
    let length = Double(block.byteCount) / Double(max(block.count, 1))
    let rest = Double(source.count - block.offset) / length * 1.02 + 16
    let capacity = rest < Double(SourceIntake.batchSize) ? Int(rest) : SourceIntake.batchSize
    batch.x.reserveCapacity(capacity)
    batch.y.reserveCapacity(capacity)
    batch.emission.reserveCapacity(capacity)
    batch.key.reserveCapacity(capacity)
  }

  private mutating func flush(_ intake: inout SourceIntake) throws {
    let full = batch
    batch = SourceBatch(keepsOrigins: setup.options.keepsOrigins)
    let counted = tallies
    for number in tallies.indices { tallies[number] = SourceTally() }
    try intake.add(full, tallies: counted)
  }

  /// Hands on what is left, and says what can be said at the end only.
  mutating func finish(_ intake: inout SourceIntake, _ log: inout DiagnosticLog) throws {
    try flush(&intake)
    if rowCount == 0 && !isBroken && !log.hasErrors {
      log.error(Place(file: file, line: 1), "the table has a header and no rows; add rows")
    }
    guard setup.encoding == nil else { return }
    let header = setup.hasNarrowHeader ? Place(file: file, line: 1) : nil
    guard let narrow = header ?? firstNarrow?.place else { return }
    let shown = firstNarrow.map { "byte 0x" + String($0.byte, radix: 16, uppercase: true) }
    let what = header == nil ? shown ?? "a byte" : "the header"
    if let firstWide {
      log.error(
        narrow, "\(what) is not utf-8, but other cells are; save the whole file as UTF-8",
        notes: ["the first of those is on line \(firstWide.line ?? 1)"])
    } else {
      log.note(narrow, "\(what) is not utf-8; the file is read as windows-1252")
    }
  }
}
