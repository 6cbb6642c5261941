// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The texts of a column that repeat, numbered in the order in which they first come.
struct SourceWords {
  /// How many texts are numbered; more are a sign that the column holds something else.
  static let limit = 4095

  /// What is not ASCII in the bytes of a text.
  enum Bytes: UInt8 {
    case ascii
    case wide
    case narrow
  }

  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length = -1
    var number: Int32 = 0
    var bytes = Bytes.ascii
    /// Where the bytes of a long text are kept.
    var offset = 0
  }

  /// The texts by number.
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]
  private var long: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 256)

  /// Whether there are more texts than can be numbered.
  var isFull: Bool { texts.count >= Self.limit }

  /// Whether a text has a number.
  func knows(_ text: String) -> Bool { numbers[text] != nil }

  /// The number of a text, a new one when it was not there.
  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// The number of a cell by its bytes; `nil` when they are new.
  @inline(__always)
  func number(of cell: SourceCell) -> (Int32, Bytes)? {
    let slot = slots[Self.position(cell)]
    guard slot.first == cell.first, slot.second == cell.second, slot.length == cell.length
    else { return nil }
    if slot.length > 16 {
      let isSame = long.withUnsafeBufferPointer { kept in
        kept.baseAddress.map { memcmp($0 + slot.offset, cell.start, slot.length) == 0 } ?? false
      }
      guard isSame else { return nil }
    }
    return (slot.number, slot.bytes)
  }

  /// Keeps the number of a text under the bytes of its cell.
  mutating func keep(_ number: Int32, _ bytes: Bytes, for cell: SourceCell) {
    var slot = Slot(
      first: cell.first, second: cell.second, length: cell.length, number: number, bytes: bytes)
    if cell.length > 16 {
      // Texts that push each other out of a slot must not fill memory: begin anew at some time.
      if long.count > 1 << 20 {
        long.removeAll(keepingCapacity: true)
        slots = [Slot](repeating: Slot(), count: slots.count)
      }
      slot.offset = long.count
      long += UnsafeBufferPointer(start: cell.start, count: cell.length)
    }
    slots[Self.position(cell)] = slot
  }

  @inline(__always)
  private static func position(_ cell: SourceCell) -> Int {
    Int(
      truncatingIfNeeded: ((cell.first ^ (cell.second &<< 7)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
