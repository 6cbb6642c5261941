// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// A verdict in a sentence.
extension Narrator {
  /// What a verdict says of a territory, sector and target, in one sentence with its reasons.
  public func sentence(_ verdict: Verdict, of assessment: Assessment) -> String {
    var clause = self.clause(verdict, of: assessment)
    if verdict.isProvisional {
      clause = words(VerdictPhrase.provisional, ["verdict": .text(clause)])
    }
    let reasons = inWords(verdict.reasons.filter { !Self.isTold($0) })
    if !reasons.isEmpty {
      clause = words(
        VerdictPhrase.because,
        ["verdict": .text(clause), "reasons": .text(reasons.joined(separator: "; "))])
    }
    let place = Self.capital(name(assessment.territory))
    return Self.sentence(
      words(VerdictPhrase.place, ["place": .text(place), "verdict": .text(clause)]))
  }

  /// A reason as a clause, in English where no phrase says it.
  func inWords(_ reason: Reason) -> String { clause(reason) ?? reason.sentence }

  /// Reasons as clauses; targets that policy does not give come first and are one clause.
  private func inWords(_ reasons: [Reason]) -> [String] {
    let keys = reasons.compactMap { reason -> String? in
      guard reason.telling.phrase == ReasonPhrase.unresolvedTarget.rawValue,
        case .key(let key)? = reason.telling.facts["key"]
      else { return nil }
      return key.rawValue
    }
    let others = reasons.filter {
      $0.telling.phrase != ReasonPhrase.unresolvedTarget.rawValue
    }.map(inWords)
    guard !keys.isEmpty else { return others }
    return [
      words(ReasonPhrase.unresolvedTarget, ["key": .text(keys.joined(separator: ", "))])
    ] + others
  }

  /// Whether the clause of the verdict has said it already.
  private static func isTold(_ reason: Reason) -> Bool { reason.code == "inherited" }

  /// The verdict without its reasons.
  private func clause(_ verdict: Verdict, of assessment: Assessment) -> String {
    guard let year = verdict.target,
      let target = assessment.targets.first(where: { $0.year == year })
    else {
      return words(
        VerdictPhrase.noTarget,
        [
          "slice": .text(slice(assessment.slice)),
          "pollutant": .text(pollutant(assessment.pollutant)),
        ])
    }
    return words(
      Self.phrase(verdict),
      [
        "sector": .text(subject(assessment.slice)), "goal": .text(goal(target, of: assessment)),
      ])
  }

  /// `het doel voor 2035 (42,0–46,0 % minder NH₃ dan in 2019)`.
  private func goal(_ target: Target, of assessment: Assessment) -> String {
    let name: NamePhrase =
      switch target.kind {
      case .statutory: .statutoryGoal
      case .aim: .aimGoal
      case .shadow: .shadowGoal
      case .indicative: .indicativeGoal
      }
    var values: [String: Words.Value] = [
      "name": .text(words(name)), "year": .text("\(target.year)"),
      "band": .text(words.band(target.band)), "pollutant": .text(pollutant(assessment.pollutant)),
    ]
    guard let baseline = assessment.path.first?.year ?? assessment.baseline?.year else {
      return words(VerdictPhrase.goalWithoutYear, values)
    }
    values["baseline"] = .text("\(baseline)")
    return words(VerdictPhrase.goal, values)
  }

  private static func phrase(_ verdict: Verdict) -> VerdictPhrase {
    switch (verdict.status, verdict.isInherited) {
    case (.met, false): .met
    case (.met, true): .nationalMet
    case (.metUnproven, false): .metUnproven
    case (.metUnproven, true): .nationalMetUnproven
    case (.onTrack, false): .onTrack
    case (.onTrack, true): .nationalOnTrack
    case (.atRisk, false): .atRisk
    case (.atRisk, true): .nationalAtRisk
    case (.offTrack, false): .offTrack
    case (.offTrack, true): .nationalOffTrack
    case (.missed, false): .missed
    case (.missed, true): .nationalMissed
    case (.undetermined, false): .undetermined
    case (.undetermined, true): .nationalUndetermined
    }
  }
}
