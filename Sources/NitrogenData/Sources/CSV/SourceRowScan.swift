// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the ends of rows in bytes, by the same rules as ``CSVScanner``.
struct SourceRowScan {
  let delimiter: UInt8

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// The byte after the row that begins at `start`, its line end included; `nil` when the bytes
  /// stop before the row does.
  func rowEnd(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var at = start
    while at < end {
      if at.pointee == Self.quote {
        guard let after = quotedEnd(at + 1, end) else { return nil }
        at = after
      }
      while at < end, at.pointee != delimiter, at.pointee != Self.lineFeed,
        at.pointee != Self.carriageReturn
      {
        at += 1
      }
      guard at < end else { return nil }
      if at.pointee == Self.lineFeed { return at + 1 }
      if at.pointee == Self.carriageReturn {
        guard at + 1 < end else { return nil }
        return at[1] == Self.lineFeed ? at + 2 : at + 1
      }
      at += 1
    }
    return nil
  }

  /// The byte after the quote that closes a cell.
  private func quotedEnd(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var at = start
    while at < end {
      guard let found = memchr(at, CInt(Self.quote), end - at) else { return nil }
      let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      guard quote + 1 < end, quote[1] == Self.quote else { return quote + 1 }
      at = quote + 2
    }
    return nil
  }

  /// The byte after the last whole row; `nil` when there is none.
  func lastRowEnd(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard memchr(start, CInt(Self.quote), end - start) != nil else {
      return lastLineEnd(start, end)
    }
    // Rows without a quote are passed over by their line ends; those with one are read.
    var at = start
    while at < end {
      guard let found = memchr(at, CInt(Self.quote), end - at) else {
        return lastLineEnd(at, end) ?? (at > start ? at : nil)
      }
      let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      at = lastLineEnd(at, quote) ?? at
      guard let next = rowEnd(at, end) else { return at > start ? at : nil }
      at = next
    }
    return at
  }

  private func lastLineEnd(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    var at = end
    while at > start {
      if at[-1] == Self.lineFeed { return at }
      at -= 1
    }
    return nil
  }

  /// How many line feeds there are.
  static func lineFeeds(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    UnsafeBufferPointer(start: start, count: end - start).reduce(into: 0) {
      $0 &+= $1 == lineFeed ? 1 : 0
    }
  }
}
