// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenRuns

/// `stikstof validate`: read everything, print what is wrong.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read datasets and files of sources, and print every problem with its place.",
    discussion: """
      A problem is told as file:line:column, what was found, what was expected and what to do. Warnings and \
      notes stop nothing. Exit codes: 0 no error; 2 at least one; 64 wrong usage.
      """
  )

  @Argument(help: "Folders of datasets, or files of sources.")
  var inputs: [String]

  @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let files = self.inputs.filter(SourceDatasetReader.isSingleFile)
      let folders = self.inputs.filter { !files.contains($0) }.flatMap { input in
        let folders = DatasetReader.folders(in: input)
        return folders.isEmpty ? [input] : folders
      }
      let measuring = folders.filter(DatasetReader.holdsOnlyMeasurements)
      let onlySources = folders.filter(SourceDatasetReader.holdsOnlySources)
      let inputs = try RunInputs.read(
        folders.filter { !measuring.contains($0) && !onlySources.contains($0) },
        setting: setting)
      let sources = try (files + folders.filter(SourceDatasetReader.holdsSources)).map {
        try SourceCheck(
          $0, options: reading.options(boundary: setting.defaultBoundary), setting: setting)
      }
      var options = MeasurementOptions()
      options.catalogue = setting.reference.catalogue
      let sets = measuring.map { MeasurementReader.readSet(path: $0, options: options) }
      let diagnostics =
        (self.inputs.flatMap(DatasetReader.passedOver) + inputs.diagnostics
        + sets.flatMap(\.diagnostics) + sources.flatMap(\.diagnostics)).sorted()
      Console.print(diagnostics, withNotes: true)
      var text = ""
      for dataset in inputs.datasets { text += summary(of: dataset) + "\n" }
      for set in sets.compactMap(\.value) { text += summary(of: set) + "\n" }
      for source in sources { text += source.summary }
      Console.print(result: text)
      let errors = diagnostics.count { $0.severity == .error }
      let warnings = diagnostics.count { $0.severity == .warning }
      let datasets =
        inputs.datasets.count + inputs.failed.count + sets.count + onlySources.count + files.count
      Console.note(
        "\(datasets) dataset\(datasets == 1 ? "" : "s"): \(errors) error\(errors == 1 ? "" : "s"), "
          + "\(warnings) warning\(warnings == 1 ? "" : "s")")
      if errors > 0 || !inputs.failed.isEmpty { throw Outcome.unusable }
    }
  }

  private func summary(of set: MeasurementSet) -> String {
    let known = set.series.reduce(0) { $0 + $1.known.count }
    let quantities = Set(set.series.map(\.quantity.label)).sorted().joined(separator: ", ")
    let grade = set.grade == .official ? "" : ", \(set.grade.rawValue)"
    return "\(set.name): \(set.series.count) series of \(quantities), \(known) values, "
      + "\(set.stations.count) stations\(grade)"
  }

  private func summary(of dataset: Dataset) -> String {
    let records = dataset.records
    let areas = Set(records.compactMap(\.territory.area)).count
    let unknown = records.count { $0.emission == nil }
    let years = Set(records.map(\.year)).sorted()
    let vintages = Set(records.map(\.vintage)).sorted().map(\.rawValue)
    var pieces: [String] = []
    if !records.isEmpty || dataset.hasNothingElse {
      pieces.append("\(records.count) figure\(records.count == 1 ? "" : "s")")
    }
    if unknown > 0 { pieces.append("\(unknown) of them unknown") }
    if areas > 0 { pieces.append("\(areas) area\(areas == 1 ? "" : "s")") }
    if let first = years.first, let last = years.last {
      pieces.append(first == last ? "year \(first)" : "years \(first) to \(last)")
    }
    if !vintages.isEmpty { pieces.append("from " + vintages.joined(separator: ", ")) }
    for (count, one, many) in [
      (dataset.measures.count, "measure", "measures"),
      (dataset.plan.count, "point of a plan", "points of plans"),
      (dataset.correlations.count, "correlation", "correlations"),
    ] where count > 0 {
      pieces.append("\(count) \(count == 1 ? one : many)")
    }
    if dataset.grade != .official { pieces.append(dataset.grade.rawValue) }
    return "\(dataset.name): " + pieces.joined(separator: ", ")
  }
}

extension Dataset {
  /// Whether it holds no measures, plans or correlations.
  fileprivate var hasNothingElse: Bool {
    measures.isEmpty && plan.isEmpty && correlations.isEmpty
  }
}
