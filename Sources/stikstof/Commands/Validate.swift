// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenRuns

/// `stikstof validate`: read everything, print what is wrong.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read datasets and print every problem with its place; exit code 2 when there is one."
  )

  @Argument(help: "Folders of datasets.")
  var inputs: [String]

  @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

  @OptionGroup(title: "Policy") var setting: SettingOptions

  func run() throws {
    try running {
      let setting = try RunSetting.readOrExit(self.setting.request)
      let files = self.inputs.filter(SourceInputs.isFile)
      let readings = try files.map { file in
        try SourceReader.read(
          file, options: reading.options(boundary: setting.defaultBoundary),
          reference: setting.reference
        ) { _, _ in }
      }
      let folders = self.inputs.filter { !files.contains($0) }.flatMap { input in
        let folders = DatasetReader.folders(in: input)
        return folders.isEmpty ? [input] : folders
      }
      let measuring = folders.filter(DatasetReader.holdsOnlyMeasurements)
      let inputs = try RunInputs.read(
        folders.filter { !measuring.contains($0) }, setting: setting)
      var options = MeasurementOptions()
      options.catalogue = setting.reference.catalogue
      let sets = measuring.map { MeasurementReader.readSet(path: $0, options: options) }
      let diagnostics =
        (inputs.diagnostics + sets.flatMap(\.diagnostics) + readings.flatMap(\.diagnostics))
        .sorted()
      Console.print(diagnostics, withNotes: true)
      var text = ""
      for dataset in inputs.datasets { text += summary(of: dataset) + "\n" }
      for set in sets.compactMap(\.value) { text += summary(of: set) + "\n" }
      for reading in readings { text += summary(of: reading) + "\n" }
      Console.print(result: text)
      let errors = diagnostics.count { $0.severity == .error }
      let warnings = diagnostics.count { $0.severity == .warning }
      let datasets = inputs.datasets.count + inputs.failed.count + sets.count + files.count
      Console.note(
        "\(datasets) dataset\(datasets == 1 ? "" : "s"): \(errors) error\(errors == 1 ? "" : "s"), "
          + "\(warnings) warning\(warnings == 1 ? "" : "s")")
      if errors > 0 || !inputs.failed.isEmpty { throw Outcome.unusable }
    }
  }

  private func summary(of reading: SourceReading) -> String {
    let kept = reading.kept.reduce(into: SourceTally()) { $0 += $1 }
    let dropped = reading.dropped.values.flatMap(\.values).reduce(into: SourceTally()) { $0 += $1 }
    let years = Set(reading.keys.all.map(\.year)).sorted().map(String.init)
    let vintages = Set(reading.keys.all.map(\.vintage)).sorted().map(\.rawValue)
    var text = "\(reading.file): \(kept.rows) rows of sources"
    if kept.unknown > 0 { text += ", \(kept.unknown) of them unknown" }
    if kept.rows > 0 {
      text += ", years \(years.joined(separator: ", ")), from \(vintages.joined(separator: ", "))"
    }
    if dropped.rows > 0 { text += ", \(dropped.rows) rows dropped" }
    if !reading.territories.isEmpty {
      text += ", \(reading.territories.count) figures of territories"
    }
    return text
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
    var pieces = ["\(records.count) figures"]
    if unknown > 0 { pieces.append("\(unknown) of them unknown") }
    if areas > 0 { pieces.append("\(areas) areas") }
    if let first = years.first, let last = years.last {
      pieces.append(first == last ? "year \(first)" : "years \(first) to \(last)")
    }
    pieces.append("from " + vintages.joined(separator: ", "))
    if dataset.grade != .official { pieces.append(dataset.grade.rawValue) }
    return "\(dataset.name): " + pieces.joined(separator: ", ")
  }
}
