// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct ReferenceDataTests {
  @Test func areasReadWithoutAWord() throws {
    #expect(DataFixtures.text(of: DataFixtures.reference.diagnostics) == "")
    #expect(DataFixtures.reference.value != nil)
  }

  @Test func theCatalogueHolds162Sites() throws {
    let catalogue = try DataFixtures.requireReference().catalogue
    #expect(catalogue.areas.count == 162)
    #expect(catalogue.provinces.count == 12)
    #expect(catalogue[AreaCode(rawValue: 57)]?.name == "Veluwe")
    #expect(catalogue[AreaCode(rawValue: 57)]?.provinces == ["Gelderland"])
    #expect(catalogue.areas(named: "Peel").map(\.code.rawValue) == [139, 140])
  }

  @Test func everyBoundaryTableIsThere() throws {
    let boundaries = try DataFixtures.requireReference().boundaries
    #expect(
      boundaries.keys.map(\.rawValue).sorted() == [
        "er-agriculture-commercial", "er-default", "er-industry-energy-waste", "er-main-sectors",
        "er-nec", "er-road-only", "rivm-dash",
      ])
    let code = ActivityCode(classification: "er", sector: "Afvalverwijdering", subsector: "AVI's")
    #expect(
      boundaries[BoundaryID(rawValue: "rivm-dash")]?.resolve(code) == .slice(SectorSlice(.industry))
    )
  }

  @Test func theInventoryHoldsEveryRow() throws {
    let inventory = try DataFixtures.requireReference().inventory
    #expect(inventory.records.count == 378)
    #expect(inventory.totals.count == 71)
    #expect(inventory.zones.count == 24)
    #expect(inventory.provinceFigures.count == 373)
    #expect(
      inventory.vintages(of: .nox).map(\.rawValue) == [
        "ER 1990-2022 final", "ER January 2022", "ER-NEC January 2019",
      ])
  }

  @Test func derivedFiguresCarryTheirRule() throws {
    let inventory = try DataFixtures.requireReference().inventory
    let derived = inventory.records.filter { $0.record.provenance != .stated }
    #expect(!derived.isEmpty)
    #expect(derived.allSatisfy { !($0.record.provenance.rule ?? "").isEmpty })
  }

  @Test func depositionHasItsYearsAndItsForecasts() throws {
    let context = try DataFixtures.requireReference().context
    let veluwe = try #require(context.deposition[AreaCode(rawValue: 57)])
    // AERIUS Monitor 2023.
    #expect(veluwe.map(\.year) == [2020, 2021, 2025, 2030])
    #expect(veluwe.first?.rate.molesPerHectare.rounded() == 1717)
    #expect(veluwe.map(\.isForecast) == [false, false, true, true])
    #expect(context.deposition.count == 131)
    #expect(context.deposition.values.allSatisfy { $0.allSatisfy { $0.grade == .official } })
  }

  @Test func criticalLoadsAreSecondHand() throws {
    let context = try DataFixtures.requireReference().context
    #expect(context.criticalLoads.count == 76)
    let rows = context.criticalLoads.values.flatMap { $0 }
    #expect(rows.count == 364)
    #expect(rows.allSatisfy { $0.grade == .secondHand })
    let veluwe = try #require(context.criticalLoads[AreaCode(rawValue: 57)])
    #expect(veluwe.reduce(0) { $0 + $1.surface }.rounded() == 84_094)
  }

  @Test func theCountryHasItsPublishedBands() throws {
    let national = try DataFixtures.requireReference().context.national
    let year = try #require(national.first { $0.year == 2019 && $0.edition == "Monitor 2024" })
    // RIVM report 2024-0076: 1,515 mol/ha/yr, 1,060 to 1,969 in 95 %.
    #expect(year.rate.molesPerHectare == 1_515)
    #expect(year.band95?.lowerBound.molesPerHectare == 1_060)
    #expect(year.band95?.upperBound.molesPerHectare == 1_969)
    #expect(year.isOwnWeather)
    #expect(
      national.allSatisfy { $0.isForecast == ($0.year > 2023) || $0.edition != "Monitor 2024" })
  }

  @Test func mapsAndContextAreAmongTheFilesOfAManifest() throws {
    let files = try DataFixtures.requireReference().files.map { URL(fileURLWithPath: $0) }
    let names = files.map(\.lastPathComponent)
    for name in [
      "province-shapes.csv", "deposition-areas.csv", "deposition-nation.csv", "critical-loads.csv",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test(arguments: DataFixtures.names(in: "bad-areas"))
  func whatIsWrongInAreasIsSaidInFull(_ name: String) {
    let folder = DataFixtures.path("bad-areas", name)
    let reading = ReferenceDataReader.read(areasFolder: folder)
    #expect(reading.value == nil)
    GoldenFile(URL(fileURLWithPath: folder + "/expected.txt"))
      .expect(DataFixtures.text(of: reading.diagnostics))
  }

  @Test func aFolderThatIsNotThereSaysSo() {
    let reading = ReferenceDataReader.read(areasFolder: "no/Areas")
    #expect(reading.value == nil)
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "no/Areas: error: no such folder; expected the folder 'Areas' with natura2000/, "
        + "boundaries/ and inventory/\n")
  }
}
