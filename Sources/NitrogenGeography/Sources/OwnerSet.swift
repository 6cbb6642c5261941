// SPDX-License-Identifier: GPL-3.0-or-later

/// Whose sources lie in a zone, as far as it takes to say whether many stand behind its figure: up to
/// ``most`` different marks.
///
/// Two owners whose marks happen to be the same count as one, so that a count is never too high.
struct OwnerSet: Sendable {
  /// How many are told apart; where there are more, it is not known how many.
  static let most = 16

  private var marks = SIMD16<UInt32>.zero

  /// How many different owners there are, at most ``most``.
  var count: Int { marks.indices.count { marks[$0] != 0 } }

  /// Whether as many are known as are told apart.
  var isFull: Bool { marks[Self.most - 1] != 0 }

  /// Adds an owner by a mark that is not 0.
  mutating func insert(_ mark: UInt32) {
    for lane in 0..<Self.most {
      if marks[lane] == mark { return }
      if marks[lane] == 0 {
        marks[lane] = mark
        return
      }
    }
  }

  /// Adds the owners of another set.
  mutating func formUnion(_ other: OwnerSet) {
    for lane in 0..<Self.most where other.marks[lane] != 0 { insert(other.marks[lane]) }
  }

  /// A mark for an owner, or for a place where owners are not told.
  @inline(__always)
  static func mark(_ bits: UInt64) -> UInt32 {
    // The finaliser of SplitMix64.
    var bits = bits &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    let mark = UInt32(truncatingIfNeeded: bits ^ (bits >> 31))
    return mark == 0 ? 1 : mark
  }
}

extension OwnerSet: Hashable {
  /// Whether both count the same: which of many marks were kept depends on the order.
  static func == (left: OwnerSet, right: OwnerSet) -> Bool { left.count == right.count }

  func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
