// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography
public import NitrogenReports
public import NitrogenWords

/// A result as files for other programs: `results.xlsx`, `results.gpkg`, `iamc.csv`, `ceip.csv`,
/// the tables as CSV in `csv/nl/` and `csv/en/`, and `datapackage.json` that describes those.
///
/// The same result gives the same bytes.
public struct ExchangeWriter: Sendable {
  /// A file.
  public typealias File = TablePackage.File

  let narrator: Narrator
  let run: RunRecord
  let outlines: OutlineSet?
  let gnfr: GNFRTable?
  let date: Int

  /// Prepares the files of a result.
  ///
  /// - Parameters:
  ///   - narrator: the words, and the result; the workbook and the layers are in its language.
  ///   - run: what the run knows about itself.
  ///   - outlines: the outlines at hand; `nil` for none.
  ///   - gnfr: under which sector an activity is reported to CEIP; without it there are no such lines.
  ///   - date: the moment that files say they were made, in seconds since 1970; the first of the year
  ///     2000 unless another is given.
  public init(
    _ narrator: Narrator, run: RunRecord, outlines: OutlineSet? = nil, gnfr: GNFRTable? = nil,
    date: Int = 946_684_800
  ) {
    self.narrator = narrator
    self.run = run
    self.outlines = outlines
    self.gnfr = gnfr
    self.date = date
  }

  /// The files, each whole, in order of their names.
  ///
  /// - Throws: ``WorkbookError``, `GeodataError` or an error of the file system about the temporary
  ///   folder.
  public func files() throws -> [File] {
    let files = try pieces.flatMap { try $0() }
    return files.sorted { $0.name < $1.name }
  }

  /// The work of ``files()`` in pieces, longest first, that may be done at the same time by several threads.
  public var pieces: [@Sendable () throws -> [File]] {
    [
      { [File(name: "results.gpkg", bytes: try geoPackage())] },
      { [File(name: "results.xlsx", bytes: try workbook().bytes())] },
      { package() + lines() },
    ]
  }

  /// The files of lines: IAMC, and CEIP where sectors are known.
  private func lines() -> [File] {
    var files = [File(name: "iamc.csv", bytes: IAMCTable(narrator.result, run: run).bytes)]
    if let gnfr {
      let lines = CEIPLines(
        narrator.result.reference.inventory, table: gnfr,
        tool: "\(run.tool.name) \(run.tool.version)")
      files.append(File(name: "ceip.csv", bytes: Array(lines.text.utf8)))
    }
    return files
  }

  /// Writes the files into a folder, which is made where it is not there.
  ///
  /// - Parameter folder: the folder; files of these names in it are replaced.
  /// - Returns: the names of the files, in order, with `/`.
  /// - Throws: as ``files()``, and what the file system says.
  public func write(into folder: String) throws -> [String] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let files = try files()
    for file in files {
      let url = root.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url, options: .atomic)
    }
    return files.map(\.name)
  }

  /// The workbook.
  public func workbook() -> Workbook {
    let words = narrator.words
    return Workbook(
      ResultTables(narrator, run: run).all(), words: words,
      properties: Workbook.Properties(
        title: words(ExchangePhrase.title), author: "\(run.tool.name) \(run.tool.version)",
        created: date))
  }

  private func package() -> [File] {
    let parts = [TableDialect.dutch(), .english].map { dialect in
      let narrator = Narrator(narrator.result, words: Words(dialect.language))
      return TablePackage.Part(dialect, ResultTables(narrator, run: run).all())
    }
    return TablePackage.files(
      name: "stikstof-results", title: narrator.words(ExchangePhrase.title),
      description: narrator.words(ExchangePhrase.description), parts)
  }

  private func geoPackage() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stikstof-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("results.gpkg")
    try ResultGeoPackage(narrator, run: run, outlines: outlines).write(
      to: file.path, date: Self.moment(date))
    return Array(try Data(contentsOf: file))
  }

  /// A moment in ISO 8601 with milliseconds.
  static func moment(_ seconds: Int) -> String {
    let day = Date(timeIntervalSince1970: TimeInterval(seconds))
    return String(day.ISO8601Format().dropLast()) + ".000Z"
  }
}
