// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A place in an input file.
struct Place: Hashable {
  /// The file, as the user named it.
  let file: String
  /// The line, 1 for the first; `nil` for the file as a whole.
  var line: Int?
  /// The column in characters, 1 for the first; `nil` for the line as a whole.
  var column: Int?
}

/// Collects diagnostics, at most ``limit`` of a file.
struct DiagnosticLog {
  /// How many diagnostics of one file are kept; the others are counted.
  static let limit = 1000
  /// How many characters of a message are kept, so that a long text in it does not fill memory.
  static let longest = 1000

  private var kept: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private(set) var hasErrors = false

  /// Notes an error: the input cannot be used.
  mutating func error(_ place: Place, _ message: String, notes: [String] = []) {
    hasErrors = true
    add(place, .error, message, notes)
  }

  /// Notes a warning: the input is used, and something about it may be wrong.
  mutating func warning(_ place: Place, _ message: String, notes: [String] = []) {
    add(place, .warning, message, notes)
  }

  /// Notes something worth knowing that changes nothing.
  mutating func note(_ place: Place, _ message: String) {
    add(place, .note, message, [])
  }

  /// Notes that something with a name of its own stands twice, as in "area 57".
  mutating func standsTwice(_ place: Place, _ what: String, firstLine: Int) {
    error(
      place, "\(what) stands twice; take one out", notes: ["the first is on line \(firstLine)"])
  }

  /// Notes that a header has a column twice; `first` counts from 0.
  mutating func standsTwice(_ place: Place, column: String, first: Int) {
    error(place, "column '\(column)' stands twice; it is column \(first + 1) already: take one out")
  }

  /// Counts errors of a file that a reader has found and no longer describes.
  mutating func countFurtherErrors(_ count: Int, of file: String) {
    guard count > 0 else { return }
    hasErrors = true
    counts[file, default: 0] += count
  }

  private mutating func add(
    _ place: Place, _ severity: Diagnostic.Severity, _ message: String, _ notes: [String]
  ) {
    let count = counts[place.file, default: 0] + 1
    counts[place.file] = count
    guard count <= Self.limit else { return }
    kept.append(
      Diagnostic(
        file: place.file, line: place.line, column: place.column, severity: severity,
        message: Self.printable(message), notes: notes.map(Self.printable)))
  }

  /// The text on one line, control characters spelt out, and the middle of a long one left out.
  private static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard text.utf8.count > longest, scalars.dropFirst(longest).first != nil else {
      return onOneLine(text)
    }
    let start = String(String.UnicodeScalarView(scalars.prefix(longest * 3 / 5)))
    let end = String(String.UnicodeScalarView(scalars.suffix(longest * 2 / 5)))
    return onOneLine("\(start) … \(end)")
  }

  private static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true) : String(Character(scalar))
    }.joined()
  }

  /// The diagnostics by place, each file closed by a line that counts what was left out.
  var sorted: [Diagnostic] {
    var all = kept
    for (file, count) in counts where count > Self.limit {
      let last = kept.filter { $0.file == file }.compactMap(\.line).max() ?? 1
      all.append(
        Diagnostic(
          file: file, line: last + 1, severity: .error,
          message: "\(count - Self.limit) more problems of this file are not listed; "
            + "mend the \(Self.limit) above first"))
    }
    return all.sorted()
  }
}
