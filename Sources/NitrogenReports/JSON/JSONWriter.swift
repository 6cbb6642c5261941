// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes JSON (RFC 8259) member by member into a buffer of bytes, in the order it is told.
///
/// Nothing but the bytes is kept, so that thousands of assessments cost little more than their
/// digits. Numbers are written with the fewest digits that read back as the same number.
struct JSONWriter {
  /// How the members of an object or array are laid out.
  enum Layout {
    /// Each on a line of its own.
    case lines
    /// On one line where that fits in ``JSONWriter/lineLength`` columns.
    case fitting
    /// On one line however long: for the many short tables of numbers that people seldom read.
    case line
  }

  /// The columns a line of a fitting object or array may have.
  static let lineLength = 100

  /// What was written so far.
  var bytes: [UInt8] = []
  var levels: [Level] = []
  /// Where objects, arrays and members of the outermost fitting one began.
  var marks: [Mark] = []
  /// Where the current line began.
  var lineStart = 0
  private var afterKey = false

  /// An object or array that is open.
  struct Level {
    let isFitting: Bool
    let isOneLine: Bool
    let mark: Int
    var isEmpty = true
  }

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  // MARK: - Objects and arrays

  mutating func beginObject(_ layout: Layout = .lines) { begin(0x7B, layout) }
  mutating func endObject() { end(0x7D) }
  mutating func beginArray(_ layout: Layout = .lines) { begin(0x5B, layout) }
  mutating func endArray() { end(0x5D) }

  private mutating func begin(_ bracket: UInt8, _ layout: Layout) {
    separate()
    let isFitting = layout != .lines || levels.last?.isFitting == true
    if isFitting { marks.append(Mark(kind: .open, offset: bytes.count)) }
    levels.append(
      Level(isFitting: isFitting, isOneLine: layout == .line, mark: marks.count - 1))
    bytes.append(bracket)
  }

  private mutating func end(_ bracket: UInt8) {
    guard let level = levels.popLast() else { preconditionFailure("nothing is open to be closed") }
    if level.isFitting {
      marks[level.mark].close = marks.count
      marks.append(Mark(kind: .close, offset: bytes.count))
      bytes.append(bracket)
      guard levels.last?.isFitting != true else { return }
      if level.isOneLine { marks.removeAll(keepingCapacity: true) } else { layOut() }
    } else {
      if !level.isEmpty { newLine(levels.count) }
      bytes.append(bracket)
    }
  }

  /// Starts the name of a member.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    endKey()
  }

  /// Starts the name of a member that is not known before the program runs.
  mutating func key(_ name: String) {
    separate()
    quote(name)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(0x3A)
    bytes.append(0x20)
    afterKey = true
  }

  /// Puts what belongs before a member or item.
  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let last = levels.indices.last else { return }
    let isFirst = levels[last].isEmpty
    levels[last].isEmpty = false
    if !isFirst { bytes.append(0x2C) }
    if levels[last].isFitting {
      if !isFirst { bytes.append(0x20) }
      marks.append(Mark(kind: .member, offset: bytes.count))
    } else {
      newLine(levels.count)
    }
  }

  mutating func newLine(_ level: Int) {
    bytes.append(0x0A)
    lineStart = bytes.count
    for _ in 0..<level {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  // MARK: - Values

  mutating func null() {
    separate()
    append("null")
  }

  mutating func value(_ flag: Bool) {
    separate()
    if flag { append("true") } else { append("false") }
  }

  mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  /// A number with all its digits; it must be finite.
  mutating func value(_ number: Double) {
    precondition(number.isFinite, "JSON has no number for \(number)")
    separate()
    append(number == 0 ? "0.0" : number.description)
  }

  mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// A place in a file, `file:line`.
  mutating func value(file: String, line: Int) {
    separate()
    bytes.append(0x22)
    escape(file)
    bytes.append(0x3A)
    bytes.append(decimal: line)
    bytes.append(0x22)
  }

  // MARK: - Bytes

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    escape(text)
    bytes.append(0x22)
  }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for (index, byte) in source.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(contentsOf: source[start..<index])
        start = index + 1
        escape(byte)
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
