// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the ends of cells, eight bytes at a time; 16 bytes after the last must be readable.
struct SourceCellScan {
  private let delimiters: UInt64
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let quotes = ones &* UInt64(SourceRowScan.quote)
  private static let blanks = ones &* 0x20

  init(delimiter: UInt8) {
    delimiters = Self.ones &* UInt64(delimiter)
  }

  /// The cell that begins at a byte, and moves on to what ends it; what that is, is up to the
  /// caller to look at.
  @inline(__always)
  func cell(_ at: inout UnsafePointer<UInt8>) -> SourceCell {
    if at.pointee == SourceRowScan.quote {
      at += 1
      let cell = cell(&at, isQuoted: true)
      // Past the quote that closes it; anything else is left for the caller to stumble on.
      if at.pointee == SourceRowScan.quote { at += 1 } else { at -= cell.length + 1 }
      return cell
    }
    return cell(&at, isQuoted: false)
  }

  @inline(__always)
  private func cell(_ at: inout UnsafePointer<UInt8>, isQuoted: Bool) -> SourceCell {
    let start = at
    var word = Self.load(at)
    var hits = hits(word, isQuoted)
    if hits != 0 {
      let mask = Self.before(hits)
      at += hits.trailingZeroBitCount >> 3
      return SourceCell(
        start: start, length: at - start, first: word & mask, second: 0,
        isASCII: word & mask & Self.highs == 0)
    }
    let first = word
    var seen = word
    var second: UInt64 = 0
    var isSecond = true
    while true {
      at += 8
      word = Self.load(at)
      hits = self.hits(word, isQuoted)
      let part = hits == 0 ? word : word & Self.before(hits)
      seen |= part
      second = isSecond ? part : SourceCell.mix(second, part)
      isSecond = false
      if hits != 0 {
        at += hits.trailingZeroBitCount >> 3
        return SourceCell(
          start: start, length: at - start, first: first, second: second,
          isASCII: seen & Self.highs == 0)
      }
    }
  }

  @inline(__always)
  private static func load(_ at: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
  }

  /// The bytes before the lowest hit.
  @inline(__always)
  private static func before(_ hits: UInt64) -> UInt64 {
    (1 &<< (UInt64(hits.trailingZeroBitCount) & ~7)) &- 1
  }

  /// The high bits of bytes that end a cell, the lowest exact: control characters, quotes, and the
  /// delimiter outside quotes.
  @inline(__always)
  private func hits(_ word: UInt64, _ isQuoted: Bool) -> UInt64 {
    let quote = word ^ Self.quotes
    var hits = ((quote &- Self.ones) & ~quote) | ((word &- Self.blanks) & ~word)
    if !isQuoted {
      let delimiter = word ^ delimiters
      hits |= (delimiter &- Self.ones) & ~delimiter
    }
    return hits & Self.highs
  }
}
