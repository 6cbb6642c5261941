// SPDX-License-Identifier: GPL-3.0-or-later

/// The filled cells of one row of a sheet.
struct SheetRow {
  /// What a cell holds.
  enum Kind {
    /// A number, always with a decimal point.
    case number
    /// Text as somebody wrote it.
    case text
    /// The outcome of a formula that failed, such as `#N/A`.
    case failure
  }

  /// The bytes of one cell.
  struct Cell {
    /// The column, 1 for the first.
    let column: Int
    let kind: Kind
    fileprivate let start: Int
    fileprivate let end: Int
  }

  /// The row, 1 for the first.
  private(set) var number = 0
  /// The cells that hold something, from left to right.
  private(set) var cells: [Cell] = []
  private var bytes: [UInt8] = []
  /// For each column the position of its cell and 1, or 0.
  private var positions: [Int32] = []

  /// Forgets everything and begins another row.
  mutating func begin(_ number: Int) {
    self.number = number
    for cell in cells { positions[cell.column] = 0 }
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// How many bytes the cells hold.
  var size: Int { bytes.count }

  /// Adds bytes to what will be a cell.
  mutating func append(_ piece: some Collection<UInt8>) { bytes += piece }

  /// The bytes from a position on, and takes them off.
  mutating func takeBack(from start: Int) -> [UInt8] {
    let taken = Array(bytes[start...])
    bytes.removeSubrange(start...)
    return taken
  }

  /// Makes a cell of the bytes from a position on; an empty cell is none.
  mutating func close(_ column: Int, _ kind: Kind, from start: Int) {
    guard start < bytes.count else { return }
    while positions.count <= column { positions.append(0) }
    cells.append(Cell(column: column, kind: kind, start: start, end: bytes.count))
    positions[column] = Int32(cells.count)
  }

  /// The cell of a column; `nil` when it is empty.
  func cell(_ column: Int) -> Cell? {
    guard column < positions.count, positions[column] > 0 else { return nil }
    return cells[Int(positions[column]) - 1]
  }

  /// The bytes of a cell.
  func bytes(_ cell: Cell) -> ArraySlice<UInt8> { bytes[cell.start..<cell.end] }

  /// The text of a column's cell; `nil` when there is no column or the cell is empty.
  func text(_ column: Int?) -> String? {
    guard let column, let cell = cell(column) else { return nil }
    return String(decoding: bytes(cell), as: UTF8.self)
  }

  /// The name of a cell, such as `AA7`.
  static func name(row: Int, column: Int) -> String {
    var letters: [Character] = []
    var rest = column
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed()) + "\(row)"
  }
}

/// What was made of the texts of a column before, so that repeated cells cost little and share
/// their storage.
struct SheetMemo<Value> {
  private var known: [String: Value] = [:]
  private var lastBytes: [UInt8] = []
  private var lastValue: Value?

  /// The value of a cell; `make` is asked once per text.
  mutating func value(
    of cell: SheetRow.Cell, in row: SheetRow, make: (String) -> Value
  ) -> Value {
    let bytes = row.bytes(cell)
    if let lastValue, bytes.elementsEqual(lastBytes) { return lastValue }
    let text = String(decoding: bytes, as: UTF8.self)
    let value = known[text] ?? make(text)
    known[text] = value
    lastBytes = Array(bytes)
    lastValue = value
    return value
  }
}
