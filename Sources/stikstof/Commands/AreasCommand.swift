// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof areas`: what the catalogue of sites holds.
struct AreasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas", abstract: "What is known of Natura 2000 areas.",
    discussion: """
      An area goes by its national number, such as 57 for the Veluwe. A policy name, such as Peel, stands \
      for one or several areas.
      """,
    subcommands: [List.self, Show.self, AreasFetch.self], defaultSubcommand: List.self)

  /// `stikstof areas list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All areas, by number.")

    @Option(help: "Only areas that lie in this province.")
    var province: String?

    @OptionGroup var areas: AreasOptions

    func run() throws {
      try running {
        let setting = try RunSetting.readOrExit(SettingRequest(areasFolder: areas.areasDir))
        let catalogue = setting.reference.catalogue
        var found = catalogue.areas
        if let province {
          let known = catalogue.provinces.first {
            [$0.name, $0.slug, $0.code].map { $0.lowercased() }.contains(province.lowercased())
          }
          guard let known else {
            throw ValidationError(
              "Unknown province '\(province)'; expected one of "
                + catalogue.provinces.map(\.name).joined(separator: ", ") + ".")
          }
          found = found.filter { $0.provinces.contains(known.name) }
        }
        Console.print(result: AreaTables.list(found))
        Console.note(
          OutlineStore.summary(of: OutlineStore.locate(areasFolder: setting.areasFolder)))
      }
    }
  }

  /// `stikstof areas show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One area, by number or name, or the areas of a policy name such as Peel.")

    @Argument(help: "A number, a name or a policy name.")
    var code: String

    @OptionGroup var areas: AreasOptions

    func run() throws {
      try running {
        let setting = try RunSetting.readOrExit(SettingRequest(areasFolder: areas.areasDir))
        let catalogue = setting.reference.catalogue
        let found = catalogue.areas(named: code)
        guard !found.isEmpty else {
          Console.note(
            "\(Tool.name): error: no area '\(code)': expected a number, a name as in "
              + "'\(Tool.name) areas list', or one of "
              + catalogue.aliases.map { "'\($0.name)'" }.joined(separator: ", "))
          throw Outcome.unusable
        }
        let alias = catalogue.aliases.first { $0.name.lowercased() == code.lowercased() }
        Console.print(result: AreaTables.show(found, alias: alias))
        Console.note(
          OutlineStore.summary(of: OutlineStore.locate(areasFolder: setting.areasFolder)))
      }
    }
  }
}
