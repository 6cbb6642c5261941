// SPDX-License-Identifier: GPL-3.0-or-later

/// Where two texts part.
struct FirstDifference: Equatable, CustomStringConvertible {
  /// How much of a text is shown.
  private static let shown = 40

  let line: Int
  let column: Int
  let standing: String
  let recomputed: String

  /// Compares bytes; `nil` where they are the same.
  init?(standing: [UInt8], recomputed: [UInt8]) {
    let same = zip(standing, recomputed).prefix { $0 == $1 }.count
    guard same < max(standing.count, recomputed.count) else { return nil }
    let common = standing[..<same]
    let start = common.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    line = common.count { $0 == 0x0A } + 1
    // Whole characters: bytes that go on with one do not begin a column.
    column = common[start...].count { $0 & 0xC0 != 0x80 } + 1
    self.standing = Self.text(standing, from: same)
    self.recomputed = Self.text(recomputed, from: same)
  }

  private static func text(_ bytes: [UInt8], from offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the file" }
    let rest = bytes[offset...].prefix(Self.shown * 4).prefix { $0 != 0x0A }
    return rest.isEmpty
      ? "the end of the line" : "'\(String(decoding: rest, as: UTF8.self).prefix(shown))'"
  }

  var description: String {
    "line \(line), column \(column): \(standing) stands there, recomputed it is \(recomputed)"
  }
}
