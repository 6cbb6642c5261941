// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Zones of what was written for OPS are those of the sources it was written of.
@Suite struct OPSRoundTripTests {
  private func zones(_ sources: [String], _ arguments: [String], in folder: URL) throws -> [String]
  {
    let run = try CommandRunner.run(
      ["zone"] + sources + ["--format", "csv", "--areas-dir", FixturePaths.areas.path] + arguments,
      in: folder)
    #expect(run.exitCode == 0, "\(run.standardError)")
    return run.standardOutput.split(separator: "\n").map(String.init)
  }

  @Test func zonesWorkedOutByHandComeBack() throws {
    let fixture = FixturePaths.fixtures.path + "/zones/by-hand"
    let expected = try String(contentsOfFile: fixture + "/expected/zones.csv", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        [
          fixture + "/sources.csv", "--height", "5", "--category", "industry=1800", "--category",
          "mobility=3111",
        ], in: folder)
      #expect(run.exitCode == 0)
      #expect(
        run.standardError.hasSuffix(
          """
          nox-2023-made.brn: 1 source left out, as the emission is unknown and OPS has no word for \
          that
          left out, unknown sector 'farms': 1 emission, 12.5 kg/yr of NH3
          wrote 5 files to out

          """))
      var found: Set<String> = []
      for year in ["2019", "2023"] {
        // The boundary that tells the parts of agriculture apart by the codes of the files.
        found.formUnion(
          try zones(
            ["out/nh3-\(year)-made.brn", "out/nox-\(year)-made.brn"],
            [
              "--outlines", fixture + "/outlines.geojson", "--rings", "250,500,1000", "--boundary",
              "rivm-dash", "--year", year, "--vintage", "made",
            ], in: folder))
      }
      // What is unknown is in no file of OPS.
      let unknown = "65,500-1000,mobility,NOx,2023,1,"
      #expect(expected.contains(unknown))
      #expect(found == Set(expected.filter { $0 != unknown }))
    }
  }

  @Test(
    .enabled(if: FixturePaths.referenceData != nil, "no STIKSTOF_REFERENCE_DATA"),
    arguments: ["ops_industry_nh3_2017", "ops_energy_nh3_2017"], ["0", "1", "2", "4"])
  func zonesOfRealFilesComeBack(name: String, version: String) throws {
    let data = try #require(FixturePaths.referenceData) + "/data"
    let file = "\(data)/examples/\(name).brn"
    let frame = ["--year", "2017", "--vintage", "GCN 2019"]
    let rings = ["--outlines", data + "/natura2000_areas_rd.geojson", "--rings", "250,1000,5000"]
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        [file, "--height", "22", "--brn-version", version] + frame, in: folder)
      #expect(run.exitCode == 0)
      #expect(
        run.standardOutput
          == (name.contains("industry")
            ? "nh3-2017-gcn-2019.brn: 3 631 sources, 1 522 745.4 kg/yr of NH3\n"
            : "nh3-2017-gcn-2019.brn: 9 sources, 22 038.4 kg/yr of NH3\n"))
      let before = try zones([file], rings + frame, in: folder)
      let after = try zones(["out/nh3-2017-gcn-2019.brn"], rings + frame, in: folder)
      #expect(before.count > 5)
      #expect(after == before)
    }
  }

  /// Farms of IMAER: a point, a point and a surface, with codes of AERIUS.
  @Test(
    .enabled(if: FixturePaths.referenceData != nil, "no STIKSTOF_REFERENCE_DATA"),
    arguments: [
      ("imaer_2_2_farm_with_results", "2020", 4320, 10.0),
      ("imaer_5_1_farm_800_pigs_input", "2024", 4110, 6400),
      ("imaer_6_0_farm_120_cows_input", "2024", 4110, 960),
    ])
  func farmsOfIMAERAreTaken(name: String, year: String, category: Int, kilograms: Double) throws {
    let data = try #require(FixturePaths.referenceData) + "/data"
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        [
          "\(data)/examples/\(name).gml", "--height", "5", "--diurnal-variation", "4", "--vintage",
          "made",
        ], in: folder)
      #expect(run.exitCode == 0, "\(run.standardError)")
      let lines = try OPSCommand.text("nh3-\(year)-made.brn", in: folder).split(separator: "\n")
      #expect(lines.count == 3)
      let words = lines[2].split(separator: " ")
      let strength = try #require(Double(words[3]))
      // A year of 365 days has 31 536 000 s.
      #expect(abs(strength * 31_536 / kilograms - 1) < 1e-12)
      #expect(words[9] == "\(category)" && words[8] == "4" && words.last == "NH3")
    }
  }
}
