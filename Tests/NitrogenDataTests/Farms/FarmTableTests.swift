// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Farm tables that can be read; the sums are worked out in the read-me of each fixture.
@Suite struct FarmTableTests {
  private static var options: SourceOptions {
    var options = SourceOptions()
    options.year = 2022
    options.vintage = Vintage(rawValue: "made")
    return options
  }

  private static func words(_ part: String) -> String {
    "agriculture.\(part) of er-default, NH3 2022, made,"
  }

  @Test func placesTimesFactorsOfTheYearAreEmissions() throws {
    let read = try ReadSources(DataFixtures.path("sources/farms-plain/farms.csv"), Self.options)
    let housing = Self.words("housing")
    let field = Self.words("field")
    #expect(
      read.rows == [
        "1001 line 2: \(housing) 1560.0 kg at 180000.0 450000.0",
        "1001 line 3: \(housing) 600.0 kg at 180000.0 450000.0",
        "1002 line 4: \(housing) 107.0 kg at 190500.5 460250.0",
        "1002 line 5: \(housing) 100.0 kg at 190500.5 460250.0",
        "1003 line 6: \(housing) 103.3 kg at 191000.0 461000.0",
        "1003 line 7: \(housing) unknown at 191000.0 461000.0",
        "1003 line 8: \(housing) unknown at 191000.0 461000.0",
        "1003 line 9: \(Self.words("storage")) 75.5 kg at 191000.0 461000.0",
        "1004 line 10: \(field) 263.8542269056951 kg on 1 parts of [1] rings around 192050.0 462150.0",
        "1004 line 11: \(field) 60.79590481698044 kg at 192000.0 462000.0",
      ])
  }

  @Test func aFactorThatIsNotThereIsAWarningAndNoZero() throws {
    let read = try ReadSources(DataFixtures.path("sources/farms-plain/farms.csv"), Self.options)
    let file = "Fixtures/sources/farms-plain/farms.csv"
    #expect(
      read.diagnostics == """
        \(file): note: 1 row has a factor of its own, which counts before those of Areas
        \(file):1: note: column 'rights' is not used
        \(file):7:31: warning: unknown housing code 'A1.999'; it is not among the factors of \
        Areas; the emission stays unknown
        \(file):8:43: warning: the number of places is not given; the emission stays unknown

        """)
    #expect(!read.reading.hasErrors)
    #expect(read.reading.kept.map(\.unknown).reduce(0, +) == 2)
  }

  @Test func farmsArePrivateAndCounted() throws {
    let read = try ReadSources(DataFixtures.path("sources/farms-plain/farms.csv"), Self.options)
    #expect(read.reading.isPrivate)
    #expect(read.reading.farms == 4)
    var hasOrigins = false
    _ = try SourceReader.read(
      DataFixtures.path("sources/farms-plain/farms.csv"), options: Self.options,
      reference: try DataFixtures.requireReference()
    ) { batch, _ in hasOrigins = batch.origins?.id(0) == "1001" }
    #expect(hasOrigins)
  }

  @Test func whatIsNoFarmTableIsNotPrivate() throws {
    let read = try ReadSources(DataFixtures.path("sources/er-wide/export.xlsx"))
    #expect(!read.reading.isPrivate)
    #expect(read.reading.farms == nil)
  }

  @Test func fieldsLieAtTheBuildingWhereParcelsDoNotCount() throws {
    var options = Self.options
    options.takesParcels = false
    let read = try ReadSources(DataFixtures.path("sources/farms-plain/farms.csv"), options)
    #expect(
      read.rows[8]
        == "1004 line 10: \(Self.words("field")) 263.8542269056951 kg at 192000.0 462000.0")
  }

  @Test func theDutchWayOfWritingIsRead() throws {
    let read = try ReadSources(DataFixtures.path("sources/farms-semicolons/farms.csv"))
    #expect(
      read.rows == [
        "A line 2: agriculture.housing of er-default, NH3 2019, made, 130.0 kg at 180000.5 450000.0",
        "B line 3: agriculture.housing of er-default, NH3 2022, made, 32.5 kg at 180001.0 450000.0",
      ])
  }

  @Test func columnsMayHaveOtherNames() throws {
    var options = Self.options
    options.columns = ["site": "ubn", "category": "dier", "housing": "rav", "places": "aantal"]
    options.boundary = BoundaryID(rawValue: "rivm-dash")
    let table = "ubn,x,y,dier,rav,aantal\n7,180000,450000,dairy cows,A1.100,2\n"
    let read = try ReadSources(bytes: Data(table.utf8), as: "stallen.csv", options)
    #expect(
      read.rows == [
        "7 line 2: agriculture.housing of rivm-dash, NH3 2022, made, 26.0 kg at 180000.0 450000.0"
      ])
  }

  @Test func aParcelMayHaveHolesAndParts() throws {
    let parcel =
      "MULTIPOLYGON(((1000 400000,2000 400000,2000 401000,1000 400000),(1500 400100,1600 400100,"
      + "1600 400200,1500 400100)),((3000 400000,4000 400000,4000 401000,3000 400000)))"
    let table =
      "site,x,y,category,housing,part,emission_kg_per_yr,geometry\n"
      + "7,2000,400000,grass,own,field,5,\"\(parcel)\"\n"
    let read = try ReadSources(bytes: Data(table.utf8), as: "farms.csv", Self.options)
    #expect(
      read.rows == [
        "7 line 2: \(Self.words("field")) 5.0 kg on 2 parts of [2, 1] rings around 2500.0 400500.0"
      ])
  }
}
