// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Writes numbers of messages with a fixed count of decimals.
enum FixedDecimals {
  /// A number with so many decimals, at most 9; as it stands when it is not finite or too large.
  static func text(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 0x1p53 else { return "\(value)" }
    var digits = String(Int(scaled))
    digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// A place with two decimals, or more for degrees; whole numbers without.
  static func place(x: Double, y: Double) -> String { "(\(coordinate(x)), \(coordinate(y)))" }

  private static func coordinate(_ value: Double) -> String {
    var text = text(value, abs(value) <= 360 ? 6 : 2)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
