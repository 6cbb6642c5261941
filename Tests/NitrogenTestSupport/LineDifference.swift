// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// The first differing lines of two texts, with their numbers, for people to read.
public struct LineDifference: CustomStringConvertible {
  /// How many removed lines are shown, and as many added ones.
  private static let shownLines = 8

  /// How many lines from the first difference on are compared: a bound on the time, as comparing
  /// two texts that have nothing in common takes the square of their length.
  private static let comparedLines = 200

  private let expected: [Substring]
  private let actual: [Substring]

  /// Holds two texts against each other.
  public init(expected: Data, actual: Data) {
    self.expected = Self.lines(expected)
    self.actual = Self.lines(actual)
  }

  /// Each removed line with `-` and its number in `expected`, each added line with `+` and its
  /// number in `actual`, in the order of the texts.
  public var description: String {
    let changes = changes
    guard !changes.isEmpty else { return "  the bytes differ where they are not valid UTF-8" }
    let removed = changes.filter(\.isRemoval).prefix(Self.shownLines)
    let added = changes.filter { !$0.isRemoval }.prefix(Self.shownLines)
    let lastOld = removed.last?.line ?? 0
    let lastNew = added.last?.line ?? 0
    let shown = changes.filter { $0.line <= ($0.isRemoval ? lastOld : lastNew) }
    var lines = shown.map(\.text)
    if shown.count < changes.count {
      lines.append("  … and more")
    }
    return lines.joined(separator: "\n")
  }

  private struct Change {
    let line: Int
    let isRemoval: Bool
    let content: Substring

    /// Quoted, so that tabs, carriage returns and spaces at the end are seen.
    var text: String {
      "  \(isRemoval ? "-" : "+") \(line): \(String(content).debugDescription)"
    }
  }

  private var changes: [Change] {
    let same = zip(expected, actual).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let old = Array(expected.dropFirst(same).prefix(Self.comparedLines))
    let new = Array(actual.dropFirst(same).prefix(Self.comparedLines))
    let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }

    // Walks both texts at once, so that a replaced line stands next to its replacement.
    var (removals, insertions) = (difference.removals[...], difference.insertions[...])
    var (oldIndex, newIndex) = (0, 0)
    var changes: [Change] = []
    while !removals.isEmpty || !insertions.isEmpty {
      if case .remove(oldIndex, let content, _) = removals.first {
        changes.append(Change(line: same + oldIndex + 1, isRemoval: true, content: content))
        removals.removeFirst()
        oldIndex += 1
      } else if case .insert(newIndex, let content, _) = insertions.first {
        changes.append(Change(line: same + newIndex + 1, isRemoval: false, content: content))
        insertions.removeFirst()
        newIndex += 1
      } else {
        oldIndex += 1
        newIndex += 1
      }
    }
    return changes
  }

  /// Splits at LF; a missing newline at the end is a difference too.
  private static func lines(_ data: Data) -> [Substring] {
    // Of UTF-8 and not of characters: CR LF is one character.
    String(decoding: data, as: UTF8.self).utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }
}
