// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct PolicyLibraryTests {
  @Test func thePacksReadWithoutAWord() throws {
    #expect(DataFixtures.text(of: DataFixtures.policy.diagnostics) == "")
    let library = try DataFixtures.requirePolicy()
    #expect(
      library.packs.map(\.id) == [
        "nl-wsn", "rivm-nema-2024", "nl-coalitie-2026-01-30", "stikstof-readings",
        "nl-kamerbrief-2026-06-26", "technique-performance", "example-user",
      ])
    #expect(library.packs.filter(\.isDefault).map(\.order) == [10, 15, 20, 30])
  }

  @Test func aRecordCarriesItsValueUnitAndCitation() throws {
    let policy = try Policy(packs: DataFixtures.requirePolicy().packs.filter(\.isDefault))
    let entry = try #require(policy[.target(.agriculture, .nh3, 2035)])
    #expect(entry.record.value == .band(low: 0.42, high: 0.46))
    #expect(entry.record.unit == "fraction")
    #expect(entry.record.kind == .statutory)
    #expect(entry.record.status == .stated)
    #expect(
      entry.record.reference?.text
        == "coalition-agreement-2026, Landbouw, natuur en stikstof, L1621")
    #expect(entry.record.reference?.keyword == "42%-46%")
  }

  @Test func theShippedExampleReadsAsAPackOfTheUsers() throws {
    let reading = try PolicyReader.pack(
      file: FixturePaths.areas.path + "/policy/example-user.yaml",
      library: DataFixtures.requirePolicy())
    #expect(DataFixtures.text(of: reading.diagnostics) == "")
    #expect(reading.value?.kind == .user)
  }

  @Test(arguments: [
    ("target.agriculture.NH3.2035", true), ("target.agriculture.NH3.35", false),
    ("target.farming.NH3.2035", false), ("target.agriculture.nh3.2035", false),
    ("target.agriculture.NH3", false), ("target.agriculture.NH3.2035.low", false),
  ])
  func aPatternStandsForWholePartsOfAKey(_ key: String, _ isMatch: Bool) throws {
    let library = try DataFixtures.requirePolicy()
    #expect((library.definition(of: PolicyKey(rawValue: key)) != nil) == isMatch)
  }

  @Test func aChoiceIsHonouredByTheOptionsOfTheReadings() throws {
    let library = try DataFixtures.requirePolicy()
    #expect(library.options(of: "reading.A02") == ["lower", "upper", "midpoint"])
    #expect(library.options(of: "baseline.year.industry").isEmpty)
  }
}

@Suite struct AssumptionTests {
  @Test(arguments: [
    ("target.agriculture.NOx.2035", "0.4..0.5", PolicyValue.band(low: 0.4, high: 0.5)),
    ("target.agriculture.NOx.2035", "0.4", .band(low: 0.4, high: 0.4)),
    ("baseline.year.industry", "2020", .number(2020)),
    ("zone.widths", "250,500", .numbers([250, 500])),
    ("target.sectors", "agriculture,industry", .list(["agriculture", "industry"])),
    ("equal-treatment.required", "false", .flag(false)),
    ("zoning.due", "2026-12-31", .date("2026-12-31")),
    ("reading.A02", "upper", .text("upper")),
    ("nation.vintage.NH3", "ER 1990-2022 final", .text("ER 1990-2022 final")),
  ])
  func aValueIsReadByTheTypeOfItsKey(
    _ key: String, _ text: String, _ value: PolicyValue
  ) throws {
    let record = try DataFixtures.requirePolicy().record(key: key, assuming: text)
    #expect(record.value == value)
    #expect(record.status == .assumed)
    #expect(record.origin == RowReference(file: "--assume", line: 1))
  }

  @Test(arguments: [
    ("target.agriculture.NH3.2035", TargetKind.statutory), ("target.agriculture.NH3.2030", .aim),
    ("target.agriculture.NOx.2035", .aim), ("shadow.mobility.NOx.2030", .shadow),
  ])
  func anAssumedTargetBindsAsTheStatedOneDoes(_ key: String, _ kind: TargetKind) throws {
    let record = try DataFixtures.requirePolicy().record(key: key, assuming: "0.4")
    #expect(record.kind == kind)
  }

  @Test(arguments: [
    ("reading.A2", "lower", "unknown key 'reading.A2'; nearest is 'reading.A02'"),
    (
      "reading.A02", "mean",
      "'mean' is no option of 'reading.A02'; expected lower, upper or midpoint"
    ),
    (
      "baseline.year.industry", "0,5",
      "'0,5' is no value for 'baseline.year.industry'; expected a year such as 2019"
    ),
    (
      "target.agriculture.NOx.2035", "42",
      "fraction 42 lies outside 0 to 1; write 0.42 for 42 %, for 'target.agriculture.NOx.2035'"
    ),
    (
      "target.agriculture.NOx.2035", "0.5..0.4",
      "the low edge of '0.5..0.4' lies above the high edge; write the smaller first"
    ),
    (
      "target.agriculture.NOx.2035", "40%",
      "'40%' is no value for 'target.agriculture.NOx.2035'; expected a band such as 0.4..0.5, or "
        + "one number"
    ),
    (
      "equal-treatment.required", "yes",
      "'yes' is no value for 'equal-treatment.required'; expected true or false"
    ),
    (
      "zoning.due", "summer",
      "'summer' is no value for 'zoning.due'; expected a date as yyyy-mm-dd"
    ),
    (
      "zone.widths", "250;500",
      "'250;500' is no value for 'zone.widths'; expected numbers in m with commas between them, "
        + "such as 250,500"
    ),
    ("zone.metric", "", "'zone.metric' needs a value; expected a text"),
  ])
  func whatIsNoValueSaysWhatIsExpected(
    _ key: String, _ text: String, _ message: String
  ) throws {
    let library = try DataFixtures.requirePolicy()
    let error = #expect(throws: PolicyValueError.self) {
      try library.record(key: key, assuming: text)
    }
    #expect(error?.description == message)
  }
}
