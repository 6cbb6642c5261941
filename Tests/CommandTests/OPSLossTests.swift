// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// What is changed or left out on the way to OPS is said.
@Suite struct OPSLossTests {
  @Test func whatChangesItsShapeIsSaid() throws {
    func feature(_ geometry: String, _ coordinates: String, _ kilograms: Double) -> String {
      """
      {"type": "Feature", "properties": {"sector": "agriculture.field", "pollutant": "NH3",
       "year": 2019, "emission_kg_per_yr": \(kilograms), "vintage": "made"},
       "geometry": {"type": "\(geometry)", "coordinates": \(coordinates)}}
      """
    }
    let text = """
      {"type": "FeatureCollection",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
       "features": [
      \(feature("LineString", "[[100000, 400000], [100100, 400000]]", 31_536)),
      \(feature("Polygon", "[[[100000, 400000], [100040, 400000], [100040, 400010], "
        + "[100000, 400010], [100000, 400000]]]", 315.36))]}
      """
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        text, ["--height", "5", "--pieces", "50"], in: folder, name: "shapes.geojson")
      #expect(run.exitCode == 0)
      #expect(
        run.standardError == """
          nh3-2019-made.brn: 1 line cut into 2 points at most 50 m apart, 31 536.0 kg/yr
          nh3-2019-made.brn: 1 surface turned into a square of the same surface, 315.4 kg/yr
          wrote 2 files to out

          """)
      #expect(
        run.standardOutput == "nh3-2019-made.brn: 3 sources, 31 851.4 kg/yr of NH3\n")
      let lines = try OPSCommand.text("nh3-2019-made.brn", in: folder).split(separator: "\n")
      #expect(
        lines.dropFirst(2) == [
          "1 100025.0 400000.0 0.5 0.0 5.0 0.0 0.0 0 4140 528 0 NH3",
          "2 100075.0 400000.0 0.5 0.0 5.0 0.0 0.0 0 4140 528 0 NH3",
          "3 100020.0 400005.0 0.01 0.0 5.0 20.0 0.0 0 4140 528 0 NH3",
        ])
    }
  }

  @Test func farmsAreNotForPublication() throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        [
          FixturePaths.fixtures.path + "/sources/farms-semicolons/farms.csv", "--height", "5",
          "--year", "2022", "--vintage", "made",
        ], in: folder)
      #expect(run.exitCode == 0)
      #expect(
        run.standardError == """
          stikstof: rows of farms are among the sources: the files are not for publication
          wrote 3 files to out

          """)
    }
  }

  @Test func codesOfOPSAreKeptAndHeightsAreNot() throws {
    let file = """
      ! BRN-VERSION 1
      ! snr x y q hc h d s dv cat area ps component
      1 185000 450000 1.0 0.5 40 0 0 1 2100 528 0 NOx
      2 185000 450000 2.0 0.5 30 1000 15 1 1100 528 0 NOx

      """
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        file,
        ["--height", "35", "--year", "2017", "--vintage", "made", "--category", "2100=2220"],
        in: folder, name: "made.brn")
      #expect(run.exitCode == 0)
      #expect(
        run.standardError == """
          made.brn: heights, heat contents, stacks and courses over the day of its own are not \
          taken over; those of the options hold for all
          wrote 2 files to out

          """)
      let lines = try OPSCommand.text("nox-2017-made.brn", in: folder).split(separator: "\n")
      #expect(
        lines.dropFirst(2) == [
          "1 185000.0 450000.0 1.0 0.0 35.0 0.0 0.0 0 2220 528 0 NOx",
          "2 185000.0 450000.0 2.0 0.0 35.0 1000.0 0.0 0 1100 528 0 NOx",
        ])
    }
  }

  @Test func provisionalFiguresAreMarked() throws {
    try withTemporaryFolder { folder in
      let table =
        "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage,status\n"
        + "a,185000,450000,agriculture.housing,NH3,2024,1,made,provisional\n"
        + "b,185000,450000,agriculture.housing,NH3,2024,1,made,final\n"
      try table.write(
        to: folder.appendingPathComponent("both.csv"), atomically: true, encoding: .utf8)
      let run = try OPSCommand.run(["both.csv", "--height", "5"], in: folder)
      #expect(
        run.standardOutput
          == "nh3-2024-made.brn: 2 sources, 2.0 kg/yr of NH3, with provisional figures\n")
    }
  }

  /// The figures are those of the README beside the export.
  @Test func whatHasNoPlaceIsSaid() throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        [
          FixturePaths.fixtures.path + "/sources/er-wide/export.xlsx", "--height", "20",
          "--category", "1800",
        ], in: folder)
      #expect(run.exitCode == 0)
      let lines = run.standardError.split(separator: "\n")
      #expect(
        lines.dropFirst() == [
          "left out, kept apart: Continentaal Plat: 2 emissions, 13.5 kg/yr of NOx",
          "left out, no place: company without coordinates: 2 emissions, 5.0 kg/yr of NH3",
          "left out, no place: figure of a municipality: 2 emissions, 99.8 kg/yr of NH3",
          "left out, no place: figure of a province: 2 emissions, 59.1 kg/yr of NOx",
          "left out, no place: figure of a province: 4 emissions, 2 100.8 kg/yr of NH3",
          "left out, no place: figure of the nation: 2 emissions, 139 000.0 kg/yr of NH3",
          "left out, not emitted to air: 2 emissions, 1.0 kg/yr of NH3",
          "left out, substance 'Koolstofdioxide' is neither NH3 nor NOx: 2 emissions, "
            + "9 000 000.0 kg/yr",
          "left out, unknown sector 'Ruimtevaart': 2 emissions, 21.0 kg/yr of NH3",
          "wrote 5 files to out",
        ])
    }
  }
}
