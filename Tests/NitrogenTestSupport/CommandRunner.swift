// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Runs the `stikstof` that was built with these tests, as a user would.
public enum CommandRunner {
  /// What a run left behind.
  public struct Result: Hashable, Sendable {
    /// The exit code; 128 and the number of the signal where one ended the program.
    public let exitCode: Int32
    /// Everything written to standard output.
    public let standardOutput: String
    /// Everything written to standard error.
    public let standardError: String
  }

  /// No program to run.
  public struct ExecutableNotFound: Error, CustomStringConvertible {
    /// Where it was looked for.
    public let places: [String]
    /// The places, and what to do.
    public var description: String {
      "no built 'stikstof' in \(places.joined(separator: ", ")): run `swift build` first"
    }
  }

  /// Runs the program to its end, with nothing on standard input.
  ///
  /// Variables of the caller's environment that begin with `STIKSTOF_` are not passed on, so that
  /// a result depends on the arguments here alone.
  ///
  /// - Parameters:
  ///   - arguments: what follows the program's name.
  ///   - folder: the working directory.
  ///   - environment: variables to add to the caller's.
  /// - Returns: the exit code and both streams.
  /// - Throws: ``ExecutableNotFound``, or an error of the file system.
  public static func run(
    _ arguments: [String], in folder: URL = FixturePaths.packageRoot,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("STIKSTOF_") }
      .merging(environment) { _, added in added }
    return try run(process)
  }

  /// The program next to the tests' own binary, or else in a folder above it or the usual one.
  ///
  /// - Returns: its place.
  /// - Throws: ``ExecutableNotFound``.
  public static func executable() throws -> URL {
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folders = [binary.deletingLastPathComponent()]
    for _ in 0..<2 {
      folders.append((folders.last ?? binary).deletingLastPathComponent())
    }
    folders.append(FixturePaths.packageRoot.appendingPathComponent(".build/debug"))
    let candidates = folders.map { $0.appendingPathComponent("stikstof") }
    let found = candidates.first {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
        && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0.path)
    }
    guard let found else { throw ExecutableNotFound(places: folders.map(\.path)) }
    return found
  }

  /// Through files and not pipes: a full pipe that nobody reads stops the program for good.
  static func run(_ process: Process) throws -> Result {
    try withTemporaryFolder { streams in
      let output = streams.appendingPathComponent("stdout")
      let errors = streams.appendingPathComponent("stderr")
      try Data().write(to: output)
      try Data().write(to: errors)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      let status = process.terminationStatus
      return Result(
        exitCode: process.terminationReason == .exit ? status : 128 + status,
        standardOutput: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        standardError: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }
}
