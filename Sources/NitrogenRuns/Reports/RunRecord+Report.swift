// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenReports
import NitrogenWords

extension RunRecord {
  /// The record of reports: that of the assessment behind them, with what else they rest on.
  init(
    _ assessment: RunRecord, request: ReportRequest, setting: RunSetting
  ) throws(RunError) {
    var more = (request.outlines.map { [$0] } ?? [])
    more += (request.measurements.sorted() + (request.modelled.map { [$0] } ?? []))
      .flatMap(FitRun.files)
    if let rounds = request.rounds {
      more += try RoundFolder(path: rounds).rounds.map { "\(rounds)/\($0.name)/round.json" }
    }
    let selection: JSONValue =
      switch request.selection {
      case .named(let names): .array(names.map { .string($0) })
      case .priority: .string(Self.priorityWord)
      case .all: .string(Self.allWord)
      }
    let extras = Self.extraWords.filter { request.extras.contains($0.extra) }.map(\.word)
    self.init(
      tool: assessment.tool, command: "report", arguments: assessment.arguments,
      areasFolderAsked: assessment.areasFolderAsked, areasFolder: assessment.areasFolder,
      policy: assessment.policy, reference: assessment.reference,
      inputs: assessment.inputs + (try Self.files(more)),
      options: assessment.options.filter { $0.name != "format" } + [
        ("areas", selection),
        ("language", .string(request.language.rawValue)),
        ("extras", .array(extras.map { .string($0) })),
        ("outlines", .optional(request.outlines)),
        ("areaKey", .optional(request.areaKey)),
        ("measurements", .array(request.measurements.map { .string($0) })),
        ("modelled", .optional(request.modelled)),
        ("rounds", .optional(request.rounds)),
        ("programs", .object(Self.programs(request))),
      ],
      failures: assessment.failures)
  }

  /// The words of manifests for what is written beside pages.
  static let extraWords: [(word: String, extra: ReportRequest.Extras)] = [
    ("pdf", .pdf), ("figures", .figures), ("files", .files),
  ]
  static let priorityWord = "priority"
  static let allWord = "all"

  /// The programs of others that took part, whose version decides about bytes.
  private static func programs(_ request: ReportRequest) -> [(String, JSONValue)] {
    var wanted: [String] = []
    if request.extras.contains(.pdf) { wanted.append(ReportWork.printer) }
    if request.extras.contains(.figures) { wanted.append(ReportWork.painter) }
    return wanted.map { ($0, .optional(ReportProgram($0)?.version)) }
  }
}
