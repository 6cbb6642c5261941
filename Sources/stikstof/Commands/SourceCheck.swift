// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenRuns

/// The sources of a file or a dataset, read for what is wrong with them.
struct SourceCheck {
  /// Everything found.
  let diagnostics: [Diagnostic]
  /// A line a file: how much was kept and left out.
  let summary: String

  /// Reads every file and lets the sources go.
  init(_ path: String, options: SourceOptions, setting: RunSetting) throws {
    let dataset = SourceDatasetReader.read(
      path: path, options: options, reference: setting.reference)
    var diagnostics = dataset.diagnostics
    var summary = ""
    for input in dataset.value?.inputs ?? [] {
      let reading = try SourceReader.read(
        input.file, options: input.options, reference: setting.reference
      ) { _, _ in }
      diagnostics += reading.diagnostics
      guard !reading.hasErrors else { continue }
      summary += "\(input.file): \(Self.words(reading))\n"
    }
    self.diagnostics = diagnostics
    self.summary = summary
  }

  private static func words(_ reading: SourceReading) -> String {
    let rows = reading.kept.reduce(0) { $0 + $1.rows }
    let unknown = reading.kept.reduce(0) { $0 + $1.unknown }
    let dropped = reading.dropped.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.rows } }
    let vintages = Set(reading.keys.all.map(\.vintage)).sorted().map(\.rawValue)
    var pieces = ["\(rows) emissions of sources"]
    if unknown > 0 { pieces.append("\(unknown) of them unknown") }
    if dropped > 0 { pieces.append("\(dropped) left out") }
    if !reading.territories.isEmpty {
      pieces.append("\(reading.territories.count) figures of provinces and municipalities")
    }
    if !vintages.isEmpty { pieces.append("from " + vintages.joined(separator: ", ")) }
    return pieces.joined(separator: ", ")
  }
}
