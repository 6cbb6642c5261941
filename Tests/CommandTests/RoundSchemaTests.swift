// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// What rounds and milestones write is what the published schemas say, and the schemas say it all.
@Suite struct RoundSchemaTests {
  private static let promises = [
    "milestones", "--on", "2027-01-01", "--assume", "milestone.zoning.done=2026-05-01", "--format",
    "json",
  ]

  @Test func roundsFollowThePublishedSchemas() throws {
    try MadeRounds.withBoth { rounds in
      for name in ["2028", "2030"] {
        #expect(try Self.problems("round", rounds.text("\(name)/round.json")) == [])
        #expect(try Self.problems("round-series", rounds.text("\(name)/series.json")) == [])
      }
      let list = try rounds.run(["list", "--date", "2031-01-01", "--format", "json"])
      #expect(try Self.problems("rounds", list.standardOutput) == [])
      let change = try rounds.run(["compare", "2028", "2030", "--format", "json"])
      #expect(try Self.problems("round-comparison", change.standardOutput) == [])
    }
  }

  @Test func aListWithoutRoundsFollowsItsSchema() throws {
    try withTemporaryFolder { folder in
      for day in [[], ["--date", "2031-01-01"]] {
        let list = try CommandRunner.run(
          ["round", "list", "--rounds", folder.path, "--format", "json"] + day)
        #expect(list.exitCode == 0)
        #expect(try Self.problems("rounds", list.standardOutput) == [])
      }
    }
  }

  @Test func milestonesFollowThePublishedSchema() throws {
    let run = try CommandRunner.run(Self.promises)
    #expect(try Self.problems("milestones", run.standardOutput) == [])
  }

  /// A schema that takes anything would prove nothing.
  @Test(arguments: [
    (#""state": "late""#, #""state": "lost""#, "$.milestones[0].state: not one of the values"),
    (#""due": "2026-06-20""#, #""due": 2026"#, "$.milestones[0].due: none of the alternatives"),
    (#""on": "2027-01-01""#, #""at": "2027-01-01""#, "$: lacks on|$: has at"),
  ])
  func aSchemaRefusesWhatIsNotInIt(text: String, other: String, problems: String) throws {
    let document = try CommandRunner.run(Self.promises).standardOutput
    let place = try #require(document.range(of: text))
    #expect(
      try Self.problems("milestones", document.replacingCharacters(in: place, with: other))
        .joined(separator: "|") == problems)
  }

  private static func problems(_ schema: String, _ document: String) throws -> [String] {
    try SchemaCheck(schema).problems(
      of: JSONDecoder().decode(ParsedJSON.self, from: Data(document.utf8)))
  }
}
