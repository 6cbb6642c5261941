// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Places on a curve that visits a quadtree's cells in order: the bits of x and y in turn.
///
/// The square has sides of 2^20 m from the envelope's lower left corner and 2^16 steps of 16 m, so
/// that a code fits 32 bits.
enum MortonCode {
  /// Bits of each coordinate, and depth of the quadtree.
  static let depth = 16

  /// The code of a place within the envelope.
  @inline(__always)
  static func code(x: Double, y: Double) -> UInt32 {
    let column = UInt32((x - RDEnvelope.x.lowerBound) * 0.0625)
    let row = UInt32((y - RDEnvelope.y.lowerBound) * 0.0625)
    return spread(column) | spread(row) << 1
  }

  @inline(__always)
  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = value & 0xFFFF
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }

  /// The order that sorts codes, stable, with the codes in that order (radix sort, 11 bits a pass).
  static func sorted(_ codes: [UInt32]) -> (codes: [UInt32], order: [Int32]) {
    var source = codes.enumerated().map { UInt64($1) << 32 | UInt64(UInt32($0)) }
    var target = [UInt64](repeating: 0, count: codes.count)
    for shift in [UInt64(32), 43, 54] {
      var starts = [Int](repeating: 0, count: 2049)
      for item in source { starts[Int(item >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { starts[digit] += starts[digit - 1] }
      for item in source {
        let digit = Int(item >> shift & 2047)
        target[starts[digit]] = item
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    return (source.map { UInt32($0 >> 32) }, source.map { Int32(truncatingIfNeeded: $0) })
  }
}
