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
    let datasets = datasets.sorted { $0.name < $1.name }
    let context = AssessmentContext(reference: reference, policy: policy, options: options)
    var assessor = SeriesAssessor(context: context)

    var assessments = assessor.nationalRows()
    var zones: [DatasetZones] = []
    for dataset in datasets {
      assessments += assessor.territoryRows(of: dataset)
      let found = DatasetZones(dataset)
      assessments += assessor.zoneRows(of: found)
      zones.append(found)
    }
    assessments.sort(by: Assessment.isOrdered)

    let names = datasets.reduce(into: [Territory: String]()) { names, dataset in
      names.merge(dataset.names) { first, _ in first }
    }
    let summaries = datasets.map { dataset in
      DatasetSummary(
        name: dataset.name, title: dataset.title, folder: dataset.folder, grade: dataset.grade,
        rows: dataset.records.count,
        unknownCells: dataset.records.count { $0.emission == nil },
        areas: Set(dataset.records.compactMap(\.territory.area)).count)
    }
    let partial = AssessmentResult(
      options: options, policy: policy, reference: reference, datasets: summaries,
      assessments: assessments, closure: ClosureBuilder(context: context).checks(zones),
      unresolved: assessor.unresolvedKeys, findings: [], names: names)
    return partial.with(findings: FindingsBuilder(result: partial, zones: zones).findings())
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
      assessments: assessments, joint: joint, closure: closure, unresolved: unresolved, findings: findings,
      names: names)
  }
}
