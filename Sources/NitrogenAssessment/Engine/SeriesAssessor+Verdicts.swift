// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The verdict of a target, a place's own or the nation's.
extension SeriesAssessor {
  mutating func verdict(
    _ target: Target, years: [AssessedYear], assessed: AssessedYear, reduction: Fraction,
    trajectory: Trajectory, subject: Subject, targets: TargetSet,
    outlook: SeriesProjector.Findings, keys: inout [PolicyKey]
  ) -> Verdict {
    let edge = context.edge
    let chance = likelihood(of: target, outlook, keys: &keys)
    let outcome: TargetVerdict.Outcome?
    var lacking: SeriesPoint?
    if target.year > assessed.point.year {
      outcome = TargetVerdict.ahead(
        of: target, year: assessed.point.year, reduction: reduction, trajectory: trajectory,
        edge: edge, chance: chance)
    } else {
      let reached = years.first { $0.point.year == target.year && !$0.point.provisional }
      outcome = reached?.reduction.map {
        TargetVerdict.passed(target, reduction: $0, edge: edge, chance: chance)
      }
      lacking = reached?.point
    }
    guard let outcome else {
      let reason =
        lacking.map { incomplete([$0]) }
        ?? Reason(
          "noFigureForTargetYear",
          "\(target.year) has passed and there is no definitive figure for it",
          ["target": .year(target.year)])
      return Verdict(
        target: target.year, status: .undetermined, basis: nil,
        assessedYear: assessed.point.year, isInherited: false, isFlagged: false,
        reasons: [reason])
    }
    let isShadow = targets.isShadow || subject.isVariant
    var reasons = outcome.reasons
    if targets.isShadow {
      reasons.append(Reason("shadow", "shown beside the official target, never flagged"))
    }
    if subject.isVariant {
      reasons.append(
        Reason(
          "boundaryVariant",
          "boundary \(subject.series.boundary) is shown beside the default, never flagged",
          ["boundary": .name(subject.series.boundary.rawValue)]))
    }
    return Verdict(
      target: target.year, status: outcome.status, basis: targets.basis,
      assessedYear: assessed.point.year, isInherited: false,
      isFlagged: !isShadow && flags(outcome.status),
      isProvisional: trajectoryStartIsProvisional(years, trajectory), reasons: reasons,
      probability: chance.probability,
      consequence: isShadow ? nil : consequence(of: outcome.status, target, subject, keys: &keys))
  }

  /// The probability by which a target is judged, with the thresholds of policy.
  private mutating func likelihood(
    of target: Target, _ outlook: SeriesProjector.Findings, keys: inout [PolicyKey]
  ) -> Likelihood {
    let wanted: [PolicyKey] = [
      "status.probability.met", "status.probability.on-track", "status.probability.at-risk",
    ]
    guard let probability = outlook.decisive[target.year] else {
      return .unknown(
        outlook.whyPathOnly
          ?? Reason("probabilityNotComputed", "read from the path alone: no probability is known"))
    }
    keys += wanted
    let thresholds = wanted.compactMap { context.policy.number($0) }
    guard thresholds.count == wanted.count else {
      let key = wanted.first { context.policy.number($0) == nil } ?? wanted[0]
      note(
        unresolved: key, neededFor: "a verdict from a probability",
        Telling("verdictFromProbability"))
      return .unknown(Reason(silent: key))
    }
    return .known(
      probability,
      Likelihood.Thresholds(met: thresholds[0], onTrack: thresholds[1], atRisk: thresholds[2]))
  }

  /// Whether the baseline year is provisional in the source.
  func trajectoryStartIsProvisional(
    _ years: [AssessedYear], _ trajectory: Trajectory
  ) -> Bool {
    years.contains { $0.point.year == trajectory.baselineYear && $0.point.provisional }
  }

  func flags(_ status: Status) -> Bool {
    switch status {
    case .offTrack, .missed: true
    case .atRisk: context.options.failOn == .atRisk
    case .met, .metUnproven, .onTrack, .undetermined: false
    }
  }

  mutating func consequence(
    of status: Status, _ target: Target, _ subject: Subject, keys: inout [PolicyKey]
  ) -> Consequence? {
    guard status == .atRisk || status == .offTrack || status == .missed else { return nil }
    let key = PolicyKey.consequence(subject.series.slice.sector, target.year)
    guard let entry = context.policy[key], case .text(let name)? = entry.record.value else {
      return nil
    }
    keys.append(key)
    return Consequence(entry: entry, name: name)
  }

  /// The nation's verdicts, for a series that rests on the national index.
  mutating func inherited(
    _ series: EmissionSeries, targets: TargetSet, index: NationalIndex?, assessed: AssessedYear,
    keys: inout [PolicyKey]
  ) -> [Verdict] {
    guard let index else {
      return undetermined(
        targets,
        [Reason("tooFewStatedYears", "a local verdict needs more stated years than there are")],
        assessed)
    }
    let nation = nationalAssessment(
      series.slice.sector, series.pollutant, boundary: index.boundary, vintage: index.vintage,
      isVariant: false, keys: [])
    keys += nation?.policyKeys ?? []
    return targets.targets.map { target in
      let verdict = nation?.verdict(for: target.year)
      let reason = Reason(
        "inherited",
        "too few years are stated for a verdict of its own, so it is the nation's "
          + "(\(index.vintage), boundary \(index.boundary)) and raises no flag here",
        [
          "vintage": .name(index.vintage.rawValue), "boundary": .name(index.boundary.rawValue),
        ])
      return Verdict(
        target: target.year, status: verdict?.status ?? .undetermined, basis: verdict?.basis,
        assessedYear: verdict?.assessedYear, isInherited: true, isFlagged: false,
        isProvisional: verdict?.isProvisional ?? false,
        reasons: (verdict?.reasons ?? []) + [reason], probability: verdict?.probability,
        consequence: verdict?.consequence)
    }
  }
}
