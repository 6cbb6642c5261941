// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Which figures rest on an assumption of the user or on a pack known second-hand, so that it
/// stands beside every one of them.
struct PolicyMarks {
  private let user: Set<PolicyKey>
  private let secondHand: Set<PolicyKey>

  init(_ policy: Policy) {
    user = Set(policy.all.filter(\.isUserAssumption).map(\.record.key))
    secondHand = Set(policy.all.filter(\.isSecondHand).map(\.record.key))
  }

  /// `u` (user), `s` (second-hand), both or nothing.
  func words(of assessment: Assessment?) -> String {
    guard let keys = assessment?.policyKeys else { return "" }
    var words: [String] = []
    if keys.contains(where: user.contains) { words.append(Self.userWord) }
    if keys.contains(where: secondHand.contains) { words.append(Self.secondHandWord) }
    return words.joined(separator: " ")
  }

  /// What the marks mean, for those that occur.
  func legend(of assessments: some Sequence<Assessment>) -> [String] {
    var found: Set<Substring> = []
    for assessment in assessments where found.count < 2 {
      found.formUnion(words(of: assessment).split(separator: " "))
    }
    var lines: [String] = []
    if found.contains(Self.userWord[...]) {
      lines.append("\(Self.userWord) rests on an assumption of the user")
    }
    if found.contains(Self.secondHandWord[...]) {
      lines.append("\(Self.secondHandWord) rests on policy known second-hand")
    }
    return lines
  }

  private static let userWord = "u"
  private static let secondHandWord = "s"
}
