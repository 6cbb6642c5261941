// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenWords
import Testing

/// Numbers, dates and lists in both languages.
@Suite struct WordsTests {
  static let dutch = Words(.dutch)
  static let english = Words(.english)

  @Test(arguments: [
    (0.0, 1, "0,0", "0.0"), (7.81, 1, "7,8", "7.8"), (12345.67, 1, "12.345,7", "12,345.7"),
    (1_234_567, 0, "1.234.567", "1,234,567"), (999.95, 1, "1.000,0", "1,000.0"),
    (100, 0, "100", "100"), (1000, 0, "1.000", "1,000"), (0.05, 1, "0,1", "0.1"),
    (-7.81, 1, "−7,8", "−7.8"), (-1234.5, 0, "−1.235", "−1,235"), (-0.04, 1, "0,0", "0.0"),
    (2.5, 0, "3", "3"), (-2.5, 0, "−3", "−3"), (0.125, 2, "0,13", "0.13"),
    (0.004, 3, "0,004", "0.004"),
  ])
  func numbersAreGroupedAndRoundedHalfAwayFromZero(
    value: Double, decimals: Int, dutch: String, english: String
  ) {
    #expect(Self.dutch.number(value, decimals: decimals) == dutch)
    #expect(Self.english.number(value, decimals: decimals) == english)
  }

  @Test(arguments: [
    (0.9, "0,9", "0.9"), (2.58, "2,58", "2.58"), (1000, "1.000", "1,000"), (0.0, "0", "0"),
    (0.12346, "0,1235", "0.1235"), (10, "10", "10"), (-0.5, "−0,5", "−0.5"),
    (0.164, "0,164", "0.164"),
  ])
  func shortNumbersHaveTheDecimalsTheyNeed(value: Double, dutch: String, english: String) {
    #expect(Self.dutch.short(value) == dutch)
    #expect(Self.english.short(value) == english)
  }

  @Test func whatIsNotKnownIsADash() {
    #expect(Self.dutch.number(nil) == "–")
    #expect(Self.dutch.percent(nil) == "–")
    #expect(Self.english.probability(nil) == "–")
  }

  @Test(arguments: [
    (0.0781, "7,8 %", "7.8 %"), (-0.031, "−3,1 %", "−3.1 %"), (1, "100,0 %", "100.0 %"),
  ])
  func fractionsAreShownInPercent(value: Double, dutch: String, english: String) {
    #expect(Self.dutch.percent(Fraction(value)) == dutch)
    #expect(Self.english.percent(Fraction(value)) == english)
  }

  @Test(arguments: [
    (0.0, "< 1 %"), (0.004, "< 1 %"), (0.005, "1 %"), (0.694, "69 %"), (0.994, "99 %"),
    (0.995, "> 99 %"), (1, "> 99 %"),
  ])
  func probabilitiesAreWholePercents(value: Double, expected: String) {
    #expect(Self.dutch.probability(value) == expected)
    #expect(Self.english.probability(value) == expected)
  }

  @Test func aBandHasAnEnDashAndOneSign() {
    let band = Band(low: Fraction(0.42), high: Fraction(0.46))
    #expect(Self.dutch.band(band) == "42,0–46,0 %")
    #expect(Self.english.band(band) == "42.0–46.0 %")
    #expect(Self.dutch.band(Band(low: Fraction(0.5), high: Fraction(0.5))) == "50,0 %")
  }

  @Test func datesAreInWords() throws {
    let day = try #require(CalendarDay(text: "2026-03-01"))
    #expect(Self.dutch.date(day) == "1 maart 2026")
    #expect(Self.english.date(day) == "1 March 2026")
    let months = (1...12).compactMap { CalendarDay(year: 2026, month: $0, day: 2) }
    #expect(Set(months.map(Self.dutch.date)).count == 12)
    #expect(Set(months.map(Self.english.date)).count == 12)
  }

  @Test func listsEndWithAnd() {
    #expect(Self.dutch.list(["a", "b", "c"]) == "a, b en c")
    #expect(Self.english.list(["a", "b", "c"]) == "a, b and c")
    #expect(Self.dutch.list(["a"]) == "a")
    #expect(Self.dutch.list([]) == "")
  }

  @Test func numbersWithCommasAreKeptApart() {
    #expect(Self.dutch.list(ofNumbers: ["0,8", "0,9", "0,95"]) == "0,8; 0,9 en 0,95")
    #expect(Self.dutch.list(ofNumbers: ["250", "500"]) == "250 en 500")
    #expect(Self.english.list(ofNumbers: ["0.8", "0.9", "0.95"]) == "0.8, 0.9 and 0.95")
  }

  @Test func aSmallPValueIsNeverZero() {
    #expect(Self.dutch.significance(0.1704) == "0,170")
    #expect(Self.dutch.significance(0.0004) == "< 0,001")
    #expect(Self.english.significance(0.0004) == "< 0.001")
    #expect(Self.english.significance(nil) == "–")
  }
}
