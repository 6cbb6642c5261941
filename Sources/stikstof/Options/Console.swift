// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import NitrogenCore
import NitrogenRuns

/// How a command ends, by DESIGN: 0 fine, 1 flagged, 2 unusable input.
enum Outcome {
  static let unusable = ExitCode(2)
}

/// Results go to standard output, all else to standard error.
enum Console {
  static func print(result text: String) {
    guard !text.isEmpty else { return }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      note("\(Tool.name): error: the result cannot be written: \(error.localizedDescription)")
      exit(Outcome.unusable.rawValue)
    }
  }

  static func note(_ text: String) {
    // Nobody is left to tell when this fails.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Prints diagnostics in order; notes only where they were asked for.
  static func print(_ diagnostics: [Diagnostic], withNotes: Bool = false) {
    let shown = diagnostics.filter { withNotes || $0.severity != .note }
    guard !shown.isEmpty else { return }
    note(shown.sorted().map(\.text).joined(separator: "\n"))
  }

  /// Whether standard output is a terminal that wants colour.
  static var wantsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// The width of the terminal in characters; `nil` when there is none.
  static var width: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}

/// Runs the body of a command; what cannot go on is printed and ends with exit code 2.
func running(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as RunError {
    Console.note("\(Tool.name): error: \(error)")
    throw Outcome.unusable
  }
}

/// The same for a body that waits.
func running(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as RunError {
    Console.note("\(Tool.name): error: \(error)")
    throw Outcome.unusable
  }
}

extension RunSetting {
  /// Reads the setting; prints what is wrong with it and ends with exit code 2.
  static func readOrExit(_ request: SettingRequest) throws -> RunSetting {
    let (setting, diagnostics) = try RunSetting.read(request)
    Console.print(diagnostics)
    guard let setting else { throw Outcome.unusable }
    return setting
  }
}
