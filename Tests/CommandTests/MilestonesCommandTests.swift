// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof milestones`, and the calendar of `stikstof round list`.
@Suite struct MilestonesCommandTests {
  @Test func aMilestoneOfOnesOwnIsShownWithItsPack() throws {
    let run = try CommandRunner.run([
      "milestones", "--on", "2027-01-02", "--assume", "milestone.mine=2027-01-01", "--format",
      "json",
    ])
    #expect(run.exitCode == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.standardOutput.utf8)) as? [String: Any])
    let milestones = try #require(document["milestones"] as? [[String: Any]])
    let mine = try #require(milestones.first { $0["id"] as? String == "mine" })
    #expect(mine["state"] as? String == "late")
    #expect(mine["dueRecord"] as? String == "user-command-line#milestone.mine")
    #expect(mine["done"] is NSNull)
  }

  /// A misspelt name would otherwise become a promise of its own, and done.
  @Test func whatNobodyPromisedCannotBeDone() throws {
    let run = try CommandRunner.run([
      "milestones", "--on", "2030-01-01", "--assume", "milestone.zonering.done=2026-06-01",
    ])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "--assume:1: error: milestone.zonering.done is about milestone.zonering, which no pack "
        + "promises; `stikstof milestones` lists the names\n")
  }

  @Test func aDayThatIsNoneIsRefused() throws {
    let run = try CommandRunner.run([
      "milestones", "--on", "2027-01-02", "--assume", "milestone.zoning.done=2026-02-30",
    ])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: assumption 'milestone.zoning.done=2026-02-30' cannot be used: "
        + "'2026-02-30' is no value for 'milestone.zoning.done'; expected a date as yyyy-mm-dd\n")
  }

  @Test(arguments: [
    ["milestones"], ["milestones", "--on", "2027"], ["milestones", "--on", "2027-02-29"],
  ])
  func wrongUsageIsExitCode64(arguments: [String]) throws {
    let run = try CommandRunner.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.standardOutput.isEmpty)
  }

  @Test func aFolderWithoutRoundsHasACalendarAllTheSame() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run(["round", "list", "--rounds", folder.path])
      #expect(run.exitCode == 0)
      #expect(
        run.standardOutput == """
          No rounds yet

          Calendar
            2028  due
            2030  due
            2032  due
            2034  due
            2036  due

          """)
    }
  }

  @Test func anUnusableIntervalLeavesTheCalendarUnresolved() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run([
        "round", "list", "--rounds", folder.path, "--date", "2030-01-01", "--assume",
        "monitoring.interval=0.5",
      ])
      #expect(run.exitCode == 0)
      #expect(
        run.standardOutput == """
          No rounds yet

          Calendar on 2030-01-01
            unresolved: it needs monitoring.first-round, and monitoring.interval in whole years \
          from 1 to 100

          """)
    }
  }
}
