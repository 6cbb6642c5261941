// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct ExchangeWriterTests {
  @Test func allFilesAreMadeAndAlikeTwice() throws {
    let first = try ExchangeSample.writer(.dutch).files()
    let second = try ExchangeSample.writer(.dutch).files()
    #expect(first.map(\.name) == second.map(\.name))
    for (one, other) in zip(first, second) { #expect(one.bytes == other.bytes, "\(one.name)") }
    let names = Set(first.map(\.name))
    for name in [
      "results.xlsx", "results.gpkg", "iamc.csv", "ceip.csv", "datapackage.json",
      "csv/nl/standings.csv", "csv/en/series.csv",
    ] {
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test func filesGoIntoAFolder() throws {
    try withTemporaryFolder { folder in
      let names = try ExchangeSample.writer(.english).write(into: folder.path)
      for name in names {
        let size = try folder.appendingPathComponent(name).resourceValues(forKeys: [.fileSizeKey])
        #expect((size.fileSize ?? 0) > 0, "\(name)")
      }
    }
  }

  @Test func bothDialectsHoldTheSameNumbers() throws {
    let files = try ExchangeSample.writer(.dutch).files()
    func lines(_ name: String) throws -> [Substring] {
      let file = try #require(files.first { $0.name == name })
      return String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
    }
    let dutch = try lines("csv/nl/series-by-year.csv")
    let english = try lines("csv/en/series-by-year.csv")
    #expect(dutch.count == english.count && dutch.count > 10)
    let last = try #require(dutch.last).split(separator: ";", omittingEmptySubsequences: false).last
    let other = try #require(english.last).split(separator: ",", omittingEmptySubsequences: false)
      .last
    #expect(last?.map { $0 == "," ? "." : $0 } == other.map(Array.init))
  }

  @Test(arguments: ExchangePhrase.allCases)
  func everyPhraseHasATextInBothLanguages(_ phrase: ExchangePhrase) {
    for language in Language.allCases {
      #expect(ExchangePhrase.catalogue.text(phrase.rawValue, in: language) != nil)
    }
  }

  // MARK: - IAMC

  @Test func historyOfTheNationIsInKilotonnes() throws {
    let run = try ExchangeSample.run.get()
    let table = IAMCTable(run.result, run: run.record).table
    let nation = try #require(
      run.result.assessments.first {
        $0.territory == .nation && $0.slice == SectorSlice(.agriculture) && $0.pollutant == .nh3
      })
    let row = try #require(
      table.rows.first {
        $0[1] == "History" && $0[2] == "Netherlands" && $0[3] == "Emissions|NH3|Agriculture"
      })
    #expect(row[4] == "kt/yr")
    let column = try #require(table.columns.firstIndex { $0.key == "2019" })
    let emission = try #require(nation.series.first { $0.point.year == 2019 }?.point.emission)
    #expect(row[column] == .number(emission.kilogramsPerYear / 1e6))
    // The inventory of this release: 113.98 kt.
    #expect(abs(emission.kilogramsPerYear / 1e6 - 113.98) < 0.01)
  }

  @Test func noRowStandsTwice() throws {
    let run = try ExchangeSample.run.get()
    let rows = IAMCTable(run.result, run: run.record).table.rows.map { Array($0.prefix(4)) }
    #expect(Set(rows).count == rows.count && rows.count > 20)
  }

  @Test func quantilesOfAProjectionRise() throws {
    let run = try ExchangeSample.run.get()
    let table = IAMCTable(run.result, run: run.record).table
    let column = try #require(table.columns.firstIndex { $0.key == "2035" })
    let values = try [
      "Existing measures (quantile 0.025)", "Existing measures",
      "Existing measures (quantile 0.975)",
    ].map { scenario -> Double in
      let row = try #require(
        table.rows.first {
          $0[1] == .text(scenario) && $0[2] == "Netherlands" && $0[3] == "Emissions|NH3|Agriculture"
        })
      guard case .number(let value) = row[column] else { return .nan }
      return value
    }
    #expect(values[0] < values[1] && values[1] < values[2])
  }

  // MARK: - CEIP

  static func record(
    _ sector: String, _ subsector: String, _ kilograms: Double?
  ) -> InventoryRecord {
    InventoryRecord(
      record: EmissionRecord(
        territory: .nation,
        activity: .code(ActivityCode(classification: "er", sector: sector, subsector: subsector)),
        pollutant: .nox, year: 2022,
        emission: kilograms.map { EmissionRate(kilogramsPerYear: $0) },
        vintage: Vintage(rawValue: "made"), origin: RowReference(file: "made.csv", line: 2)),
      definition: "made", grade: .made)
  }

  @Test func aSectorThatCannotBeToldApartHasNoLine() {
    let inventory = NationalInventory(
      records: [
        Self.record("Roads", "Cars", 1_500_000), Self.record("Roads", "Lorries", 750_000),
        Self.record("Ships", "All", 3_000_000), Self.record("Ports", "Cranes", 10),
        Self.record("Waste", "Dumps", nil), Self.record("Elsewhere", "x", 1),
      ], totals: [], zones: [], provinceFigures: [])
    let table = GNFRTable(
      doubt: nil, releases: [.nox: Vintage(rawValue: "made")],
      map: [
        "er": [
          "Roads": ["F_RoadTransport"], "Ships": ["G_Shipping"],
          "Ports/Cranes": ["G_Shipping", "I_Offroad"], "Waste": ["J_Waste"],
        ]
      ])
    let lines = CEIPLines(inventory, table: table, tool: "made 1")
    #expect(lines.lines.map(\.sector) == ["F_RoadTransport"])
    #expect(
      lines.gaps.map(\.sector) == ["(no sector)", "G_Shipping", "I_Offroad", "J_Waste"])
    #expect(lines.text.hasSuffix("NL;2022;F_RoadTransport;NOx;Gg;2.25\n"))
    #expect(
      lines.text.contains(
        "# Left out: 2022 G_Shipping NOx, not told apart or unknown: Ports/Cranes\n"))
  }

  @Test func everyActivityOfTheInventoryHasItsSector() throws {
    let file = try #require(
      try ExchangeSample.writer(.dutch).files().first { $0.name == "ceip.csv" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(!text.contains("(no sector)"))
    // Road exhaust of ER 1990-2022, 56.4 kt NOx, is the whole of its sector.
    #expect(text.contains("NL;2022;F_RoadTransport;NOx;Gg;56.4"))
    // Livestock holds housing and the spreading of manure: no line can be written.
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("NL;") && $0.contains("K_Agri") })
  }
}
