// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof milestones`: dated promises, kept or not.
struct Milestones: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What was promised by when: due, done, late, or open where no day is stated.",
    discussion: """
      Promises are policy keys milestone.<id> with the day they are due; say that one was done with \
      a key milestone.<id>.done in a pack of your own, or with \
      --assume milestone.<id>.done=yyyy-mm-dd.
      """)

  /// How milestones are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: ArgumentHelp("The day to judge by.", valueName: "yyyy-mm-dd"))
  var on: CalendarDay

  @Option(help: "How milestones are written.")
  var format: Format = .text

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let promises = DatedPromise.promises(setting.policy, on: on)
      switch format {
      case .text: Console.print(result: PromiseTables.text(promises, on: on))
      case .json: Console.print(result: PromiseTables.json(promises, on: on))
      }
    }
  }
}
