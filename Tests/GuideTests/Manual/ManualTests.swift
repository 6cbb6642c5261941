// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// The pages in `Manual/` say what the program says of itself; `make manual` rewrites them.
@Suite struct ManualTests {
  private static let folder = FixturePaths.packageRoot.appendingPathComponent("Manual")
  private static let mandoc = "/usr/bin/mandoc"

  private static func pages() throws -> [ManualPage] {
    let version = try CommandRunner.run(["--version"]).standardOutput
    let all = try CommandTree.read().all()
    let steps = try GuideDocument.guide.flatMap { try $0.blocks() }.filter(\.isRun)
      .flatMap(\.steps).filter { $0.exitCode < 2 }
    return all.map { words, command in
      let call = words.joined(separator: " ") + " "
      let parent = Array(words.dropLast())
      return ManualPage(
        words: words, command: command,
        examples: command.commands.isEmpty
          ? Array(steps.map(\.typed).filter { $0.hasPrefix(call) }.prefix(2)) : [],
        related: all.map(\.words).filter { other in
          other != words
            && (other == parent || other.dropLast() == words[...]
              || other.dropLast() == parent[...])
        },
        version: version.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  @Test func thePagesAreThoseOfTheProgram() throws {
    let pages = try Self.pages()
    #expect(pages.count >= 19)
    for page in pages {
      GoldenFile(Self.folder.appendingPathComponent("\(page.name).1")).expect(page.text)
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(pages.map { "\($0.name).1" }), "pages of commands that are no more")
  }

  /// Against the program itself and not the generator: nothing is lost between them.
  @Test func everyOptionOfTheHelpIsOnItsPage() throws {
    for page in try Self.pages() {
      let help = try CommandRunner.run(["help"] + page.words.dropFirst()).standardOutput
      let options = Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
      #expect(!options.isEmpty)
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent("\(page.name).1"), encoding: .utf8)
      for option in options {
        #expect(text.contains("Fl \(option.dropFirst())") || text.contains(option), "\(page.name)")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: mandoc), "mandoc is not here"))
  func mandocFindsNothingWrong() throws {
    for page in try Self.pages() {
      let run = try CommandRunner.shell(
        "\(Self.mandoc) -Tlint -Wstyle Manual/\(page.name).1", in: FixturePaths.packageRoot)
      // A reference to a page that is not installed here is no fault of the page.
      let found = run.text.split(separator: "\n").filter {
        !$0.contains("referenced manual not found")
      }
      #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }
  }
}

extension GuideBlock.Step {
  /// The command without the comment that says how it ends.
  fileprivate var typed: String {
    let comment = command.range(of: "  # ")?.lowerBound ?? command.endIndex
    return command[..<comment].trimmingCharacters(in: .whitespaces)
  }
}
