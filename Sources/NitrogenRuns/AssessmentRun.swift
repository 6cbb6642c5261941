// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
public import NitrogenReports

/// One run of the assessment over a batch of datasets, with the account of itself.
public struct AssessmentRun: Sendable {
  /// What was found.
  public let result: AssessmentResult
  /// What was read and with which options.
  public let record: RunRecord
  /// The folders whose dataset could not be used.
  public let failed: [String]

  /// Assesses datasets.
  ///
  /// - Parameters:
  ///   - inputs: the datasets, read.
  ///   - setting: law, geography and policy.
  ///   - options: what the user asked of the assessment.
  ///   - request: what the user asked of the setting, for the record.
  /// - Throws: ``RunError/unknownBoundary(_:known:)``, or
  ///   ``RunError/cannotRead(path:reason:)`` when an input vanished meanwhile.
  public init(
    _ inputs: RunInputs, setting: RunSetting, options: AssessmentOptions, request: SettingRequest
  ) throws(RunError) {
    if let boundary = options.boundary, setting.reference.boundaries[boundary] == nil {
      throw RunError.unknownBoundary(
        boundary.rawValue, known: setting.reference.boundaries.keys.sorted().map(\.rawValue))
    }
    result = Assessor.assess(
      inputs.datasets, reference: setting.reference, policy: setting.policy, options: options)
    record = try RunRecord(
      inputs: inputs, setting: setting, options: options, request: request)
    failed = inputs.failed
  }

  /// How a run ended, as an exit code: 0 nothing flagged, 1 flagged, 2 some dataset unusable.
  public var exitCode: Int32 {
    if !failed.isEmpty { return 2 }
    let flagged = result.findings.contains(where: \.isFlag)
    return flagged && result.options.failOn != .never ? 1 : 0
  }

  /// What a run wrote.
  public struct Written: Sendable {
    /// The paths of the files, manifest last.
    public let paths: [String]
    /// Files that an earlier run left in the folder and that are none of this one's.
    public let leftOver: [String]
  }

  /// Writes results per dataset, one for the nation, `flags.csv` and `manifest.json`.
  ///
  /// - Parameters:
  ///   - path: the folder, made where it is not there.
  ///   - format: how results are written.
  /// - Returns: what was written.
  /// - Throws: ``RunError/cannotWrite(path:reason:)`` or ``RunError/outputIsDataset(_:)``; what
  ///   stood there before is whole.
  public func write(to path: String, format: some ResultFormat) throws(RunError) -> Written {
    var folder = try OutputFolder(path: path)
    var outputs: [RunRecord.File] = []
    func put(_ text: String, _ name: String) throws(RunError) {
      let bytes = Array(text.utf8)
      try folder.stage(bytes, as: name)
      outputs.append(RunRecord.File(path: name, sha256: FileHash.sha256(of: bytes)))
    }
    let parts =
      [("nation", result.restricted(toDataset: nil))]
      + result.datasets.map { ($0.name, result.restricted(toDataset: $0.name)) }
    for (name, part) in parts {
      var text = ""
      format.write(part, run: record, to: &text)
      try put(text, "\(name).\(format.fileExtension)")
    }
    var flags = ""
    FlagsTable.write(result, to: &flags)
    try put(flags, "flags.csv")
    var manifest = ""
    ManifestDocument.write(record.with(outputs: outputs), to: &manifest)
    try folder.stage(Array(manifest.utf8), as: "manifest.json")
    let leftOver = folder.leftOver(besides: outputs.map(\.path))
    return Written(paths: try folder.commit(), leftOver: leftOver)
  }
}

extension AssessmentResult {
  /// The part of the result that is about one dataset, or about the nation.
  func restricted(toDataset name: String?) -> AssessmentResult {
    let kept = assessments.filter { $0.dataset == name }
    let territories = Set(kept.map(\.territory))
    return AssessmentResult(
      options: options, policy: policy, reference: reference,
      datasets: datasets.filter { $0.name == name }, assessments: kept,
      joint: joint.filter { $0.dataset == name }, closure: closure.filter { $0.dataset == name },
      unresolved: unresolved,
      findings: findings.filter { $0.territory.map(territories.contains) ?? true }, names: names)
  }
}
