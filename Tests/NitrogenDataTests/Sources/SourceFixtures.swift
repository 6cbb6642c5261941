// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the tests of IMAER and OPS share.
enum SourceFixtures {
  /// The files of a fixture folder that have an ending, sorted.
  static func files(in folder: String, ending: String) -> [String] {
    DataFixtures.names(in: "sources/\(folder)").filter { $0.hasSuffix(ending) }
  }

  /// The path of a fixture.
  static func path(_ folder: String, _ name: String) -> String {
    DataFixtures.path("sources", folder, name)
  }

  /// The bytes of a fixture.
  static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path(folder, name))))
  }

  /// Reads a file whole; its rows in words, what was left out, and what was said.
  static func words(_ file: String, _ options: SourceOptions) throws -> String {
    var rows: [String] = []
    let reading = try SourceReader.read(
      file, options: options, reference: DataFixtures.requireReference()
    ) { batch, keys in rows += words(batch, keys) }
    return (rows + dropped(reading)).map { $0 + "\n" }.joined()
      + DataFixtures.text(of: reading.diagnostics)
  }

  /// The rows of a batch in words.
  static func words(_ batch: SourceBatch, _ keys: SourceKeys) -> [String] {
    let unknown = Set(batch.unknown)
    return batch.x.indices.map { row in
      let key = keys.all[Int(batch.key[row])]
      var activity = "?"
      if case .code(let code) = key.activity { activity = "\(code.classification) \(code.label)" }
      let emission = unknown.contains(Int32(row)) ? "unknown" : "\(batch.emission[row]) kg"
      let origin = batch.origins.map { "\($0.id(row)) line \($0.lines[row]): " } ?? ""
      return "\(origin)\(activity) \(key.pollutant.label) \(key.year) '\(key.vintage)' \(emission) "
        + words(batch.shape(row))
    }
  }

  private static func words(_ shape: SourceShape) -> String {
    func list(_ points: [RDPoint]) -> String {
      points.map { "\($0.x) \($0.y)" }.joined(separator: ", ")
    }
    switch shape {
    case .point(let point): return "point \(point.x) \(point.y)"
    case .line(let points): return "line \(list(points))"
    case .cell(let cell): return "cell \(cell.minX) \(cell.minY) \(cell.maxX) \(cell.maxY)"
    case .surface(let parts) where parts[0][0].count > 20:
      return "surface of \(parts[0][0].count) points"
    case .surface(let parts):
      return "surface "
        + parts.map { $0.map(list).joined(separator: " minus ") }.joined(separator: " and ")
    }
  }

  private static func dropped(_ reading: SourceReading) -> [String] {
    reading.dropped.flatMap { reason, tallies in
      tallies.map { pollutant, tally in
        "left out: \(reason.description), \(pollutant?.label ?? "any"): \(tally.rows) rows, "
          + "\(tally.sum.kilograms) kg, \(tally.unknown) unknown"
      }
    }.sorted()
  }
}
