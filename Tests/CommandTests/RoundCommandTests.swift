// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof round`: making rounds, refusing others, and noticing what was done by hand.
@Suite struct RoundCommandTests {
  @Test func aRoundHoldsItsResultsItsSeriesAndItsAccount() throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      let run = try rounds.create(2028)
      #expect(run.exitCode == 1, "\(run.standardError)")
      #expect(run.standardOutput.isEmpty)
      #expect(run.standardError == "froze round 2028 in \(rounds.path)/2028\n")
      let names = try FileManager.default.contentsOfDirectory(atPath: rounds.path + "/2028")
      #expect(
        Set(names).isSuperset(of: [
          "flags.csv", "made-rounds.json", "manifest.json", "nation.json", "round.json",
          "round.json.sha256", "series.json",
        ]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: rounds.path) == ["2028"])
      let shown = try rounds.run(["show", "2028", "--format", "json"])
      #expect(shown.exitCode == 0)
      #expect(try rounds.text("2028/round.json") == shown.standardOutput)
    }
  }

  @Test func theResultsOfARoundCanBeRecomputed() throws {
    try MadeRounds.withBoth { rounds in
      let run = try CommandRunner.run(["verify", rounds.path + "/2030/manifest.json"])
      #expect(run.exitCode == 0, "\(run.standardError)")
      #expect(run.standardOutput.hasSuffix("the same bytes\nverified\n"))
    }
  }

  @Test func sourcesMakeARoundToo() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run([
        "round", "create", "Fixtures/zones/by-hand/sources.csv", "--outlines",
        "Fixtures/zones/by-hand/outlines.geojson", "--rounds", folder.path + "/rounds", "--name",
        "a", "--date", "2028-10-01",
      ])
      #expect(run.exitCode == 0, "\(run.standardError)")
      let series = try String(
        contentsOfFile: folder.path + "/rounds/a/series.json", encoding: .utf8)
      #expect(series.contains("\"dataset\": \"sources\""))
    }
  }

  @Test func roundsAreAChain() throws {
    try MadeRounds.withBoth { rounds in
      let seal = try rounds.text("2028/round.json.sha256")
      #expect(seal.hasSuffix("  round.json\n"))
      let account = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: rounds.file("2030/round.json")))
          as? [String: Any])
      #expect(
        account["previous"] as? [String: String] == [
          "name": "2028", "sha256": String(seal.prefix(64)),
        ])
    }
  }

  @Test func theSameRoundsAreTheSameBytes() throws {
    var first: [String: Data] = [:]
    try MadeRounds.withBoth { first = try $0.snapshot() }
    try MadeRounds.withBoth { rounds in
      let again = try rounds.snapshot()
      #expect(first == again)
    }
    #expect(first.count >= 14)
  }

  @Test func aNameThatIsTakenIsRefused() throws {
    try MadeRounds.withBoth { rounds in
      let before = try rounds.snapshot()
      let run = try rounds.create(2030, name: "2028", date: "2032-01-01")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: round '2028' was made before, and a round is never changed: choose "
          + "another name\n")
      #expect(try rounds.snapshot() == before)
    }
  }

  @Test(arguments: ["2030-10-01", "2029-01-01"])
  func aRoundThatIsNotLaterIsRefused(date: String) throws {
    try MadeRounds.withBoth { rounds in
      let before = try rounds.snapshot()
      let run = try rounds.create(2030, name: "again", date: date)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: a round of \(date) does not come after round '2030' of 2030-10-01: "
          + "rounds are made in the order of their dates\n")
      #expect(try rounds.snapshot() == before)
    }
  }

  @Test func aDatasetThatCannotBeUsedStopsTheRound() throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      let run = try CommandRunner.run([
        "round", "create", "Fixtures/rounds/input/2028", "Fixtures/bad-input/negative-emission",
        "--rounds", rounds.path, "--name", "2028", "--date", "2028-10-01",
      ])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError.hasSuffix(
          "stikstof: error: a dataset could not be used: Fixtures/bad-input/negative-emission; a "
            + "round is made of all its datasets or not at all\n"))
      #expect(!FileManager.default.fileExists(atPath: rounds.path))
    }
  }

  @Test func aDatasetWithTheNameOfAFileOfTheRoundIsRefused() throws {
    try withTemporaryFolder { folder in
      let input = folder.appendingPathComponent("input")
      try FileManager.default.copyItem(
        at: FixturePaths.packageRoot.appendingPathComponent("Fixtures/rounds/input/2028"),
        to: input)
      let package = input.appendingPathComponent("datapackage.yaml")
      try String(contentsOf: package, encoding: .utf8)
        .replacingOccurrences(of: "name: made-rounds", with: "name: series")
        .write(to: package, atomically: false, encoding: .utf8)
      let run = try CommandRunner.run([
        "round", "create", input.path, "--rounds", folder.path + "/rounds", "--name", "2028",
        "--date", "2028-10-01",
      ])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: dataset 'series' would write over 'series.json' of the round: give "
          + "it another name in datapackage.yaml\n")
    }
  }

  /// Below a file nothing can be written, not even by root.
  @Test func anUnwritableFolderIsSaid() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      try Data("mine".utf8).write(to: file)
      let run = try CommandRunner.run([
        "round", "create", "Fixtures/rounds/input/2028", "--rounds", file.path + "/rounds",
        "--name", "2028", "--date", "2028-10-01",
      ])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(file.path)/rounds': not a directory; nothing that "
          + "stood there before was changed\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    }
  }

  @Test func onlyOneRunAddsARoundAtATime() throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      try rounds.create(2028)
      let before = try rounds.snapshot()
      let descriptor = open(rounds.path, O_RDONLY)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX) == 0)
      let run = try rounds.create(2030)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: another run is adding a round to '\(rounds.path)'; try again when it "
          + "has ended\n")
      #expect(try rounds.snapshot() == before)
    }
  }

  @Test func whatABrokenRunLeftBehindIsNoRound() throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      let part = rounds.file(".2028.part")
      try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: part.appendingPathComponent("nation.json"))
      let run = try rounds.create(2028)
      #expect(run.exitCode == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: rounds.path) == ["2028"])
    }
  }

  /// Who changes an assumption between rounds changes verdicts without any change of emissions.
  @Test func whatDiffersInHowRoundsWereMadeIsTold() throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      for (name, options) in [
        ("2028", []),
        ("2030", ["--rho", "0.9"]),
        ("2032", ["--rho", "0.95", "--as-of", "2027", "--boundary", "rivm-dash"]),
        ("2034", ["--policy", "example-user"]),
      ] {
        let run = try rounds.run(
          ["create", "Fixtures/rounds/input/2028", "--name", name, "--date", "\(name)-10-01"]
            + options)
        #expect(run.exitCode < 2, "\(run.standardError)")
      }
      func setting(_ old: String, _ new: String) throws -> [String] {
        let run = try rounds.run(["compare", old, new, "--format", "json"])
        let document = try #require(
          try JSONSerialization.jsonObject(with: Data(run.standardOutput.utf8)) as? [String: Any])
        return try #require(document["setting"] as? [String])
      }
      #expect(
        try setting("2028", "2030") == [
          "policy pack 'user-command-line': was not in force, 'uncertainty.rho=0.9'"
        ])
      #expect(
        try setting("2030", "2032") == [
          "--as-of: none, then 2027", "--boundary: that of policy, then rivm-dash",
          "policy pack 'user-command-line': changed, 'uncertainty.rho=0.9', then "
            + "'uncertainty.rho=0.95'",
        ])
      #expect(
        try setting("2032", "2034") == [
          "--as-of: 2027, then none", "--boundary: rivm-dash, then that of policy",
          "policy pack 'user-command-line': no longer in force, 'uncertainty.rho=0.95'",
          "policy pack 'example-user': was not in force",
        ])
      let text = try rounds.run(["compare", "2028", "2030"]).standardOutput
      #expect(
        text.contains(
          "Program, options and policy\n  policy pack 'user-command-line': was not in force, "
            + "'uncertainty.rho=0.9'\n"))
    }
  }

  @Test func aRoundThatIsNotThereIsSaid() throws {
    try MadeRounds.withBoth { rounds in
      let run = try rounds.run(["show", "2029"])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: there is no round '2029': expected one of '2028', '2030'\n")
      let reversed = try rounds.run(["compare", "2030", "2028"])
      #expect(reversed.exitCode == 2)
      #expect(
        reversed.standardError
          == "stikstof: error: round '2030' is not before round '2028': name the earlier one "
          + "first\n")
    }
    try withTemporaryFolder { folder in
      let path = folder.path + "/none"
      let run = try CommandRunner.run(["round", "list", "--rounds", path])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: there is no folder '\(path)'; make the first round with 'stikstof "
          + "round create'\n")
    }
  }

  @Test(arguments: [
    ["create", "Fixtures/rounds/input/2028", "--name", "a/b", "--date", "2028-10-01"],
    ["create", "Fixtures/rounds/input/2028", "--name", ".part", "--date", "2028-10-01"],
    ["create", "Fixtures/rounds/input/2028", "--name=-x", "--date", "2028-10-01"],
    ["create", "Fixtures/rounds/input/2028", "--name", "a", "--date", "2028-02-30"],
    ["create", "Fixtures/rounds/input/2028", "--name", "a"], ["list", "--date", "today"], ["show"],
  ])
  func wrongUsageIsExitCode64(arguments: [String]) throws {
    try withTemporaryFolder { folder in
      let run = try MadeRounds(folder: folder).run(arguments)
      #expect(run.exitCode == 64, "\(run.standardError)")
      #expect(run.standardOutput.isEmpty)
    }
  }
}
