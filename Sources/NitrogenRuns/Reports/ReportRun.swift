// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenPages
import NitrogenReports

/// Reports of areas, written as one: pages, their PDF, figures, and files for other programs, with the
/// manifest that names them all.
public struct ReportRun: Sendable {
  /// The folders whose dataset could not be used.
  public let failed: [String]
  /// The paths of the files written, manifest last.
  public let paths: [String]
  /// What is to be told beside the results.
  public let notes: [String]
  /// Files that an earlier run left in the folder and that are none of this one's.
  public let leftOver: [String]
  private let isFlagged: Bool

  /// Makes reports.
  ///
  /// - Parameters:
  ///   - request: what the user asked.
  ///   - inputs: the datasets, read.
  ///   - setting: law, geography and policy.
  ///   - beside: what else reports show, read.
  ///   - progress: told how many pages are done, of how many.
  /// - Throws: ``RunError``; nothing that stood in the folder before is touched.
  public init(
    _ request: ReportRequest, inputs: RunInputs, setting: RunSetting, beside: ReportInputs,
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) throws(RunError) {
    try Self.checkOutput(request)
    var assessment = request.assessment
    assessment.isPrivate = false
    let run = try AssessmentRun(
      inputs, setting: setting, request: assessment,
      batch: BatchOptions(threads: request.threads))
    failed = run.failed
    isFlagged =
      run.result.findings.contains(where: \.isFlag)
      && request.assessment.options.failOn != .never
    // Withheld once, by the assessment: a second time more would be.
    let work = ReportWork(
      request: request, result: run.result,
      record: try RunRecord(run.record, request: request, setting: setting))
    var content = try work.content(beside)
    content.density = inputs.density
    let written = try work.write(content, beside: beside, progress: progress)
    (paths, leftOver, notes) = (written.paths, written.leftOver, written.notes)
  }

  /// Refuses to write into what is read: the next run would read the results too.
  private static func checkOutput(_ request: ReportRequest) throws(RunError) {
    let output = FileSystemProbe.realPath(request.output)
    let folders =
      request.assessment.arguments + request.measurements + (request.rounds.map { [$0] } ?? [])
    for folder in folders {
      let input = FileSystemProbe.realPath(folder)
      if output == input { throw .outputInInput(request.output, input: request.output) }
      if output.hasPrefix(input + "/") { throw .outputInInput(request.output, input: folder) }
    }
  }

  /// How a run ended, as an exit code: 0 nothing flagged, 1 flagged, 2 some dataset unusable.
  public var exitCode: Int32 {
    if !failed.isEmpty { return 2 }
    return isFlagged ? 1 : 0
  }
}
