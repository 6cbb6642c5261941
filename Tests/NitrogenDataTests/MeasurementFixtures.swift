// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the tests of measurements share.
enum MeasurementFixtures {
  /// Reads the dataset or the only table of a fixture folder, with the options written in it.
  static func read(_ folder: String) throws -> Reading<MeasurementSet> {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let tables = names.filter { $0.hasSuffix(".csv") }
    let isSingle = !names.contains("datapackage.yaml") && tables != ["values.csv"]
    let path = isSingle ? folder + "/" + (tables.first ?? "series.csv") : folder
    return MeasurementReader.readSet(path: path, options: try options(in: folder))
  }

  /// The options in `options.txt`, a name and a value on each line.
  private static func options(in folder: String) throws -> MeasurementOptions {
    var options = MeasurementOptions()
    guard let text = try? String(contentsOfFile: folder + "/options.txt", encoding: .utf8) else {
      return options
    }
    for line in text.split(separator: "\n") {
      let pieces = line.split(separator: "=", maxSplits: 1).map(String.init)
      let value = try #require(pieces.last)
      switch pieces.first {
      case "value": options.valueColumn = value
      case "station-column": options.stationColumn = value
      case "uncertainty": options.uncertaintyColumn = value
      case "censored": options.censoredColumn = value
      case "quantity": options.quantity = MeasuredQuantity(rawValue: value)
      case "station": options.station = StationCode(rawValue: value)
      case "delimiter": options.delimiter = value == "tab" ? "\t" : value.first
      case "decimal": options.decimalMark = value.first
      case "encoding": options.encoding = value
      case "missing": options.missingValues = [value]
      case "grade": options.grade = try #require(SourceGrade(rawValue: value))
      case "stamp": options.hourStamp = try #require(.init(rawValue: value))
      case "catalogue": options.catalogue = try DataFixtures.requireReference().catalogue
      default: Issue.record("\(folder)/options.txt: unknown option '\(line)'")
      }
    }
    return options
  }

  /// Series in words, for comparison with what was written down.
  static func words(_ set: MeasurementSet) -> String {
    var lines: [String] = []
    for series in set.series {
      lines.append("\(series.label) by \(series.step) \(series.grade.rawValue)")
      for value in series.values {
        var line = "  \(value.period) \(value.value.map { "\($0)" } ?? "unknown")"
        if let uncertainty = value.uncertainty { line += " ± \(uncertainty)" }
        if value.isCensored { line += " censored" }
        if let fraction = value.validFraction { line += " valid \(fraction)" }
        lines.append(line + " line \(value.origin.line)")
      }
      lines += series.changes.map { "  changed \($0.date) \($0.what)" }
    }
    for station in set.stations where station.name != nil || !station.areas.isEmpty {
      let point = station.point.map { "at \($0.x) \($0.y)" } ?? "somewhere"
      let areas = station.areas.map { "\($0)" }.joined(separator: " ")
      lines.append("station \(station.code) \(station.name ?? "unnamed") \(point) areas \(areas)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
