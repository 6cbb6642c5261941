// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
public import NitrogenReports

/// One run of the assessment over a batch of datasets, with the account of itself.
public struct AssessmentRun: Sendable {
  /// What was found: about the nation, and about every dataset that was not taken from a broken run.
  public let result: AssessmentResult
  /// What was read and with which options.
  public let record: RunRecord
  /// The folders whose dataset could not be used.
  public let failed: [String]
  /// What was written; `nil` where nothing was to be.
  public let written: Written?
  /// What is to be told of a broken run before this one.
  public let notes: [String]
  /// Whether a result that was taken from a broken run holds a flag.
  private let keptFlag: Bool

  /// What a run wrote.
  public struct Written: Sendable {
    /// The paths of the files, manifest last.
    public let paths: [String]
    /// Files that an earlier run left in the folder and that are none of this one's.
    public let leftOver: [String]
  }

  /// Assesses datasets, in memory or into a folder.
  ///
  /// - Parameters:
  ///   - inputs: the datasets, read.
  ///   - setting: law, geography and policy.
  ///   - request: what the user asked.
  ///   - batch: how it is worked off; nothing of it changes a result.
  /// - Throws: ``RunError``: an unknown boundary, an input that vanished meanwhile, or a folder that
  ///   cannot be written, in which what stood there before is whole.
  public init(
    _ inputs: RunInputs, setting: RunSetting, request: AssessmentRequest,
    batch: BatchOptions = BatchOptions()
  ) throws(RunError) {
    if let boundary = request.options.boundary, setting.reference.boundaries[boundary] == nil {
      throw RunError.unknownBoundary(
        boundary.rawValue, known: setting.reference.boundaries.keys.sorted().map(\.rawValue))
    }
    record = try RunRecord(inputs: inputs, setting: setting, request: request)
    failed = inputs.failed
    let work = BatchWork(inputs, record: record, setting: setting, request: request)
    guard let output = batch.output else {
      let all = try work.rows(threads: batch.threads, progress: batch.progress) { _ in nil }
      (result, written, notes, keptFlag) = (work.result(of: all), nil, [], false)
      return
    }
    let done = try work.write(to: output, batch)
    result = work.result(of: done.rows)
    (written, notes, keptFlag) = (done.written, done.notes, done.keptFlag)
  }

  /// How a run ended, as an exit code: 0 nothing flagged, 1 flagged, 2 some dataset unusable.
  public var exitCode: Int32 {
    if !failed.isEmpty { return 2 }
    let flagged = keptFlag || result.findings.contains(where: \.isFlag)
    return flagged && result.options.failOn != .never ? 1 : 0
  }
}
