// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing

@testable import NitrogenWords

/// Every text is there in both languages.
@Suite struct CatalogueTests {
  @Test func reasonsAreComplete() { #expect(CatalogueCheck.problems(of: ReasonPhrase.self) == []) }
  @Test func findingsAreComplete() {
    #expect(CatalogueCheck.problems(of: FindingPhrase.self) == [])
  }
  @Test func needsAreComplete() { #expect(CatalogueCheck.problems(of: NeedPhrase.self) == []) }
  @Test func notesAreComplete() { #expect(CatalogueCheck.problems(of: NotePhrase.self) == []) }
  @Test func namesAreComplete() { #expect(CatalogueCheck.problems(of: NamePhrase.self) == []) }
  @Test func verdictsAreComplete() {
    #expect(CatalogueCheck.problems(of: VerdictPhrase.self) == [])
  }

  /// A catalogue in which everything is wrong that can be.
  private enum Broken: String, PhraseKey {
    case onlyDutch, otherPlaces, loose, pieces, blank

    static let catalogue = Catalogue(
      dutch: """
        onlyDutch = alleen hier
        otherPlaces = {jaar} is {n|een|veel}
        loose = een } haak
        pieces = {n|een}
        blank = twee  plekken
        surplus = te veel
        """,
      english: """
        otherPlaces = {year} is {n|one|many}
        loose = a { brace
        pieces = {n|one|two|many}
        blank = one place
        """)
  }

  @Test func theCheckFindsWhatIsWrong() {
    #expect(
      CatalogueCheck.problems(of: Broken.self) == [
        "'surplus' in nl is no name of Broken",
        "'blank' in nl: two blanks in a row",
        "'loose' in nl: a loose brace",
        "'pieces' in nl: '{n|een}' has 2 pieces, expected 1 or 3",
        "'onlyDutch' has no text in en",
        "'loose' in en: a loose brace",
        "'pieces' in en: '{n|one|two|many}' has 4 pieces, expected 1 or 3",
        "'otherPlaces' has other places for values: nl jaar, n; en n, year",
      ])
  }

  private enum Counting: String, PhraseKey {
    case areas, year

    static let catalogue = Catalogue(
      dutch: """
        # Een opmerking.

        areas = {count} {count|gebied|gebieden} van {name}
        year = in {year}
        """,
      english: """
        areas = {count} {count|area|areas} of {name}
        year = in {year}
        """)
  }

  @Test(arguments: [
    (Language.dutch, 1, "1 gebied van A & B"), (.dutch, 0, "0 gebieden van A & B"),
    (.dutch, 1234, "1.234 gebieden van A & B"), (.english, 1, "1 area of A & B"),
    (.english, 1234, "1,234 areas of A & B"),
  ])
  func aCountChoosesTheWord(language: Language, count: Int, expected: String) {
    let words = Words(language)
    #expect(words(Counting.areas, ["count": .count(count), "name": "A & B"]) == expected)
  }

  @Test func aYearIsNotGrouped() {
    #expect(Words(.dutch)(Counting.year, ["year": "\(2035)"]) == "in 2035")
  }
}
