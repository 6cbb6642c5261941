// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Holds datasets against baseline, path and targets.
public enum Assessor {
  /// Assesses datasets together with the nation.
  ///
  /// - Parameters:
  ///   - datasets: what was read; the order does not matter.
  ///   - reference: areas, boundaries and national figures.
  ///   - policy: the packs in force.
  ///   - options: what the user asked for.
  /// - Returns: the results, in a fixed order.
  public static func assess(
    _ datasets: [Dataset], reference: ReferenceData, policy: Policy, options: AssessmentOptions
  ) -> AssessmentResult {
    let batch = BatchAssessor(
      reference: reference, policy: policy, options: options, batch: datasets)
    return batch.result(of: datasets.map { batch.rows(of: $0) })
  }
}

extension Assessment {
  static func isOrdered(_ left: Assessment, _ right: Assessment) -> Bool {
    if left.territory != right.territory { return left.territory < right.territory }
    if left.slice != right.slice { return left.slice < right.slice }
    if left.pollutant != right.pollutant { return left.pollutant < right.pollutant }
    if left.isShadow != right.isShadow { return !left.isShadow }
    if left.boundary != right.boundary { return left.boundary < right.boundary }
    return (left.dataset ?? "") < (right.dataset ?? "")
  }
}

extension AssessmentResult {
  func with(findings: [Finding]) -> AssessmentResult {
    AssessmentResult(
      options: options, policy: policy, reference: reference, datasets: datasets,
      assessments: assessments, joint: joint, closure: closure, unresolved: unresolved,
      findings: findings, names: names, national: national, measures: measures)
  }
}
