// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Figures as they stand in sentences, in plain English form.
enum Figures {
  /// A fraction as a percentage with two decimals, `7.81 %`.
  static func percent(_ fraction: Fraction) -> String {
    decimals(fraction.points, 2) + " %"
  }

  /// A number with a fixed count of decimals, half away from zero, no locale.
  static func decimals(_ value: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    let whole = (scaled / scale).rounded(.down)
    let rest = Int((scaled - whole * scale).rounded())
    let digits = String(rest)
    let padded = String(repeating: "0", count: max(0, count - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let text = count == 0 ? String(Int(whole)) : "\(Int(whole)).\(padded)"
    return sign + text
  }

  /// The first few names and how many more there are.
  static func list(_ names: [String], most: Int = 3) -> String {
    let shown = names.prefix(most).joined(separator: "; ")
    return names.count > most ? "\(shown); and \(names.count - most) more" : shown
  }
}
