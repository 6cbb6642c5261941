// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
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

  @Test func textAmongTheNumbersOfAGeoPackageIsNoZero() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("sources.gpkg")
      let writer = try GeoPackageWriter(path: file.path)
      try writer.beginLayer(
        "roads", geometry: .lines, fields: [GeoPackageField("emission_kg_per_yr", .real)])
      let emission = 1_234_567.891
      let line = [RDPoint(x: 178_000, y: 482_000), RDPoint(x: 178_100, y: 482_000)]
      try writer.add(line: line, values: [.real(emission)])
      try writer.finish()
      #expect(
        try Self.text(file: file.path, options: Self.options("options-only"))
          == "1 '1': line 178000 482000, 178100 482000: 1234567.891 kg/yr NH3 2022 "
          + "agriculture.housing of er-default, made\n")
      // In SQLite's record format the last column's type stands before the first one's bytes, here
      // those of the geometry: 7 is a number of 8 bytes, 29 a text of 8.
      var bytes = try Data(contentsOf: file)
      let number = withUnsafeBytes(of: emission.bitPattern.bigEndian) { Data($0) }
      let place = try #require(bytes.range(of: number))
      let geometry = try #require(
        bytes.range(of: Data("GP".utf8), options: .backwards, in: 0..<place.lowerBound))
      #expect(bytes[geometry.lowerBound - 1] == 7)
      bytes[geometry.lowerBound - 1] = 29
      bytes.replaceSubrange(place, with: Data("onbekend".utf8))
      try bytes.write(to: file)
      #expect(
        try Self.text(file: file.path, options: Self.options("options-only"))
          == "refused\n\(file.path): error: field 'emission_kg_per_yr' of numbers holds 1 texts, "
          + "such as 'onbekend'; mend them or leave them empty\n")
    }
  }
}
