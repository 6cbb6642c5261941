// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenGeography
import NitrogenFigures
import NitrogenReports
import NitrogenRuns

/// `stikstof zone`: sources to the rings around areas.
struct Zone: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Assign sources to the rings around areas, and sum up their emission.",
    discussion: """
      SOURCE is a CSV table of sources or farms, an XLSX export of the Emissieregistratie, an IMAER \
      GML, an OPS source file, a layer or a grid that GDAL reads, or the folder of a dataset with \
      sources. Distances are planar in RD New, to the boundary, 0 inside; a source at exactly a \
      bound is in the inner ring. The folder that --output writes is a dataset that assess takes.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv
  }

  @Argument(help: "Files of sources, or folders of datasets with sources.")
  var sources: [String]

  @OptionGroup(title: "Zones") var zones: ZoneOptions

  @OptionGroup(title: "Reading") var reading: SourceReadingOptions

  @Option(
    help: ArgumentHelp("Only this area, by national number; repeatable.", valueName: "nr"))
  var area: [Int] = []

  @Option(
    help: ArgumentHelp(
      "The boundary that an inventory's sector names go through; else policy's.",
      valueName: "id"))
  var boundary: String?

  @Option(help: "How results are written.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp("Write the zones as a dataset to this folder.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Hold back zones behind which too few sources stand to be shown, in the table and the dataset.",
      discussion: "Without it what is written is private working material."))
  var `public` = false

  @Option(
    help: ArgumentHelp("The name of that dataset; else that of the folder.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "official, second-hand or made; else that of the data package, second-hand for files.",
      valueName: "grade"))
  var grade: SourceGrade?

  @Option(
    help: ArgumentHelp("Write every pair of source and area to this file.", valueName: "file.csv"),
    completion: .file())
  var pairs: String?

  @Option(
    help: ArgumentHelp(
      "Tabulate what each width catches, as in 100..2000:100.", valueName: "from..to:step"))
  var study: String?

  @Option(help: ArgumentHelp("Write a picture of the study.", valueName: "file.svg"))
  var plot: String?

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func validate() throws {
    if let study, Self.widths(study) == nil {
      throw ValidationError(
        "--study takes widths in metres up to 25000, at most 250 of them, as in 100..2000:100; "
          + "found '\(study)'.")
    }
    if study != nil && zones.rings != nil {
      throw ValidationError("--study has rings of its own: leave --rings out.")
    }
    if study != nil && output != nil {
      throw ValidationError("--study makes no dataset: leave --output out.")
    }
    if plot != nil && study == nil {
      throw ValidationError("--plot draws a study: give --study too.")
    }
    if `public` && (study != nil || pairs != nil) {
      throw ValidationError(
        "--public goes with the table and the dataset of zones: pairs and studies of sources are not "
          + "for publication.")
    }
    if `public` && format == .text && output == nil {
      throw ValidationError(
        "--public leaves out totals, which the text is made of: give --format csv or --output too.")
    }
    if output?.isEmpty == true {
      throw ValidationError("--output takes the name of a folder, found ''.")
    }
    if let name, !ZoneDataset.isName(name) {
      throw ValidationError(
        "--name takes lower-case letters, digits, '-', '_' and '.', a letter or digit first; "
          + "found '\(name)'.")
    }
  }

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let request = try self.request(setting)
      try OutputFile.check(
        [pairs, plot].compactMap { $0 },
        inputs: sources + [request.outlines] + (request.habitat.map { [$0] } ?? []))
      let list = try pairs.map { try PairList(path: $0) }
      let (made, diagnostics) = try ZoneRun.make(
        sources, request: request, setting: setting, pairs: list)
      Console.print(diagnostics)
      guard let run = made else {
        Console.note(
          "\(Tool.name): error: the outlines or the sources cannot be used; no zone was made")
        throw Outcome.unusable
      }
      if let pairs { Console.note("wrote \(pairs)") }
      if format == .csv || study != nil {
        // The text has them in a table.
        Console.note(run.result.account.keptLine)
        run.result.account.droppedLines.forEach(Console.note)
      }
      if !`public` { privacy(run).map(Console.note) }
      if study != nil {
        try show(studies(run.result))
      } else {
        try write(run)
        show(run)
      }
    }
  }

  /// What to mind before figures of farms are published.
  private func privacy(_ run: ZoneRun) -> String? {
    guard run.disclosure == .protected, let fewest = run.disclosureRule?.minimumFarms else {
      return run.disclosure == .published
        ? nil
        : "policy does not say how many farms a public figure needs: none of this is for publication"
    }
    let result = run.result
    let farming = result.table.rows.filter { $0.entry.slice.sector == .agriculture }
    let few = farming.count { $0.sum.farms < fewest }
    guard few > 0 || result.isPrivate else { return nil }
    return "\(few) of \(farming.count) zone figures of agriculture rest on fewer than "
      + "\(fewest) farms or places: they and any list of pairs are not for publication"
  }

  private func request(_ setting: RunSetting) throws -> ZoneRequest {
    guard let outlines = try zones.outlinesAtHand(setting) else {
      throw ValidationError(
        "zones need outlines: give --outlines FILE, or fetch the official ones with "
          + "`stikstof areas fetch`.")
    }
    var request = zones.request(outlines: outlines)
    request.areas = Set(area).sorted().map { AreaCode(rawValue: $0) }
    request.setting = self.setting.request
    request.boundary = boundary.map { BoundaryID(rawValue: $0) }
    request.reading = reading.options(boundary: request.boundary)
    request.isPublic = `public`
    if let study { request.rings = Self.widths(study) }
    request.needsOneRelease = study == nil && (format == .csv || output != nil)
    return request
  }

  private func write(_ run: ZoneRun) throws {
    guard let output else { return }
    let written = try ZoneDataset.write(run, to: output, name: name, grade: grade)
    Console.note(
      "wrote \(written.paths.count) files to \(output)"
        + (written.replaced ? ", in place of the zones that stood there" : "")
        + (run.disclosure == .protected && !`public` ? "; private: not for publication" : ""))
  }

  private func show(_ run: ZoneRun) {
    let result = run.result
    var text = ""
    switch format {
    case .text:
      if `public` { return }
      ZoneText(colour: Console.wantsColour, width: Console.width).write(result, to: &text)
    case .csv where `public` && run.disclosure == .protected:
      ZoneCSV.write(PublicZones(result.table, withholding: run.withheldZones), to: &text)
    case .csv:
      ZoneCSV.write(result.table, to: &text)
    }
    Console.print(result: text)
  }

  private func studies(_ result: ZoneResult) -> [ZoneStudy] {
    area.isEmpty
      ? [ZoneStudy(result, area: nil)]
      : result.table.areas.map { ZoneStudy(result, area: $0) }
  }

  private func show(_ studies: [ZoneStudy]) throws {
    switch format {
    case .text:
      Console.print(
        result: ZoneStudy.text(studies, colour: Console.wantsColour, width: Console.width))
    case .csv: Console.print(result: ZoneStudy.csv(studies))
    }
    if let plot {
      try OutputFile.write(ZoneStudyPlot.svg(studies), to: plot)
      Console.note("wrote \(plot)")
    }
  }

  /// The widths that a text like `100..2000:100` lists; `nil` when it lists none.
  static func widths(_ text: String) -> [Int]? {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2, let step = Int(pieces[1]), step >= 1,
      let dots = pieces[0].firstRange(of: ".."),
      let from = Int(pieces[0][..<dots.lowerBound]), let to = Int(pieces[0][dots.upperBound...]),
      from >= 1, to >= from, to <= 25_000
    else { return nil }
    let widths = Array(stride(from: from, through: to, by: step))
    return ZoneOptions.bounds(widths.map(String.init).joined(separator: ","))
  }
}
