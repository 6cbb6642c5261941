// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof assess`: exit codes, output folders, determinism.
@Suite struct AssessCommandTests {
  static let provinces = "Fixtures/provinces"
  static let nijkerk = "Fixtures/municipalities/nijkerk"

  @Test func nothingFlaggedIsExitCode0() throws {
    let run = try CommandRunner.run(["assess", Self.provinces, Self.nijkerk])
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardError.isEmpty)
    #expect(run.standardOutput.contains("Veluwe"))
    #expect(run.standardOutput.contains("Nijkerk"))
  }

  @Test func aFlagIsExitCode1() throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--as-of", "2021"])
    #expect(run.exitCode == 1)
    let lenient = try CommandRunner.run(
      ["assess", Self.nijkerk, "--as-of", "2021", "--fail-on", "never"])
    #expect(lenient.exitCode == 0)
  }

  @Test func atRiskFlagsOnlyWhenAsked() throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--fail-on", "at-risk"])
    #expect(run.exitCode == 1)
  }

  @Test(arguments: [
    ["assess"], ["assess", nijkerk, "--fail-on", "sometimes"],
    ["assess", nijkerk, "--formt", "json"],
    ["assess", nijkerk, "--as-of", "21"], ["nonsense"],
  ])
  func wrongUsageIsExitCode64(arguments: [String]) throws {
    let run = try CommandRunner.run(arguments)
    #expect(run.exitCode == 64, "\(arguments) \(run.standardError)")
    #expect(run.standardError.contains("Usage:"))
    #expect(run.standardOutput.isEmpty)
  }

  @Test func aBrokenDatasetIsExitCode2AndTheOthersAreWritten() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      let run = try CommandRunner.run([
        "assess", Self.nijkerk, "Fixtures/bad-input/negative-emission", "--format", "json",
        "--output", output,
      ])
      #expect(run.exitCode == 2)
      #expect(run.standardError.contains("1 of 2 datasets could not be used"))
      let written = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(written == ["flags.csv", "manifest.json", "nation.json", "nijkerk.json"])
      let manifest = try String(contentsOfFile: output + "/manifest.json", encoding: .utf8)
      #expect(manifest.contains("Fixtures/bad-input/negative-emission"))
    }
  }

  @Test func twoRunsAreTheSameBytesWhateverTheOrderOfInputs() throws {
    let one = try CommandRunner.run(["assess", Self.provinces, Self.nijkerk, "--format", "csv"])
    let two = try CommandRunner.run(["assess", Self.nijkerk, Self.provinces, "--format", "csv"])
    #expect(one.standardOutput == two.standardOutput)
    #expect(one.standardOutput.split(separator: "\n").count > 5_000)
  }

  @Test func theManifestNamesEveryFileByItsDigest() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      let run = try CommandRunner.run([
        "assess", Self.nijkerk, "--format", "json", "--output", output, "--as-of", "2023",
      ])
      #expect(run.exitCode != 2)
      let data = try Data(contentsOf: URL(fileURLWithPath: output + "/manifest.json"))
      let manifest = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let outputs = try #require(manifest["outputs"] as? [[String: Any]])
      #expect(
        outputs.compactMap { $0["path"] as? String } == [
          "nation.json", "nijkerk.json", "flags.csv",
        ])
      let inputs = try #require(manifest["inputs"] as? [[String: Any]])
      #expect(inputs.count == 2)
      for file in outputs + inputs {
        #expect((file["sha256"] as? String)?.count == 64)
      }
      let policy = try #require(manifest["policy"] as? [[String: Any]])
      #expect(
        policy.compactMap { $0["id"] as? String } == [
          "nl-wsn", "rivm-nema-2024", "nl-coalitie-2026-01-30", "stikstof-readings",
        ])
      let options = try #require(manifest["options"] as? [String: Any])
      #expect(options["asOf"] as? Int == 2023)
    }
  }

  /// What is inherited from the nation is shown in the file of a dataset too, where no row of the
  /// nation stands.
  @Test func theFileOfADatasetShowsTheProbabilityItInherits() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run([
        "assess", "Fixtures/provinces/gelderland", "--output", folder.path,
      ])
      #expect(run.exitCode == 0)
      let text = try String(
        contentsOf: folder.appendingPathComponent("gelderland.txt"), encoding: .utf8)
      #expect(
        text.contains(
          "1 province, 11 areas · undetermined: no local series · the nation's, boundary er-default"
        ))
    }
  }

  /// Below a file nothing can be written, not even by root.
  @Test func anUnwritableOutputLeavesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      try Data("mine".utf8).write(to: file)
      let run = try CommandRunner.run(["assess", Self.nijkerk, "--output", file.path + "/out"])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(file.path)/out': not a directory; "
          + "nothing that stood there before was changed\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    }
  }

  @Test func theFolderOfADatasetTakesNoResults() throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--output", Self.nijkerk])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: '\(Self.nijkerk)' holds a dataset; name another folder for the results\n"
    )
  }

  @Test func whatAnEarlierRunLeftIsNamed() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      _ = try CommandRunner.run(["assess", Self.nijkerk, "--output", output, "--format", "json"])
      let run = try CommandRunner.run(["assess", Self.nijkerk, "--output", output])
      #expect(
        run.standardError
          == "wrote 4 files to \(output)\n\(output) also holds files of an earlier run: "
          + "nation.json, nijkerk.json\n")
    }
  }

  @Test func aResultThatCannotBeWrittenLeavesTheOldOne() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out")
      let inTheWay = output.appendingPathComponent("flags.csv")
      try FileManager.default.createDirectory(at: inTheWay, withIntermediateDirectories: true)
      let run = try CommandRunner.run(["assess", Self.nijkerk, "--output", output.path])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(output.path)/flags.csv': it is a folder; "
          + "nothing that stood there before was changed\n")
      let left = try FileManager.default.contentsOfDirectory(atPath: output.path)
      #expect(left == ["flags.csv"])
    }
  }
}
