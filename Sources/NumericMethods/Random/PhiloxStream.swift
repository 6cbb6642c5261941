// SPDX-License-Identifier: GPL-3.0-or-later

/// A stream of random numbers that is a pure function of a key, a stream number and a position.
///
/// Philox4x32-10: the 128-bit counter (stream in the upper half, block in the lower) is encrypted
/// with the 64-bit key; nothing depends on what was drawn before, on threads or on shards. Every
/// block yields four 32-bit words, used as two 64-bit numbers.
///
/// Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011.
public struct PhiloxStream: RandomNumberGenerator, Hashable, Sendable {
  /// The 64-bit key.
  public let key: UInt64
  /// The number of the stream below the key; streams never overlap.
  public let stream: UInt64
  /// How many 64-bit numbers were drawn.
  public private(set) var position: UInt64 = 0
  /// The second half of the last block, when it was not yet used.
  private var pending: UInt64 = 0

  /// Makes a stream at its beginning; equal keys and stream numbers give equal numbers.
  public init(key: UInt64, stream: UInt64 = 0) {
    self.key = key
    self.stream = stream
  }

  /// Makes a stream whose key is derived from a seed and labels, such as an area and a sector.
  ///
  /// The UTF-8 bytes of every label and its length are folded into the key, eight at a time, by one
  /// Philox block each, so `["ab", "c"]` and `["a", "bc"]` differ.
  ///
  /// - Parameters:
  ///   - seed: the seed of the run.
  ///   - labels: what the stream is for, outermost first.
  ///   - stream: the number of the stream, for example of a block of draws.
  public init(seed: UInt64, labels: [String], stream: UInt64 = 0) {
    var key = seed
    for label in labels {
      let bytes = Array(label.utf8)
      key = Self.folded(key, UInt64(bytes.count), role: 1)
      for start in stride(from: 0, to: bytes.count, by: 8) {
        let word = bytes[start..<min(start + 8, bytes.count)].reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        }
        key = Self.folded(key, word, role: 2)
      }
    }
    self.init(key: key, stream: stream)
  }

  /// Passes over 64-bit numbers without making them.
  ///
  /// - Parameter count: how many.
  public mutating func skip(_ count: UInt64) {
    guard count > 0 else { return }
    position &+= count
    guard position & 1 == 1 else { return }
    position &-= 1
    _ = next()
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    defer { position &+= 1 }
    guard position & 1 == 0 else { return pending }
    let block = position >> 1
    let words = Self.block(
      counter: Words(
        UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)),
      key: key)
    pending = UInt64(words.2) | UInt64(words.3) << 32
    return UInt64(words.0) | UInt64(words.1) << 32
  }

  /// The key that follows `key` when `word` is folded in; the top of the counter keeps these blocks
  /// apart from those of `next()` for every stream below 2⁶³.
  private static func folded(_ key: UInt64, _ word: UInt64, role: UInt32) -> UInt64 {
    let words = block(
      counter: Words(
        UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32),
        role, 0xFFFF_FFFF),
      key: key)
    return UInt64(words.0) | UInt64(words.1) << 32
  }
}

extension PhiloxStream {
  /// Four 32-bit words, the first of lowest significance.
  public typealias Words = (UInt32, UInt32, UInt32, UInt32)

  /// One block of Philox4x32 with ten rounds.
  ///
  /// - Parameters:
  ///   - counter: the four words of the counter.
  ///   - key: the key, its first word in the lower half.
  /// - Returns: four random words.
  @inline(__always)
  public static func block(counter: Words, key: UInt64) -> Words {
    var (c0, c1, c2, c3) = counter
    var k0 = UInt32(truncatingIfNeeded: key)
    var k1 = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* 0xD251_1F53
      let p1 = UInt64(c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
