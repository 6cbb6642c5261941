// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// A command of the program as it describes itself by `--experimental-dump-help`.
struct CommandTree: Decodable {
  /// An argument, option or flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let sectionTitle: String?
    let abstract: String?
    let discussion: String?
  }

  private struct Document: Decodable {
    let command: CommandTree
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let arguments: [Argument]?
  let subcommands: [CommandTree]?

  /// What the program that was built with these tests says of itself.
  static func read() throws -> CommandTree {
    let run = try CommandRunner.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(Document.self, from: Data(run.standardOutput.utf8)).command
  }

  /// Its subcommands but for `help`.
  var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// It and all below it, each with the words that call it.
  func all(after words: [String] = []) -> [(words: [String], command: CommandTree)] {
    let own = words + [commandName]
    return [(own, self)] + commands.flatMap { $0.all(after: own) }
  }
}
