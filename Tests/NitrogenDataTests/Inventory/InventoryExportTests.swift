// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Exports that can be read; the read-me of each fixture says how it was made.
@Suite struct InventoryExportTests {
  private static let cattle = "er Landbouw/Landbouwhuisdieren - rundvee"
  private static let pigs = "er Landbouw/Landbouwhuisdieren - varkens"
  private static let fertiliser = "er Chemische Industrie/Chemische Industrie kunstmeststoffen"

  @Test func companiesAreSourcesOfTheirPlace() throws {
    let read = try ReadSources(DataFixtures.path("sources/er-wide/export.xlsx"))
    let release = "ER 1990-2022 final"
    #expect(
      read.rows == [
        "12345 line 10: \(Self.fertiliser), NH3 2019, \(release), 400.5 kg at 180000.0 450000.0",
        "12345 line 10: \(Self.fertiliser), NH3 2022, \(release), 399.0 kg at 180000.0 450000.0",
        "12345 line 11: \(Self.fertiliser), NOx 2019, \(release), 40.5 kg at 180000.0 450000.0",
        "12345 line 11: \(Self.fertiliser), NOx 2022, \(release), 39.0 kg at 180000.0 450000.0",
      ])
  }

  @Test func rowsWithoutAPlaceAreFiguresOfTheirTerritoryAndEmptyCellsUnknown() throws {
    let read = try ReadSources(DataFixtures.path("sources/er-wide/export.xlsx"))
    let release = "ER 1990-2022 final"
    let rail = "er Verkeer en vervoer/Railverkeer"
    #expect(
      read.territories == [
        "province PV25 line 2: \(Self.cattle), NH3 2019, \(release), 1000.5 kg",
        "province PV25 line 2: \(Self.cattle), NH3 2022, \(release), 900.25 kg",
        "province PV25 line 3: \(Self.pigs), NH3 2019, \(release), 200.0 kg",
        "province PV25 line 3: \(Self.pigs), NH3 2022, \(release), unknown",
        "province PV31 line 4: \(rail), NOx 2019, \(release), 30.125 kg",
        "province PV31 line 4: \(rail), NOx 2022, \(release), 29.0 kg",
        "municipality GM0267 line 7: \(Self.cattle), NH3 2019, \(release), 50.75 kg",
        "municipality GM0267 line 7: \(Self.cattle), NH3 2022, \(release), 49.0 kg",
        "nation line 8: \(Self.cattle), NH3 2019, \(release), 70000.0 kg",
        "nation line 8: \(Self.cattle), NH3 2022, \(release), 69000.0 kg",
      ])
  }

  @Test func whatIsNoSourceIsCountedWithItsKilograms() throws {
    let read = try ReadSources(DataFixtures.path("sources/er-wide/export.xlsx"))
    #expect(
      read.dropped == [
        "kept apart: Continentaal Plat, NOx: 2 rows, 13.5 kg, 0 unknown",
        "no place: company without coordinates, NH3: 2 rows, 5.0 kg, 0 unknown",
        "no place: figure of a municipality, NH3: 2 rows, 99.75 kg, 0 unknown",
        "no place: figure of a province, NH3: 4 rows, 2100.75 kg, 1 unknown",
        "no place: figure of a province, NOx: 2 rows, 59.125 kg, 0 unknown",
        "no place: figure of the nation, NH3: 2 rows, 139000.0 kg, 0 unknown",
        "not emitted to air, NH3: 2 rows, 1.0 kg, 0 unknown",
        "substance 'Koolstofdioxide' is neither NH3 nor NOx, else: 2 rows, 9000000.0 kg, 0 unknown",
        "unknown sector 'Ruimtevaart', NH3: 2 rows, 21.0 kg, 0 unknown",
      ])
    #expect(
      read.diagnostics == """
        Fixtures/sources/er-wide/export.xlsx: note: sheet 'Emissies CO2-Eq' holds greenhouse gases and is not read
        Fixtures/sources/er-wide/export.xlsx:9:9: warning: sheet 'Emissies', cell I9: unknown \
        sector 'Ruimtevaart' in classification 'er'; its rows are left out and counted

        """)
    #expect(!read.reading.hasErrors)
  }

  @Test func theLongLayoutAddsUpCausesReadsCommasAndMarksTheProvisionalYear() throws {
    let read = try ReadSources(DataFixtures.path("sources/er-long/export.xlsx"))
    let release = "ER 1990-2024 provisional"
    #expect(
      read.rows == [
        "9 line 6: er Energiesector, NOx 2024, \(release), provisional, 3500.0 kg at 250000.5 605000.0"
      ])
    #expect(
      read.territories == [
        "province PV20 line 2: \(Self.cattle), NH3 2023, \(release), 1234.75 kg",
        "province PV20 line 4: \(Self.cattle), NH3 2024, \(release), provisional, unknown",
      ])
    #expect(read.diagnostics == "")
  }

  @Test(.enabled(if: FixturePaths.referenceData != nil, "STIKSTOF_REFERENCE_DATA is not set"))
  func theRealExportIsReadWhole() throws {
    let folder = try #require(FixturePaths.referenceData)
    let read = try ReadSources(folder + "/data/examples/er_dataexport_nh3_2022_sector.xlsx")
    #expect(read.diagnostics == "")
    #expect(read.rows.isEmpty)
    #expect(
      read.territories.first
        == "nation line 2: er Raffinaderijen, NH3 2022, ER 1990-2023 final, 12471.999999999996 kg")
    #expect(read.reading.territories.count == 10)
    // Added up with openpyxl 3.1 and exact fractions.
    let total = read.reading.dropped[.noPlace("figure of the nation")]?[.nh3]
    #expect(total?.sum.kilograms == 120_567_037.238_550_23)
    #expect(total?.rows == 10)
  }

  @Test func theReleaseIsTheUsersWhereTheExportHasNone() throws {
    var options = SourceOptions()
    options.vintage = Vintage(rawValue: "my own")
    let read = try ReadSources(
      bytes: MadeWorkbook.of([
        ["Stofcode", "Sector", "Gebied", "Jaar_2019", "Eenheid"],
        [301, "Landbouw", "Nederland", 12, "kg"],
      ]), as: "er.xlsx", options)
    #expect(read.territories == ["nation line 2: er Landbouw, NH3 2019, my own, 12.0 kg"])
    #expect(read.diagnostics == "")
  }

  @Test func regionsAreKnownByCodesOfSeveralForms() throws {
    let read = try ReadSources(
      bytes: MadeWorkbook.of([
        [
          "Stofcode", "Sector", "Gebiedsindeling", "Code_gebied", "Gebied", "Jaar_2019", "Eenheid",
          "Dataset",
        ],
        [301, "Landbouw", "Gemeente", 267, "Nijkerk", 12, "kg", "ER Reeks 1990-2023 Definitief"],
        [
          305, "Landbouw", "Provincies", 25, "Gelderland", 13, "g", "ER Reeks 1990-2023 Definitief",
        ],
        [305, "Landbouw", "", "PV26", "Utrecht", 14, "ton", "ER Reeks 1990-2023 Definitief"],
        [
          305, "Landbouw", "Nederland", "1", "Nederland", 15, "kg", "ER Reeks 1990-2023 Definitief",
        ],
      ]), as: "er.xlsx")
    #expect(read.diagnostics == "")
    #expect(
      read.territories == [
        "municipality GM0267 line 2: er Landbouw, NH3 2019, ER 1990-2023 final, 12.0 kg",
        "province PV25 line 3: er Landbouw, NOx 2019, ER 1990-2023 final, 0.013 kg",
        "province PV26 line 4: er Landbouw, NOx 2019, ER 1990-2023 final, 14000.0 kg",
        "nation line 5: er Landbouw, NOx 2019, ER 1990-2023 final, 15.0 kg",
      ])
  }

  @Test func textMayBeShared() throws {
    func shared(_ number: Int) -> MadeWorkbook.Cell { .raw(#"<c t="s"><v>\#(number)</v></c>"#) }
    let read = try ReadSources(
      bytes: MadeWorkbook.of(
        [
          ["Stofcode", "Sector", "Gebied", "Jaar_2019", "Eenheid", "Dataset"],
          [301, shared(1), shared(0), 12, "kg", shared(2)],
        ], strings: ["Nederland", "Landbouw", "ER Reeks 1990-2023 Definitief"]), as: "er.xlsx")
    #expect(
      read.territories == ["nation line 2: er Landbouw, NH3 2019, ER 1990-2023 final, 12.0 kg"])
  }
}
