// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenGeography

/// What holds of every reading, whatever the input; a law that is broken ends the program.
enum ReadingLaws {
  /// How many diagnostics a file may have: the list and the line that counts the rest.
  private static let mostDiagnostics = 1001
  /// How long a message may be, in bytes: a thousand characters, each spelt out.
  private static let longestMessage = 8100

  /// Ends the program, with a word on standard error, where a law is broken; a precondition would
  /// say nothing when built for release.
  static func hold(_ isSo: Bool, _ found: @autoclosure () -> String) {
    if !isSo { fatalError("a law of readings is broken: \(found())") }
  }

  /// Diagnostics are few, short, on one line, and tell why what was refused was.
  static func check(_ diagnostics: [Diagnostic], isRefused: Bool) {
    hold(diagnostics.count <= 2 * mostDiagnostics, "\(diagnostics.count) diagnostics")
    for diagnostic in diagnostics {
      for text in [diagnostic.message] + diagnostic.notes {
        hold(!text.isEmpty, "an empty message")
        hold(text.utf8.count <= longestMessage, "\(text.utf8.count) bytes: \(text)")
        hold(
          text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
          "a control character: \(text.debugDescription)")
      }
      hold(diagnostic.line ?? 1 > 0 && diagnostic.column ?? 1 > 0, "\(diagnostic)")
    }
    hold(
      !isRefused || diagnostics.contains { $0.severity == .error }, "refused without a reason")
  }

  /// Outlines are refused with a reason or have areas in the envelope.
  static func check(_ reading: Reading<OutlineSet>) {
    check(reading.diagnostics, isRefused: reading.value == nil)
    guard let set = reading.value else { return }
    hold(!set.areas.isEmpty, "outlines of nothing")
  }
}
