// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Farm tables that cannot be used, wholly or in part.
@Suite struct BadFarmTests {
  private static func problems(
    _ table: String, year: Int? = 2022, vintage: String? = "made", boundary: String? = nil
  ) throws -> [String] {
    var options = SourceOptions()
    options.year = year
    options.vintage = vintage.map(Vintage.init(rawValue:))
    options.boundary = boundary.map(BoundaryID.init(rawValue:))
    return try ReadSources(bytes: Data(table.utf8), as: "farms.csv", options).diagnostics
      .split(separator: "\n").map(String.init)
  }

  private static let header =
    "site,x,y,category,housing,places,part,factor_kg_nh3_per_place_yr,emission_kg_per_yr,land,"
    + "n_kg_per_yr,geometry\n"

  @Test func longTextsAreShortenedInMessages() throws {
    let long = String(repeating: "e\u{301}", count: 5000)
    let problems = try Self.problems(
      Self.header + "1,180000,450000,dairy cows,\(long),1,,,,,,\n")
    let start = "farms.csv:2:28: warning: unknown housing system '"
    let end = "' of 'dairy cows'; the emission stays unknown"
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(start + "e\u{301}") == true)
    #expect(problems.first?.unicodeScalars.contains("…") == true)
    #expect(problems.first?.hasSuffix(end) == true)
    #expect(
      problems.first?.unicodeScalars.count == "farms.csv:2:28: warning: ".count + 1000 + 3)
  }

  /// What is wrong with a row, given as the cells from `site` on.
  static let badRows: [(row: String, year: Int, expected: String)] = [
    (
      ",180000,450000,dairy cows,A1.100,1,,,,,,", 2022,
      "2:1: error: the cell is empty; column 'site' needs a value"
    ),
    (
      "1,,450000,dairy cows,A1.100,1,,,,,,", 2022,
      "2:3: error: the cell is empty; column 'x' needs a value"
    ),
    (
      "1,450000,180000,dairy cows,A1.100,1,,,,,,", 2022,
      """
      2:3: error: the place 450000, 180000 lies outside RD New (x -100 to 400 km, y 200 to 950 \
      km); x and y look swapped
      """
    ),
    (
      "1,5.12,52.1,dairy cows,A1.100,1,,,,,,", 2022,
      "2:3: error: the place 5.12, 52.1 lies outside RD New (x -100 to 400 km, y 200 to 950 km)"
    ),
    (
      "1,NaN,450000,dairy cows,A1.100,1,,,,,,", 2022,
      "2:3: error: 'NaN' is no number in m; leave the cell empty where it is unknown"
    ),
    (
      "1,180000,450000,dairy cows,A1.100,-1,,,,,,", 2022,
      """
      2:35: error: the number of places must be 0 animal places or more, found '-1' animal places
      """
    ),
    (
      "1,180000,450000,dairy cows,A1.100,1,housng,,,,,", 2022,
      """
      2:37: error: unknown part of agriculture 'housng'; nearest is 'housing'; expected housing, \
      storage, grazing or field
      """
    ),
    (
      "1,180000,450000,dairy cows,A1.100,1e12,,,,,,", 2022,
      "2:35: error: the row emits 13000000000000.0 kg/yr, beyond anything there is; check the digits"
    ),
    (
      "1,180000,450000,dairy cows,A1.100,1,,,,,,POINT (1 2)", 2022,
      """
      2:42: error: a parcel goes with part field, not with housing, which is at the building; \
      leave it empty
      """
    ),
    (
      "1,180000,450000,dairy cows,A1.100,1,,,,,,", 1999,
      """
      2:28: warning: housing code 'A1.100' has no factor for 1999, only for 2007 to 2015, 2007 to \
      2022, 2016 to 2018, 2019 to 2020 and 2021 to 2022; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,weaned piglets,A1.100,1,,,,,,", 2022,
      """
      2:32: warning: housing code 'A1.100' is of 'dairy cows', and the row says 'weaned piglets'; \
      the emission stays unknown
      """
    ),
    (
      "1,180000,450000,melkvee,A1.10,1,,,,,,", 2022,
      """
      2:25: warning: unknown housing code 'A1.10'; nearest is 'A1.1'; it is not among the \
      factors of Areas; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,dairy cow,stable,1,,,,,,", 2022,
      """
      2:27: warning: unknown animal category 'dairy cow'; nearest is 'dairy cows', and no housing \
      code; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,turkeys,traditional hosing,1,,,,,,", 2020,
      """
      2:25: warning: unknown housing system 'traditional hosing' of 'turkeys'; nearest is \
      'traditional housing'; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,turkeys,traditional housing,1,,,,,,", 2021,
      """
      2:25: warning: housing system 'traditional housing' of 'turkeys' has no factor for 2021, \
      only for 2008 to 2020; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,dairy cows,A1.100,1,grazing,,,,,", 2022,
      """
      2:37: warning: Areas has no factors of part grazing; give one of your own; the emission \
      stays unknown
      """
    ),
    (
      "1,180000,450000,manure,slit coulter,,field,,,grassland,5,", 2022,
      "2:24: warning: unknown category 'manure' of part field; the emission stays unknown"
    ),
    (
      "1,180000,450000,manure application,slit culter,,field,,,grassland,5,", 2022,
      """
      2:36: warning: unknown technique 'slit culter' of 'manure application'; nearest is 'slit \
      coulter'; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,manure application,slit coulter,,field,,,,5,", 2022,
      """
      2:36: warning: technique 'slit coulter' of 'manure application' needs the land 'cropland \
      uncropped' or 'grassland'; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,manure application,slit coulter,,field,,,grassland,5,", 2003,
      """
      2:36: warning: technique 'slit coulter' of 'manure application' has no factor for 2003, only \
      for 2004 to 2022; the emission stays unknown
      """
    ),
    (
      "1,180000,450000,manure application,slit coulter,,field,,,grassland,,", 2022,
      "2:68: warning: neither nitrogen nor emission is given; the emission stays unknown"
    ),
  ]

  @Test(arguments: badRows)
  func aBadRowIsReportedAtItsCell(row: String, year: Int, expected: String) throws {
    #expect(
      try Self.problems(Self.header + row + "\n", year: year) == ["farms.csv:" + expected])
  }

  static let badParcels: [(geometry: String, reason: String)] = [
    (
      "LINESTRING (1000 400000, 2000 400000)",
      "it is no surface; expected a POLYGON or a MULTIPOLYGON"
    ),
    ("POLYGON EMPTY", "the geometry is empty"),
    ("POLYGON (1 2", "a '(' is missing in the geometry"),
    ("POLYGON ((1000 400000, 2000 400000", "a ')' is missing in the geometry"),
    (
      "POLYGON ((1000 400000, 2000 400000, 1000 400000))",
      "a ring of a polygon needs four places, the last the same as the first"
    ),
    (
      "POLYGON ((1000 400000, 2000 400000, 2000 401000, 1000 400001))",
      "a ring of a polygon needs four places, the last the same as the first"
    ),
    (
      "POLYGON ((400001 1000, 2000 400000, 2000 401000, 400001 1000))",
      "x 400001, y 1000: x and y look swapped; in RD New x comes first and y is the larger"
    ),
    ("POLYGON ((one 2))", "'one' in the geometry is no coordinate"),
    (
      "POLYGON ((1000 400000, 2000 400000, 2000 401000, 1000 400000)) and more",
      "text follows the end of the geometry; take it out"
    ),
  ]

  @Test(arguments: badParcels)
  func aParcelThatIsNoneIsReported(geometry: String, reason: String) throws {
    #expect(
      try Self.problems(Self.header + "1,180000,450000,own,own,,field,,5,,,\"\(geometry)\"\n")
        == ["farms.csv:2:37: error: the parcel cannot be read: \(reason)"])
  }

  @Test func theSameRowTwiceIsAnError() throws {
    let row = "1,180000,450000,dairy cows,A1.100,1,,,,,,\n"
    #expect(
      try Self.problems(Self.header + row + row) == [
        "farms.csv:3:1: error: 'A1.100' of 'dairy cows' at site '1' in 2022 stands twice; take one "
          + "out", "farms.csv:3:1: note: the first is on line 2",
      ])
  }

  @Test func aCodeNobodyKnowsIsSaidOnceAndCounted() throws {
    let rows = (1...5_000).map { "\($0),180000,450000,dairy cows,A9.9,1,,,,,,\n" }.joined()
    #expect(
      try Self.problems(Self.header + rows) == [
        "farms.csv:2:28: warning: unknown housing code 'A9.9'; it is not among the factors of "
          + "Areas; the emission stays unknown (in 5000 rows, here first)"
      ])
  }

  @Test func columnsThatAreMissingAreNamed() throws {
    let summary =
      "farms.csv:1: note: a table of farms has the columns site, x, y, category and housing, a year "
      + "and a vintage unless the user gives them, and may have places, "
      + "factor_kg_nh3_per_place_yr, emission_kg_per_yr, part, land, n_kg_per_yr, geometry and "
      + "parcel"
    #expect(
      try Self.problems("site,X,y,category,housing\n", year: nil, vintage: nil) == [
        "farms.csv:1: error: the columns 'x', 'year' and 'vintage' are missing; nearest is 'X'",
        summary,
      ])
    #expect(
      try Self.problems("site,x,y,category,housing,site\n") == [
        "farms.csv:1:27: error: column 'site' stands twice; it is column 1 already: take one out"
      ])
  }

  @Test func aTableWithoutRowsAndAnUnknownBoundaryAreErrors() throws {
    #expect(
      try Self.problems("site,x,y,category,housing\n") == [
        "farms.csv:1: error: the table has a header and no rows; add farms"
      ])
    #expect(
      try Self.problems(Self.header, boundary: "er-defualt") == [
        "farms.csv: error: unknown boundary 'er-defualt'; nearest is 'er-default'; expected "
          + "er-agriculture-commercial, er-default, er-industry-energy-waste, er-main-sectors, "
          + "er-nec, er-road-only or rivm-dash"
      ])
  }

  @Test func changedBytesEndInABoundedList() throws {
    let good = try Data(
      contentsOf: URL(fileURLWithPath: DataFixtures.path("sources/farms-plain/farms.csv")))
    var options = SourceOptions()
    options.year = 2022
    options.vintage = Vintage(rawValue: "made")
    // The first line stays, or the table is none of farms.
    let start = try #require(good.firstIndex(of: UInt8(ascii: "\n")))
    var random = SplitMix64(seed: 6)
    for _ in 0..<200 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: (start + 1)..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let read = try ReadSources(bytes: bytes, as: "farms.csv", options)
      #expect(read.reading.diagnostics.count <= 1001)
      #expect(read.reading.isPrivate)
    }
  }
}
