// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

@Suite struct CellShareTests {
  private func cell(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> CellBox {
    let low = MadeUpOutlines.point(x.lowerBound, y.lowerBound)
    let high = MadeUpOutlines.point(x.upperBound, y.upperBound)
    return CellBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
  }

  private func shares(_ outline: Outline, _ bounds: [Int], _ cell: CellBox) throws -> [Double] {
    let index = ZoneIndex(
      outlines: try OutlineSet([(AreaCode(rawValue: 1), outline)]),
      scheme: try RingScheme(outerBounds: bounds))
    var result = [Double](repeating: 0, count: bounds.count + 1)
    for share in try index.shares(cells: [cell])[0] { result[share.ring] += share.share }
    return result
  }

  private func isClose(_ left: [Double], _ right: [Double], _ tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
  }

  @Test func aCellThatIsTheSquareLacksItsHole() throws {
    let found = try shares(MadeUpOutlines.holed(), [10], cell(0...1000, 0...1000))
    // The hole 200 x 200 less the island 20 x 20; within 10 m inwards of the hole's edge
    // 200² - 180², around the island 40² - 20² less the rounded corners (4 - pi) 10².
    let ring = (40_000 - 32_400 + 1600 - 400 - (4 - Double.pi) * 100) / 1e6
    #expect(isClose(found, [1 - 39_600 / 1e6, ring], 1e-7), "\(found)")
  }

  @Test func aCellBesideTheSquareIsCutInStrips() throws {
    let found = try shares(MadeUpOutlines.holed(), [250, 500], cell(1000...2000, 0...1000))
    #expect(isClose(found, [0, 0.25, 0.25], 1e-12), "\(found)")
  }

  @Test func aCellAtTheCornerHoldsQuartersOfDiscs() throws {
    let found = try shares(MadeUpOutlines.holed(), [250, 500], cell(1000...2000, 1000...2000))
    let quarter = Double.pi / 4
    #expect(
      isClose(found, [0, quarter * 0.0625, quarter * (0.25 - 0.0625)], 1e-7), "\(found)")
  }

  @Test func halfATriangleIsHalfACell() throws {
    let found = try shares(MadeUpOutlines.triangle(), [25_000], cell(6000...9000, 0...4000))
    #expect(isClose(found, [0.5, 0.5], 1e-12), "\(found)")
    #expect(throws: GeographyError.emptyCell(index: 0)) {
      try shares(MadeUpOutlines.triangle(), [250], cell(0...0, 0...1))
    }
  }

  @Test func emissionIsDividedAsSurfaceIs() throws {
    let index = ZoneIndex(
      outlines: try MadeUpOutlines.all(), scheme: try RingScheme(outerBounds: [250, 25_000]))
    var batch = SourceBatch()
    batch.append(
      .cell(cell(1000...2000, 0...1000)), emission: 4000, key: 0, id: "cell", line: 1)
    var totals = ZoneTotals(index: index, keyCount: 1)
    try index.add(batch, to: &totals)
    #expect(totals[area: 0, ring: 1, key: 0].kilograms == 1000)
    #expect(totals[area: 0, ring: 2, key: 0].kilograms == 3000)
    #expect(totals[area: 1, ring: 0, key: 0].kilograms == 2000)
    // Inside lies half of the cell; with what is within 250 m of both areas it is all of it.
    #expect(totals.once(ring: 0, key: 0).kilograms == 2000)
    #expect((0..<3).map { totals.once(ring: $0, key: 0).kilograms }.reduce(0, +) == 4000)
  }

  @Test func cellsAroundMadeUpOutlinesAsGEOSBuffers() throws {
    let set = try MadeUpOutlines.all()
    let bounds = [100, 700, 3000]
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: bounds))
    var random = SplitMix64(seed: 15)
    let cells = (0..<80).map { number in
      let (x, y) = (random.between(-6000, 10_000), random.between(-3000, 6000))
      // Some cells of a grid whose lines run along edges of the outlines, some anywhere.
      let (left, below) =
        number < 30 ? ((x / 500).rounded() * 500, (y / 500).rounded() * 500) : (x, y)
      return cell(left...left + 1000, below...below + 1000)
    }
    let found = try index.shares(cells: cells)
    var worst = 0.0
    for (area, outline) in set.outlines.enumerated() {
      let oracle = try #require(GEOSOracle(outline))
      for (number, cell) in cells.enumerated() {
        for (ring, bound) in ([0] + bounds).enumerated() {
          let share = found[number].filter { $0.area == area && $0.ring <= ring }
            .map(\.share).reduce(0, +)
          let expected = oracle.area(of: cell, within: Double(bound)) / cell.surface
          worst = max(worst, abs(share - expected))
          #expect(abs(share - expected) < 1e-5, "cell \(number) area \(area) bound \(bound)")
        }
      }
    }
    print("cells against GEOS: worst \(worst)")
  }

  /// The surface of a cell is the integral of the lengths of lines across it, which
  /// ``LineShareTests`` hold to GEOS.
  @Test(.enabled(if: RealOutlines.areThere, "set STIKSTOF_REFERENCE_DATA for the real outlines"))
  func cellsAroundTheRealOutlinesAreStacksOfLines() throws {
    let set = try RealOutlines.load()
    let bounds = [250, 1000, 5000, 25_000]
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: bounds))
    let cells = adversarialPoints(set, count: 40, seed: 16).map { point in
      let (x, y) = ((point.x / 1000).rounded(.down) * 1000, (point.y / 1000).rounded(.down) * 1000)
      return CellBox(minX: x, minY: y, maxX: x + 1000, maxY: y + 1000)
    }
    let found = try index.shares(cells: cells)
    let count = 2000
    var worst = 0.0
    for (number, cell) in cells.enumerated() {
      var expected: [[Int]: Double] = [:]
      let lines = (0..<count).map { step in
        let y = cell.minY + 1000 * (Double(step) + 0.5) / Double(count)
        return (start: RDPoint(x: cell.minX, y: y), end: RDPoint(x: cell.maxX, y: y))
      }
      let stack = try index.shares(lines: lines)
      for step in 0..<count {
        for share in stack[step] {
          expected[[share.area, share.ring], default: 0] += share.share / Double(count)
        }
      }
      for share in found[number] {
        let sum = expected.removeValue(forKey: [share.area, share.ring]) ?? 0
        worst = max(worst, abs(sum - share.share))
      }
      for left in expected.values { worst = max(worst, left) }
    }
    print("cells against lines: worst \(worst)")
    #expect(worst < 2e-5)
  }
}
