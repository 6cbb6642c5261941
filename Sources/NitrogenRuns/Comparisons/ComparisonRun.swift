// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
import NitrogenData
public import NitrogenReports

/// Two releases of datasets, read and held against each other, with the account of it.
public struct ComparisonRun: Sendable {
  /// What changed.
  public let comparison: ReleaseComparison
  /// What was read and with which options.
  public let record: RunRecord

  /// Compares two releases.
  ///
  /// - Parameters:
  ///   - old: the datasets of the older release, read.
  ///   - new: those of the newer one.
  ///   - setting: law, geography and policy.
  ///   - boundary: the boundary for rows in an inventory's own sectors; `nil` leaves it to policy.
  ///   - request: what the user asked of the setting, for the record.
  ///   - isPrivate: whether what rests on too few farms to be shown to everybody is kept.
  /// - Throws: ``RunError/comparison(_:)`` when the sides cannot be compared, or
  ///   ``RunError/unknownBoundary(_:known:)``.
  public init(
    old: RunInputs, new: RunInputs, setting: RunSetting, boundary: BoundaryID?,
    request: SettingRequest, isPrivate: Bool = false
  ) throws(RunError) {
    _ = try setting.boundary(boundary)
    let (before, after) = (
      Self.result(old, setting, boundary, isPrivate), Self.result(new, setting, boundary, isPrivate)
    )
    // What one side withholds could be worked out from the other, where both hold the same farms.
    let withheld = Set(before.withheldSeries + after.withheldSeries)
    do throws(ComparisonError) {
      comparison = try ReleaseComparison(
        old: Self.standings(before, withholding: withheld),
        new: Self.standings(after, withholding: withheld))
      try comparison.requireChange()
    } catch {
      throw RunError.comparison(error)
    }
    record = RunRecord(
      tool: .this, command: "compare",
      arguments: (old.datasets + new.datasets).map(\.folder),
      areasFolderAsked: request.areasFolderAsked, areasFolder: setting.areasFolder,
      policy: try RunRecord.packs(setting, request),
      reference: try RunRecord.reference(setting),
      inputs: try RunRecord.files((old.datasets + new.datasets).flatMap(\.files)),
      options: [
        ("old", .array(old.datasets.map { .string($0.folder) })),
        ("new", .array(new.datasets.map { .string($0.folder) })),
        ("boundary", boundary.map { .string($0.rawValue) } ?? .null),
        ("policy", .array(request.policies.map { .string($0) })),
        ("assume", .array(request.assumptions.map { .string($0) })),
      ] + (isPrivate ? [("private", .bool(true))] : []))
  }

  /// The series of the datasets; the nation is no part of them.
  private static func standings(
    _ result: AssessmentResult, withholding withheld: Set<SeriesKey>
  ) -> [SeriesStanding] {
    result.standings.filter { $0.dataset != nil }
      .map { withheld.contains($0.key) ? $0.withheld : $0 }
  }

  private static func result(
    _ inputs: RunInputs, _ setting: RunSetting, _ boundary: BoundaryID?, _ isPrivate: Bool
  ) -> AssessmentResult {
    let result = Assessor.assess(
      inputs.datasets, reference: setting.reference, policy: setting.policy,
      options: AssessmentOptions(boundary: boundary))
    return isPrivate ? result : result.published()
  }

  /// Writes the comparison and `manifest.json`.
  ///
  /// - Parameters:
  ///   - path: the folder, made where it is not there.
  ///   - format: how the comparison is written.
  /// - Returns: the paths of the files.
  /// - Throws: ``RunError/cannotWrite(path:reason:)`` or ``RunError/outputIsDataset(_:)``; what
  ///   stood there before is whole.
  public func write(
    to path: String, format: some ComparisonFormat
  ) throws(RunError) -> [String] {
    var folder = try OutputFolder(path: path)
    var text = ""
    format.write(comparison, run: record, to: &text)
    let name = "comparison.\(format.fileExtension)"
    let bytes = Array(text.utf8)
    try folder.stage(bytes, as: name)
    let account = record.with(outputs: [
      RunRecord.File(path: name, sha256: FileHash.sha256(of: bytes))
    ])
    try folder.stage(
      ManifestDocument.bytes(account, digest: { FileHash.sha256(of: $0) }), as: "manifest.json")
    return try folder.commit()
  }
}
