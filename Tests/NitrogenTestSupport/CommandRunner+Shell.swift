// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

extension CommandRunner {
  /// What a line typed in a shell left behind.
  public struct ShellResult: Hashable, Sendable {
    /// The exit code, as for ``CommandRunner/Result``.
    public let exitCode: Int32
    /// Both streams in the order in which they were written, as a terminal shows them.
    public let text: String
  }

  /// Runs a line in bash, with the `stikstof` that was built with these tests first on the path.
  ///
  /// - Parameters:
  ///   - line: what somebody types.
  ///   - folder: the working directory; it stands for the home folder too, so that nothing of the
  ///     user's own is found.
  /// - Returns: the exit code and what the terminal shows.
  /// - Throws: ``ExecutableNotFound``, or an error of the file system.
  public static func shell(_ line: String, in folder: URL) throws -> ShellResult {
    let program = try executable()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    // The redirection stands on a line of its own, so that a comment does not swallow it.
    process.arguments = ["-c", "exec 2>&1\n\(line)\n"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("STIKSTOF_") }
    environment["PATH"] =
      program.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = folder.path
    environment["XDG_DATA_HOME"] = nil
    process.environment = environment
    let result = try run(process)
    return ShellResult(
      exitCode: result.exitCode, text: result.standardOutput + result.standardError)
  }
}
