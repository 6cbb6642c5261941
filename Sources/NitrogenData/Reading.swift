// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What a reader made of its input: a value, unless something is wrong with it, and everything
/// there is to say about the input.
public struct Reading<Value: Sendable>: Sendable {
  /// The value; `nil` exactly when one of the diagnostics is an error.
  public let value: Value?
  /// Errors, warnings and notes, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Makes a reading; the value counts only when the log holds no error.
  init(_ value: Value?, _ log: DiagnosticLog) {
    var log = log
    if value == nil && !log.hasErrors {
      log.error(Place(file: ""), "nothing was read")
    }
    self.value = log.hasErrors ? nil : value
    self.diagnostics = log.sorted
  }
}
