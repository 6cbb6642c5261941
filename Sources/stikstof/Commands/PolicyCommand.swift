// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenReports
import NitrogenRuns

/// `stikstof policy`: what policy says, and where it is silent.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "What policy says, by which line, and where it is silent.",
    discussion: """
      Policy packs are dated files of records: a key, a value with its unit, and the document, chapter and \
      line it comes from. Later packs override earlier ones; --policy and --assume add yours.
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// `stikstof policy list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The records in force, by key, then what is silent and what was overridden.")

    @Flag(help: "Only what is silent.")
    var silent = false

    @OptionGroup var setting: SettingOptions

    func run() throws {
      try running {
        let setting = try RunSetting.readOrExit(self.setting.request)
        Console.print(
          result: PolicyTables.list(
            setting.policy, library: setting.library.packs, onlySilent: silent))
      }
    }
  }

  /// `stikstof policy show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One key in full: every pack that has it, and which one counts.",
      discussion: "policy list has the keys. Exit code 2 where no pack knows the key.")

    @Argument(help: "A key, such as target.agriculture.NH3.2035.")
    var key: String

    @OptionGroup var setting: SettingOptions

    func run() throws {
      try running {
        let setting = try RunSetting.readOrExit(self.setting.request)
        let wanted = PolicyKey(rawValue: key)
        let mentioned = setting.policy.packs.contains { pack in
          pack.records.contains { $0.key == wanted }
        }
        guard mentioned else {
          Console.note(
            "\(Tool.name): error: no pack in force has the key '\(key)': see "
              + "'\(Tool.name) policy list'")
          throw Outcome.unusable
        }
        Console.print(result: PolicyTables.show(wanted, setting.policy))
      }
    }
  }
}
