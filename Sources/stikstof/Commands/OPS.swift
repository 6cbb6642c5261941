// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenReports
import NitrogenRuns

/// `stikstof ops`: sources to the files that the dispersion model OPS takes.
struct OPS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ops",
    abstract: "Write sources as the dispersion model OPS of RIVM takes them.",
    discussion: """
      SOURCE is as for zone. The folder gets a source file SUBSTANCE-YEAR-RELEASE.brn for each \
      substance, emission year and release of an inventory, receptors.rcp where receptors are \
      asked for, and manifest.json, all or none. Emissions are in g/s over a year of 365 days. \
      OPS knows points, squares and circles: lines are cut into points, surfaces and oblong cells \
      become squares of the same surface; what was changed or left out is said on standard error. \
      Height, heat content, stack and course over the day are one for all sources of a run, also \
      for those read from .brn files: run sources that differ apart. A source is of the GCN code \
      its file gives, else of the category that exchange/ops-categories.yaml of the areas folder \
      has for its sector, else of that given with --category.
      """)

  @Argument(help: "Files of sources, or folders of datasets with sources.")
  var sources: [String]

  @Option(
    help: ArgumentHelp("The folder to write to.", valueName: "dir"), completion: .directory)
  var output: String

  @OptionGroup(title: "Sources of OPS") var characteristics: OPSSourceOptions

  @Option(
    help: ArgumentHelp(
      "The form of the source files: 0 in fixed columns, 1, 2 with the stack, 4 with the stack and "
        + "the building, which stays unknown; 1, or 2 with a stack.", valueName: "n"))
  var brnVersion: Int?

  @Option(
    help: ArgumentHelp(
      "The category of a sector by its name, or of all that have none; repeatable.",
      valueName: "sector=n|n"))
  var category: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also write receptors: 'centres', a place inside every area, or those of a table name,x,y.",
      valueName: "centres|file.csv"),
    completion: .file())
  var receptors: String?

  @OptionGroup(title: "Reading") var reading: SourceReadingOptions

  @Option(
    help: ArgumentHelp(
      "The boundary that an inventory's sector names go through; else policy's.",
      valueName: "id"))
  var boundary: String?

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output takes the name of a folder, found ''.")
    }
    if receptors?.isEmpty == true {
      throw ValidationError("--receptors takes 'centres' or a file, found ''.")
    }
    guard let version else {
      throw ValidationError("--brn-version takes 0, 1, 2 or 4, found '\(brnVersion ?? 0)'.")
    }
    if characteristics.stackDiameter != nil, version.rawValue < OPSVersion.stack.rawValue {
      throw ValidationError(
        "--brn-version \(version.rawValue) has no place for a stack: take 2 or 4.")
    }
    for text in category where Self.pair(text) == nil {
      throw ValidationError(
        "--category takes N or SECTOR=N, N from 1 to 9999, found '\(text)'.")
    }
    if category.count(where: { Self.pair($0)?.sector == nil }) > 1 {
      throw ValidationError("--category takes one number for all sectors without one; give one.")
    }
  }

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let (made, diagnostics) = try OPSRun.make(sources, request: request, setting: setting)
      Console.print(diagnostics)
      guard let run = made else {
        Console.note("\(Tool.name): error: the sources cannot be used; no file was written")
        throw Outcome.unusable
      }
      let written = try run.write(to: output)
      for line in run.account.losses { Console.note(line) }
      if run.account.isPrivate {
        Console.note(
          "\(Tool.name): rows of farms are among the sources: the files are not for publication")
      }
      if !written.leftOver.isEmpty {
        Console.note(
          "\(output) also holds files of an earlier run: "
            + written.leftOver.joined(separator: ", "))
      }
      Console.note("wrote \(written.paths.count) files to \(output)")
      Console.print(result: run.account.summary)
    }
  }

  /// The form asked for; `nil` when there is none of that number.
  private var version: OPSVersion? {
    guard let brnVersion else { return characteristics.stackDiameter == nil ? .free : .stack }
    return OPSVersion(rawValue: brnVersion).flatMap { $0 == .buildingType ? nil : $0 }
  }

  private var request: OPSRequest {
    var request = OPSRequest(characteristics.characteristics)
    request.boundary = boundary.map { BoundaryID(rawValue: $0) }
    request.reading = reading.options(boundary: request.boundary)
    request.version = version ?? .free
    request.pieces = characteristics.pieces
    for (sector, number) in category.compactMap(Self.pair) {
      if let sector { request.categories[sector] = number } else { request.category = number }
    }
    request.receptors = receptors.map { $0 == "centres" ? .centres : .file($0) }
    return request
  }

  /// The sector, if any, and the number of a text like `industry=1800` or `1800`.
  private static func pair(_ text: String) -> (sector: String?, number: Int)? {
    let pieces = text.split(separator: "=", omittingEmptySubsequences: false)
    guard let number = pieces.last.flatMap({ Int($0) }), OPSCategories.numbers.contains(number)
    else { return nil }
    guard pieces.count > 1 else { return (nil, number) }
    let sector = pieces.dropLast().joined(separator: "=")
    return sector.isEmpty ? nil : (sector, number)
  }
}
