// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a table of comma-separated values: decimal point, UTF-8, lines ended by a line feed,
/// cells quoted as in RFC 4180 where they need it. An empty cell is unknown.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isStart = true

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// A header or another line of plain texts.
  init(header: String, capacity: Int = 0) {
    self.init(capacity: capacity)
    bytes.append(contentsOf: header.utf8)
    bytes.append(0x0A)
  }

  private mutating func separate() {
    if !isStart { bytes.append(0x2C) }
    isStart = false
  }

  /// A cell of text, empty where nothing is known.
  mutating func cell(_ text: String?) {
    separate()
    guard var text else { return }
    text.withUTF8 { source in
      let special = source.contains {
        $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
      }
      guard special else {
        bytes.append(contentsOf: source)
        return
      }
      bytes.append(0x22)
      for byte in source {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// A cell with several texts, parted by a semicolon.
  mutating func cell(_ texts: [String]) {
    cell(texts.joined(separator: "; "))
  }

  mutating func cell(_ number: Int?) {
    separate()
    if let number { bytes.append(decimal: number) }
  }

  /// A number with all its digits; it must be finite.
  mutating func cell(_ number: Double?) {
    separate()
    guard let number else { return }
    precondition(number.isFinite, "a table has no number for \(number)")
    bytes.append(contentsOf: (number == 0 ? "0.0" : number.description).utf8)
  }

  mutating func cell(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  mutating func endRow() {
    bytes.append(0x0A)
    isStart = true
  }
}
