// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts as a workbook can hold them.
enum SheetText {
  /// How many UTF-16 units a cell holds.
  static let longest = 32_767
  /// How many UTF-16 units the name of a sheet holds.
  static let longestName = 31

  /// A text for a cell: characters that XML cannot hold are replaced, what looks like an escape of the
  /// format is escaped, and a text that is too long ends in `…`.
  static func cell(_ text: String) -> String {
    let isPlain = text.utf8.count < longest && !text.utf8.contains { $0 < 0x20 || $0 == 0x5F }
    if isPlain && !text.unicodeScalars.contains(where: isForbidden) { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      cleaned.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return shortened(escaped(String(cleaned)), to: longest)
  }

  /// A name for a sheet that none of those taken has, regardless of case.
  static func name(_ wanted: String, taken: inout Set<String>) -> String {
    let forbidden = Set("[]:*?/\\")
    var name = String(
      wanted.map {
        forbidden.contains($0) || $0.unicodeScalars.contains(where: isForbidden) ? " " : $0
      })
    while let first = name.first, first == "'" || first == " " { name.removeFirst() }
    name = cut(name, to: longestName)
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    if name.isEmpty { name = "-" }
    var candidate = name
    var number = 2
    // 'History' is a name that Excel keeps for itself.
    while candidate.lowercased() == "history" || taken.contains(candidate.lowercased()) {
      let suffix = " (\(number))"
      candidate = cut(name, to: longestName - suffix.utf16.count) + suffix
      number += 1
    }
    taken.insert(candidate.lowercased())
    return candidate
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// `_x0041_` stands for a character in the format: its first underscore is written as such an escape.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == 0x5F && index + 6 < bytes.count && bytes[index + 1] == 0x78
        && bytes[index + 6] == 0x5F
        && bytes[(index + 2)..<(index + 6)].allSatisfy {
          Character(UnicodeScalar($0)).isHexDigit
        }
      result.append(contentsOf: isEscape ? Array("_x005F_".utf8) : [byte])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func shortened(_ text: String, to limit: Int) -> String {
    text.utf16.count <= limit ? text : cut(text, to: limit - 1) + "…"
  }

  /// The first characters that fit.
  private static func cut(_ text: String, to limit: Int) -> String {
    var count = 0
    return String(
      text.prefix { character in
        count += character.utf16.count
        return count <= limit
      })
  }
}
