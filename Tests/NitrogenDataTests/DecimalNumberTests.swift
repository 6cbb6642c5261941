// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing

@testable import NitrogenData

@Suite struct DecimalNumberTests {
  private static func parse(_ text: String, decimal: Character = ".", shift: Int = 0) throws
    -> Double
  {
    let mark = try #require(decimal.asciiValue)
    return try DecimalNumber.parse(Array(text.utf8)[...], decimal: mark, shift: shift)
  }

  @Test(arguments: [
    ("0", 0), ("-0.5", -0.5), ("+3", 3), ("007", 7), (".5", 0.5), ("5.", 5), ("1e3", 1000),
    ("1.5E-3", 0.0015), ("123456789012345678901234567890", 123456789012345678901234567890),
    ("0.1234567890123456789", 0.1234567890123456789), ("9007199254740993", 9007199254740993),
    ("1e-320", 1e-320), ("4.35", 4.35),
  ])
  func aNumberIsReadAsTheCompilerReadsIt(_ text: String, _ value: Double) throws {
    #expect(try Self.parse(text) == value)
  }

  @Test func everyNumberIsTheNearestOne() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let digits = UInt64.random(in: 0..<10_000_000_000_000_000_000, using: &random)
      let whole = digits % 1_000_000_000
      let text = "\(whole).\(digits / 1_000_000_000)"
      #expect(try Self.parse(text) == Double(text))
      #expect(try Self.parse(text, shift: 3) == Double(text + "e3"))
    }
  }

  @Test func tonnesBecomeKilogramsWithoutRoundingTwice() throws {
    #expect(1.001 * 1000 != 1001)
    #expect(try Self.parse("1.001", shift: 3) == 1001)
    #expect(try Self.parse("125.097004", shift: 6) == 125_097_004)
  }

  @Test(arguments: [
    ("1,5", DecimalNumber.Problem.otherDecimalMark), ("1,234.5", .grouping),
    ("1.234.567", .grouping), ("1 234", .grouping), ("1'234", .grouping), ("1_000", .grouping),
    ("nan", .notFinite), ("-Infinity", .notFinite), ("1e999", .notFinite), (" 1", .blanks),
    ("1\u{A0}", .blanks), ("", .notANumber), ("-", .notANumber), (".", .notANumber),
    ("1e", .notANumber), ("1e+", .notANumber), ("0x10", .notANumber), ("12kg", .notANumber),
    ("1-2", .notANumber), ("٣", .notANumber), ("1.5e2,0", .notANumber),
  ])
  func whatIsNoNumberSaysWhy(_ text: String, _ problem: DecimalNumber.Problem) {
    #expect(throws: problem) { try Self.parse(text) }
  }

  @Test func underADecimalCommaThePointIsTheOtherMark() throws {
    #expect(try Self.parse("1,5", decimal: ",") == 1.5)
    #expect(throws: DecimalNumber.Problem.otherDecimalMark) {
      try Self.parse("1.5", decimal: ",")
    }
  }
}
