// SPDX-License-Identifier: GPL-3.0-or-later

/// An input problem with a place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The input cannot be used.
    case error
    /// The input is used, and something about it may be wrong.
    case warning
    /// Something worth knowing that changes nothing.
    case note
  }

  /// The file, as the user named it.
  public let file: String
  /// The line, 1 for the first; `nil` when the problem is the file itself.
  public let line: Int?
  /// The column in characters, 1 for the first; `nil` when the problem is the line or file itself.
  public let column: Int?
  /// How bad it is.
  public let severity: Severity
  /// What was found, what was expected and what to do, in lower case.
  public let message: String
  /// Further places or hints that help.
  public let notes: [String]

  /// Makes a diagnostic.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, severity: Severity = .error,
    message: String, notes: [String] = []
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.notes = notes
  }

  /// `file:line:column: error: message`, and a line for each note.
  public var text: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    var lines = ["\(place): \(severity.rawValue): \(message)"]
    lines += notes.map { "\(place): note: \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic: Comparable {
  /// By file, line, column, then text, in which numbers go by their size.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let place = (left.file, left.line ?? 0, left.column ?? 0)
    let other = (right.file, right.line ?? 0, right.column ?? 0)
    return place == other
      ? NaturalOrder.isBefore(left.message, right.message) : place < other
  }
}
