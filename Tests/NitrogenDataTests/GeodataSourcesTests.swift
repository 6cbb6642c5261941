// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct GeodataSourcesTests {
  /// The file of a case: the one named `sources`, side files apart.
  static func file(_ name: String) throws -> String {
    let folder = DataFixtures.path("sources", "geodata", name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let file = try #require(names.first { $0.hasPrefix("sources.") && !$0.hasSuffix("prj") })
    return "\(folder)/\(file)"
  }

  /// How a case is read: under a boundary, and grids with what they do not say.
  static func options(_ name: String) -> SourceOptions {
    var options = SourceOptions()
    options.keepsOrigins = true
    if name != "no-boundary" { options.boundary = BoundaryID(rawValue: "er-default") }
    if name == "unknown-boundary" { options.boundary = BoundaryID(rawValue: "er-defualt") }
    if name == "classification" || name == "unknown-classification" {
      options.classification = name == "classification" ? "er" : "gcnn"
    }
    if name == "other-names" {
      options.columns = [
        "pollutant": "stof", "year": "jaar", "emission_kt_per_yr": "nh3_kt",
      ]
      options.vintage = Vintage(rawValue: "made")
    }
    if name == "misnamed-option" {
      options.columns = ["polutant": "stof", "emission_t_per_yr": "emissions"]
    }
    let fills =
      name.hasPrefix("options") || (name.hasPrefix("grid") && name != "grid-without-options")
    if fills {
      options.sector = name == "grid-unknown-sector" ? "agricultur" : "agriculture.housing"
      options.pollutant = .nh3
      options.year = 2022
      options.vintage = Vintage(rawValue: "made")
    }
    return options
  }

  private static func text(_ shape: SourceShape) -> String {
    func text(_ point: RDPoint) -> String { "\(Int(point.x.rounded())) \(Int(point.y.rounded()))" }
    switch shape {
    case .point(let point): return "point \(text(point))"
    case .line(let points): return "line \(points.map(text).joined(separator: ", "))"
    case .cell(let box):
      return "cell \(Int(box.minX)) \(Int(box.minY)), \(Int(box.maxX)) \(Int(box.maxY))"
    case .surface(let parts): return "surface of \(parts.map { "\($0.count)" }) rings"
    }
  }

  /// What was read: a line a source, a line for what was dropped, and then all diagnostics.
  static func text(file: String, options: SourceOptions) throws -> String {
    var lines: [String] = []
    let reading = try SourceReader.read(
      file, options: options, reference: DataFixtures.requireReference()
    ) { batch, keys in
      for row in 0..<batch.count {
        let key = keys.all[Int(batch.key[row])]
        let activity =
          switch key.activity {
          case .slice(let slice, let boundary): "\(slice.label) of \(boundary)"
          case .code(let code): "\(code.classification) \(code.label)"
          }
        let emission = batch.unknown.contains(Int32(row)) ? "?" : "\(batch.emission[row])"
        lines.append(
          "\(batch.origins?.lines[row] ?? 0) '\(batch.origins?.id(row) ?? "")': "
            + "\(text(batch.shape(row))): \(emission) kg/yr \(key.pollutant.label) \(key.year) "
            + "\(activity), \(key.vintage)\n")
      }
    }
    for (reason, tallies) in reading.dropped {
      for (pollutant, tally) in tallies {
        lines.append(
          "dropped, \(reason.description), \(pollutant?.label ?? "none"): \(tally.rows) rows, "
            + "\(tally.sum.kilograms) kg/yr\n")
      }
    }
    if reading.hasErrors { lines = ["refused\n"] }
    return lines.sorted().joined() + DataFixtures.text(of: reading.diagnostics)
  }

  @Test func everyDiagnosticHasACase() {
    #expect(DataFixtures.names(in: "sources/geodata").count >= 35)
  }

  @Test(arguments: DataFixtures.names(in: "sources/geodata"))
  func sourcesReadAsExpected(_ name: String) throws {
    let expected = URL(
      fileURLWithPath: DataFixtures.path("sources", "geodata", name, "expected.txt"))
    GoldenFile(expected).expect(try Self.text(file: Self.file(name), options: Self.options(name)))
  }
}
