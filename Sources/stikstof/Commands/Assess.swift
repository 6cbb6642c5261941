// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof assess`: the main job.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold datasets against baseline, path and targets, and flag what misses its path.",
    discussion: """
      INPUT is the folder of a dataset, or a folder that holds such folders; with --outlines it \
      may be a file of sources, as zone takes them. The nation is always assessed along with them.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Argument(help: "Folders of datasets, or files of sources.")
  var inputs: [String]

  @Option(help: "How results are written.")
  var format: Format = .text

  @Option(
    help: "Also write results per dataset, flags.csv and manifest.json to this folder.",
    completion: .directory)
  var output: String?

  @Option(help: "From which status on a territory is flagged.")
  var failOn: AssessmentOptions.FailOn = .offTrack

  @Option(
    help: ArgumentHelp(
      "The latest emission year that verdicts rest on; later ones are shown.", valueName: "year"))
  var asOf: Int?

  @Option(
    help: ArgumentHelp(
      "The sector boundary for the nation and for rows in an inventory's own sectors.",
      valueName: "id"))
  var boundary: String?

  @OptionGroup(title: "Zones from sources") var zones: ZoneOptions

  @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

  @OptionGroup(title: "Probability") var projection: ProjectionOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

  /// What was asked of the setting, assumptions about probabilities included.
  private var request: SettingRequest { projection.adding(to: setting.request) }

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError("--output takes the name of a folder, found ''.")
    }
    if let asOf, !(1990...2100).contains(asOf) {
      throw ValidationError("--as-of takes a year from 1990 to 2100, found '\(asOf)'.")
    }
  }

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(request)
      let inputs = try RunInputs.read(
        self.inputs, setting: setting, zones: try zoneRequest(setting))
      Console.print(inputs.diagnostics)
      if zones.isGiven && !inputs.hasSources {
        Console.note(
          "\(Tool.name): none of the inputs is sources; the options for zones change nothing")
      }
      guard !inputs.datasets.isEmpty else {
        Console.note("\(Tool.name): error: none of the inputs can be used; nothing was assessed")
        throw Outcome.unusable
      }
      let run = try AssessmentRun(
        inputs, setting: setting,
        options: AssessmentOptions(
          asOf: asOf, boundary: boundary.map { BoundaryID(rawValue: $0) }, failOn: failOn,
          draws: projection.draws, seed: projection.seed),
        request: request)
      switch format {
      case .text:
        try write(run, as: TextFormat(colour: false, width: nil))
        show(run, as: TextFormat(colour: Console.wantsColour, width: Console.width))
      case .json:
        try write(run, as: JSONFormat())
        show(run, as: JSONFormat())
      case .csv:
        try write(run, as: CSVFormat())
        show(run, as: CSVFormat())
      }
      if !run.failed.isEmpty {
        Console.note(
          "\(Tool.name): error: \(run.failed.count) of "
            + "\(run.failed.count + inputs.datasets.count) datasets could not be used: "
            + run.failed.joined(separator: ", "))
      }
      if run.exitCode != 0 { throw ExitCode(run.exitCode) }
    }
  }

  /// How zones are made from sources, where there are outlines.
  private func zoneRequest(_ setting: RunSetting) throws -> ZoneRequest? {
    try zones.outlinesAtHand(setting).map { outlines in
      var request = zones.request(outlines: outlines)
      request.boundary = boundary.map { BoundaryID(rawValue: $0) }
      request.reading = reading.options(boundary: request.boundary)
      return request
    }
  }

  private func write(_ run: AssessmentRun, as format: some ResultFormat) throws {
    guard let output else { return }
    let written = try run.write(to: output, format: format)
    Console.note("wrote \(written.paths.count) files to \(output)")
    if !written.leftOver.isEmpty {
      Console.note(
        "\(output) also holds files of an earlier run: \(written.leftOver.joined(separator: ", "))")
    }
  }

  private func show(_ run: AssessmentRun, as format: some ResultFormat) {
    var text = ""
    format.write(run.result, run: run.record, to: &text)
    Console.print(result: text)
  }
}
