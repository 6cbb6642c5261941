// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import NitrogenReports

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("Veluwe", 6), ("Fryslân", 7), ("Frysla\u{302}n", 7), ("–", 1), ("中", 2), ("", 0),
  ])
  func marksTakeNoColumn(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func cutTextKeepsItsWidth() {
    #expect("Oudegaasterbrekken, Fluessen en omgeving".truncated(to: 20) == "Oudegaasterbrekken,…")
    #expect("Fryslân".truncated(to: 7) == "Fryslân")
    #expect("Fryslân".truncated(to: 6) == "Frysl…")
  }

  @Test func textBreaksAtSpaces() {
    #expect("een twee drie".wrapped(to: 8) == ["een twee", "drie"])
    #expect("abcdefghij kl".wrapped(to: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect("".wrapped(to: 4).isEmpty)
  }
}
