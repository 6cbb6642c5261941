// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenReports
import NitrogenRuns

/// `stikstof compare`: what changed between two releases, and why.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split the change between two releases into recalculation and real change.",
    discussion: """
      OLD and NEW are folders of datasets, or folders that hold such folders, of the same \
      territories, sectors and pollutants in two releases. With t1 the latest definitive year of \
      the old release and t2 that of the new one: recalculation is E(t1) new minus E(t1) old, real \
      change is E(t2) new minus E(t1) new. The baseline and the ceilings of the targets are given \
      in both releases. Series with one release on both sides are counted, not compared.

      Exit codes: 0 compared; 2 the sides cannot be used or compared; 64 wrong usage.
      """)

  /// How a comparison is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Argument(help: "The datasets of the older release.", completion: .directory)
  var old: String

  @Argument(help: "The datasets of the newer release.", completion: .directory)
  var new: String

  @Option(help: "How the comparison is written.")
  var format: Format = .text

  @Option(
    help: "Also write the comparison and manifest.json to this folder.", completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The sector boundary for rows in an inventory's own sectors.", valueName: "id"))
  var boundary: String?

  @Flag(help: "Keep figures behind which too few farms stand to be shown, as for assess.")
  var `private` = false

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError("--output takes the name of a folder, found ''.")
    }
  }

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let run = try ComparisonRun(
        old: try inputs(old, setting), new: try inputs(new, setting), setting: setting,
        boundary: boundary.map { BoundaryID(rawValue: $0) }, request: self.setting.request,
        isPrivate: `private`)
      if `private` { Console.note(Assess.privateNote) }
      switch format {
      case .text: try show(run, as: ComparisonText())
      case .json: try show(run, as: ComparisonJSON())
      case .csv: try show(run, as: ComparisonCSV())
      }
    }
  }

  /// The datasets of a side; all of them must be usable.
  private func inputs(_ path: String, _ setting: RunSetting) throws -> RunInputs {
    let inputs = try RunInputs.read([path], setting: setting)
    Console.print(inputs.diagnostics)
    guard inputs.failed.isEmpty, !inputs.datasets.isEmpty else {
      Console.note(
        "\(Tool.name): error: '\(path)' cannot be used as a whole; nothing was compared")
      throw Outcome.unusable
    }
    return inputs
  }

  private func show(_ run: ComparisonRun, as format: some ComparisonFormat) throws {
    if let output {
      let written = try run.write(to: output, format: format)
      Console.note("wrote \(written.count) files to \(output)")
    }
    var text = ""
    format.write(run.comparison, run: run.record, to: &text)
    Console.print(result: text)
  }
}
