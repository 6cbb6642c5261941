// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONWriter {
  /// A place in the outermost object or array that may stay on one line.
  struct Mark {
    enum Kind {
      case open
      case member
      case close
    }

    let kind: Kind
    /// The offset in the buffer, later in the line that is laid out anew.
    let offset: Int
    /// For an opening bracket: the mark of the closing one.
    var close = 0
  }

  /// Lays out what was written on one line anew when it is longer than a line may be.
  mutating func layOut() {
    defer { marks.removeAll(keepingCapacity: true) }
    // One column is left for the comma that may follow.
    guard bytes.count - lineStart >= Self.lineLength, let start = marks.first?.offset else {
      return
    }
    let line = Array(bytes[start...])
    bytes.removeSubrange(start...)
    var mark = 0
    layOut(line, from: start, mark: &mark, level: levels.count)
  }

  private mutating func layOut(_ line: [UInt8], from start: Int, mark: inout Int, level: Int) {
    let close = marks[mark].close
    let whole = marks[mark].offset - start...marks[close].offset - start
    if bytes.count - lineStart + whole.count < Self.lineLength || close == mark + 1 {
      bytes.append(contentsOf: line[whole])
      mark = close + 1
      return
    }
    bytes.append(line[whole.lowerBound])
    mark += 1
    while mark < close {
      newLine(level + 1)
      let begin = marks[mark].offset - start
      mark += 1
      let next = marks[mark]
      if next.kind == .open {
        bytes.append(contentsOf: line[begin..<next.offset - start])
        layOut(line, from: start, mark: &mark, level: level + 1)
      } else {
        // Members are parted by a comma and a space.
        let end = next.offset - start - (next.kind == .member ? 2 : 0)
        bytes.append(contentsOf: line[begin..<end])
      }
      if mark < close { bytes.append(0x2C) }
    }
    mark = close + 1
    newLine(level)
    bytes.append(line[whole.upperBound])
  }
}

extension [UInt8] {
  /// Appends a whole number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
