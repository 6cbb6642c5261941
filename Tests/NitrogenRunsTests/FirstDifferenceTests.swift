// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import NitrogenRuns

/// Where two texts part, in lines and characters.
@Suite struct FirstDifferenceTests {
  @Test(arguments: [
    ("a\nbc\n", "a\nbd\n", "line 2, column 2: 'c' stands there, recomputed it is 'd'"),
    ("é7", "é8", "line 1, column 2: '7' stands there, recomputed it is '8'"),
    ("a", "ab", "line 1, column 2: the end of the file stands there, recomputed it is 'b'"),
    (
      "a\n", "a",
      "line 1, column 2: the end of the line stands there, recomputed it is the end of the file"
    ),
    ("\na", "\n\na", "line 2, column 1: 'a' stands there, recomputed it is the end of the line"),
  ])
  func placeAndTextsAreNamed(standing: String, recomputed: String, text: String) {
    let found = FirstDifference(standing: Array(standing.utf8), recomputed: Array(recomputed.utf8))
    #expect(found?.description == text)
  }

  @Test func equalTextsHaveNone() {
    #expect(FirstDifference(standing: [1, 2], recomputed: [1, 2]) == nil)
    #expect(FirstDifference(standing: [], recomputed: []) == nil)
  }

  @Test func longLinesAreShownInPart() {
    let long = Array(String(repeating: "x", count: 500).utf8)
    let found = FirstDifference(standing: long, recomputed: [])
    #expect(found?.standing == "'" + String(repeating: "x", count: 40) + "'")
  }
}
