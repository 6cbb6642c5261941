// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// The lines that a document shows of a command's output.
///
/// A line of three dots alone stands for any number of lines that are left out, none included; what
/// has one anywhere is an excerpt, and lines may follow it too. A line that ends in three dots stands
/// for any line that begins as it does.
struct ShownOutput: Hashable {
  static let leftOut = "..."

  /// The lines as shown, without white space at their ends and without empty lines at the end.
  let lines: [String]

  init(_ lines: [String]) {
    self.lines = Self.tidy(lines)
  }

  /// Whole parts between the lines that are left out; the first begins the output, and where there
  /// is no other it is all of it.
  private var parts: [[String]] {
    lines.split(separator: Self.leftOut, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The first part that the output does not have, with a line diff; `nil` where all is as shown.
  func problem(with output: String) -> String? {
    let actual = Self.lines(of: output)
    var next = 0
    for (index, part) in parts.enumerated() {
      if let start = place(of: part, index, in: actual, from: next) {
        next = start + part.count
      } else {
        return Self.difference(part, Array(actual[window(of: part, index, in: actual, from: next)]))
      }
    }
    return nil
  }

  /// The same parts with the lines that the output has in their place.
  func rewritten(with output: String) -> [String] {
    let actual = Self.lines(of: output)
    var next = 0
    let renewed = parts.enumerated().map { index, part in
      let window = window(of: part, index, in: actual, from: next)
      next = window.upperBound
      return zip(
        part.map(Optional.some) + Array(repeating: nil, count: actual.count), actual[window]
      )
      .map { shown, line in shown.map { Self.holds($0, line) } == true ? shown ?? line : line }
    }
    return Array(renewed.joined(separator: [Self.leftOut]))
  }

  // MARK: - Finding a part

  private func place(of part: [String], _ index: Int, in actual: [String], from next: Int) -> Int? {
    if parts.count == 1 && part.count != actual.count { return nil }
    let last = actual.count - part.count
    guard next <= last else { return nil }
    return (index == 0 ? 0...0 : next...last).first { start in
      zip(part, actual[start...]).allSatisfy { Self.holds($0, $1) }
    }
  }

  /// Where a part is, or where what is most like it is.
  private func window(
    of part: [String], _ index: Int, in actual: [String], from next: Int
  ) -> Range<Int> {
    if parts.count == 1 { return 0..<actual.count }
    if let start = place(of: part, index, in: actual, from: next) {
      return start..<(start + part.count)
    }
    let first = min(next, actual.count)
    var best = (start: first, score: -1.0)
    for start in index == 0 ? 0...0 : first...max(first, actual.count - part.count) {
      let score = zip(part, actual[start...]).reduce(0.0) { $0 + Self.likeness($1.0, $1.1) }
      if score > best.score { best = (start, score) }
    }
    return best.start..<min(best.start + part.count, actual.count)
  }

  private static func holds(_ shown: String, _ line: String) -> Bool {
    shown == line || (shown.hasSuffix(leftOut) && line.hasPrefix(shown.dropLast(3)))
  }

  /// The share of words that two lines have in common.
  private static func likeness(_ one: String, _ other: String) -> Double {
    if one == other { return 1 }
    let (words, others) = (Set(one.split(separator: " ")), Set(other.split(separator: " ")))
    guard !words.isEmpty || !others.isEmpty else { return 1 }
    return Double(words.intersection(others).count) / Double(words.union(others).count)
  }

  private static func difference(_ shown: [String], _ actual: [String]) -> String {
    LineDifference(
      expected: Data(shown.joined(separator: "\n").utf8),
      actual: Data(actual.joined(separator: "\n").utf8)
    ).description
  }

  private static func lines(of output: String) -> [String] {
    // CR LF is one character, so that a split at LF would not see it.
    tidy(
      output.replacing("\r\n", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private static func tidy(_ lines: [String]) -> [String] {
    var tidied = lines.map { line in
      String(line.reversed().drop { $0.isWhitespace }.reversed())
    }
    while tidied.last?.isEmpty == true { tidied.removeLast() }
    return tidied
  }
}
