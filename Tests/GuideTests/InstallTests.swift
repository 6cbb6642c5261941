// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `make install` and `make uninstall`, into a folder of the test's own.
@Suite struct InstallTests {
  /// Completes a line as a user's bash does: `complete_line 'stikstof ass'`.
  private static let completion = """
    source usr/share/bash-completion/completions/stikstof
    complete_line() {
      COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
      read -ra COMP_WORDS <<<"$1"
      [[ $1 != *' ' ]] || COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _stikstof stikstof "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      echo "$1:" "${COMPREPLY[@]}"
    }

    """

  /// Gives `body` a folder into which everything was installed.
  private func withInstallation(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let made = try make("install", into: folder)
      try #require(made.exitCode == 0, "\(made.text)")
      try body(folder)
    }
  }

  private func make(_ target: String, into folder: URL) throws -> CommandRunner.ShellResult {
    let program = try CommandRunner.executable().path
    // -o: the program is taken as it is, however old.
    return try CommandRunner.shell(
      "make -o '\(program)' \(target) PROGRAM='\(program)' DESTDIR='\(folder.path)' PREFIX=/usr",
      in: FixturePaths.packageRoot)
  }

  @Test func theInstalledProgramFindsItsAreas() throws {
    try withInstallation { folder in
      try withTemporaryFolder { elsewhere in
        let run = try CommandRunner.shell(
          "'\(folder.path)/usr/bin/stikstof' areas show Veluwe", in: elsewhere)
        #expect(run.exitCode == 0)
        #expect(run.text.contains("57  Veluwe"), "\(run.text)")
      }
      let share = folder.appendingPathComponent("usr/share")
      let schemas = try FileManager.default.contentsOfDirectory(
        atPath: share.appendingPathComponent("stikstof/schema").path)
      #expect(schemas.contains("assessment.schema.json"))
      let pages = try FileManager.default.contentsOfDirectory(
        atPath: share.appendingPathComponent("man/man1").path)
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: FixturePaths.packageRoot.appendingPathComponent("Manual").path)
      #expect(pages.sorted() == kept.sorted())
      #expect(pages.contains("stikstof.1"))
    }
  }

  @Test func bashCompletesCommandsOptionsAndValues() throws {
    try withInstallation { folder in
      let run = try CommandRunner.shell(
        Self.completion
          + """
          complete_line 'stikstof ass'
          complete_line 'stikstof round cr'
          complete_line 'stikstof assess --fo'
          complete_line 'stikstof assess --format j'
          """, in: folder)
      #expect(
        run.text == """
          stikstof ass: assess
          stikstof round cr: create
          stikstof assess --fo: --format
          stikstof assess --format j: json

          """)
    }
  }

  @Test(arguments: [
    ("zsh", "share/zsh/site-functions/_stikstof", "#compdef stikstof"),
    ("fish", "share/fish/vendor_completions.d/stikstof.fish", "complete -c 'stikstof'"),
  ])
  func otherShellsReadTheirs(shell: String, path: String, mark: String) throws {
    try withInstallation { folder in
      let script = try String(
        contentsOf: folder.appendingPathComponent("usr/\(path)"), encoding: .utf8)
      #expect(script.contains(mark))
      // Where the shell is there it says whether the script is one.
      let run = try CommandRunner.shell(
        "! command -v \(shell) >/dev/null || \(shell) -n usr/\(path)", in: folder)
      #expect(run.exitCode == 0 && run.text.isEmpty, "\(run.text)")
    }
  }

  @Test func nothingIsLeftBehind() throws {
    try withInstallation { folder in
      let other = folder.appendingPathComponent("usr/share/man/man1/other.1")
      try Data("not ours\n".utf8).write(to: other)
      let made = try make("uninstall", into: folder)
      #expect(made.exitCode == 0, "\(made.text)")
      let left = try CommandRunner.shell("find . ! -type d", in: folder)
      #expect(left.text == "./usr/share/man/man1/other.1\n")
    }
  }
}
