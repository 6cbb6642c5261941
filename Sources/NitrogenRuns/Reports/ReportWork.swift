// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenGeography
import NitrogenPages
import NitrogenReports
import NitrogenWords
import Synchronization

/// Reports on their way from a result to a folder.
struct ReportWork: Sendable {
  let request: ReportRequest
  let result: AssessmentResult
  let record: RunRecord

  /// What came of writing.
  struct Written {
    let paths: [String]
    let leftOver: [String]
    let notes: [String]
  }

  // MARK: - Content

  /// All that the reports are made of.
  func content(_ beside: ReportInputs) throws(RunError) -> ReportContent {
    let ranking = AreaRanking(result)
    var content = ReportContent(
      result: result, record: record, areas: try selected(by: ranking))
    content.outlines = beside.outlines
    content.measured = beside.measured
    content.round = beside.round
    return content
  }

  /// The areas that get a page, in the order of the ranking.
  private func selected(by ranking: AreaRanking) throws(RunError) -> [AreaCode] {
    let known = ranking.entries.map(\.area)
    guard !known.isEmpty else { throw .noAreas }
    switch request.selection {
    case .all: return known
    case .priority: return ranking.priority.map(\.area)
    case .named(let names):
      var wanted: Set<AreaCode> = []
      for name in names {
        let sites = result.reference.catalogue.areas(named: name).map(\.code)
        guard !sites.isEmpty else {
          throw .unknownArea(name, aliases: result.reference.catalogue.aliases.map(\.name))
        }
        let here = sites.filter(known.contains)
        guard !here.isEmpty else { throw .areaWithoutFigures(name) }
        wanted.formUnion(here)
      }
      return known.filter(wanted.contains)
    }
  }

  // MARK: - Writing

  /// Writes everything beside its place, and then puts it in place together.
  func write(
    _ content: ReportContent, beside: ReportInputs, progress: (@Sendable (Int, Int) -> Void)?
  ) throws(RunError) -> Written {
    let isNew = !FileSystemProbe.isFolder(request.output)
    let folder = try OutputFolder(path: request.output)
    let staging = try StagingFolder(in: request.output, resumes: false)
    do throws(RunError) {
      return try write(content, beside, to: staging, folder, progress)
    } catch {
      if case .halfWritten = error { throw error }
      staging.remove()
      // Goes only where it is empty.
      if isNew { rmdir(request.output) }
      throw error
    }
  }

  private func write(
    _ content: ReportContent, _ beside: ReportInputs, to staging: StagingFolder,
    _ folder: OutputFolder, _ progress: (@Sendable (Int, Int) -> Void)?
  ) throws(RunError) -> Written {
    var notes: [String] = []
    var content = content
    if request.extras.contains(.files) { content.files = try files(beside, to: staging) }
    let pages = Pages(content, language: request.language)
    var outputs = try writePages(pages, content.areas, to: staging, progress)
    if request.extras.contains(.figures) {
      outputs += try figures(pages, content.areas, in: staging, &notes)
    }
    if request.extras.contains(.pdf) {
      outputs += try pdf(of: outputs.filter { $0.hasSuffix(".html") }, in: staging, &notes)
    }
    outputs += content.files.map(\.name)
    var named: [RunRecord.File] = []
    for name in outputs.sorted() {
      named.append(
        RunRecord.File(path: name, sha256: try FileHash.sha256(ofFile: "\(staging.path)/\(name)")))
    }
    try staging.put(
      ManifestDocument.bytes(record.with(outputs: named), digest: { FileHash.sha256(of: $0) }),
      "manifest.json")
    let names = named.map(\.path)
    let leftOver = folder.leftOver(besides: names)
    try staging.commit(names + ["manifest.json"])
    return Written(
      paths: (names + ["manifest.json"]).map { "\(folder.path)/\($0)" }, leftOver: leftOver,
      notes: notes)
  }

  private func writePages(
    _ pages: Pages, _ areas: [AreaCode], to staging: StagingFolder,
    _ progress: (@Sendable (Int, Int) -> Void)?
  ) throws(RunError) -> [String] {
    try Workers.run(areas.count + 1, threads: request.threads, progress: progress) {
      (number) throws(RunError) in
      if number == 0 {
        try staging.put(Array(pages.overview().utf8), Pages.overviewName)
      } else {
        let area = areas[number - 1]
        try staging.put(Array(pages.area(area).utf8), Pages.fileName(of: area))
      }
    }
    return [Pages.overviewName] + areas.map(Pages.fileName(of:))
  }
}
