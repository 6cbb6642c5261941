// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A release of the Emissieregistratie, by the name its exports bear.
///
/// `ER Reeks 1990-2023 Definitief` is vintage `ER 1990-2023 final`, and `Voorlopig` is
/// `provisional`. What stands in brackets behind, such as `(open)` for the public part, makes no
/// other release. Of a provisional series only the last year is: the publisher adds it to the
/// series it made final before (emissieregistratie.nl, jaarcyclus).
struct ReleaseName: Hashable {
  /// The vintage.
  let vintage: Vintage
  /// The year of which the figures are provisional; `nil` when there is none.
  let provisionalYear: Int?
  /// Whether the name has the form above; otherwise the vintage is the name as it stands.
  let isKnownForm: Bool

  init(_ name: String) {
    let words = name.prefix { $0 != "(" }.split(separator: " ")
    if words.count == 4, words[0] == "ER", words[1].lowercased() == "reeks",
      let years = Self.years(words[2]), let word = Self.words[words[3].lowercased()]
    {
      vintage = Vintage(rawValue: "ER \(words[2]) \(word)")
      provisionalYear = word == "provisional" ? years.upperBound : nil
      isKnownForm = true
    } else {
      vintage = Vintage(rawValue: name)
      provisionalYear = nil
      isKnownForm = false
    }
  }

  private static let words = [
    "definitief": "final", "voorlopig": "provisional", "voorlopige": "provisional",
  ]

  private static func years(_ text: Substring) -> ClosedRange<Int>? {
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard years.count == 2, let first = years[0], let last = years[1], text.utf8.count == 9,
      first <= last
    else { return nil }
    return first...last
  }
}

extension ReleaseName {
  /// A release that the user names by its vintage.
  init(given vintage: Vintage) {
    self.vintage = vintage
    self.provisionalYear = nil
    self.isKnownForm = true
  }
}
