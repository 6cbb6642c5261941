// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenTestSupport
import Testing

@Suite struct OutlineReaderTests {
  /// The file of a case: the one named `outlines`, the side files of a shapefile apart.
  static func file(_ name: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: DataFixtures.path("outlines", name))
    let file = try #require(
      names.first { name in
        name.hasPrefix("outlines.") && !["shx", "dbf", "prj"].contains { name.hasSuffix($0) }
      })
    return DataFixtures.path("outlines", name, file)
  }

  /// What was read, a line an area, and then all diagnostics.
  static func text(of reading: Reading<OutlineSet>) -> String {
    var lines: [String] = []
    if let set = reading.value {
      for (area, outline) in zip(set.areas, set.outlines) {
        let rings = outline.parts.flatMap(\.rings)
        lines.append(
          "area \(area): \(outline.parts.count) parts, \(rings.count - outline.parts.count) holes, "
            + "\(rings.reduce(0) { $0 + $1.count }) points, "
            + "\(Int(surface(of: outline).rounded())) m2\n")
      }
    } else {
      lines.append("refused\n")
    }
    return lines.joined() + DataFixtures.text(of: reading.diagnostics)
  }

  /// The surface in m² by the trapezoid rule.
  static func surface(of outline: Outline) -> Double {
    func trapezoids(_ ring: [RDPoint]) -> Double {
      abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 })
    }
    return outline.parts.reduce(0) { sum, part in
      sum + trapezoids(part.exterior) - part.holes.reduce(0) { $0 + trapezoids($1) }
    }
  }

  @Test func everyDiagnosticHasACase() {
    #expect(DataFixtures.names(in: "outlines").count >= 45)
  }

  /// Cases read beside the catalogue of areas.
  static let catalogued: Set<String> = [
    "elsewhere", "swapped-metres-in-the-envelope", "unknown-number",
  ]

  @Test(arguments: DataFixtures.names(in: "outlines"))
  func outlinesReadAsExpected(_ name: String) throws {
    var options = OutlineOptions()
    if name == "other-key" { options.areaKey = "GebiedsNr" }
    let catalogue = try DataFixtures.requireReference().catalogue
    let reading = try OutlineReader.read(
      Self.file(name), options: options,
      catalogue: Self.catalogued.contains(name) ? catalogue : nil)
    let expected = URL(fileURLWithPath: DataFixtures.path("outlines", name, "expected.txt"))
    GoldenFile(expected).expect(Self.text(of: reading))
  }

  @Test func degreesLandWhereTheTowerOfAmersfoortStands() throws {
    let reading = try OutlineReader.read(Self.file("degrees"))
    let corner = try #require(reading.value?.outlines.first?.parts.first?.exterior.first)
    // The origin of RD, (155000, 463000) m, is at 52.155174 N, 5.387206 E (Kadaster).
    #expect(abs(corner.x - 155_000) < 1.5)
    #expect(abs(corner.y - 463_000) < 1.5)
  }

  @Test func latitudeFirstInGMLLandsWhereLongitudeFirstInGeoJSONDoes() throws {
    let inGML = try OutlineReader.read(Self.file("gml-latitude-first"))
    let inGeoJSON = try OutlineReader.read(Self.file("degrees"))
    #expect(inGML.value != nil)
    #expect(inGML.value == inGeoJSON.value)
  }

  @Test func aFileThatIsNoFileSaysSo() {
    func text(_ file: String) -> String {
      DataFixtures.text(of: OutlineReader.read(file).diagnostics)
    }
    #expect(text("nowhere.gpkg") == "nowhere.gpkg: error: no such file\n")
    #expect(
      text(DataFixtures.path("outlines"))
        == "Fixtures/outlines: error: it is a folder, not a file\n")
    #expect(
      text("/vsicurl/http://localhost/a.gpkg")
        == "/vsicurl/http://localhost/a.gpkg: error: '/vsicurl/http://localhost/a.gpkg' is a virtual "
        + "path of GDAL; give a file of this computer\n")
    #expect(
      text("WFS:http://localhost/wfs")
        == "WFS:http://localhost/wfs: error: 'WFS:http://localhost/wfs' is no file of this computer; "
        + "fetch it first and give the file\n")
  }

  @Test func aFileOfSeveralLayersNamesThem() throws {
    try withTemporaryFolder { folder in
      let path = folder.path + "/two.gpkg"
      let writer = try GeoPackageWriter(path: path)
      let ring = [(0, 0), (100, 0), (100, 100), (0, 0)].map {
        RDPoint(x: 178_000 + $0.0, y: 482_000 + $0.1)
      }
      for (layer, number) in [("areas", 57), ("habitats", 58)] {
        try writer.beginLayer(layer, fields: [GeoPackageField("nr", .integer)])
        try writer.add(multipolygon: [[ring]], values: [.integer(number)])
      }
      try writer.finish()
      let both = OutlineReader.read(path)
      #expect(
        both.diagnostics.map(\.text) == [
          "\(path): error: the file has 2 layers; name the one that is meant: 'areas' or 'habitats'"
        ])
      var options = OutlineOptions()
      options.layer = "habitats"
      #expect(OutlineReader.read(path, options: options).value?.areas == [AreaCode(rawValue: 58)])
      options.layer = "habitat"
      #expect(
        OutlineReader.read(path, options: options).diagnostics.map(\.text) == [
          "\(path): error: no layer 'habitat'; nearest is 'habitats'; the file has 'areas' and "
            + "'habitats'"
        ])
    }
  }

  @Test func aGeoPackageCutOffIsAnError() throws {
    try withTemporaryFolder { folder in
      let path = folder.path + "/cut.gpkg"
      let writer = try GeoPackageWriter(path: path)
      try writer.beginLayer("areas", fields: [GeoPackageField("nr", .integer)])
      for number in 1...2000 {
        let x = 100_000 + Double(number) * 20
        let ring = [(0, 0), (10, 0), (10, 10), (0, 0)].map {
          RDPoint(x: x + $0.0, y: 482_000 + $0.1)
        }
        try writer.add(multipolygon: [[ring]], values: [.integer(number)])
      }
      try writer.finish()
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(OutlineReader.read(path).value?.areas.count == 2000)
      try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
      let reading = OutlineReader.read(path)
      #expect(reading.value == nil)
      let text = try #require(reading.diagnostics.first?.text)
      #expect(text.hasPrefix("\(path): error: the file cannot be read; GDAL says '"))
      #expect(text.contains("malformed"))
    }
  }

  @Test func aTableWithoutDrawingsSaysSo() throws {
    try withTemporaryFolder { folder in
      let table = URL(
        fileURLWithPath: DataFixtures.path("outlines", "shapefile-without-prj", "outlines.dbf"))
      let copy = folder.appendingPathComponent("outlines.dbf")
      try FileManager.default.copyItem(at: table, to: copy)
      #expect(
        OutlineReader.read(copy.path).diagnostics.map(\.text) == [
          "\(copy.path): error: the file has no layer with a geometry"
        ])
    }
  }

  @Test func aLongCommentBeforeTheMarkupIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("long.gml")
      let text = try String(
        contentsOfFile: DataFixtures.path("outlines", "gml-rd", "outlines.gml"), encoding: .utf8)
      let comment =
        "<!-- xmlns:gml=\"http://www.opengis.net/gml\" "
        + String(repeating: "x", count: 70_000) + " -->"
      try Data((comment + text.dropFirst(39)).utf8).write(to: file)
      let texts = OutlineReader.read(file.path).diagnostics.map(\.text)
      #expect(
        texts == [
          "\(file.path): error: no XML element begins in its first 65536 bytes; expected plain XML"
        ])
    }
  }
}
