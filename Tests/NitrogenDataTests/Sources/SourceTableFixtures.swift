// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the tests of sources share.
enum SourceTableFixtures {
  /// What was read of a file, with the rows of all batches in words.
  struct Read {
    let reading: SourceReading
    let rows: [String]
    let batches: [Int]
  }

  /// The options in `options.txt`, a name and a value on each line; the boundary is `er-default`
  /// where they name none.
  static func options(in folder: String) throws -> SourceOptions {
    var options = SourceOptions()
    options.boundary = BoundaryID(rawValue: "er-default")
    options.keepsOrigins = true
    guard let text = try? String(contentsOfFile: folder + "/options.txt", encoding: .utf8) else {
      return options
    }
    for line in text.split(separator: "\n") {
      let pieces = line.split(separator: "=", maxSplits: 1).map(String.init)
      let value = try #require(pieces.last)
      switch pieces.first {
      case "boundary": options.boundary = value == "none" ? nil : BoundaryID(rawValue: value)
      case "classification": options.classification = value
      case "sector": options.sector = value
      case "pollutant": options.pollutant = Pollutant(rawValue: value)
      case "year": options.year = Int(value)
      case "vintage": options.vintage = Vintage(rawValue: value)
      case "delimiter": options.delimiter = value.first
      case "decimal": options.decimalMark = value.first
      case "encoding": options.encoding = value
      case "missing": options.missingValues = [value]
      case "column":
        let names = value.split(separator: "=").map(String.init)
        options.columns[names[0]] = names[1]
      default: Issue.record("\(folder)/options.txt: unknown option '\(line)'")
      }
    }
    return options
  }

  /// Reads a file.
  static func read(_ file: String, _ options: SourceOptions) throws -> Read {
    let rows = Rows()
    let reading = try SourceReader.read(
      file, options: options, reference: DataFixtures.requireReference()
    ) { rows.add($0, $1) }
    return Read(reading: reading, rows: rows.lines, batches: rows.batches)
  }

  /// Reads bytes as a file called `made.csv`.
  static func read(
    _ bytes: [UInt8], _ options: SourceOptions, blockSize: Int? = nil
  ) throws -> Read {
    let rows = Rows()
    let reading = try SourceTable.read(
      bytes: bytes, name: "made.csv", options: options,
      reference: DataFixtures.requireReference(), blockSize: blockSize
    ) { rows.add($0, $1) }
    return Read(reading: reading, rows: rows.lines, batches: rows.batches)
  }

  /// Rows of batches in words.
  private final class Rows {
    var lines: [String] = []
    var batches: [Int] = []

    func add(_ batch: SourceBatch, _ keys: SourceKeys) {
      batches.append(batch.count)
      let unknown = Set(batch.unknown)
      for row in 0..<batch.count {
        let name = batch.origins.map { "\($0.lines[row]) \($0.id(row)): " } ?? ""
        let emission = unknown.contains(Int32(row)) ? "unknown" : "\(batch.emission[row])"
        lines.append(
          "\(name)\(SourceTableFixtures.words(batch.shape(row))) \(emission) "
            + SourceTableFixtures.words(keys.all[Int(batch.key[row])]))
      }
    }
  }

  /// A file in words: its rows, what was kept and dropped, its diagnostics.
  static func words(_ read: Read) -> String {
    var lines = read.rows
    for (key, tally) in zip(read.reading.keys.all, read.reading.kept) {
      lines.append("kept \(words(tally)): \(words(key))")
    }
    var drops: [String] = []
    for (reason, tallies) in read.reading.dropped {
      for (pollutant, tally) in tallies {
        drops.append(
          "dropped \(words(tally)): \(reason.description), \(pollutant?.label ?? "no pollutant")")
      }
    }
    lines += drops.sorted()
    return lines.map { $0 + "\n" }.joined() + DataFixtures.text(of: read.reading.diagnostics)
  }

  private static func words(_ tally: SourceTally) -> String {
    "\(tally.rows) rows \(tally.sum.kilograms) kg \(tally.unknown) unknown"
  }

  private static func words(_ key: SourceKey) -> String {
    let activity =
      switch key.activity {
      case .slice(let slice, let boundary): "\(slice.label) by \(boundary)"
      case .code(let code): "\(code.classification) \(code.label)"
      }
    return "\(activity), \(key.pollutant.label), \(key.year), \(key.vintage)"
      + (key.provisional ? ", provisional" : "")
  }

  private static func words(_ shape: SourceShape) -> String {
    switch shape {
    case .point(let point): "at \(words(point))"
    case .line(let points): "along \(points.map(words).joined(separator: ", "))"
    case .cell(let cell): "cell \(cell.minX) \(cell.minY) to \(cell.maxX) \(cell.maxY)"
    case .surface(let parts):
      "over " + parts.map { "\($0.count) rings from \(words($0[0][0]))" }.joined(separator: ", ")
    }
  }

  private static func words(_ point: RDPoint) -> String { "\(point.x) \(point.y)" }
}
