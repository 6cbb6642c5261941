// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenPages
import NitrogenWords
import Synchronization

/// What programs of others make of pages and figures.
extension ReportWork {
  /// The program that makes PDF, and the one that makes PNG.
  static let printer = "weasyprint"
  static let painter = "rsvg-convert"

  /// The folder of figures.
  private static let figureFolder = "figures"

  /// A place of no kind that links are resolved against: they stay relative, so that a PDF does not
  /// tell, nor depend on, where it was made.
  private static let noBase = "report:/"

  /// The variable by which programs write the same bytes whenever they run.
  private static let clockVariable = "SOURCE_DATE_EPOCH"

  /// A clock that stands still: as it was given, else at the day of the newest policy; seconds since 1970.
  var clockSeconds: Int {
    if let given = ProcessInfo.processInfo.environment[Self.clockVariable].flatMap({ Int($0) }) {
      return given
    }
    let day = CalendarDay(text: result.policy.date) ?? CalendarDay(firstOfMonth: 1, of: 2000)
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (day.year, day.month, day.day)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return Int(calendar.date(from: parts)?.timeIntervalSince1970 ?? 0)
  }

  private var clock: [String: String] { [Self.clockVariable: String(clockSeconds)] }

  /// A PDF of each page, where there is a program for it.
  func pdf(
    of pages: [String], in staging: StagingFolder, _ notes: inout [String]
  ) throws(RunError) -> [String] {
    guard let program = ReportProgram(Self.printer) else {
      notes.append(
        "no PDF was written: there is no \(Self.printer) on the PATH; install it, with Debian "
          + "`apt-get install \(Self.printer)`, or print the pages from a browser")
      return []
    }
    let clock = clock
    try Workers.run(pages.count, threads: request.threads, progress: nil) {
      (number) throws(RunError) in
      let page = "\(staging.path)/\(pages[number])"
      try run(
        program, ["--base-url", Self.noBase, page, Self.named(page, "pdf")], environment: clock,
        without: "--no-pdf")
    }
    return pages.map { Self.named($0, "pdf") }
  }

  /// Each figure as SVG and, where there is a program for it, as PNG.
  func figures(
    _ pages: Pages, _ areas: [AreaCode], in staging: StagingFolder, _ notes: inout [String]
  ) throws(RunError) -> [String] {
    let program = ReportProgram(Self.painter)
    if program == nil {
      notes.append(
        "figures were written as SVG and not as PNG: there is no \(Self.painter) on the PATH; "
          + "install it, with Debian `apt-get install librsvg2-bin`")
    }
    let names = Mutex([String]())
    let clock = clock
    try Workers.run(areas.count + 1, threads: request.threads, progress: nil) {
      (number) throws(RunError) in
      let area = number == 0 ? nil : areas[number - 1]
      for figure in pages.figures(of: area) {
        let stem = area.map { "area-\($0)-\(figure.name)" } ?? figure.name
        let name = "\(Self.figureFolder)/\(stem).svg"
        try staging.put(Array(figure.svg.utf8), name)
        names.withLock { $0.append(name) }
        guard let program else { continue }
        let picture = Self.named(name, "png")
        try run(
          program,
          [
            "--zoom", "2", "--output", "\(staging.path)/\(picture)", "\(staging.path)/\(name)",
          ], environment: clock, without: "--no-figures")
        names.withLock { $0.append(picture) }
      }
    }
    return names.withLock { $0 }
  }

  private func run(
    _ program: ReportProgram, _ arguments: [String], environment: [String: String],
    without option: String
  ) throws(RunError) {
    do throws(ReportProgram.Failure) {
      try program.run(arguments, environment: environment)
    } catch {
      throw .programFailed(error.message, without: option)
    }
  }

  private static func named(_ path: String, _ ending: String) -> String {
    ((path as NSString).deletingPathExtension as NSString).appendingPathExtension(ending) ?? path
  }
}
