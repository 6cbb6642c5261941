// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The verdict of a target, from the probability that it is reached and from the path.
///
/// With t* the latest definitive year not after the year asked about, r the reduction reached, P the
/// probability, and thresholds of policy. For a target T > t*: met when r(t*) is at the target
/// already and P passes the threshold of met; on track when P passes that of on track and r(t*) is on
/// or above the path; off track when P is below that of at risk; else at risk. For T <= t*: missed
/// when r(T) is below the target, met when P passes, else met and unproven.
///
/// Where no probability is known a target ahead is read from the path alone: r(t*) on or above the
/// path of t* is on track, on or above that of the year before is at risk, anything less is off track.
enum TargetVerdict {
  struct Outcome {
    let status: Status
    let reasons: [Reason]
  }

  /// The verdict of a target that lies ahead.
  static func ahead(
    of target: Target, year: Int, reduction: Fraction, trajectory: Trajectory, edge: BandEdge,
    chance: Likelihood
  ) -> Outcome? {
    guard let now = trajectory.band(in: year)?.at(edge),
      let before = trajectory.band(in: max(year - 1, trajectory.baselineYear))?.at(edge)
    else { return nil }
    let path = path(reduction, year: year, now: now, before: before)
    switch chance {
    case .unknown(let why):
      return Outcome(status: path.status, reasons: path.reasons + [why])
    case .known(let probability, let thresholds):
      let required = target.band.at(edge)
      let sentence =
        "probability \(Figures.percent(Fraction(probability))) of \(Figures.percent(required)) in "
        + "\(target.year)"
      let facts: [String: Telling.Fact] = [
        "probability": .probability(probability), "required": .share(required),
        "target": .year(target.year), "met": .probability(thresholds.met),
        "onTrack": .probability(thresholds.onTrack), "atRisk": .probability(thresholds.atRisk),
      ]
      let status: Status
      let reason: Reason
      if probability >= thresholds.met && reduction.reaches(required) {
        status = .met
        reason = Reason("probablyMet", "\(sentence), and reached already", facts)
      } else if probability < thresholds.atRisk {
        status = .offTrack
        reason = Reason(
          "improbable",
          "\(sentence), below \(Figures.percent(Fraction(thresholds.atRisk)))", facts)
      } else if probability >= thresholds.onTrack && path.status == .onTrack {
        status = .onTrack
        reason = Reason(
          "probable", "\(sentence), \(Figures.percent(Fraction(thresholds.onTrack))) or more",
          facts)
      } else if probability >= thresholds.onTrack {
        status = .atRisk
        reason = Reason("probableBelowPath", "\(sentence), but the path is not kept", facts)
      } else {
        status = .atRisk
        reason = Reason(
          "uncertain",
          "\(sentence), between \(Figures.percent(Fraction(thresholds.atRisk))) and "
            + Figures.percent(Fraction(thresholds.onTrack)), facts)
      }
      return Outcome(status: status, reasons: [reason] + path.reasons)
    }
  }

  /// What the path alone says.
  private static func path(
    _ reduction: Fraction, year: Int, now: Fraction, before: Fraction
  ) -> Outcome {
    let reached = "reduction \(Figures.percent(reduction)) in \(year)"
    let facts: [String: Telling.Fact] = [
      "reduction": .share(reduction), "year": .year(year), "now": .share(now),
      "before": .share(before),
    ]
    if reduction.reaches(now) {
      return Outcome(
        status: .onTrack,
        reasons: [
          Reason(
            "onOrAbovePath", "\(reached), the path asks \(Figures.percent(now)) by then", facts)
        ])
    }
    if reduction.reaches(before) {
      return Outcome(
        status: .atRisk,
        reasons: [
          Reason(
            "belowPath",
            "\(reached), the path asks \(Figures.percent(now)) by then and "
              + "\(Figures.percent(before)) a year earlier", facts)
        ])
    }
    return Outcome(
      status: .offTrack,
      reasons: [
        Reason(
          "belowPathOfYearBefore",
          "\(reached), the path asked \(Figures.percent(before)) a year earlier and "
            + "\(Figures.percent(now)) by then", facts)
      ])
  }

  /// The verdict of a target whose year has passed.
  static func passed(
    _ target: Target, reduction: Fraction, edge: BandEdge, chance: Likelihood
  ) -> Outcome {
    let required = target.band.at(edge)
    let reached =
      "reduction \(Figures.percent(reduction)) in \(target.year), asked "
      + Figures.percent(required)
    var facts: [String: Telling.Fact] = [
      "reduction": .share(reduction), "target": .year(target.year), "required": .share(required),
    ]
    guard reduction.reaches(required) else {
      return Outcome(status: .missed, reasons: [Reason("belowTarget", reached, facts)])
    }
    let point = Reason("atOrAboveTarget", reached, facts)
    switch chance {
    case .unknown(let why):
      return Outcome(status: .metUnproven, reasons: [point, why])
    case .known(let probability, let thresholds):
      let sentence =
        "the probability is \(Figures.percent(Fraction(probability))), asked "
        + Figures.percent(Fraction(thresholds.met))
      facts = [
        "probability": .probability(probability), "met": .probability(thresholds.met),
        "target": .year(target.year),
      ]
      return probability >= thresholds.met
        ? Outcome(status: .met, reasons: [point, Reason("proven", sentence, facts)])
        : Outcome(status: .metUnproven, reasons: [point, Reason("notProven", sentence, facts)])
    }
  }
}
