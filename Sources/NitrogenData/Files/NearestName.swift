// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the name somebody probably meant.
enum NearestName {
  /// The candidate closest to a text, when it is close enough to be a slip of the pen.
  ///
  /// Distance counts insertions, deletions, replacements and swaps of neighbours, case aside; a
  /// third of the text may differ. Of equally close candidates the first in order counts.
  static func of(_ text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased())
    let allowed = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates.sorted() {
      let other = Array(candidate.lowercased())
      guard abs(other.count - wanted.count) <= allowed else { continue }
      let distance = distance(wanted, other)
      if distance <= allowed && distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// `; did you mean 'x'?`, or nothing when no candidate is close.
  static func hint(_ text: String, in candidates: some Sequence<String>) -> String {
    of(text, in: candidates).map { "; nearest is '\($0)'" } ?? ""
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + Array(repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}

extension Sequence<String> {
  /// `a, b or c`.
  var asChoice: String { joined(last: "or") }

  /// `a, b and c`.
  var asList: String { joined(last: "and") }

  private func joined(last word: String) -> String {
    var names = Array(self)
    guard names.count > 1, let last = names.popLast() else { return names.first ?? "" }
    return "\(names.joined(separator: ", ")) \(word) \(last)"
  }
}
