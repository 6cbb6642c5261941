// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell of a row in bytes, without its quotes.
struct SourceCell {
  /// Where it begins.
  var start: UnsafePointer<UInt8>
  /// How many bytes.
  var length: Int
  /// Its first eight bytes, 0 after the last.
  var first: UInt64
  /// Its next eight bytes, 0 after the last; of a longer cell a mixture of all that follow.
  var second: UInt64
  /// Whether all of its bytes are ASCII.
  var isASCII: Bool

  /// A number by which cells are told apart: equal for equal cells, almost always different for
  /// others.
  @inline(__always)
  var hash: UInt64 { Self.mix(first ^ UInt64(truncatingIfNeeded: length), second) }

  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// The hash of a cell with these bytes.
  static func hash(of bytes: some Collection<UInt8>) -> UInt64 {
    var words = [UInt64](repeating: 0, count: bytes.count / 8 + 1)
    for (index, byte) in bytes.enumerated() {
      words[index / 8] |= UInt64(byte) << (8 * UInt64(index % 8))
    }
    var second: UInt64 = words.count > 1 ? words[1] : 0
    for word in words.dropFirst(2) { second = mix(second, word) }
    return mix(words[0] ^ UInt64(bytes.count), second)
  }

  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: length) }
}
