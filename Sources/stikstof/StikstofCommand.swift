// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenRuns

/// The command itself: everything it does is a subcommand.
@main
struct StikstofCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Are nitrogen emissions around Dutch Natura 2000 areas on course for 2030 and 2035?",
    discussion: """
      Reads datasets of emissions per zone, holds them against 2019 and the targets of policy, and \
      says where every number came from.

      Exit codes: 0 nothing flagged; 1 at least one territory flagged; 2 input or policy unusable, \
      or at least one dataset of a batch failed; 64 wrong usage.
      """,
    version: "\(Tool.name) \(Tool.version)",
    subcommands: [
      Assess.self, Report.self, Verify.self, RoundCommand.self, Compare.self, Milestones.self,
      Zone.self,
      OPS.self, Fit.self, Validate.self, Explain.self, AreasCommand.self, PolicyCommand.self,
    ])
}
