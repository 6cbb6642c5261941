// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenReports
import NitrogenWords
import Testing

@Suite struct ResultTablesTests {
  static func tables(_ language: Language) -> ResultTables {
    ResultTables(Narrator(SampleResult.result, words: Words(language)), run: SampleResult.run)
  }

  /// The cells of a row by the keys of their columns.
  static func row(_ number: Int, of table: DataTable) -> [String: DataTable.Cell] {
    Dictionary(
      zip(table.columns.map(\.key), table.rows[number]), uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: Language.allCases)
  func everyTableHasKeysTitlesAndANameOfItsOwn(_ language: Language) {
    let tables = Self.tables(language).all()
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(table.name.utf8.count <= 31)
      #expect(table.title.count <= 31, "the title is the name of a sheet: \(table.title)")
      #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(table.name)")
      let headers = table.columns.map { TableDialect.dutch().header(of: $0) }
      #expect(Set(headers).count == headers.count, "\(table.name): \(headers)")
    }
  }

  @Test func standingsSayWhatTheAssessmentSays() {
    let table = Self.tables(.english).standings()
    #expect(table.rows.count == 6)
    let nation = Self.row(0, of: table)
    #expect(nation["target"] == .integer(2035))
    #expect(nation["status_code"] == "offTrack")
    #expect(nation["baseline_kg_per_yr"] == .number(114_000_000))
    #expect(nation["reduction_percent"] == .number(12.5))
    #expect(nation["path_low_percent"] == .number(15.625))
    #expect(nation["target_high_percent"] == .number(62.5))
    // 0.5 - 0.125 of 114 kt.
    #expect(nation["gap_low_kg_per_yr"] == .number(42_750_000))
    #expect(nation["pace_needed_high_points_per_yr"] == .number(4))
    #expect(nation["shadow"] == "no")
    #expect(Self.row(1, of: table)["shadow"] == "yes")
    #expect(nation["area"] == .missing)
    #expect(nation["probability_percent"] == .missing)
    let area = Self.row(3, of: table)
    #expect(area["area"] == .integer(23))
    #expect(area["name"] == "Fochteloërveen")
    #expect(area["provinces"] == "Drenthe, Fryslân")
    #expect(area["inherited"] == "yes")
    #expect(area["user_assumptions"] == "mine#reading.A02")
    #expect(
      area["second_hand_policy"]
        == "made-law#boundary.default; made-law#target.agriculture.NH3.2035")
  }

  @Test func whatIsNotKnownIsMissingAndNoZero() {
    let table = Self.tables(.dutch).standings()
    let unknown = Self.row(4, of: table)
    for key in ["baseline_kg_per_yr", "emission_kg_per_yr", "reduction_percent", "target"] {
      #expect(unknown[key] == .missing, "\(key)")
    }
    #expect(unknown["complete"] == "nee")
  }

  @Test func everyYearOfASeriesLeadsToItsRow() {
    let table = Self.tables(.english).series()
    let year = Self.row(1, of: table)
    #expect(year["year"] == .integer(2024))
    #expect(year["emission_kg_per_yr"] == .number(99_750_000))
    #expect(year["rows"] == "made, \"x\".csv:3")
    #expect(year["vintage"] == "made 2024")
  }

  @Test func yearsStandSideBySide() {
    let table = Self.tables(.dutch).seriesByYear()
    #expect(table.columns.suffix(2).map(\.title) == ["2019", "2024"])
    #expect(table.rows[0].suffix(2) == [.number(114_000_000), .number(99_750_000)])
    #expect(Self.row(4, of: table)["emission_2019_kg_per_yr"] == .missing)
  }

  @Test func tablesOfAnAreaHoldNothingElse() {
    let tables = Self.tables(.english).tables(of: SampleResult.area)
    #expect(tables.standings().rows.count == 3)
    #expect(tables.flags().rows.count == 1)
    #expect(tables.closure().rows.isEmpty)
    #expect(Self.tables(.english).closure().rows.count == 1)
    #expect(Self.tables(.english).flags().rows.count == 3)
    let none = Self.tables(.english).tables(of: AreaCode(rawValue: 99))
    #expect(none.standings().rows.isEmpty && none.policy().rows.isEmpty)
  }

  @Test func policyCitesPackAndSaysWhatIsSecondHand() {
    let table = Self.tables(.english).policy()
    #expect(
      table.rows.map { $0[0] } == [
        "boundary.default", "reading.A02", "target.agriculture.NH3.2035",
      ])
    let target = Self.row(2, of: table)
    #expect(target["second_hand"] == "yes")
    #expect(target["user"] == "no")
    #expect(Self.row(1, of: table)["user"] == "yes")
    #expect(Self.row(0, of: Self.tables(.english).unresolved())["pack"] == "made-law")
  }

  @Test func sourcesCarryTheirHashes() {
    let table = Self.tables(.dutch).sources()
    #expect(table.rows[0][2] == .text(String(repeating: "a", count: 64)))
    #expect(table.rows[1][1] == "made, \"x\".csv")
  }

  @Test(arguments: TablePhrase.allCases)
  func everyPhraseHasATextInBothLanguages(_ phrase: TablePhrase) throws {
    for language in Language.allCases {
      let text = try #require(TablePhrase.catalogue.text(phrase.rawValue, in: language))
      #expect(!text.isEmpty)
    }
  }

  @Test func theCatalogueHoldsNothingElse() {
    for language in Language.allCases {
      #expect(
        TablePhrase.catalogue.names(in: language) == TablePhrase.allCases.map(\.rawValue).sorted())
    }
  }
}
