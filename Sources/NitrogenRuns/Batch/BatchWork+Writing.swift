// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import Synchronization

extension BatchWork {
  /// What came of writing a batch.
  struct Outcome {
    /// The rows of the datasets that were assessed.
    let rows: [BatchAssessor.DatasetRows]
    let written: AssessmentRun.Written
    let notes: [String]
    let keptFlag: Bool
  }

  /// Assesses the batch into a folder: a result for each dataset as it is finished, one for the
  /// nation, `flags.csv` and `manifest.json`, put in place together at the end.
  func write(to path: String, _ batch: BatchOptions) throws(RunError) -> Outcome {
    try checkNames()
    let folder = try OutputFolder(path: path)
    let files = datasets.map { file($0.name) } + [file("nation"), "flags.csv", "manifest.json"]
    let staging = try StagingFolder(in: path, resumes: batch.resumes)
    do throws(RunError) {
      try staging.check(files)
      return try write(staging, folder, batch)
    } catch {
      if case .halfWritten(let path, let reason, _) = error {
        throw .halfWritten(path: path, reason: reason, again: "run again with --resume")
      }
      let kept = staging.count
      guard kept > 0, batch.keepsFinished else {
        staging.remove()
        throw error
      }
      throw .brokeOff(error, staging: staging.path, kept: kept)
    }
  }

  private func write(
    _ staging: StagingFolder, _ folder: OutputFolder, _ batch: BatchOptions
  ) throws(RunError) -> Outcome {
    var kept: [String: FinishedDataset] = [:]
    if batch.resumes {
      for dataset in datasets {
        kept[dataset.name] = staging.finished(dataset.name, key: key(of: dataset))
      }
    }
    let taken = kept
    let finished = Mutex(kept)
    let rows = try rows(threads: batch.threads, progress: batch.progress) { number in
      let dataset = datasets[number]
      if taken[dataset.name] != nil { return .skip }
      return .finish { (rows) throws(RunError) in
        let note = try finish(rows, in: staging)
        finished.withLock { $0[dataset.name] = note }
      }
    }
    let all = finished.withLock { $0 }
    let nation = shown(assessor.nation(with: datasets))
    var outputs: [RunRecord.File] = []
    func put(_ bytes: [UInt8], _ name: String) throws(RunError) {
      try staging.put(bytes, name)
      outputs.append(RunRecord.File(path: name, sha256: FileHash.sha256(of: bytes)))
    }
    try put(bytes(nation, record), file("nation"))
    let notes = datasets.compactMap { all[$0.name] }
    outputs += notes.map { RunRecord.File(path: $0.file, sha256: $0.sha256) }
    try put(
      FlagsTable.bytes(nation) + notes.flatMap { Array($0.flags.utf8) }, "flags.csv")
    try staging.put(
      ManifestDocument.bytes(record.with(outputs: outputs), digest: { FileHash.sha256(of: $0) }),
      "manifest.json")
    let names = outputs.map(\.path)
    let leftOver = folder.leftOver(besides: names)
    try staging.commit(names + ["manifest.json"])
    return Outcome(
      rows: rows,
      written: AssessmentRun.Written(
        paths: (names + ["manifest.json"]).map { "\(folder.path)/\($0)" }, leftOver: leftOver),
      notes: told(staging, kept: taken, resumes: batch.resumes),
      keptFlag: taken.values.contains { !$0.flags.isEmpty })
  }

  /// Writes the result of a dataset and the note on it.
  private func finish(
    _ rows: BatchAssessor.DatasetRows, in staging: StagingFolder
  ) throws(RunError) -> FinishedDataset {
    let dataset = rows.dataset
    let result = shown(assessor.result(of: rows))
    let bytes = bytes(result, record(of: dataset))
    let note = FinishedDataset(
      key: key(of: dataset), file: file(dataset.name), sha256: FileHash.sha256(of: bytes),
      flags: String(decoding: FlagsTable.rows(result), as: UTF8.self))
    try staging.finish(dataset.name, bytes, note)
    return note
  }

  private func bytes(_ result: AssessmentResult, _ record: RunRecord) -> [UInt8] {
    var text = ""
    request.format.forFiles.write(result, run: record, to: &text)
    return Array(text.utf8)
  }

  private func file(_ name: String) -> String {
    "\(name).\(request.format.forFiles.fileExtension)"
  }

  /// Names that would take the place of the files every run writes.
  private func checkNames() throws(RunError) {
    let own = [file("nation"), "flags.csv", "manifest.json"]
    for dataset in datasets where own.contains(file(dataset.name)) {
      throw .reservedName(dataset.name, folder: dataset.folder)
    }
  }

  /// What is to be told of the results of a broken run.
  private func told(
    _ staging: StagingFolder, kept: [String: FinishedDataset], resumes: Bool
  ) -> [String] {
    let count = staging.left.count
    guard count > 0 else { return [] }
    let results = count == 1 ? "1 result" : "\(count) results"
    guard resumes else {
      return [
        "\(staging.output) held \(results) of a run that broke off, and all was assessed again: "
          + "--resume takes what is complete"
      ]
    }
    var notes: [String] = []
    if !kept.isEmpty {
      notes.append(
        "\(kept.count) of \(datasets.count) datasets were complete and were not assessed again: "
          + kept.keys.sorted().joined(separator: ", "))
    }
    let stale = staging.left.filter { kept[$0] == nil }
    if !stale.isEmpty {
      notes.append(
        "of other inputs or options, or changed since, and not taken from the run that broke off: "
          + stale.joined(separator: ", "))
    }
    return notes
  }
}
