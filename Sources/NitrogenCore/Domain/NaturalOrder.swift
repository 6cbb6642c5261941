// SPDX-License-Identifier: GPL-3.0-or-later

/// Orders texts as people do, so that "feature 9" comes before "feature 10".
enum NaturalOrder {
  /// Whether a text comes before another: by code point, but runs of digits by their number.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    var left = Substring(left).utf8[...]
    var right = Substring(right).utf8[...]
    let whole = (left, right)
    while let first = left.first, let other = right.first {
      if isDigit(first), isDigit(other) {
        let (number, numberOther) = (digits(&left), digits(&right))
        if number.count != numberOther.count { return number.count < numberOther.count }
        if !number.elementsEqual(numberOther) {
          return number.lexicographicallyPrecedes(numberOther)
        }
      } else {
        if first != other { return first < other }
        left.removeFirst()
        right.removeFirst()
      }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    // They differ in leading zeros at most.
    return whole.0.lexicographicallyPrecedes(whole.1)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Takes the digits that a text begins with, and returns them without leading zeros.
  private static func digits(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
    let run = text.prefix(while: isDigit)
    text = text[run.endIndex...]
    return run.drop { $0 == UInt8(ascii: "0") }
  }
}
