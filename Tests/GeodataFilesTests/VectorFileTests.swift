// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct VectorFileTests {
  /// Writes a text as a file and opens it.
  static func open(_ text: String, as name: String = "a.geojson") throws -> VectorFile {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stikstof-vectors-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return try VectorFile(path: file.path)
  }

  static func collection(_ geometries: String...) -> String {
    let features = geometries.map {
      #"{"type":"Feature","properties":{},"geometry":"# + $0 + "}"
    }
    return #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
  }

  static func geometries(_ file: VectorFile) throws -> [FlatGeometry] {
    var all: [FlatGeometry] = []
    try file.read(file.layers[0], fields: []) { batch in
      for row in 0..<batch.count {
        var geometry = FlatGeometry()
        try batch.readGeometry(row, into: &geometry)
        all.append(geometry)
      }
    }
    return all
  }

  @Test func fieldsHaveNamesKindsAndValues() throws {
    let file = try Self.open(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"n":7,"x":0.5,"t":"zeven","b":true,"l":["a"],"big":5000000000},
      "geometry":{"type":"Point","coordinates":[5,52]}},
      {"type":"Feature","properties":{"n":null,"x":2,"t":""},
      "geometry":{"type":"Point","coordinates":[5,52]}}]}
      """)
    let layer = file.layers[0]
    #expect(file.format == "GeoJSON")
    #expect(layer.featureCount == 2)
    #expect(layer.system?.name == "WGS 84")
    #expect(layer.system?.isGeographic == true)
    #expect(
      layer.fields == [
        VectorField(name: "n", kind: .integer), VectorField(name: "x", kind: .real),
        VectorField(name: "t", kind: .text), VectorField(name: "b", kind: .integer),
        VectorField(name: "l", kind: .other), VectorField(name: "big", kind: .integer),
      ])
    var rows = 0
    // Asked for in another order than the file's.
    try file.read(layer, fields: [2, 0, 1, 3, 5]) { batch in
      rows += batch.count
      #expect(batch.text(0, 0) == "zeven")
      #expect(batch.integer(1, 0) == 7)
      #expect(batch.real(1, 0) == 7)
      #expect(batch.real(2, 0) == 0.5)
      #expect(batch.integer(2, 0) == nil)
      #expect(batch.text(2, 0) == "0.5")
      #expect(batch.integer(3, 0) == 1)
      #expect(batch.integer(4, 0) == 5_000_000_000)
      #expect(batch.text(0, 1) == "")
      #expect(!batch.hasValue(1, 1))
      #expect(batch.text(1, 1) == nil)
      #expect(batch.real(2, 1) == 2)
      #expect(!batch.hasValue(4, 1))
      #expect(!batch.isSame(1, 0, as: 1))
      #expect(batch.isSame(0, 0, as: 0))
    }
    #expect(rows == 2)
  }

  @Test func collectionsOfCollectionsAreTheirPieces() throws {
    let file = try Self.open(
      Self.collection(
        #"{"type":"Point","coordinates":[1,2,30]}"#,
        #"{"type":"MultiLineString","coordinates":[[[0,0],[1,0]],[[2,2],[3,3],[4,4]]]}"#,
        #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":["#
          + #"{"type":"MultiPoint","coordinates":[[7,7],[8,8]]}]},"#
          + #"{"type":"LineString","coordinates":[[0,0],[1,1]]}]}"#,
        "null"))
    let all = try Self.geometries(file)
    #expect(
      all.map(\.kinds) == [[.point], [.line, .line], [.polygon], [.point, .point, .line], []])
    #expect(all.map(\.kind) == [.point, .line, .polygon, nil, nil])
    #expect(all[0].x == [1])
    #expect(all[0].y == [2])
    #expect(all[1].ringEnds == [2, 5])
    #expect(all[2].polygons.map { $0.map(\.count) } == [[4, 4]])
    #expect(all[3].x == [7, 8, 0, 1])
    #expect(all[4].isEmpty)
  }

  @Test func manyFeaturesComeInBatchesInTheirOrder() throws {
    try withTemporaryFolder { folder in
      let path = folder.path + "/lines.gpkg"
      let writer = try GeoPackageWriter(path: path)
      try writer.beginLayer("roads", geometry: .lines, fields: [GeoPackageField("n", .integer)])
      for number in 1...40_000 {
        let x = Double(number)
        try writer.add(
          line: [RDPoint(x: x, y: 400_000), RDPoint(x: x + 0.5, y: 400_001)],
          values: [number.isMultiple(of: 3) ? .missing : .integer(number)])
      }
      try writer.finish()
      let file = try VectorFile(path: path)
      #expect(file.layers.map(\.name) == ["roads"])
      #expect(file.layers[0].system?.isRDNew == true)
      var next = 1
      var batches = 0
      try file.read(file.layers[0], fields: [0]) { batch in
        batches += 1
        #expect(batch.firstRecord == next)
        var geometry = FlatGeometry()
        for row in 0..<batch.count {
          try batch.readGeometry(row, into: &geometry)
          let found = batch.integer(0, row)
          #expect(found == (next.isMultiple(of: 3) ? nil : Int64(next)))
          #expect(batch.number(row) == next)
          #expect(geometry.x == [Double(next), Double(next) + 0.5])
          next += 1
        }
      }
      #expect(next == 40_001)
      #expect(batches > 1)
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("outlines.gpkg")
      try GeoPackageWriterTests.write(to: file)
      let read = try VectorFile(path: file.path)
      #expect(
        read.layers[0].fields == [
          VectorField(name: "nr", kind: .integer), VectorField(name: "naam", kind: .text),
        ])
      var texts: [String?] = []
      try read.read(read.layers[0], fields: [1]) { batch in
        texts += (0..<batch.count).map { batch.text(0, $0) }
      }
      #expect(texts == ["Made-up heath", nil])
      let square = GeoPackageWriterTests.square
      #expect(
        try Self.geometries(read).map(\.polygons) == [
          [
            [square(100_000, 400_000, 1000), square(100_400, 400_400, 200)],
            [square(103_000, 400_000, 10)],
          ],
          [[square(110_000, 400_000, 500)]],
        ])
    }
  }

  @Test func aFileThatGDALRefusesHasGDALsWords() throws {
    let error = #expect(throws: GeodataError.self) { try Self.open(#"{"type":"Feature","#) }
    #expect(error?.description == "JSON parsing error: continue (at offset 18)")
  }

  @Test func formatsThatLeadElsewhereAreRefused() throws {
    let error = #expect(throws: GeodataError.self) {
      try Self.open("<OGRVRTDataSource></OGRVRTDataSource>", as: "a.vrt")
    }
    #expect(
      error
        == .refused(
          "files of format OGR_VRT are not read; expected GeoPackage, GeoJSON, shapefile, GML, "
            + "FlatGeobuf or MapInfo"))
  }

  @Test func readingLeavesNothingBesideTheFile() throws {
    try withTemporaryFolder { folder in
      let name = "outlines.gml"
      let source = FixturePaths.fixtures.appendingPathComponent("outlines/gml-rd/\(name)")
      let copy = folder.appendingPathComponent(name)
      try FileManager.default.copyItem(at: source, to: copy)
      #expect(try Self.geometries(VectorFile(path: copy.path)).count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }
  }
}
