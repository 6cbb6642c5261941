// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension Explanation {
  /// Indented lines of text.
  struct Lines {
    private(set) var text = ""

    mutating func add(_ line: String, _ depth: Int = 0) {
      text += line.isEmpty ? "\n" : String(repeating: "  ", count: depth) + line + "\n"
    }
  }

  /// An emission in full precision, `234164.6 kg/yr`.
  func kilograms(_ emission: EmissionRate) -> String {
    Shown.plain(emission.kilogramsPerYear) + " kg/yr"
  }

  /// A fraction in percent with up to four decimals, `7.8144 %`.
  func percent(_ fraction: Fraction) -> String {
    Shown.plain((fraction.points * 10_000).rounded() / 10_000) + " %"
  }

  /// A fraction in points with up to four decimals.
  func points(_ fraction: Fraction) -> String {
    Shown.plain((fraction.points * 10_000).rounded() / 10_000) + " points"
  }

  /// A band in percent.
  func band(_ band: Band) -> String {
    band.low == band.high ? percent(band.low) : "\(percent(band.low)) to \(percent(band.high))"
  }
}
