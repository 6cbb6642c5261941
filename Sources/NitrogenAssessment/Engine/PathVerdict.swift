// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The verdict of a target from the path alone, without a probability.
///
/// With t* the latest definitive year not after the year asked about and r the reduction reached:
/// for a target T > t*, r(t*) on or above the path of t* is on track, on or above that of the year
/// before is at risk, anything less is off track. For T <= t*, r(T) below the target is a miss, and
/// at or above it the target is met, unproven while no probability is computed.
enum PathVerdict {
  struct Outcome {
    let status: Status
    let reasons: [Reason]
  }

  /// The verdict of a target that lies ahead.
  static func ahead(
    of target: Target, year: Int, reduction: Fraction, trajectory: Trajectory, edge: BandEdge
  ) -> Outcome? {
    guard let now = trajectory.band(in: year)?.at(edge),
      let before = trajectory.band(in: max(year - 1, trajectory.baselineYear))?.at(edge)
    else { return nil }
    let reached = "reduction \(Figures.percent(reduction)) in \(year)"
    if reduction.reaches(now) {
      return Outcome(
        status: .onTrack,
        reasons: [
          Reason("onOrAbovePath", "\(reached), the path asks \(Figures.percent(now)) by then")
        ])
    }
    if reduction.reaches(before) {
      return Outcome(
        status: .atRisk,
        reasons: [
          Reason(
            "belowPath",
            "\(reached), the path asks \(Figures.percent(now)) by then and "
              + "\(Figures.percent(before)) a year earlier")
        ])
    }
    return Outcome(
      status: .offTrack,
      reasons: [
        Reason(
          "belowPathOfYearBefore",
          "\(reached), the path asked \(Figures.percent(before)) a year earlier and "
            + "\(Figures.percent(now)) by then")
      ])
  }

  /// The verdict of a target whose year has passed.
  static func passed(_ target: Target, reduction: Fraction, edge: BandEdge) -> Outcome {
    let required = target.band.at(edge)
    let reached =
      "reduction \(Figures.percent(reduction)) in \(target.year), asked "
      + Figures.percent(required)
    guard reduction.reaches(required) else {
      return Outcome(status: .missed, reasons: [Reason("belowTarget", reached)])
    }
    return Outcome(
      status: .metUnproven,
      reasons: [
        Reason("atOrAboveTarget", reached),
        Reason(
          "probabilityNotComputed", "no probability is computed, so the point is not proven"),
      ])
  }
}
