// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof round`: monitoring rounds, frozen.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Freeze monitoring rounds, and follow flags through them.",
    discussion: """
      A round is an assessment frozen on a day: its results, every file by SHA-256, the digest of \
      the round before, and the life of every flag. The folder of rounds is append-only; every \
      command first checks the whole of it, and a file that was changed, removed or added by hand \
      ends it with exit code 2.
      """,
    subcommands: [Create.self, List.self, Show.self, Compare.self])

  /// How rounds are shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// Where the rounds are.
  struct FolderOptions: ParsableArguments {
    @Option(help: "The folder of rounds.", completion: .directory)
    var rounds: String

    func validate() throws {
      if rounds.isEmpty { throw ValidationError("--rounds takes the name of a folder, found ''.") }
    }
  }

  /// `stikstof round list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The rounds that were made, and those that policy asks for: done, due or late.")

    @OptionGroup var folder: FolderOptions

    @Option(
      help: ArgumentHelp(
        "The day to judge by; that of the last round when not given.", valueName: "yyyy-mm-dd"))
    var date: CalendarDay?

    @Option(help: "How rounds are shown.")
    var format: Format = .text

    @OptionGroup(title: "Policy") var setting: SettingOptions

    func run() throws {
      try running {
        let rounds = try RoundFolder(path: folder.rounds).rounds
        let setting = try RunSetting.readOrExit(self.setting.request)
        let day = date ?? rounds.last?.date
        let calendar = RoundCalendar(setting.policy).map { calendar in
          calendar.entries(rounds: rounds.map { ($0.name, $0.date) }, on: day)
        }
        switch format {
        case .text: Console.print(result: RoundText.list(rounds, calendar: calendar, on: day))
        case .json: Console.print(result: RoundJSON.list(rounds, calendar: calendar, on: day))
        }
      }
    }
  }

  /// `stikstof round show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One round: its data, its clocks, its flags with their life, and milestones.")

    @Argument(help: "The name of the round.")
    var name: String

    @OptionGroup var folder: FolderOptions

    @Option(help: "How the round is shown; json is its frozen account.")
    var format: Format = .text

    func run() throws {
      try running {
        let rounds = try RoundFolder(path: folder.rounds)
        let round = try rounds.round(name)
        switch format {
        case .text: Console.print(result: RoundText.show(round))
        case .json: Console.print(result: try rounds.text(of: round))
        }
      }
    }
  }

  /// `stikstof round compare`
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What changed between two rounds: flags, verdicts, recalculation, real change.")

    @Argument(help: "The name of the earlier round.")
    var old: String

    @Argument(help: "The name of the later round.")
    var new: String

    @OptionGroup var folder: FolderOptions

    @Option(help: "How the comparison is written.")
    var format: Format = .text

    func run() throws {
      try running {
        let rounds = try RoundFolder(path: folder.rounds)
        let earlier = try rounds.round(old)
        let later = try rounds.round(new)
        let change = try rounds.change(from: earlier, to: later)
        let setting = rounds.settingChanges(from: earlier, to: later)
        switch format {
        case .text:
          Console.print(
            result: RoundText.compare(change, from: earlier, to: later, setting: setting))
        case .json:
          Console.print(
            result: RoundJSON.compare(change, from: earlier, to: later, setting: setting))
        }
      }
    }
  }
}
