// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A program of others that turns pages or figures into another form.
struct ReportProgram: Sendable {
  /// Why it did not do its work.
  struct Failure: Error {
    let message: String
  }

  /// The name by which it is called.
  let name: String
  /// Where it stands.
  let path: String

  /// Finds a program on the path; `nil` where there is none.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let places = folders.map { "\($0)/\(name)" }
    guard let place = places.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.name = name
    path = place
  }

  /// What it says of its version, on one line; `nil` where it says nothing.
  var version: String? {
    (try? run(["--version"]))?.split(separator: "\n").first.map(String.init)
  }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - arguments: what it is given.
  ///   - environment: variables on top of those of this process.
  /// - Returns: what it wrote to standard output.
  /// - Throws: ``Failure`` with the last line of what it complained of.
  @discardableResult
  func run(_ arguments: [String], environment: [String: String] = [:]) throws(Failure) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let errors = output.appendingPathExtension("errors")
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    do {
      for file in [output, errors] {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
          throw Failure(message: "'\(file.path)' cannot be written")
        }
      }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(message: "\(name) cannot be started: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    let status = process.terminationStatus
    guard process.terminationReason == .exit else {
      throw Failure(message: "\(name) was ended by signal \(status)")
    }
    guard status == 0 else {
      let last = Self.text(errors).split(separator: "\n").last.map { ": \($0)" } ?? ""
      throw Failure(message: "\(name) ended with exit code \(status)\(last)")
    }
    return Self.text(output)
  }

  private static func text(_ file: URL) -> String {
    String(decoding: FileManager.default.contents(atPath: file.path) ?? Data(), as: UTF8.self)
  }
}
