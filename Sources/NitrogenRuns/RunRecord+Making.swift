// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenReports

extension RunRecord {
  /// The record of a run: what it read, by SHA-256, and with which options.
  init(
    inputs: RunInputs, setting: RunSetting, options: AssessmentOptions, request: SettingRequest
  ) throws(RunError) {
    self.init(
      tool: Tool(name: NitrogenRuns.Tool.name, version: NitrogenRuns.Tool.version),
      policy: try Self.packs(setting.policy, assumptions: request.assumptions),
      reference: try Self.files(setting.reference.files),
      inputs: try Self.files(inputs.datasets.flatMap(\.files)),
      outputs: [],
      options: [
        ("asOf", options.asOf.map { .integer($0) } ?? .null),
        ("boundary", options.boundary.map { .string($0.rawValue) } ?? .null),
        ("failOn", .string(options.failOn.rawValue)),
        ("draws", .integer(options.draws)),
        ("seed", .string("\(options.seed)")),
        ("policy", .array(request.policies.map { .string($0) })),
        ("assume", .array(request.assumptions.map { .string($0) })),
      ],
      failures: inputs.failed.map { folder in
        let count = inputs.diagnostics.count {
          $0.severity == .error && $0.file.hasPrefix(folder)
        }
        return FailedDataset(
          folder: folder, message: "\(count) error\(count == 1 ? "" : "s") in its files")
      })
  }

  /// The record of zones made from sources.
  init(
    zones request: ZoneRequest, drawing: ZoneDrawing, files: [String], setting: RunSetting
  ) throws(RunError) {
    self.init(
      tool: Tool(name: NitrogenRuns.Tool.name, version: NitrogenRuns.Tool.version),
      policy: try Self.packs(setting.policy, assumptions: request.assumptions),
      reference: try Self.files(setting.reference.files),
      inputs: try Self.files(files),
      options: [
        ("outlines", .string(request.outlines)),
        ("areaKey", request.areaKey.map { .string($0) } ?? .null),
        ("habitat", request.habitat.map { .string($0) } ?? .null),
        ("rings", .array(drawing.index.scheme.outerBounds.map { .integer($0) })),
        ("membership", .string(drawing.membership.label)),
        ("areas", .array(request.areas.map { .integer($0.rawValue) })),
        (
          "boundary",
          (request.boundary ?? setting.defaultBoundary).map { .string($0.rawValue) } ?? .null
        ),
        ("layer", request.reading.layer.map { .string($0) } ?? .null),
        ("classification", request.reading.classification.map { .string($0) } ?? .null),
        ("sector", request.reading.sector.map { .string($0) } ?? .null),
        ("pollutant", request.reading.pollutant.map { .string($0.label) } ?? .null),
        ("year", request.reading.year.map { .integer($0) } ?? .null),
        ("vintage", request.reading.vintage.map { .string($0.rawValue) } ?? .null),
        (
          "columns",
          .object(
            request.reading.columns.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
        ),
      ])
  }

  static func packs(
    _ policy: Policy, assumptions: [String]
  ) throws(RunError) -> [PolicyFile] {
    var packs: [PolicyFile] = []
    for pack in policy.packs {
      let digest: String
      if pack.file.isEmpty {
        digest = FileHash.sha256(of: Array(assumptions.joined(separator: "\n").utf8))
      } else {
        digest = try FileHash.sha256(ofFile: pack.file)
      }
      packs.append(PolicyFile(id: pack.id, sha256: digest))
    }
    return packs
  }

  static func files(_ paths: [String]) throws(RunError) -> [File] {
    var files: [File] = []
    for path in paths {
      files.append(File(path: path, sha256: try FileHash.sha256(ofFile: path)))
    }
    return files
  }
}

extension RunRecord {
  /// The record with the files the run wrote.
  func with(outputs: [File]) -> RunRecord {
    RunRecord(
      tool: tool, policy: policy, reference: reference, inputs: inputs, outputs: outputs,
      options: options, failures: failures)
  }
}
