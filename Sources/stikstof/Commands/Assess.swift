// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
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

      Exit codes: 0 nothing flagged; 1 at least one territory flagged; 2 input or policy unusable, \
      or at least one dataset failed; 64 wrong usage.
      """)

  @Argument(help: "Folders of datasets, or files of sources.")
  var inputs: [String]

  @Option(help: "How results are written.")
  var format: OutputFormat = .text

  @Option(
    help: "Also write results per dataset, flags.csv and manifest.json to this folder.",
    completion: .directory)
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Take what a run that broke off had finished in the folder, where nothing it rests on changed.",
      discussion: "Standard output then shows the nation and what was assessed now."))
  var resume = false

  @Flag(
    help: ArgumentHelp(
      "Keep figures behind which too few farms stand to be shown; nothing of it is for publication.",
      discussion: "Without it they are withheld, and with them those from which they would follow.")
  )
  var `private` = false

  @OptionGroup var verdicts: VerdictOptions

  @OptionGroup(title: "Zones from sources") var zones: ZoneOptions

  @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

  @OptionGroup(title: "Probability") var projection: ProjectionOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError("--output takes the name of a folder, found ''.")
    }
    if resume && output == nil {
      throw ValidationError("--resume goes on in a folder: give --output too.")
    }
  }

  func run() throws {
    try running {
      let asked = projection.adding(to: self.setting.request)
      let setting = try RunSetting.readOrExit(asked)
      var request = AssessmentRequest(
        arguments: self.inputs,
        options: verdicts.options(projection),
        format: format, setting: asked,
        zones: try zones.request(
          setting, reading: reading, boundary: verdicts.boundaryID))
      request.isPrivate = `private`
      let threads = zones.threads ?? ProcessInfo.processInfo.activeProcessorCount
      let inputs = try RunInputs.read(
        request.arguments, setting: setting, zones: request.zones, threads: threads)
      Console.print(inputs.diagnostics)
      if zones.isGiven && !inputs.hasSources {
        Console.note(
          "\(Tool.name): none of the inputs is sources; the options for zones change nothing")
      }
      guard !inputs.datasets.isEmpty else {
        Console.note("\(Tool.name): error: none of the inputs can be used; nothing was assessed")
        throw Outcome.unusable
      }
      let progress = ProgressLine("assessing", "datasets")
      var batch = BatchOptions(
        output: output, resumes: resume, threads: threads)
      if let progress { batch.progress = { done, total in progress.show(done, of: total) } }
      let run = try assess(inputs, setting, request, batch, progress)
      run.notes.forEach(Console.note)
      if `private` { Console.note(Self.privateNote) }
      if let output, let written = run.written { say(written, in: output) }
      show(run)
      if !run.failed.isEmpty {
        Console.note(
          "\(Tool.name): error: \(run.failed.count) of "
            + "\(run.failed.count + inputs.datasets.count) datasets could not be used: "
            + run.failed.joined(separator: ", "))
      }
      if run.exitCode != 0 { throw ExitCode(run.exitCode) }
    }
  }

  private func assess(
    _ inputs: RunInputs, _ setting: RunSetting, _ request: AssessmentRequest,
    _ batch: BatchOptions, _ progress: ProgressLine?
  ) throws -> AssessmentRun {
    defer { progress?.clear() }
    return try AssessmentRun(inputs, setting: setting, request: request, batch: batch)
  }

  /// What is said of every output that holds everything.
  static let privateNote =
    "private: figures may rest on a single farm; nothing of this is for publication"

  private func say(_ written: AssessmentRun.Written, in output: String) {
    Console.note("wrote \(written.paths.count) files to \(output)")
    if !written.leftOver.isEmpty {
      Console.note(
        "\(output) also holds files of an earlier run: \(written.leftOver.joined(separator: ", "))")
    }
  }

  private func show(_ run: AssessmentRun) {
    let format: any ResultFormat =
      format == .text
      ? TextFormat(colour: Console.wantsColour, width: Console.width) : format.forFiles
    var text = ""
    format.write(run.result, run: run.record, to: &text)
    Console.print(result: text)
  }
}
