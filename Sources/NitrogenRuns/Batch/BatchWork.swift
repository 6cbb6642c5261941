// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import Synchronization

/// A batch of datasets on its way to results.
struct BatchWork: Sendable {
  let datasets: [Dataset]
  let record: RunRecord
  let request: AssessmentRequest
  let assessor: BatchAssessor

  init(
    _ inputs: RunInputs, record: RunRecord, setting: RunSetting, request: AssessmentRequest
  ) {
    datasets = inputs.datasets.sorted { $0.name < $1.name }
    self.record = record
    self.request = request
    assessor = BatchAssessor(
      reference: setting.reference, policy: setting.policy, options: request.options,
      batch: inputs.datasets)
  }

  /// Everything in one result.
  func result(of rows: [BatchAssessor.DatasetRows]) -> AssessmentResult {
    shown(assessor.result(of: rows))
  }

  /// A result as it is to be written: without what may not be shown to everybody, unless that is asked
  /// for.
  func shown(_ result: AssessmentResult) -> AssessmentResult {
    request.isPrivate ? result : result.published()
  }

  /// Assesses all datasets but those that are at hand, several at a time.
  ///
  /// - Parameters:
  ///   - threads: how many at a time.
  ///   - progress: told after each.
  ///   - body: is given the number of each dataset before it is assessed; gives what is to be done
  ///     with its rows, or `nil` for nothing.
  /// - Returns: the rows, by the names of datasets.
  /// - Throws: what `body` or what it gave throws.
  func rows(
    threads: Int, progress: (@Sendable (Int, Int) -> Void)?,
    _ body: @Sendable (Int) throws(RunError) -> Task?
  ) throws(RunError) -> [BatchAssessor.DatasetRows] {
    let found = Mutex([BatchAssessor.DatasetRows?](repeating: nil, count: datasets.count))
    // Threads that find no dataset of their own work on the areas of one.
    let perDataset = max(1, threads / max(1, datasets.count))
    try Workers.run(datasets.count, threads: threads, progress: progress) {
      (number) throws(RunError) in
      let task = try body(number)
      if case .skip = task { return }
      let rows = assessor.rows(of: datasets[number], threads: perDataset)
      if case .finish(let finish) = task { try finish(rows) }
      found.withLock { $0[number] = rows }
    }
    return found.withLock { $0 }.compactMap { $0 }
  }

  /// What to do about a dataset.
  enum Task {
    /// Not to assess it: its result is at hand.
    case skip
    /// To do this with its rows.
    case finish((BatchAssessor.DatasetRows) throws(RunError) -> Void)
  }

  /// The record of one dataset: only what its result rests on.
  func record(of dataset: Dataset) -> RunRecord {
    let files = Set(dataset.files)
    return record.with(inputs: record.inputs.filter { files.contains($0.path) }, failures: [])
  }

  /// The digest of everything that the result of a dataset rests on.
  func key(of dataset: Dataset) -> String {
    let own = ManifestDocument.bytes(record(of: dataset))
    // What is planned in one dataset may hold in another.
    let measures = datasets.filter { !$0.measures.isEmpty || !$0.plan.isEmpty }
    let theirs = measures.map { ManifestDocument.bytes(record(of: $0)) }
    return FileHash.sha256(of: ([own] + theirs).flatMap { $0 })
  }
}
