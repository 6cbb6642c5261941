// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenTestSupport
import Testing

@Suite struct RasterFileTests {
  static func open(_ path: String) throws -> RasterFile {
    try RasterFile(
      path: FixturePaths.fixtures.appendingPathComponent("sources/geodata/\(path)").path)
  }

  static func values(_ grid: RasterFile) throws -> [Double] {
    var all: [Double] = []
    try grid.read { first, values in
      #expect(first * grid.width == all.count)
      all += values
    }
    return all
  }

  @Test func aGridOfTextIsReadToTheLastDigit() throws {
    let grid = try Self.open("grid/sources.asc")
    #expect(grid.format == "AAIGrid")
    #expect(grid.width == 3)
    #expect(grid.height == 2)
    #expect(grid.noData == -999)
    #expect(grid.system == nil)
    #expect(
      grid.placement
        == RasterFile.Placement(
          x0: 178_000, xByColumn: 1000, xByRow: 0, y0: 482_000, yByColumn: 0, yByRow: -1000))
    #expect(try Self.values(grid) == [1.5, -999, 0, 2.25, 4, 0.1])
  }

  @Test func aGeoTIFFSaysItsSystem() throws {
    let grid = try Self.open("grid-geotiff/sources.tif")
    #expect(grid.format == "GTiff")
    #expect(grid.bandCount == 1)
    #expect(grid.noData == -999)
    #expect(grid.system?.isRDNew == true)
    #expect(grid.placement?.isTurned == false)
    let values = try Self.values(grid)
    #expect(values[2].isNaN)
    #expect(values[3...] == [2.25, 4, 0.1])
  }

  @Test func aTurnedGridSaysSo() throws {
    #expect(try Self.open("grid-turned/sources.tif").placement?.isTurned == true)
  }

  @Test func aGridOfManyRowsComesInBlocks() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("long.asc")
      let row = Array(repeating: "1", count: 1024).joined(separator: " ") + "\n"
      let text =
        "ncols 1024\nnrows 1500\nxllcorner 0\nyllcorner 300000\ncellsize 10\n"
        + String(repeating: row, count: 1500)
      try Data(text.utf8).write(to: file)
      var blocks: [Int] = []
      var sum = 0.0
      try RasterFile(path: file.path).read { first, values in
        blocks.append(first)
        sum += values.reduce(0, +)
      }
      #expect(blocks == [0, 1024])
      #expect(sum == 1_536_000)
    }
  }

  @Test func aGridOfTooManyCellsIsRefusedBeforeItIsRead() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("huge.asc")
      let text =
        "ncols 2000000\nnrows 1000\nxllcorner 0\nyllcorner 300000\ncellsize 0.1\n1 2 3\n"
      try Data(text.utf8).write(to: file)
      let error = #expect(throws: GeodataError.self) { try RasterFile(path: file.path) }
      #expect(
        error
          == .unusable(
            "the grid has 2000000 x 1000 cells, expected at least one and at most 1073741824"))
    }
  }
}
