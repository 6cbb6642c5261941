// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport

/// What came of reading a file of sources.
struct ReadSources {
  let reading: SourceReading
  /// The sources in words.
  let rows: [String]
  private let base: String

  /// Reads a file under `Fixtures/` or any other.
  init(_ file: String, _ options: SourceOptions = SourceOptions()) throws {
    var options = options
    options.keepsOrigins = true
    var rows: [String] = []
    base = (file as NSString).deletingLastPathComponent
    reading = try SourceReader.read(
      file, options: options, reference: try DataFixtures.requireReference()
    ) { batch, keys in
      for row in 0..<batch.count {
        let emission =
          batch.unknown.contains(Int32(row)) ? "unknown" : "\(batch.emission[row]) kg"
        let place: String
        switch batch.shape(row) {
        case .point(let point): place = "at \(point.x) \(point.y)"
        case .surface(let parts):
          place =
            "on \(parts.count) parts of \(parts.map(\.count)) rings around \(batch.x[row]) \(batch.y[row])"
        case .line, .cell: place = "along \(batch.shape(row))"
        }
        let origin = batch.origins.map { "\($0.id(row)) line \($0.lines[row])" } ?? "no origin"
        rows.append("\(origin): \(Self.words(keys.all[Int(batch.key[row])])) \(emission) \(place)")
      }
    }
    self.rows = rows
  }

  /// Reads bytes as a file of a name.
  init(bytes: Data, as name: String, _ options: SourceOptions = SourceOptions()) throws {
    self = try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try bytes.write(to: file)
      return try ReadSources(file.path, options)
    }
  }

  /// The diagnostics as printed, without the folder of the file.
  var diagnostics: String {
    DataFixtures.text(of: reading.diagnostics).replacingOccurrences(of: base + "/", with: "")
  }

  /// What was left out, in words, sorted.
  var dropped: [String] {
    reading.dropped.flatMap { reason, tallies in
      tallies.map { pollutant, tally in
        "\(reason.description), \(pollutant?.label ?? "else"): \(tally.rows) rows, "
          + "\(tally.sum.kilograms) kg, \(tally.unknown) unknown"
      }
    }.sorted()
  }

  /// The figures of territories in words.
  var territories: [String] {
    reading.territories.map { record in
      let place = [record.territory.kind, record.territory.code].compactMap { $0 }
      let emission = record.emission.map { "\($0.kilogramsPerYear) kg" } ?? "unknown"
      let key = SourceKey(
        activity: record.activity, pollutant: record.pollutant, year: record.year,
        vintage: record.vintage, provisional: record.provisional)
      return "\(place.joined(separator: " ")) line \(record.origin.line): \(Self.words(key)) "
        + emission
    }
  }

  private static func words(_ key: SourceKey) -> String {
    let activity =
      switch key.activity {
      case .slice(let slice, let boundary): "\(slice.label) of \(boundary)"
      case .code(let code): "\(code.classification) \(code.label)"
      }
    return "\(activity), \(key.pollutant.label) \(key.year), \(key.vintage)"
      + (key.provisional ? ", provisional," : ",")
  }
}
