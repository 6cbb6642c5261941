// SPDX-License-Identifier: GPL-3.0-or-later

/// The marks that a number is written with.
package struct NumberMarks: Sendable {
  let decimal: String
  let group: String
  let minus: String

  /// Makes marks.
  package init(decimal: String, group: String, minus: String) {
    self.decimal = decimal
    self.group = group
    self.minus = minus
  }

  /// A number with a fixed count of decimals, half away from zero; one beyond what a double holds exactly
  /// as it is.
  package func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return value.description }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    var text = value < 0 && scaled > 0 ? minus : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += group }
      text.append(digit)
    }
    return decimals == 0 ? text : text + decimal + padded.suffix(decimals)
  }
}
