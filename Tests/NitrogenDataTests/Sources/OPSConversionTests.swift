// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct OPSConversionTests {
  private let rate = EmissionRate(kilogramsPerYear: 31_536)

  private func conversion(
    _ characteristics: OPSCharacteristics = OPSCharacteristics(height: 5), most: Int = 100
  ) -> OPSConversion {
    OPSConversion(.nh3, characteristics: characteristics, pieces: 25, most: most)
  }

  @Test func pointsAndSquareCellsKeepTheirShape() throws {
    let cell = CellBox(minX: 15_000, minY: 370_000, maxX: 16_000, maxY: 371_000)
    var made = conversion(OPSCharacteristics(height: 5, spread: 2.5, diurnalVariation: 4))
    try made.add(.point(RDPoint(x: 1, y: 2)), emission: rate, category: 4110)
    try made.add(.cell(cell), emission: rate, category: 4120)
    #expect(made.changes == conversion().changes)
    #expect(made.count == 2)
    let sources = made.take()
    #expect(sources.map(\.shape) == [.point(RDPoint(x: 1, y: 2)), .cell(cell)])
    #expect(sources.map(\.gramsPerSecond) == [1, 1])
    #expect(sources.map(\.category) == [4110, 4120])
    #expect(sources.map(\.spread) == [0, 2.5])
    #expect(sources.allSatisfy { $0.diurnalVariation == 4 && $0.component == "NH3" })
    #expect(made.take().isEmpty)
  }

  @Test func linesAndSurfacesKeepTheirEmission() throws {
    let line = [RDPoint(x: 0, y: 0), RDPoint(x: 100, y: 0), RDPoint(x: 100, y: 40)]
    let ring = [
      RDPoint(x: 0, y: 0), RDPoint(x: 40, y: 0), RDPoint(x: 40, y: 10), RDPoint(x: 0, y: 10),
      RDPoint(x: 0, y: 0),
    ]
    var made = conversion()
    try made.add(.line(line), emission: rate, category: 1)
    try made.add(.surface([[ring]]), emission: rate, category: 1)
    try made.add(
      .cell(CellBox(minX: 0, minY: 0, maxX: 40, maxY: 10)), emission: rate, category: 1)
    let sources = made.take()
    #expect(sources.count == 4 + 2 + 1 + 1)
    #expect(sources.map(\.x).prefix(4) == [12.5, 37.5, 62.5, 87.5])
    let sum = sources.prefix(6).reduce(0) { $0 + $1.gramsPerSecond }
    #expect(abs(sum - 1) < 1e-12)
    #expect(sources[6].diameter == 20 && sources[6].x == 20)
    #expect(sources[7].diameter == 20 && sources[7].y == 5)
    #expect(made.changes.lines.rows == 1 && made.changes.points == 6)
    #expect(made.changes.surfaces.rows == 1 && made.changes.cells.rows == 1)
    #expect(made.changes.lines.sum.kilograms == 31_536)
  }

  @Test func aLineWithoutLengthIsOnePoint() throws {
    var made = conversion()
    let place = RDPoint(x: 7, y: 8)
    try made.add(.line([place, place]), emission: rate, category: 1)
    #expect(made.take().map(\.shape) == [.point(place)])
  }

  @Test func tooManySourcesAreRefused() throws {
    var made = conversion(most: 3)
    let line = [RDPoint(x: 0, y: 0), RDPoint(x: 100, y: 0)]
    #expect(throws: OPSError.tooMany(most: 3)) {
      try made.add(.line(line), emission: rate, category: 1)
    }
    #expect(
      OPSError.tooMany(most: 3).description
        == "more than 3 sources for one .brn file; cut lines into longer pieces, or give fewer "
        + "sources")
  }

  /// The digits of a file give back the emission: all of it in free form, four digits in columns.
  @Test(arguments: [(OPSVersion.free, 1e-15), (.fixed, 0.000_500_1)])
  func emissionsComeBack(version: OPSVersion, tolerance: Double) throws {
    var random = SplitMix64(seed: 11)
    var made = conversion(most: 1000)
    let emissions = (0..<1000).map { _ in
      Double.random(in: 1...10, using: &random)
        * [1e-6, 1e-3, 1, 1e3, 1e6][Int.random(in: 0..<5, using: &random)]
    }
    for kilograms in emissions {
      try made.add(
        .point(
          RDPoint(
            x: Double.random(in: 0...300_000, using: &random),
            y: Double.random(in: 300_000...600_000, using: &random))),
        emission: EmissionRate(kilogramsPerYear: kilograms), category: 4110)
    }
    let sources = made.take()
    var text = ""
    try OPSFile.write(sources, version: version, to: &text)
    let again = try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("made.brn")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try #require(OPSFile.read(file.path).value)
    }
    #expect(again.count == emissions.count)
    let errors = zip(emissions, again).map { abs($1.emission.kilogramsPerYear / $0 - 1) }
    #expect(errors.allSatisfy { $0 <= tolerance }, "\(errors.max() ?? 0)")
    let moved = zip(sources, again).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }
    #expect(moved.allSatisfy { $0 <= (version == .fixed ? 0.5 : 0) })
  }
}
