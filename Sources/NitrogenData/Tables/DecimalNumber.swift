// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads decimal numbers strictly: the whole text is one number, correctly rounded, or it is none.
enum DecimalNumber {
  /// Why a text is no number.
  enum Problem: Error, Hashable {
    /// It holds something that no number has.
    case notANumber
    /// It holds the other decimal mark.
    case otherDecimalMark
    /// It holds marks between groups of digits.
    case grouping
    /// It stands for infinity or for no number at all.
    case notFinite
    /// Blanks stand around the number.
    case blanks
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that bytes spell.
  ///
  /// - Parameters:
  ///   - bytes: the text, UTF-8.
  ///   - decimal: the decimal mark, a point or a comma.
  ///   - shift: a power of ten that the number is multiplied by without rounding twice, as in
  ///     1.001 t = 1001 kg.
  /// - Returns: the number, finite and correctly rounded.
  /// - Throws: why the bytes are no number.
  static func parse(
    _ bytes: ArraySlice<UInt8>, decimal: UInt8 = UInt8(ascii: "."), shift: Int = 0
  ) throws(Problem) -> Double {
    var index = bytes.startIndex
    let end = bytes.endIndex
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = shift
    var isExact = true
    var afterMark = false
    while index < end {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        digits += 1
        if mantissa < 900_000_000_000_000 {
          mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
          if afterMark { exponent -= 1 }
        } else {
          isExact = false
        }
      } else if byte == decimal && !afterMark {
        afterMark = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { throw diagnose(bytes, decimal: decimal) }
    if index < end {
      guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E"),
        let power = exponentValue(bytes[(index + 1)...])
      else { throw diagnose(bytes, decimal: decimal) }
      exponent += power
    }
    if isExact, abs(exponent) <= 22 {
      let value = Double(mantissa)
      let scaled =
        exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
      return isNegative && scaled != 0 ? -scaled : scaled
    }
    return try slowly(bytes, decimal: decimal, shift: shift)
  }

  private static func exponentValue(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count <= 5 else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// The same by the standard library, for numbers with more digits than fit 2^53.
  private static func slowly(
    _ bytes: ArraySlice<UInt8>, decimal: UInt8, shift: Int
  ) throws(Problem) -> Double {
    let text = String(
      decoding: bytes.map { $0 == decimal ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    let pieces = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    let power = pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0
    guard let value = Double("\(pieces[0])e\(power + shift)") else { throw .notANumber }
    guard value.isFinite else { throw .notFinite }
    return value
  }

  private static func diagnose(_ bytes: ArraySlice<UInt8>, decimal: UInt8) -> Problem {
    let text = String(decoding: bytes, as: UTF8.self)
    let blanks: Set<Character> = [" ", "\t", "\u{A0}", "\n", "\r"]
    if let first = text.first, let last = text.last,
      blanks.contains(first) || blanks.contains(last)
    {
      return .blanks
    }
    let bare = text.drop { $0 == "-" || $0 == "+" }
    switch bare.lowercased() {
    case "nan", "inf", "infinity", "#n/a", "#value!", "#div/0!", "#ref!", "∞": return .notFinite
    default: break
    }
    let groupMarks: Set<Character> = [".", ",", " ", "'", "\u{A0}", "\u{202F}", "_", "’"]
    guard bare.allSatisfy({ ("0"..."9").contains($0) || groupMarks.contains($0) }),
      bare.contains(where: { ("0"..."9").contains($0) })
    else { return .notANumber }
    let other: Character = decimal == UInt8(ascii: ".") ? "," : "."
    let marks = bare.filter { groupMarks.contains($0) }
    return marks == String(other) ? .otherDecimalMark : .grouping
  }
}
