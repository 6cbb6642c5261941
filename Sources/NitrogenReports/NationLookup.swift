// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// Finds the nation's assessment that an inherited one takes its verdicts from.
struct NationLookup {
  private let policy: Policy
  private let boundaries: [BoundaryID: BoundaryTable]
  private let rows: [Assessment]

  /// Prepares the national rows of a result.
  init(_ result: AssessmentResult) {
    policy = result.policy
    boundaries = result.reference.boundaries
    rows = (result.assessments + result.national).filter {
      $0.territory == .nation && $0.dataset == nil
    }
  }

  /// The nation's assessment of the same sector and compound, under the boundary of the index or
  /// another that puts the same into the sector; `nil` where the result does not hold it.
  func row(behind assessment: Assessment) -> Assessment? {
    let boundary = assessment.indexBoundary(in: policy)
    let vintage = policy.text(.indexVintage(assessment.pollutant))
    let found = rows.filter { row in
      row.slice == assessment.slice && row.pollutant == assessment.pollutant
        && agree(row.boundary, boundary, on: assessment.slice.sector)
    }
    let same = found.filter { row in row.vintages.contains { $0 == vintage } }
    return same.first { $0.boundary == boundary } ?? same.first
      ?? found.first { $0.boundary == boundary } ?? found.first
  }

  private func agree(_ one: BoundaryID, _ other: BoundaryID, on sector: Sector) -> Bool {
    if one == other { return true }
    guard let first = boundaries[one], let second = boundaries[other] else { return false }
    return first.agrees(with: second, on: sector)
  }
}

extension Assessment {
  /// Whether its verdicts are the nation's.
  var isInherited: Bool { verdicts.contains(where: \.isInherited) }

  /// The boundary of the national index that stands behind it.
  func indexBoundary(in policy: Policy) -> BoundaryID {
    policy.text(.indexBoundary(boundary)).map { BoundaryID(rawValue: $0) } ?? boundary
  }
}
