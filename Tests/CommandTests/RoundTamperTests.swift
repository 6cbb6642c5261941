// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A folder of rounds edited by hand: every command says what, where, and writes nothing.
@Suite struct RoundTamperTests {
  private static let restore = "restore it from a copy; nothing was written\n"

  /// What every command says of meddled rounds; all of them must say the same and change nothing.
  private static func complaint(of rounds: MadeRounds) throws -> String {
    let before = try rounds.snapshot()
    let runs = [
      try rounds.run(["list"]), try rounds.run(["show", "2030"]),
      try rounds.run(["compare", "2028", "2030"]),
      try rounds.create(2030, name: "2032", date: "2032-10-01"),
    ]
    for run in runs {
      #expect(run.exitCode == 2)
      #expect(run.standardOutput.isEmpty)
      #expect(run.standardError == runs[0].standardError)
    }
    #expect(try rounds.snapshot() == before)
    return runs[0].standardError
  }

  /// The digest that the account of a round gives for a file.
  private static func digest(of file: String, in rounds: MadeRounds, round: String) throws -> String
  {
    let account = try JSONSerialization.jsonObject(
      with: Data(contentsOf: rounds.file("\(round)/round.json")))
    let files = (account as? [String: Any])?["files"] as? [[String: String]]
    return try #require(files?.first { $0["path"] == file }?["sha256"])
  }

  @Test func aChangedFileIsNamedWithBothDigests() throws {
    try MadeRounds.withBoth { rounds in
      let expected = try Self.digest(of: "flags.csv", in: rounds, round: "2028")
      try Data("nothing flagged\n".utf8).write(to: rounds.file("2028/flags.csv"))
      // `printf 'nothing flagged\n' | sha256sum`
      let found = "858441d373bc13377ce89662e95d8301748cdf53b649efbbbce07484794bf086"
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2028': 'flags.csv' was changed after it was frozen: found "
          + "SHA-256 \(found), expected \(expected); \(Self.restore)")
    }
  }

  @Test func aMissingFileIsNamed() throws {
    try MadeRounds.withBoth { rounds in
      let expected = try Self.digest(of: "nation.json", in: rounds, round: "2028")
      try FileManager.default.removeItem(at: rounds.file("2028/nation.json"))
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2028': 'nation.json' is gone: found no such file, expected "
          + "SHA-256 \(expected); \(Self.restore)")
    }
  }

  @Test func anAddedFileIsNamed() throws {
    try MadeRounds.withBoth { rounds in
      try Data().write(to: rounds.file("2030/notes.txt"))
      // SHA-256 of nothing.
      let found = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2030': 'notes.txt' was added after it was frozen: found "
          + "SHA-256 \(found), expected no such file; take it out\n")
    }
  }

  @Test func anAddedFolderIsNamed() throws {
    try MadeRounds.withBoth { rounds in
      try FileManager.default.createDirectory(
        at: rounds.file("2030/notes"), withIntermediateDirectories: false)
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2030': 'notes' was added after it was frozen: found a folder, "
          + "expected none; take it out\n")
    }
  }

  @Test(arguments: ["", "\n", "e3b0c442  round.json\n", "same digest and more"])
  func aDigestThatIsNotTheOneLineItWasIsTold(content: String) throws {
    try MadeRounds.withBoth { rounds in
      let seal = try rounds.text("2030/round.json.sha256")
      let changed = content.hasPrefix("same") ? seal + "more\n" : content
      try Data(changed.utf8).write(to: rounds.file("2030/round.json.sha256"))
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2030': 'round.json.sha256' cannot be read: expected one line, "
          + "the SHA-256 of 'round.json' and its name; \(Self.restore)")
    }
  }

  @Test func aChangedAccountIsNamedAlsoInTheLastRound() throws {
    try MadeRounds.withBoth { rounds in
      let expected = try rounds.text("2030/round.json.sha256").prefix(64)
      let account = try rounds.text("2030/round.json")
      try account.replacingOccurrences(of: "\"alarm\": true", with: "\"alarm\": false")
        .write(to: rounds.file("2030/round.json"), atomically: false, encoding: .utf8)
      let complaint = try Self.complaint(of: rounds)
      #expect(
        complaint.hasPrefix(
          "stikstof: error: round '2030': 'round.json' was changed after it was frozen: found "
            + "SHA-256 "))
      #expect(complaint.hasSuffix(", expected \(expected); \(Self.restore)"))
    }
  }

  /// An account sealed anew is not the one that the next round was made after.
  @Test func aReplacedRoundBreaksTheChain() throws {
    try MadeRounds.withBoth { rounds in
      let old = try rounds.text("2028/round.json.sha256").prefix(64)
      try withTemporaryFolder { folder in
        let other = MadeRounds(folder: folder)
        try other.create(2028, date: "2028-11-01")
        try FileManager.default.removeItem(at: rounds.file("2028"))
        try FileManager.default.copyItem(at: other.file("2028"), to: rounds.file("2028"))
      }
      let new = try rounds.text("2028/round.json.sha256").prefix(64)
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2028': 'round.json' is not the one that round '2030' was "
          + "made after: found SHA-256 \(new), expected \(old); \(Self.restore)")
    }
  }

  @Test func aRoundTakenOutIsMissed() throws {
    try MadeRounds.withBoth { rounds in
      try FileManager.default.removeItem(at: rounds.file("2028"))
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2030' was made after round '2028', which is not there; "
          + Self.restore)
    }
  }

  @Test func aRoundOfAnotherChainIsNamed() throws {
    try MadeRounds.withBoth { rounds in
      try withTemporaryFolder { folder in
        let other = MadeRounds(folder: folder)
        try other.create(2030, name: "stray", date: "2031-01-01")
        try FileManager.default.copyItem(at: other.file("stray"), to: rounds.file("stray"))
      }
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round 'stray' was not made after round '2030', the one before it by "
          + "date: rounds are a chain; take out the one that does not belong\n")
    }
  }

  @Test func aFolderWithoutAnAccountIsNoRound() throws {
    try MadeRounds.withBoth { rounds in
      try FileManager.default.createDirectory(
        at: rounds.file("old"), withIntermediateDirectories: false)
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: folder 'old' is among the rounds and has no 'round.json': take it "
          + "out, or restore it\n")
    }
  }

  @Test func anAccountThatIsNoJSONIsSaid() throws {
    try MadeRounds.withBoth { rounds in
      try Data("{".utf8).write(to: rounds.file("2030/round.json"))
      // `printf '{' | sha256sum`
      let digest = "021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96"
      try Data("\(digest)  round.json\n".utf8).write(to: rounds.file("2030/round.json.sha256"))
      #expect(
        try Self.complaint(of: rounds)
          == "stikstof: error: round '2030': 'round.json' cannot be read: it is not JSON; "
          + Self.restore)
    }
  }

  @Test func aRenamedRoundIsSaid() throws {
    try MadeRounds.withBoth { rounds in
      try FileManager.default.moveItem(at: rounds.file("2030"), to: rounds.file("2031"))
      let run = try rounds.run(["list"])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: round '2031': 'round.json' cannot be read: it is the account of "
          + "round '2030'; \(Self.restore)")
    }
  }
}
