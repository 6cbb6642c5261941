// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Which verdicts of a table rest on the path alone, without a probability, and what the words for
/// statuses mean where probabilities decide.
struct StatusMarks {
  private let codes: [String]
  /// Whether some verdicts of the table rest on a probability, so that those that do not are marked.
  private let isMixed: Bool
  private let hasProbability: Bool
  private let hasMet: Bool
  private let hasUnproven: Bool

  /// Looks through the rows of a table.
  init(_ rows: some Sequence<Assessment>) {
    let verdicts = rows.flatMap(\.verdicts).filter { $0.status != .undetermined }
    let codes = Set(verdicts.flatMap(\.pathOnlyCodes)).sorted()
    self.codes = codes
    isMixed = !codes.isEmpty && verdicts.contains { $0.pathOnlyCodes.isEmpty }
    hasProbability = verdicts.contains { $0.probability != nil }
    hasMet = verdicts.contains { $0.status == .met && $0.probability != nil }
    hasUnproven = verdicts.contains { $0.status == .metUnproven }
  }

  /// `a` where a verdict rests on the path alone and others of the table do not.
  func word(of verdict: Verdict) -> String {
    isMixed && verdict.status != .undetermined && !verdict.pathOnlyCodes.isEmpty ? "a" : ""
  }

  /// What stands under the table.
  ///
  /// - Parameter policy: where the probabilities stand from which a status is given.
  /// - Returns: the remarks, none where verdicts say nothing of probabilities.
  func legend(_ policy: Policy) -> [String] {
    var remarks: [String] = []
    if hasMet { remarks.append("met: reached, and its probability shows it") }
    if hasUnproven, hasProbability || !codes.isEmpty {
      remarks.append("met, unproven: reached by the point, no probability shows it")
    }
    if hasProbability {
      let bounds = ["met", "on-track", "at-risk"].map { name in
        policy.number(PolicyKey(rawValue: "status.probability.\(name)")).map {
          "P >= \(Shown.plain(($0 * 1e10).rounded() / 1e8)) %"
        } ?? Shown.missing
      }
      remarks.append(
        "by probability: met \(bounds[0]), on track \(bounds[1]) and on the path, "
          + "at risk \(bounds[2])")
    }
    if !codes.isEmpty {
      let why = codes.joined(separator: ", ")
      remarks.append(
        isMixed ? "a from the path alone: \(why)" : "verdicts rest on the path alone: \(why)")
    }
    return remarks
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
