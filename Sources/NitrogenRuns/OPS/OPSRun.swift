// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NitrogenData
public import NitrogenReports

/// Files for the dispersion model OPS, made of sources of any format.
public struct OPSRun: Sendable {
  /// What a run wrote.
  public struct Written: Sendable {
    /// The paths of the files, manifest last.
    public let paths: [String]
    /// Files that an earlier run left in the folder and that are none of this one's.
    public let leftOver: [String]
  }

  /// What went in and what was changed or left out.
  public let account: OPSAccount
  /// What was read and with which options.
  public let record: RunRecord
  /// The files by name.
  let files: [(name: String, bytes: [UInt8])]

  /// Reads sources and makes the files, without writing them.
  ///
  /// - Parameters:
  ///   - paths: files of sources, or folders of datasets with sources.
  ///   - request: what the user asked.
  ///   - setting: law, geography and policy.
  /// - Returns: the run, or `nil` with diagnostics that say why there is none.
  /// - Throws: ``RunError`` when OPS cannot take the sources, or something cannot be read.
  public static func make(
    _ paths: [String], request: OPSRequest, setting: RunSetting
  ) throws -> (run: OPSRun?, diagnostics: [Diagnostic]) {
    let boundary = try setting.boundary(request.boundary)
    let categories = OPSCategoryReader.read(areasFolder: setting.areasFolder)
    guard let known = categories.value else { return (nil, categories.diagnostics) }
    let files = OPSFiles(request, categories: known)
    var intake = OPSIntake()
    for path in paths {
      var options = request.reading
      options.boundary = options.boundary ?? boundary
      let found = SourceDatasetReader.read(
        path: path, options: options, reference: setting.reference)
      intake.diagnostics += found.diagnostics
      for input in found.value?.inputs ?? [] {
        files.beginFile()
        intake.add(try read(input, files, setting))
      }
      intake.files +=
        (found.value?.package.map { [$0] } ?? []) + (found.value?.inputs ?? []).map(\.file)
    }
    intake.diagnostics += missing(files) + unused(files, request)
    let receptors = try ReceptorFile(request.receptors, setting, &intake)
    guard !intake.diagnostics.contains(where: { $0.severity == .error }) else {
      return (nil, intake.diagnostics.sorted())
    }
    let parts = files.parts.sorted { $0.group < $1.group }.filter { $0.conversion.count > 0 }
    for part in files.parts where part.conversion.count == 0 { intake.drop(part) }
    guard !parts.isEmpty else {
      intake.diagnostics += paths.prefix(1).map {
        Diagnostic(
          file: $0, message: "no source with an emission is left to write",
          notes: OPSAccount.losses(intake.dropped))
      }
      return (nil, intake.diagnostics.sorted())
    }
    return (
      OPSRun(
        account: account(parts, receptors, intake, request),
        record: try RunRecord(
          ops: request, boundary: boundary, arguments: paths, files: intake.files, setting: setting),
        files: zip(OPSFileNames.names(of: parts.map(\.group)), parts.map(\.text)).map { ($0, $1) }
          + (receptors.map { [(ReceptorFile.name, $0.bytes)] } ?? [])),
      intake.diagnostics.sorted()
    )
  }

  /// Writes the files and `manifest.json`, all or none.
  ///
  /// - Parameter path: the folder, made where it is not there.
  /// - Returns: what was written.
  /// - Throws: ``RunError/cannotWrite(path:reason:)`` or ``RunError/outputIsDataset(_:)``; what
  ///   stood there before is whole.
  public func write(to path: String) throws(RunError) -> Written {
    var folder = try OutputFolder(path: path)
    var outputs: [RunRecord.File] = []
    for file in files {
      try folder.stage(file.bytes, as: file.name)
      outputs.append(RunRecord.File(path: file.name, sha256: FileHash.sha256(of: file.bytes)))
    }
    try folder.stage(
      ManifestDocument.bytes(record.with(outputs: outputs), digest: { FileHash.sha256(of: $0) }),
      as: "manifest.json")
    let leftOver = folder.leftOver(besides: outputs.map(\.path))
    return Written(paths: try folder.commit(), leftOver: leftOver)
  }

  private static func read(
    _ input: SourceInput, _ files: OPSFiles, _ setting: RunSetting
  ) throws -> SourceReading {
    do {
      return try SourceReader.read(
        input.file, options: input.options, reference: setting.reference
      ) { batch, keys in
        try files.add(batch, keys: keys, file: input.file)
      }
    } catch let error as OPSError {
      throw RunError.unusableSource(file: input.file, reason: error.description)
    }
  }

  private static func account(
    _ parts: [OPSFiles.Part], _ receptors: ReceptorFile?, _ intake: OPSIntake, _ request: OPSRequest
  ) -> OPSAccount {
    let names = OPSFileNames.names(of: parts.map(\.group))
    return OPSAccount(
      files: zip(names, parts).map { name, part in
        let changes = part.conversion.changes
        return OPSAccount.File(
          name: name, pollutant: part.group.pollutant, sources: part.conversion.count,
          kept: part.kept, isProvisional: part.isProvisional,
          lines: (changes.lines, changes.points), surfaces: changes.surfaces,
          cells: changes.cells)
      },
      receptors: receptors?.account, dropped: intake.dropped, described: intake.described,
      pieces: request.pieces, isRounded: request.version == .fixed, isPrivate: intake.isPrivate)
  }

  /// What has no category, each with what to do.
  private static func missing(_ files: OPSFiles) -> [Diagnostic] {
    files.withoutCategory.map { activity, found in
      let label = OPSFiles.label(of: activity)
      let what =
        switch activity {
        case .slice: "sector '\(label)'"
        case .code(let code): "'\(label)' of classification '\(code.classification)'"
        }
      return Diagnostic(
        file: found.file,
        message: "no category of OPS is known for \(what), \(OPSAccount.words(found.tally)); give "
          + "--category '\(label)=N', or --category N for all without one, N from 1 to 9999")
    }
  }

  private static func unused(_ files: OPSFiles, _ request: OPSRequest) -> [Diagnostic] {
    request.categories.keys.filter { !files.named.contains($0) }.map { name in
      Diagnostic(
        file: "--category \(name)", severity: .warning,
        message: "no source is of sector '\(name)'; its category serves nothing")
    }
  }
}
