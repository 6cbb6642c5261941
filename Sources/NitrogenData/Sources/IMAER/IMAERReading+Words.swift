// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Bytes of a document as numbers, words and names.
extension IMAERReading {
  /// Whether a feature of this name is a source, by the way IMAER names them.
  static func isSource(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.suffix(6).elementsEqual("Source".utf8) || name.suffix(4).elementsEqual("Road".utf8)
  }

  /// A whole number from 0 on; `nil` when the bytes are none.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Without the blanks around.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return slice
  }

  /// The next run of bytes without blanks; `nil` at the end.
  static func word(in bytes: [UInt8], from index: inout Int) -> Range<Int>? {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    let start = index
    while index < bytes.count, bytes[index] > 0x20 { index += 1 }
    return start < index ? start..<index : nil
  }

  /// A number of at least 0; otherwise `nil` and an error that names what it is.
  mutating func quantity(_ bytes: ArraySlice<UInt8>, _ what: String) -> Double? {
    let value: Double?
    do {
      value = try DecimalNumber.parse(bytes)
    } catch {
      value = nil
    }
    if let value, value >= 0, value < ExactSum.largestTerm { return value }
    let found = String(decoding: bytes.prefix(40), as: UTF8.self)
    break_("has '\(found)' as its \(what); expected a number of at least 0")
    return nil
  }

  /// The name of the source at hand in messages.
  var nameOfSource: String {
    source.id.isEmpty
      ? "the source of line \(source.line)"
      : "source '\(String(decoding: source.id.prefix(100), as: UTF8.self))'"
  }

  /// Notes what is wrong with the source at hand, so that it is not taken in.
  mutating func break_(_ words: String) {
    source.isBroken = true
    log.error(place, "\(nameOfSource) \(words)")
  }
}
