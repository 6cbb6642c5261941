// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Assesses a batch in pieces: the nation once, then each dataset alone, then what concerns several.
///
/// The rows of a dataset are a pure function of the dataset, the setting, the options, and the measures
/// and plans of the batch: whatever else is in it, on whatever thread and in whatever order, they are
/// the same.
public struct BatchAssessor: Sendable {
  private let context: AssessmentContext
  /// What every dataset starts from: the nation is in it already.
  private let start: SeriesAssessor
  private let nation: [Assessment]

  /// Assesses the nation.
  ///
  /// - Parameters:
  ///   - reference: areas, boundaries and national figures.
  ///   - policy: the packs in force.
  ///   - options: what the user asked for.
  ///   - batch: all datasets of the batch: what is planned in one may hold in another.
  public init(
    reference: ReferenceData, policy: Policy, options: AssessmentOptions, batch: [Dataset]
  ) {
    context = AssessmentContext(
      reference: reference, policy: policy, options: options, batch: batch)
    var assessor = SeriesAssessor(context: context)
    nation = assessor.nationalRows().sorted(by: Assessment.isOrdered)
    start = assessor
  }

  /// What was found about one dataset.
  public struct DatasetRows: Sendable {
    /// The dataset.
    public let dataset: Dataset
    let assessments: [Assessment]
    let joint: [JointProjection]
    let jointFindings: [Finding]
    let closure: [ClosureCheck]
    /// Those of the nation too.
    let unresolved: [UnresolvedKey]
  }

  /// Assesses one dataset.
  ///
  /// - Parameters:
  ///   - dataset: what was read.
  ///   - threads: how many threads may work on its areas; their number changes nothing.
  /// - Returns: its rows, in a fixed order.
  public func rows(of dataset: Dataset, threads: Int = 1) -> DatasetRows {
    var assessor = start
    let zones = DatasetZones(dataset)
    assessor.emissions = EmissionLookup(zones, isNeeded: !context.measures.entries.isEmpty)
    let rows =
      assessor.territoryRows(of: dataset)
      + AreaWork.rows(of: zones, from: &assessor, threads: threads)
    let joint = JointBuilder(context: context, dataset: dataset).joint(
      assessor.drawn, areas: zones.areas.map(\.area))
    for key in joint.silent {
      assessor.note(
        unresolved: key, neededFor: "the zones of a dataset taken together",
        Telling("zonesTogether"))
    }
    return DatasetRows(
      dataset: dataset, assessments: rows.sorted(by: Assessment.isOrdered), joint: joint.found,
      jointFindings: joint.findings,
      closure: ClosureBuilder(context: context).checks(zones),
      unresolved: assessor.unresolvedKeys)
  }

  /// The result about one dataset, as if it were alone, without the nation.
  ///
  /// - Parameter rows: what was found about it.
  /// - Returns: the result.
  public func result(of rows: DatasetRows) -> AssessmentResult {
    let partial = result(
      [rows.dataset], assessments: rows.assessments, joint: rows.joint, closure: rows.closure,
      unresolved: rows.unresolved, national: nation)
    let builder = FindingsBuilder(result: partial, datasets: [rows.dataset])
    return partial.with(findings: builder.findings() + rows.jointFindings)
  }

  /// The result about the nation, with what concerns several datasets.
  ///
  /// - Parameter datasets: all datasets of the batch.
  /// - Returns: the result.
  public func nation(with datasets: [Dataset]) -> AssessmentResult {
    let datasets = datasets.sorted { $0.name < $1.name }
    let partial = result(
      [], assessments: nation, joint: [],
      closure: ClosureBuilder(context: context).zonesToNation(datasets),
      unresolved: start.unresolvedKeys, names: names(of: datasets))
    let own = FindingsBuilder(result: partial, datasets: [])
    let batch = FindingsBuilder(result: partial, datasets: datasets)
    return partial.with(findings: own.findings() + batch.batchFindings())
  }

  /// The nation and datasets in one result.
  ///
  /// - Parameter rows: what was found about each dataset; the order does not matter.
  /// - Returns: the results, in a fixed order.
  public func result(of rows: [DatasetRows]) -> AssessmentResult {
    let rows = rows.sorted { $0.dataset.name < $1.dataset.name }
    let datasets = rows.map(\.dataset)
    var unresolved: [PolicyKey: UnresolvedKey] = [:]
    for key in start.unresolvedKeys + rows.flatMap(\.unresolved) where unresolved[key.key] == nil {
      unresolved[key.key] = key
    }
    let closure = rows.flatMap(\.closure)
    let kinds: [ClosureCheck.Kind] = [.ringsToArea, .zonesToProvince]
    let partial = result(
      datasets,
      assessments: (nation + rows.flatMap(\.assessments)).sorted(by: Assessment.isOrdered),
      joint: rows.flatMap(\.joint),
      closure: kinds.flatMap { kind in closure.filter { $0.kind == kind } }
        + ClosureBuilder(context: context).zonesToNation(datasets),
      unresolved: unresolved.keys.sorted().compactMap { unresolved[$0] })
    let builder = FindingsBuilder(result: partial, datasets: datasets)
    return partial.with(
      findings: builder.findings() + rows.flatMap(\.jointFindings) + builder.batchFindings())
  }

  private func result(
    _ datasets: [Dataset], assessments: [Assessment], joint: [JointProjection],
    closure: [ClosureCheck], unresolved: [UnresolvedKey], names: [Territory: String]? = nil,
    national: [Assessment] = []
  ) -> AssessmentResult {
    AssessmentResult(
      options: context.options, policy: context.policy, reference: context.reference,
      datasets: datasets.map(DatasetSummary.init), assessments: assessments, joint: joint,
      closure: closure, unresolved: unresolved, findings: [],
      names: names ?? self.names(of: datasets), national: national,
      measures: context.measures.entries)
  }

  private func names(of datasets: [Dataset]) -> [Territory: String] {
    datasets.reduce(into: [:]) { names, dataset in
      names.merge(dataset.names) { first, _ in first }
    }
  }
}

extension DatasetSummary {
  /// What a run says about a dataset.
  init(_ dataset: Dataset) {
    self.init(
      name: dataset.name, title: dataset.title, folder: dataset.folder, grade: dataset.grade,
      rows: dataset.records.count,
      unknownCells: dataset.records.count { $0.emission == nil },
      areas: Set(dataset.records.compactMap(\.territory.area)).count)
  }
}
