// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `Fixtures/rounds`: two rounds and a recalculated release, through the program. The numbers in
/// `expected/` are worked out by hand in its README.
@Suite struct RoundsFixtureTests {
  private static let fixture = FixturePaths.fixtures.appendingPathComponent(
    "rounds", isDirectory: true)

  private static func golden(_ name: String) -> GoldenFile {
    GoldenFile(fixture.appendingPathComponent("expected/\(name)"))
  }

  private static func input(_ year: Int) -> String { "Fixtures/rounds/input/\(year)" }

  @Test(arguments: [("text", "txt"), ("csv", "csv")])
  func theReleasesCompareAsWorkedOut(format: String, ending: String) throws {
    let run = try CommandRunner.run([
      "compare", Self.input(2028), Self.input(2030), "--format", format,
    ])
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardError.isEmpty)
    Self.golden("compare.\(ending)").expect(run.standardOutput)
  }

  @Test func theRoundsSayAsWorkedOut() throws {
    try withTemporaryFolder { folder in
      let rounds = folder.appendingPathComponent("rounds").path
      for year in [2028, 2030] {
        let made = try CommandRunner.run([
          "round", "create", Self.input(year), "--rounds", rounds, "--name", "\(year)", "--date",
          "\(year)-10-01", "--assume", "milestone.zoning.done=2026-07-10",
        ])
        #expect(made.exitCode == 1, "\(made.standardError)")
      }
      for (arguments, name) in [
        (["list"], "list.txt"), (["list", "--date", "2033-01-01"], "list-2033.txt"),
        (["list", "--format", "json"], "list.json"), (["show", "2028"], "show-2028.txt"),
        (["show", "2030"], "show-2030.txt"), (["compare", "2028", "2030"], "change.txt"),
        (["compare", "2028", "2030", "--format", "json"], "change.json"),
      ] {
        let run = try CommandRunner.run(["round"] + arguments + ["--rounds", rounds])
        #expect(run.exitCode == 0, "\(run.standardError)")
        #expect(run.standardError.isEmpty)
        Self.golden(name).expect(run.standardOutput)
      }
    }
  }

  @Test(arguments: [("text", "txt"), ("json", "json")])
  func milestonesStandAsWorkedOut(format: String, ending: String) throws {
    let run = try CommandRunner.run([
      "milestones", "--on", "2026-07-15", "--format", format, "--assume",
      "milestone.zoning.done=2026-07-10",
    ])
    #expect(run.exitCode == 0, "\(run.standardError)")
    Self.golden("milestones.\(ending)").expect(run.standardOutput)
  }
}
