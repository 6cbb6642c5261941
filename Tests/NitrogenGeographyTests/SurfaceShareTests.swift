// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

@Suite struct SurfaceShareTests {
  private func shares(
    _ outline: Outline, _ bounds: [Int], _ shape: SourceShape
  ) throws -> [Double] {
    let index = ZoneIndex(
      outlines: try OutlineSet([(AreaCode(rawValue: 1), outline)]),
      scheme: try RingScheme(outerBounds: bounds))
    var result = [Double](repeating: 0, count: bounds.count + 1)
    for share in try index.shares(shapes: [shape])[0] { result[share.ring] += share.share }
    return result
  }

  private func isClose(_ left: [Double], _ right: [Double], _ tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
  }

  private func ring(_ corners: [(Double, Double)]) -> [RDPoint] { MadeUpOutlines.ring(corners) }

  @Test func aParcelAlongTheBoundaryIsOutside() throws {
    // Shares the edge x = 1000 of the square; 250 m of its 1000 m lie within 250 m.
    let parcel = SourceShape.surface([[ring([(1000, 0), (2000, 0), (2000, 1000), (1000, 1000)])]])
    let found = try shares(MadeUpOutlines.holed(), [250], parcel)
    #expect(isClose(found, [0, 0.25], 1e-12), "\(found)")
  }

  @Test func aTriangleAcrossTheBoundaryIsDividedByAreaWithItsHole() throws {
    // Legs of 200 m, right angle at (900, 100), less a hole of 20 x 20 m inside the square.
    let parcel = SourceShape.surface([
      [
        ring([(900, 100), (1100, 100), (900, 300)]),
        MadeUpOutlines.rectangle(910...930, 110...130),
      ]
    ])
    // Within x < 1000: 20,000 - 5000 - 400 of 19,600 m².
    let found = try shares(MadeUpOutlines.holed(), [250], parcel)
    #expect(isClose(found, [14_600 / 19_600, 5000 / 19_600], 1e-9), "\(found)")
  }

  @Test func polygonsAroundMadeUpOutlinesAsGEOSBuffers() throws {
    let set = try MadeUpOutlines.all()
    let bounds = [100, 700, 3000]
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: bounds))
    var random = SplitMix64(seed: 31)
    let parcels: [[[RDPoint]]] = (0..<60).map { _ in
      let (x, y) = (random.between(-6000, 10_000), random.between(-3000, 6000))
      let size = random.between(30, 900)
      // A star-shaped ring of rational directions, so that nothing depends on a sine.
      let corners = (0..<8).map { number in
        let t = (Double(number % 2) + 0.3) / 2
        let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        let turned = [(c, s), (-s, c), (-c, -s), (s, -c)][number / 2]
        let radius = size * random.between(0.4, 1)
        return (x + radius * turned.0, y + radius * turned.1)
      }
      return [ring(corners)]
    }
    let found = try index.shares(shapes: parcels.map { .surface([$0]) })
    var worst = 0.0
    for (area, outline) in set.outlines.enumerated() {
      let oracle = try #require(GEOSOracle(outline))
      for (number, parcel) in parcels.enumerated() {
        let size = try #require(GEOSOracle(Outline(parts: [.init(exterior: parcel[0])])))
          .area(of: parcel, within: 0)
        for (ring, bound) in ([0] + bounds).enumerated() {
          let share = found[number].filter { $0.area == area && $0.ring <= ring }
            .map(\.share).reduce(0, +)
          worst = max(worst, abs(share - oracle.area(of: parcel, within: Double(bound)) / size))
        }
      }
    }
    print("polygons against GEOS: worst \(worst)")
    #expect(worst < 1e-5)
  }

  @Test func aWayIsDividedByTheLengthOfItsPieces() throws {
    // 500 m inside, then 250 m in the first ring, then 250 m up along x = 1250.
    let way = SourceShape.line([
      MadeUpOutlines.point(500, 100), MadeUpOutlines.point(1250, 100),
      MadeUpOutlines.point(1250, 350),
    ])
    let found = try shares(MadeUpOutlines.holed(), [250, 500], way)
    #expect(isClose(found, [0.5, 0.5, 0], 1e-12), "\(found)")
  }

  @Test func mostOfAParcelIsAllOrNothing() throws {
    let index = ZoneIndex(
      outlines: try OutlineSet([(AreaCode(rawValue: 1), MadeUpOutlines.holed())]),
      scheme: try RingScheme(outerBounds: [250, 1000]))
    func totals(_ x: ClosedRange<Double>, _ membership: ZoneMembership) throws -> [Double] {
      var batch = SourceBatch()
      batch.append(
        .surface([[MadeUpOutlines.rectangle(x, 0...100)]]), emission: 100, key: 0, id: "a", line: 1)
      var totals = ZoneTotals(index: index, keyCount: 1)
      try index.add(batch, membership: membership, to: &totals)
      return (0..<3).map { totals[area: 0, ring: $0, key: 0].kilograms }
    }
    // 40 m inside and 60 m out: half of it lies within the first ring's bound.
    #expect(isClose(try totals(960...1060, .share), [40, 60, 0], 1e-9))
    #expect(try totals(960...1060, .majority(0.5)) == [0, 100, 0])
    #expect(try totals(950...1050, .majority(0.5)) == [100, 0, 0])
    #expect(try totals(960...1060, .middle) == [0, 100, 0])
    // 400 m of 1000 m lie within 1000 m.
    #expect(try totals(1600...2600, .majority(0.5)) == [0, 0, 0])
    #expect(isClose(try totals(1600...2600, .share), [0, 0, 40], 1e-4))
  }

  @Test func unknownEmissionsAreCountedAndNotAdded() throws {
    let index = ZoneIndex(
      outlines: try MadeUpOutlines.all(), scheme: try RingScheme(outerBounds: [250]))
    var batch = SourceBatch()
    batch.append(
      .point(MadeUpOutlines.point(500, 100)), emission: nil, key: 0, id: "a", line: 1)
    batch.append(.point(MadeUpOutlines.point(500, 100)), emission: 7, key: 0, id: "b", line: 2)
    batch.append(
      .line([MadeUpOutlines.point(500, 100), MadeUpOutlines.point(1100, 100)]), emission: nil,
      key: 0, id: "c", line: 3)
    var totals = ZoneTotals(index: index, keyCount: 1, groups: [[0], [1], [], []])
    try index.add(batch, to: &totals)
    let cell = totals[area: 0, ring: 0, key: 0]
    #expect(cell.sources == 3)
    #expect(cell.unknown == 2)
    #expect(cell.kilograms == 7)
    #expect(totals[area: 1, ring: 0, key: 0].unknown == 1)
    #expect(totals.once(ring: 0, key: 0).sources == 3)
    #expect(totals.once(group: 0, ring: 0, key: 0).sources == 3)
    #expect(totals.once(group: 1, ring: 0, key: 0).unknown == 1)
  }

  @Test func shapesWithoutSizeAreNamed() throws {
    let index = ZoneIndex(
      outlines: try MadeUpOutlines.all(), scheme: try RingScheme(outerBounds: [250]))
    let place = MadeUpOutlines.point(1, 1)
    for shape in [
      SourceShape.line([place, place]), .line([]), .surface([]),
      .surface([[[place, place, place, place]]]),
      .cell(CellBox(minX: 1e5, minY: 4e5, maxX: 1e5, maxY: 4.1e5)),
    ] {
      var batch = SourceBatch()
      batch.append(.point(place), emission: 1, key: 0, id: "a", line: 1)
      batch.append(shape, emission: 1, key: 0, id: "b", line: 2)
      var totals = ZoneTotals(index: index, keyCount: 1)
      #expect(throws: GeographyError.emptyShape(index: 1)) { try index.add(batch, to: &totals) }
    }
  }
}
