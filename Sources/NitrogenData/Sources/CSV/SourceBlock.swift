// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A block of rows: their bytes, and what was read from them. One thread has it at a time.
final class SourceBlock: @unchecked Sendable {
  /// Bytes after the last that may be read without harm, all of them line feeds.
  static let padding = 32

  /// A find with a place on the lines of the block, 1 for its first.
  struct Remark {
    let severity: Diagnostic.Severity
    let line: Int
    let column: Int?
    let message: String
    let notes: [String]
  }

  /// Rows of the block that are not among the sources, for one reason.
  struct Drop {
    var tally = SourceTally()
    let line: Int
    let column: Int
  }

  /// Its place among the blocks, 0 for the first.
  private(set) var number = 0
  /// Where it begins in the file.
  private(set) var offset = 0
  /// Its bytes.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes.
  var byteCount = 0
  private var byteCapacity: Int
  /// Why the file could not be read further.
  var problem: String?
  /// Whether it ends inside a row that is too long to be held.
  var isCutShort = false

  /// How many rows were kept.
  var count = 0
  /// Eastings, northings and emissions of the rows kept, and their keys as the reading thread
  /// numbers them.
  private(set) var x: UnsafeMutablePointer<Double>
  private(set) var y: UnsafeMutablePointer<Double>
  private(set) var emission: UnsafeMutablePointer<Double>
  private(set) var key: UnsafeMutablePointer<Int32>
  private var rowCapacity: Int
  /// As in ``SourceBatch``.
  var shapes: [SourceShape] = []
  var unknown: [Int32] = []
  var origins: [(id: String, line: Int)] = []
  /// The keys by the number of the thread that read the block, as many as it knew.
  var keys: [SourceRowKey] = []
  /// The tallies of the keys.
  var tallies: [SourceTally] = []
  /// The rows dropped, by the number of their key.
  var drops: [Int32: Drop] = [:]
  /// The finds, at most as many as a log keeps.
  var remarks: [Remark] = []
  /// How many more finds there were.
  var furtherRemarks = 0
  /// How many rows it holds, whatever became of them.
  var rowCount = 0
  /// How many lines.
  var lineCount = 0
  /// Lines at its end that hold nothing, errors when a row follows; how many more there are.
  private(set) var blankLines: [Int] = []
  private(set) var furtherBlankLines = 0
  /// Which thread read it.
  var worker = 0
  /// Whether the rest of the file cannot be told apart into rows.
  var isBroken = false
  /// The first cell that is no ASCII but UTF-8, and the first that is not UTF-8.
  var firstWide: (line: Int, column: Int)?
  var firstNarrow: (line: Int, column: Int, byte: UInt8)?

  init() {
    byteCapacity = 0
    rowCapacity = 0
    bytes = .allocate(capacity: Self.padding)
    x = .allocate(capacity: 1)
    y = .allocate(capacity: 1)
    emission = .allocate(capacity: 1)
    key = .allocate(capacity: 1)
  }

  deinit {
    bytes.deallocate()
    freeRows()
  }

  private func freeRows() {
    x.deallocate()
    y.deallocate()
    emission.deallocate()
    key.deallocate()
  }

  /// Empties it for the next use.
  func begin(number: Int, offset: Int) {
    self.number = number
    self.offset = offset
    byteCount = 0
    problem = nil
    isCutShort = false
    count = 0
    shapes.removeAll(keepingCapacity: true)
    unknown.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    keys = []
    tallies.removeAll(keepingCapacity: true)
    drops.removeAll(keepingCapacity: true)
    remarks.removeAll()
    furtherRemarks = 0
    rowCount = 0
    lineCount = 0
    blankLines.removeAll()
    furtherBlankLines = 0
    isBroken = false
    firstWide = nil
    firstNarrow = nil
  }

  /// Adds bytes at hand.
  func append(_ more: [UInt8]) {
    makeRoom(more.count)
    more.withUnsafeBufferPointer { piece in
      if let base = piece.baseAddress {
        (bytes + byteCount).update(from: base, count: piece.count)
      }
    }
    byteCount += more.count
  }

  /// Adds at most `wanted` bytes that `read` copies; returns how many it did.
  func append(
    _ wanted: Int, _ read: (UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int
  ) throws(FileProblem) -> Int {
    makeRoom(wanted)
    let got = try read(UnsafeMutableRawBufferPointer(start: bytes + byteCount, count: wanted))
    byteCount += got
    return got
  }

  private func makeRoom(_ more: Int) {
    let needed = byteCount + more
    guard needed > byteCapacity else { return }
    byteCapacity = max(needed + needed / 4, 1 << 12)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity + Self.padding)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
  }

  /// Closes the bytes with line feeds and makes room for as many rows as they can hold.
  func prepareRows() {
    (bytes + byteCount).update(repeating: SourceRowScan.lineFeed, count: Self.padding)
    // A row has an id, a place and an emission that may be empty: `a,1,2,` and its line end.
    let rows = byteCount / 7 + 2
    guard rows > rowCapacity else { return }
    freeRows()
    rowCapacity = rows
    x = .allocate(capacity: rows)
    y = .allocate(capacity: rows)
    emission = .allocate(capacity: rows)
    key = .allocate(capacity: rows)
  }

  /// Adds a row whose key has a number and a tally.
  @inline(__always)
  func add(x: Double, y: Double, emission: Double?, key: Int32) {
    if let emission {
      self.emission[count] = emission
    } else {
      self.emission[count] = 0
      unknown.append(Int32(count))
    }
    self.x[count] = x
    self.y[count] = y
    self.key[count] = key
    count += 1
  }

  /// Adds a row that may be no point.
  func add(_ shape: SourceShape, emission: Double?, key: Int32) {
    if case .point = shape {
      if !shapes.isEmpty { shapes.append(shape) }
    } else {
      if shapes.isEmpty { shapes = (0..<count).map { .point(RDPoint(x: x[$0], y: y[$0])) } }
      shapes.append(shape)
    }
    let middle = shape.middle
    add(x: middle.x, y: middle.y, emission: emission, key: key)
  }

  /// Says of lines without anything that they stand between rows.
  func closeBlankLines() {
    guard !blankLines.isEmpty else { return }
    for line in blankLines {
      remark(
        Remark(
          severity: .error, line: line, column: nil,
          message: "the line is empty; take it out", notes: []))
    }
    furtherRemarks += furtherBlankLines
    blankLines.removeAll()
    furtherBlankLines = 0
  }

  /// Takes down a line without anything.
  func addBlank(line: Int) {
    if blankLines.count < DiagnosticLog.limit {
      blankLines.append(line)
    } else {
      furtherBlankLines += 1
    }
  }

  /// Notes a find.
  func remark(_ remark: Remark) {
    if remarks.count < DiagnosticLog.limit {
      remarks.append(remark)
    } else {
      furtherRemarks += 1
    }
  }
}
