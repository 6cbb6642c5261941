// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// How an area stands as a whole: the worst status of its targets.
struct AreaStanding {
  /// Statuses, worst first. What is not known is worse than what is well, and better than what is not.
  static let worstFirst: [Status] = [
    .missed, .offTrack, .atRisk, .undetermined, .metUnproven, .onTrack, .met,
  ]

  let area: AreaCode
  let status: Status
  /// Whether it rests on the nation's development.
  let isInherited: Bool
  /// What decides it.
  let assessment: Assessment
  let verdict: Verdict

  /// The areas of a result, by number.
  static func all(in result: AssessmentResult) -> [AreaStanding] {
    var rows: [AreaCode: [Assessment]] = [:]
    for assessment in result.assessments
    where !assessment.isShadow && assessment.slice.part == nil {
      if let area = assessment.territory.area { rows[area, default: []].append(assessment) }
    }
    return rows.keys.sorted().compactMap { area in
      let whole = rows[area]?.filter { $0.territory == .area(area) } ?? []
      return AreaStanding(area, of: whole.isEmpty ? rows[area] ?? [] : whole)
    }
  }

  /// The worst of some assessments; of equal statuses one of the area's own, then the first.
  private init?(_ area: AreaCode, of assessments: [Assessment]) {
    var worst: (rank: Int, assessment: Assessment, verdict: Verdict)?
    for assessment in assessments {
      for verdict in assessment.verdicts where verdict.target != nil {
        guard let place = Self.worstFirst.firstIndex(of: verdict.status) else { continue }
        let rank = place * 2 + (verdict.isInherited ? 1 : 0)
        if rank < worst?.rank ?? .max { worst = (rank, assessment, verdict) }
      }
    }
    // Where policy sets no target at all, nothing is determined.
    let none = assessments.first.flatMap { row in row.verdicts.first.map { (0, row, $0) } }
    guard let found = worst ?? none else { return nil }
    self.area = area
    status = found.verdict.status
    isInherited = found.verdict.isInherited
    assessment = found.assessment
    verdict = found.verdict
  }
}
