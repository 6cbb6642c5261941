// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct GeoPackageWriterTests {
  static func square(_ x: Double, _ y: Double, _ side: Double) -> [RDPoint] {
    [(0, 0), (side, 0), (side, side), (0, side), (0, 0)].map { RDPoint(x: x + $0.0, y: y + $0.1) }
  }

  static func write(to file: URL, finishing: Bool = true) throws {
    let writer = try GeoPackageWriter(path: file.path)
    try writer.beginLayer(
      "natura2000",
      fields: [GeoPackageField("nr", .integer), GeoPackageField("naam", .text)])
    try writer.add(
      multipolygon: [
        [square(100_000, 400_000, 1000), square(100_400, 400_400, 200)],
        [square(103_000, 400_000, 10)],
      ], values: [.integer(57), .text("Made-up heath")])
    try writer.add(
      multipolygon: [[square(110_000, 400_000, 500)]], values: [.integer(58), .missing])
    if finishing { try writer.finish() }
  }

  @Test func theSameFeaturesGiveTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let first = folder.appendingPathComponent("first.gpkg")
      let second = folder.appendingPathComponent("second.gpkg")
      try Self.write(to: first)
      try Self.write(to: second)
      #expect(try Data(contentsOf: first) == Data(contentsOf: second))
      #expect(try Data(contentsOf: first).prefix(15) == Data("SQLite format 3".utf8))
    }
  }

  @Test func nothingStandsBesideAFinishedFile() throws {
    try withTemporaryFolder { folder in
      try Self.write(to: folder.appendingPathComponent("outlines.gpkg"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["outlines.gpkg"])
    }
  }

  @Test func anUnfinishedWriterLeavesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("outlines.gpkg")
      try Data("older".utf8).write(to: file)
      try Self.write(to: file, finishing: false)
      #expect(try Data(contentsOf: file) == Data("older".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
  }

  @Test func aFinishedWriterReplacesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("outlines.gpkg")
      try Data("older".utf8).write(to: file)
      try Self.write(to: file)
      #expect(try Data(contentsOf: file).count > 1000)
    }
  }

  @Test func aFolderThatIsNotThereIsAnErrorWithGDALsWords() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: GeodataError.self) {
        try GeoPackageWriter(path: folder.path + "/nowhere/outlines.gpkg")
      }
      #expect(error?.description.contains("nowhere") == true)
    }
  }
}
