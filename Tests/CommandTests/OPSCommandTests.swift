// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

@Suite struct OPSCommandTests {
  private static let rows = """
    a,185000,450000,agriculture.housing,NH3,2019,31536,ER 1990-2023 final
    b,185100.5,450000,industry,NOx,2019,315.36,ER 1990-2023 final
    c,185200,450000,agriculture.housing,NH3,2022,3153.6,ER 1990-2023 final
    d,185200,450000,agriculture.field,NH3,2022,,ER 1990-2023 final

    """

  @Test func aFileIsWrittenForEachSubstanceYearAndRelease() throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        Self.rows, ["--height", "5", "--category", "industry=1800"], in: folder)
      #expect(
        run.standardOutput == """
          nh3-2019-er-1990-2023-final.brn: 1 source, 31 536.0 kg/yr of NH3
          nh3-2022-er-1990-2023-final.brn: 1 source, 3 153.6 kg/yr of NH3
          nox-2019-er-1990-2023-final.brn: 1 source, 315.4 kg/yr of NOx

          """)
      #expect(
        run.standardError == """
          nh3-2022-er-1990-2023-final.brn: 1 source left out, as the emission is unknown and OPS \
          has no word for that
          wrote 4 files to out

          """)
      #expect(run.exitCode == 0)
      #expect(
        OPSCommand.names(in: folder) == [
          "manifest.json", "nh3-2019-er-1990-2023-final.brn", "nh3-2022-er-1990-2023-final.brn",
          "nox-2019-er-1990-2023-final.brn",
        ])
      #expect(
        try OPSCommand.text("nh3-2019-er-1990-2023-final.brn", in: folder) == """
          ! BRN-VERSION 1
          ! snr x y q hc h d s dv cat area ps component
          1 185000.0 450000.0 1.0 0.0 5.0 0.0 0.0 0 4110 528 0 NH3

          """)
    }
  }

  @Test(arguments: [
    (
      ["--brn-version", "0", "--heat-content", "0.2"],
      " snr    x(m)    y(m)   q(g/s) hc(MW)  h(m)   d(m)  s(m)  dv cat area ps component\n"
        + "   1  185001  450000 1.000E+00  0.200   5.0      0   0.0   04110 528   0  NH3\n"
    ),
    (
      ["--diameter", "60", "--spread", "2.5", "--diurnal-variation", "4", "--country", "276"],
      "! BRN-VERSION 1\n! snr x y q hc h d s dv cat area ps component\n"
        + "1 185000.5 450000.0 1.0 0.0 5.0 60.0 2.5 4 4110 276 0 NH3\n"
    ),
    (
      ["--stack-diameter", "1.5", "--exit-velocity", "-10", "--exit-temperature", "80"],
      "! BRN-VERSION 2\n! snr x y q hc h d s D_stack V_stack Ts_stack dv cat area ps component\n"
        + "1 185000.5 450000.0 1.0 -999.0 5.0 0.0 0.0 1.5 -10.0 80.0 0 4110 528 0 NH3\n"
    ),
    (
      ["--brn-version", "2"],
      "! BRN-VERSION 2\n! snr x y q hc h d s D_stack V_stack Ts_stack dv cat area ps component\n"
        + "1 185000.5 450000.0 1.0 0.0 5.0 0.0 0.0 -999.0 -999.0 -999.0 0 4110 528 0 NH3\n"
    ),
    (
      ["--brn-version", "4", "--stack-diameter", "1", "--exit-velocity", "2"],
      "! BRN-VERSION 4\n"
        + "! snr x y q hc h d s D_stack V_stack Ts_stack dv cat area ps L W H O component\n"
        + "1 185000.5 450000.0 1.0 0.0 5.0 0.0 0.0 1.0 2.0 -999.0 0 4110 528 0 "
        + "-999.0 -999.0 -999.0 -999.0 NH3\n"
    ),
  ])
  func whatSourcesDoNotSayComesFromOptions(arguments: [String], text: String) throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        "a,185000.5,450000,agriculture.housing,NH3,2019,31536,made\n",
        ["--height", "5"] + arguments, in: folder)
      #expect(run.exitCode == 0)
      #expect(
        run.standardError
          == (arguments.contains("0")
            ? "version 0 keeps four digits of an emission, so 0.05 % of it, and whole metres\n"
            : "") + "wrote 2 files to out\n")
      #expect(try OPSCommand.text("nh3-2019-made.brn", in: folder) == text)
    }
  }

  @Test func releasesThatLookAlikeGetNamesOfTheirOwn() throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        """
        a,185000,450000,agriculture.housing,NH3,2019,1,ER 1
        b,185000,450000,agriculture.housing,NH3,2019,1,er/1
        c,185000,450000,agriculture.housing,NH3,2019,1,../..
        d,185000,450000,agriculture.housing,NH3,2019,1,数

        """, in: folder)
      #expect(run.exitCode == 0)
      // The beginnings of what `printf RELEASE | sha256sum` prints.
      #expect(
        OPSCommand.names(in: folder) == [
          "manifest.json", "nh3-2019-0cfd1c96.brn", "nh3-2019-a8df4050.brn",
          "nh3-2019-er-1-2766098f.brn", "nh3-2019-er-1-a0778ee1.brn",
        ])
    }
  }

  @Test func receptorsAreTheAreasOrThoseOfATable() throws {
    try withTemporaryFolder { folder in
      let areas = try OPSCommand.run(
        Self.rows, ["--height", "5", "--category", "1800", "--receptors", "centres"], in: folder)
      #expect(areas.exitCode == 0)
      #expect(areas.standardOutput.hasSuffix("\nreceptors.rcp: 162 receptors\n"))
      let lines = try OPSCommand.text("receptors.rcp", in: folder).split(separator: "\n")
      #expect(lines.count == 163)
      // The first areas of Areas/natura2000/areas.csv.
      #expect(
        lines.prefix(3) == [
          "nr name x y", "1 1_Waddenzee 168589 591521",
          "2 2_Duinen_en_Lage_Land_Texel 110717 562554",
        ])
      try "name,x,y\nVeluwe at the east,185000.5,450000\nVeluwe at the west,180000,450000\n".write(
        to: folder.appendingPathComponent("places.csv"), atomically: true, encoding: .utf8)
      let places = try OPSCommand.run(
        ["sources.csv", "--height", "5", "--category", "1800", "--receptors", "places.csv"],
        in: folder)
      #expect(places.exitCode == 0)
      #expect(
        places.standardError.hasSuffix(
          """
          receptors.rcp: 2 names that OPS cannot tell apart, as it keeps 12 characters; the \
          numbers differ
          wrote 5 files to out

          """))
      #expect(
        try OPSCommand.text("receptors.rcp", in: folder)
          == "nr name x y\n1 Veluwe_at_the_east 185001 450000\n2 Veluwe_at_the_west 180000 450000\n"
      )
    }
  }

  @Test func theManifestNamesEveryFileByItsDigest() throws {
    try withTemporaryFolder { folder in
      _ = try OPSCommand.run(Self.rows, ["--height", "5", "--category", "1800"], in: folder)
      let data = try Data(
        contentsOf: folder.appendingPathComponent("out/manifest.json"))
      let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      func files(_ member: String) -> [(path: String, digest: String)] {
        (manifest[member] as? [[String: String]] ?? []).map {
          ($0["path"] ?? "", $0["sha256"] ?? "")
        }
      }
      let inputs = files("inputs")
      #expect(inputs.map(\.path) == ["sources.csv"])
      let outputs = files("outputs")
      #expect(outputs.map(\.path) == OPSCommand.names(in: folder).filter { $0 != "manifest.json" })
      let categories = files("reference").filter { $0.path == "exchange/ops-categories.yaml" }
        .map { (path: FixturePaths.areas.path + "/" + $0.path, digest: $0.digest) }
      #expect(categories.count == 1)
      for file in inputs + outputs.map({ ("out/" + $0.path, $0.digest) }) + categories {
        #expect(try Self.digest(file.path, in: folder) == file.digest, "\(file.path)")
      }
      let options = try #require(manifest["options"] as? [String: Any])
      #expect(options["height"] as? Double == 5 && options["category"] as? Int == 1800)
      #expect(options["boundary"] as? String == "er-default")
    }
  }

  private static func digest(_ path: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [path]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data.prefix(64), as: UTF8.self)
  }

  @Test func filesOfAnEarlierRunAreSaid() throws {
    try withTemporaryFolder { folder in
      _ = try OPSCommand.run(Self.rows, ["--height", "5", "--category", "1800"], in: folder)
      let run = try OPSCommand.run(
        "a,185000,450000,agriculture.housing,NH3,2019,1,ER 1990-2023 final\n", in: folder)
      #expect(
        run.standardError == """
          out also holds files of an earlier run: nh3-2022-er-1990-2023-final.brn, \
          nox-2019-er-1990-2023-final.brn
          wrote 2 files to out

          """)
    }
  }
}
