// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment

/// Which verdicts of a table rest on the path alone, without a probability, and what the words for
/// statuses mean where probabilities decide.
struct PathOnlyMarks {
  private let codes: [String]
  /// Whether some verdicts of the table rest on a probability, so that those that do not are marked.
  private let isMixed: Bool
  private let remarks: [String]

  /// Looks through the rows of a table.
  init(_ rows: some Sequence<Assessment>) {
    let verdicts = rows.flatMap(\.verdicts).filter { $0.status != .undetermined }
    let codes = Set(verdicts.flatMap(\.pathOnlyCodes)).sorted()
    self.codes = codes
    isMixed = !codes.isEmpty && verdicts.contains { $0.pathOnlyCodes.isEmpty }
    var remarks: [String] = []
    let hasProbability = verdicts.contains { $0.probability != nil }
    if verdicts.contains(where: { $0.status == .met && $0.probability != nil }) {
      remarks.append("met: reached, and its probability shows it")
    }
    if hasProbability || !codes.isEmpty, verdicts.contains(where: { $0.status == .metUnproven }) {
      remarks.append("met, unproven: reached by the point, no probability shows it")
    }
    self.remarks = remarks
  }

  /// `a` where a verdict rests on the path alone and others of the table do not.
  func word(of verdict: Verdict) -> String {
    isMixed && verdict.status != .undetermined && !verdict.pathOnlyCodes.isEmpty ? "a" : ""
  }

  /// What stands under the table.
  var legend: [String] {
    guard !codes.isEmpty else { return remarks }
    let why = codes.joined(separator: ", ")
    return remarks + [
      isMixed ? "a from the path alone: \(why)" : "verdicts rest on the path alone: \(why)"
    ]
  }
}

extension Verdict {
  /// Why it rests on the path alone; empty where it rests on a probability or gives no reason.
  var pathOnlyCodes: [String] {
    reasons.map(\.code).filter { code in
      code == "tooFewYearsForProbability" || code.hasPrefix("unresolved(uncertainty.")
    }
  }
}
