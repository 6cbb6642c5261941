// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Finds the assessment and verdict that a finding comes from.
///
/// A territory can stand in several datasets; findings come in the order of the assessments, so the
/// first one on a territory, sector, pollutant, target and status belongs to the first verdict of
/// its own that has them.
struct VerdictLookup {
  struct Source {
    let assessment: Assessment
    let verdict: Verdict

    /// The reduction in the year assessed.
    var reduction: Fraction? {
      assessment.series.first { $0.point.year == verdict.assessedYear }?.reduction
    }
  }

  private struct Key: Hashable {
    let territory: Territory
    let slice: SectorSlice
    let pollutant: Pollutant
    let target: Int
    let status: String
  }

  private var sources: [Key: [Source]] = [:]

  init(_ result: AssessmentResult) {
    for assessment in result.assessments.reversed() where !assessment.isShadow {
      for verdict in assessment.verdicts where !verdict.isInherited {
        guard let target = verdict.target, verdict.status != .undetermined else { continue }
        let key = Key(
          territory: assessment.territory, slice: assessment.slice,
          pollutant: assessment.pollutant, target: target, status: verdict.status.rawValue)
        sources[key, default: []].append(Source(assessment: assessment, verdict: verdict))
      }
    }
  }

  /// The source of the next finding; `nil` when it comes from no verdict.
  mutating func next(for finding: Finding) -> Source? {
    guard let territory = finding.territory, let slice = finding.slice,
      let pollutant = finding.pollutant, let target = finding.target
    else { return nil }
    let key = Key(
      territory: territory, slice: slice, pollutant: pollutant, target: target,
      status: finding.code)
    return sources[key]?.popLast()
  }
}
