// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import NitrogenCore
import NitrogenReports
import NitrogenRuns
import NitrogenWords

/// `stikstof report`: the results as people read them.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reports of areas: pages, PDF, figures, and files for other programs.",
    discussion: """
      INPUT is what assess takes. Each area chosen gets a page with verdict, map, corridors, rings, what is \
      left to do and the source of every number; an overview leads to them. Pages are HTML that needs no \
      network and no script.

      Example: stikstof report Fixtures/provinces --area Veluwe --area Peel --output report
      """)

  @Argument(help: "Folders of datasets, or files of sources.")
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "An area by number, name, or policy name such as Peel; repeatable.",
      valueName: "number|name"))
  var area: [String] = []

  @Flag(help: "The priority areas: those policy names, and those with the most left to do.")
  var priority = false

  @Flag(help: "All areas that the datasets have figures of.")
  var all = false

  @Option(help: "The language: nl or en.")
  var lang: Language = .dutch

  @Option(help: "The folder to write to.", completion: .directory)
  var output: String

  @Flag(inversion: .prefixedNo, help: "A PDF of each page, by WeasyPrint.")
  var pdf = true

  @Flag(inversion: .prefixedNo, help: "Each figure as SVG, and as PNG by rsvg-convert.")
  var figures = true

  @Flag(inversion: .prefixedNo, help: "CSV, XLSX, GeoPackage, JSON, IAMC and CEIP files.")
  var files = true

  @Option(
    help: ArgumentHelp(
      "Measured series, as fit takes them; repeatable.", valueName: "file"),
    completion: .file())
  var measurements: [String] = []

  @Option(
    help: ArgumentHelp("Modelled series of the same stations.", valueName: "file"),
    completion: .file())
  var modelled: String?

  @Option(
    help: ArgumentHelp(
      "The folder of monitoring rounds, for flags over the rounds and what changed since the last.",
      valueName: "folder"),
    completion: .directory)
  var rounds: String?

  @OptionGroup var verdicts: VerdictOptions

  @OptionGroup(title: "Zones from sources, and outlines") var zones: ZoneOptions

  @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

  @OptionGroup(title: "Probability") var projection: ProjectionOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func validate() throws {
    let ways = [!area.isEmpty, priority, all].count { $0 }
    if ways != 1 {
      throw ValidationError("Say which areas: --area NUMBER|NAME, --priority or --all.")
    }
    if output.isEmpty { throw ValidationError("--output takes the name of a folder, found ''.") }
    if modelled != nil && measurements.isEmpty {
      throw ValidationError("--modelled goes with --measurements.")
    }
  }

  func run() throws {
    try running {
      let asked = projection.adding(to: self.setting.request)
      let setting = try RunSetting.readOrExit(asked)
      let request = try request(setting, asked)
      let inputs = try RunInputs.read(
        self.inputs, setting: setting, zones: request.assessment.zones, threads: request.threads)
      let (beside, diagnostics) = try ReportInputs.read(request, setting: setting)
      Console.print(inputs.diagnostics + diagnostics)
      guard !inputs.datasets.isEmpty, let beside else {
        Console.note("\(Tool.name): error: the inputs cannot be used; nothing was written")
        throw Outcome.unusable
      }
      let progress = ProgressLine("writing", "pages")
      let run = try write(request, inputs, setting, beside, progress)
      run.notes.forEach { Console.note("\(Tool.name): \($0)") }
      Console.note("wrote \(run.paths.count) files to \(output)")
      if !run.leftOver.isEmpty {
        Console.note(
          "\(output) also holds files of an earlier run: \(run.leftOver.joined(separator: ", "))")
      }
      Console.print(
        result: run.paths.filter { $0.hasSuffix(".html") }.joined(separator: "\n") + "\n")
      if !run.failed.isEmpty {
        Console.note(
          "\(Tool.name): error: \(run.failed.count) of \(run.failed.count + inputs.datasets.count) "
            + "datasets could not be used: \(run.failed.joined(separator: ", "))")
      }
      if run.exitCode != 0 { throw ExitCode(run.exitCode) }
    }
  }

  private func write(
    _ request: ReportRequest, _ inputs: RunInputs, _ setting: RunSetting, _ beside: ReportInputs,
    _ progress: ProgressLine?
  ) throws -> ReportRun {
    defer { progress?.clear() }
    return try ReportRun(request, inputs: inputs, setting: setting, beside: beside) {
      progress?.show($0, of: $1)
    }
  }

  private func request(_ setting: RunSetting, _ asked: SettingRequest) throws -> ReportRequest {
    var drawn = try zones.request(setting, reading: reading, boundary: verdicts.boundaryID)
    drawn?.density = DensityRequest(policy: setting.policy)
    var request = ReportRequest(
      assessment: AssessmentRequest(
        arguments: inputs, options: verdicts.options(projection), setting: asked, zones: drawn),
      selection: all ? .all : priority ? .priority : .named(area), language: lang, output: output)
    request.extras = []
    if pdf { request.extras.insert(.pdf) }
    if figures { request.extras.insert(.figures) }
    if files { request.extras.insert(.files) }
    request.outlines = try zones.outlinesAtHand(setting)
    request.areaKey = zones.areaKey
    request.measurements = measurements
    request.modelled = modelled
    request.rounds = rounds
    request.threads = zones.threads ?? ProcessInfo.processInfo.activeProcessorCount
    return request
  }
}
