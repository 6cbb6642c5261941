// SPDX-License-Identifier: GPL-3.0-or-later

/// Splits the bytes of a table into rows of cells (RFC 4180), and knows where each cell stands.
///
/// The bytes are UTF-8 without a byte order mark. Rows end in LF or CR LF; a quoted cell may hold
/// delimiters, line ends and doubled quotes.
struct CSVScanner {
  /// The bytes of one cell, without its quotes.
  struct Cell {
    /// The first byte.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// Where the cell begins, quote included.
    var place: Position
    /// Whether it is quoted.
    var isQuoted = false
    /// Whether it holds doubled quotes.
    var hasDoubledQuotes = false
  }

  /// A byte with what it takes to name its line and column.
  struct Position {
    /// The line, 1 for the first.
    var line: Int
    /// The first byte of the line.
    var lineStart: Int
    /// The byte itself.
    var offset: Int
  }

  /// What is wrong with the way a row is written.
  enum Flaw {
    /// A quote is opened and never closed.
    case unclosedQuote
    /// Text follows the closing quote of a cell.
    case textAfterQuote
    /// A quote stands inside a cell that is not quoted.
    case quoteInside
    /// A carriage return without a line feed.
    case loneCarriageReturn
  }

  let bytes: [UInt8]
  let delimiter: UInt8
  /// What was wrong with the rows so far, in order.
  private(set) var flaws: [(flaw: Flaw, place: Position)] = []
  /// Whether some line ends in CR LF.
  private(set) var hasCarriageReturns = false
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Begins at the first byte, which stands on the line given.
  init(bytes: [UInt8], delimiter: UInt8, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
  }

  /// Where the next byte stands.
  var position: Position { Position(line: line, lineStart: lineStart, offset: offset) }

  /// Whether nothing is left.
  var isAtEnd: Bool { offset >= bytes.count }

  /// Reads a row into the cells given; `false` when nothing is left.
  mutating func nextRow(into cells: inout [Cell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard offset < bytes.count else { return false }
    while true {
      cells.append(offset < bytes.count && bytes[offset] == Self.quote ? quotedCell() : plainCell())
      guard offset < bytes.count else { return true }
      if bytes[offset] == delimiter {
        offset += 1
        continue
      }
      endLine()
      return true
    }
  }

  /// Whether the rest holds nothing but line ends.
  func isBlankToTheEnd() -> Bool {
    bytes[offset...].allSatisfy { $0 == Self.lineFeed || $0 == Self.carriageReturn }
  }

  private mutating func plainCell() -> Cell {
    let start = position
    var end = offset
    let count = bytes.count
    while end < count {
      let byte = bytes[end]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote {
        flaws.append((.quoteInside, Position(line: line, lineStart: lineStart, offset: end)))
      }
      end += 1
    }
    offset = end
    return Cell(start: start.offset, end: end, place: start)
  }

  private mutating func quotedCell() -> Cell {
    var cell = Cell(start: offset + 1, end: offset + 1, place: position, isQuoted: true)
    offset += 1
    let count = bytes.count
    while offset < count {
      let byte = bytes[offset]
      if byte == Self.quote {
        if offset + 1 < count && bytes[offset + 1] == Self.quote {
          cell.hasDoubledQuotes = true
          offset += 2
          continue
        }
        cell.end = offset
        offset += 1
        skipTextAfterQuote()
        return cell
      }
      offset += 1
      if byte == Self.lineFeed {
        line += 1
        lineStart = offset
      }
    }
    cell.end = count
    flaws.append((.unclosedQuote, cell.place))
    return cell
  }

  private mutating func skipTextAfterQuote() {
    let start = position
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != Self.lineFeed,
      bytes[offset] != Self.carriageReturn
    {
      offset += 1
    }
    if offset > start.offset { flaws.append((.textAfterQuote, start)) }
  }

  private mutating func endLine() {
    if bytes[offset] == Self.carriageReturn {
      let here = position
      offset += 1
      if offset < bytes.count && bytes[offset] == Self.lineFeed {
        hasCarriageReturns = true
        offset += 1
      } else {
        flaws.append((.loneCarriageReturn, here))
      }
    } else {
      offset += 1
    }
    line += 1
    lineStart = offset
  }
}
