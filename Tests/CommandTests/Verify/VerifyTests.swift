// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof verify`: what passes, and what each kind of change is told as.
@Suite struct VerifyTests {
  private static let heading =
    "out/manifest.json: assess of stikstof 0.1.0\n"
    + "relative paths are taken from the current folder\n"

  /// The account, by how many of each are as they were.
  private static func account(
    inputs: Int = 4, packs: Int, of all: Int, reference: String, outputs: Int = 4, end: String
  ) -> String {
    heading + "inputs: \(inputs) of 4 verified\npolicy packs: \(packs) of \(all) verified\n"
      + "reference files: \(reference) verified\noutputs: \(outputs) of 4 verified\n\(end)\n"
  }

  private static let same = "recomputed: 4 outputs and the manifest, the same bytes\nverified"
  private static let notDone = "not recomputed, as the run cannot be done again as it was\n"

  /// How many packs and reference files a manifest names.
  private static func counts(_ run: VerifiedRun) throws -> (packs: Int, reference: Int) {
    let data = try Data(contentsOf: run.folder.appendingPathComponent("out/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return (
      try #require(manifest["policy"] as? [Any]).count,
      try #require(manifest["reference"] as? [Any]).count
    )
  }

  @Test(arguments: ["json", "text", "csv"])
  func freshResultsAreVerified(format: String) throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder, format: format)
      let (packs, reference) = try Self.counts(run)
      let result = try run.verify()
      #expect(result.standardError == "")
      #expect(
        result.standardOutput
          == Self.account(
            packs: packs, of: packs, reference: "\(reference) of \(reference)", end: Self.same))
      #expect(result.exitCode == 0)
      #expect(try run.verify(["out"]) == result)
    }
  }

  @Test func theyAreVerifiedAtAnotherPlaceAndFromTheManifestsFolder() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      // The inputs named from the folder of the results, and law and geography elsewhere.
      let inside = folder.appendingPathComponent("results")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      let made = try CommandRunner.run(
        [
          "assess", "../in", "--areas-dir", "../Areas", "--policy", "../own.yaml", "--format",
          "json",
          "--output", ".",
        ], in: inside)
      #expect(made.exitCode == 1, "\(made.standardError)")
      let moved = folder.appendingPathComponent("elsewhere/deep")
      try FileManager.default.createDirectory(
        at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: moved, withIntermediateDirectories: true)
      for name in ["in", "own.yaml", "results"] {
        try FileManager.default.moveItem(
          at: folder.appendingPathComponent(name), to: moved.appendingPathComponent(name))
      }
      let result = try run.verify([
        "elsewhere/deep/results/manifest.json", "--areas-dir", FixturePaths.areas.path,
      ])
      #expect(result.exitCode == 0, "\(result.standardError)")
      #expect(
        result.standardOutput.contains(
          "relative paths are taken from the manifest's folder, 'elsewhere/deep/results'\n"))
      #expect(result.standardOutput.hasSuffix("\nverified\n"))
    }
  }

  @Test func aChangedDigitOfAnInputIsFound() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      let (packs, reference) = try Self.counts(run)
      let file = "in/made-01/zone-emissions.csv"
      let before = try run.digest(file)
      try run.replaceFirst("960", with: "961", in: file)
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: input '\(file)' is not the one of the run, it was changed: found "
          + "SHA-256 \(try run.digest(file)), expected \(before)\n")
      #expect(
        result.standardOutput
          == Self.account(
            inputs: 3, packs: packs, of: packs, reference: "\(reference) of \(reference)",
            end: Self.notDone + "not verified: 1 problem"))
    }
  }

  @Test func aChangedDigitOfAnOutputIsFoundAndItsPlaceNamed() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder, format: "csv")
      let file = "out/made-00.csv"
      let before = try run.digest(file)
      let line = try #require(
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
          .split(separator: "\n").dropFirst().first)
      let column = try #require(line.range(of: "1000.0"))
      let rest = line[column.lowerBound...]
      try run.replaceFirst("1000.0", with: "2000.0", in: file)
      let result = try run.verify()
      #expect(result.exitCode == 2)
      let from = line.distance(from: line.startIndex, to: column.lowerBound) + 1
      #expect(
        result.standardError
          == "stikstof: error: output '\(file)' is not the one of the run, it was edited, or is of "
          + "another run: found SHA-256 \(try run.digest(file)), expected \(before)\n"
          + "stikstof: error: recomputed, 1 of 5 files differ, first '\(file)' line 2, column "
          + "\(from): '2\(rest.dropFirst().prefix(39))' stands there, recomputed it is "
          + "'\(rest.prefix(40))'\n")
    }
  }

  /// An output and its digest in the manifest, and the digest of the manifest itself, all forged.
  @Test func aForgedOutputIsFoundByRecomputing() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder, format: "csv")
      let before = try run.digest("out/flags.csv")
      try run.replaceFirst("made-00", with: "made-99", in: "out/flags.csv")
      try run.replaceFirst(before, with: try run.digest("out/flags.csv"), in: "out/manifest.json")
      try run.reseal()
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError.hasPrefix(
          "stikstof: error: recomputed, 2 of 5 files differ, first 'out/flags.csv' line 2, column 6: "
            + "'99,"))
      #expect(result.standardError.contains("stands there, recomputed it is '00,"))
      #expect(result.standardError.split(separator: "\n").count == 1)
    }
  }

  @Test func aChangedDigitOfAPolicyPackIsFound() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      let law = "Areas/policy/nl-coalitie-2026-01-30.yaml"
      let (lawBefore, ownBefore) = (try run.digest(law), try run.digest(VerifiedRun.pack))
      try run.replaceFirst("0.42", with: "0.43", in: law)
      try run.replaceFirst("0.", with: "1.", in: VerifiedRun.pack)
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: policy pack '\(law)' is not the one of the run, it was changed: found "
          + "SHA-256 \(try run.digest(law)), expected \(lawBefore)\n"
          + "stikstof: error: policy pack 'own.yaml' is not the one of the run, it was changed: found "
          + "SHA-256 \(try run.digest(VerifiedRun.pack)), expected \(ownBefore)\n")
    }
  }

  @Test(arguments: [
    (#""seed": 1"#, #""seed": 2"#), (#""asOf": 2023"#, #""asOf": 2024"#),
    (#""draws": 10000"#, #""draws": 10001"#),
  ])
  func aChangedDigitOfTheManifestIsFound(text: String, other: String) throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      let place = folder.appendingPathComponent("out/manifest.json")
      let says = try #require(
        try String(contentsOf: place, encoding: .utf8).firstMatch(
          of: /"manifestSha256": "([0-9a-f]{64})"/)?.output.1)
      try run.replaceFirst(text, with: other, in: "out/manifest.json")
      let content = try String(contentsOf: place, encoding: .utf8)
      let end = try #require(content.range(of: ",\n  \"manifestSha256\""))
      try Data((content[..<end.lowerBound] + "\n}\n").utf8)
        .write(to: folder.appendingPathComponent("bare"))
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: the manifest 'out/manifest.json' was edited after it was written: it "
          + "has SHA-256 \(try run.digest("bare")), and says \(says)\n")
    }
  }

  @Test func bytesAfterTheSealOfAManifestAreTold() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      let place = folder.appendingPathComponent("out/manifest.json")
      try (Data(contentsOf: place) + Data("\n".utf8)).write(to: place)
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "stikstof: error: the manifest 'out/manifest.json' was edited after it was written: its "
          + "last bytes are not the member 'manifestSha256' and a closing brace\n")
    }
  }

  @Test func everyMissingFileIsTold() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      for file in [
        "in/made-00/datapackage.yaml", "own.yaml", "Areas/inventory/national-totals.csv",
        "out/nation.json",
      ] { try run.remove(file) }
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError == """
          stikstof: error: input 'in/made-00/datapackage.yaml' is missing
          stikstof: error: policy pack 'own.yaml' is missing
          stikstof: error: reference file 'Areas/inventory/national-totals.csv' is missing
          stikstof: error: output 'out/nation.json' is missing

          """)
      #expect(result.standardOutput.hasSuffix("not verified: 4 problems\n"))
    }
  }

  @Test func anotherVersionHasItsOwnMessage() throws {
    try withTemporaryFolder { folder in
      let run = try VerifiedRun(in: folder)
      try run.replaceFirst(
        #""version": "0.1.0""#, with: #""version": "0.0.9""#, in: "out/manifest.json")
      let result = try run.verify()
      #expect(result.exitCode == 2)
      #expect(
        result.standardError.hasSuffix(
          "stikstof: error: the results were made by stikstof 0.0.9, and this is stikstof 0.1.0: "
            + "bytes are compared within one version; verify them with that one\n"))
      #expect(result.standardOutput.hasPrefix("out/manifest.json: assess of stikstof 0.0.9\n"))
      #expect(result.standardOutput.contains("outputs: 4 of 4 verified\n"))
    }
  }

  @Test func aHalfWrittenFolderIsToldAsSuch() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      _ = try batch.breakOff(after: 1, in: "out")
      let result = try CommandRunner.run(["verify", "out"], in: folder)
      #expect(result.exitCode == 2)
      #expect(
        result.standardError
          == "out/manifest.json: error: there is no manifest, and 'out/.stikstof-run' stands beside "
          + "it: a run that writes to this folder is under way or broke off; finish it with "
          + "--resume\n")
      #expect(result.standardOutput == "not verified: 1 problem\n")
      let none = try CommandRunner.run(["verify", "nowhere.json"], in: folder)
      #expect(none.exitCode == 2)
      #expect(none.standardError == "nowhere.json: error: there is no such manifest\n")
    }
  }
}
