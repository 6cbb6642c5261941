// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof verify` on what other commands than `assess` wrote, and from other places.
@Suite struct VerifyCommandsTests {
  @Test func zonesAreVerifiedToo() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("zones").path
      let sources =
        ["Fixtures/zones/by-hand/sources.csv", "--outlines"]
        + ["Fixtures/zones/by-hand/outlines.geojson", "--rings", "250,1000"]
      let zone = try CommandRunner.run(["zone"] + sources + ["--output", output])
      #expect(zone.exitCode == 0, "\(zone.standardError)")
      let assessed = folder.appendingPathComponent("assessed").path
      let assess = try CommandRunner.run(["assess"] + sources + ["--output", assessed])
      #expect(assess.exitCode < 2, "\(assess.standardError)")
      for place in [output, assessed] {
        let result = try CommandRunner.run(["verify", place])
        #expect(result.exitCode == 0, "\(result.standardError)")
        #expect(result.standardOutput.contains("inputs: 2 of 2 verified\n"))
        #expect(result.standardOutput.hasSuffix("the same bytes\nverified\n"))
      }
      let table = URL(fileURLWithPath: output).appendingPathComponent("zone-emissions.csv")
      var text = try String(contentsOf: table, encoding: .utf8)
      text = text.replacingOccurrences(of: "NH3,2019", with: "NH3,2018")
      try Data(text.utf8).write(to: table)
      let edited = try CommandRunner.run(["verify", output])
      #expect(edited.exitCode == 2)
      #expect(
        edited.standardError.contains(
          "recomputed, 1 of 4 files differ, first '\(table.path)' line 2"))
    }
  }

  @Test func filesForOPSAreCheckedAndNotRecomputed() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("ops").path
      let made = try CommandRunner.run([
        "ops", "Fixtures/zones/by-hand/sources.csv", "--height", "5", "--category", "1800",
        "--output", output,
      ])
      #expect(made.exitCode == 0, "\(made.standardError)")
      let result = try CommandRunner.run(["verify", output])
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: the run cannot be done again: this program recomputes assess, "
          + "zone and report\n")
    }
  }

  @Test func fromAFolderWithoutTheInputsItIsSaidWhereToGo() throws {
    try withTemporaryFolder { folder in
      let result = try CommandRunner.run(
        [
          "verify", FixturePaths.fixtures.appendingPathComponent("verify").path, "--areas-dir",
          FixturePaths.areas.path,
        ], in: folder)
      #expect(result.exitCode == 2)
      #expect(
        result.standardOutput.contains(
          "\nrelative paths are found neither from the current folder nor from the manifest's "
            + "folder, '\(FixturePaths.fixtures.path)/verify': go to the folder that the run was "
            + "made from\n"))
      #expect(
        result.standardError.hasPrefix(
          "stikstof: error: input 'Fixtures/made/off-track/input/datapackage.yaml' is missing\n"))
    }
  }

  @Test func withoutAnAreasFolderNothingOfItIsVerified() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      try run.remove("Areas")
      let result = try run.verify(["out", "--areas-dir", "Areas"])
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: no folder with areas found, tried 'Areas': name one that holds "
          + "'natura2000/areas.csv' with --areas-dir or STIKSTOF_AREAS\n")
    }
  }

  @Test(arguments: [
    (#""format": "json""#, #""format": "xml""#, "format", "one of text, json, csv"),
    (#""failOn": "off-track""#, #""failOn": 1"#, "failOn", "text"),
    (#""asOf": 2023"#, #""asOf": "last""#, "asOf", "a whole number"),
    (#""draws": 10000"#, #""draws": null"#, "draws", "a whole number"),
    (#""seed": 1"#, #""seed": -1"#, "seed", "a whole number"),
    (#""policy": ["own.yaml"]"#, #""policy": [7]"#, "policy", "a list of texts"),
    (#""zones": null"#, #""zones": {}"#, "outlines", "text"),
  ])
  func anOptionThatCannotBeUsedIsTold(
    text: String, other: String, name: String, expected: String
  ) throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      try run.replaceFirst(text, with: other, in: "out/manifest.json")
      try run.reseal()
      let result = try run.verify()
      #expect(result.exitCode == 2)
      let said = result.standardError.replacing(/:[0-9]+:[0-9]+:/, with: ":LINE:COLUMN:")
      #expect(
        said
          == "stikstof: error: the run cannot be done again: out/manifest.json:LINE:COLUMN: error: "
          + "the option '\(name)' cannot be used: expected \(expected)\n")
    }
  }

  @Test func forgedAssumptionsAreTold() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      try run.replaceFirst("2035=0.3..0.4", with: "2035=0.2..0.4", in: "out/manifest.json")
      try run.reseal()
      let result = try run.verify()
      #expect(result.exitCode == 2)
      let said = result.standardError.replacing(/[0-9a-f]{64}/, with: "DIGEST")
      #expect(
        said
          == "stikstof: error: the assumptions of the command line are not those that were used: "
          + "found SHA-256 DIGEST, expected DIGEST\n")
    }
  }
}
