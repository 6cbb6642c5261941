// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

@testable import NitrogenRuns

@Suite struct ZoneAccumulatorTests {
  private func index() throws -> ZoneIndex {
    func square(_ x: Double) throws -> Outline {
      let corners = [
        RDPoint(x: x, y: 400_000), RDPoint(x: x + 1000, y: 400_000),
        RDPoint(x: x + 1000, y: 401_000), RDPoint(x: x, y: 401_000), RDPoint(x: x, y: 400_000),
      ]
      return try Outline(parts: [.init(exterior: corners)])
    }
    let set = try OutlineSet([
      (AreaCode(rawValue: 1), square(100_000)), (AreaCode(rawValue: 2), square(101_500)),
    ])
    return ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: [250, 1000, 5000]))
  }

  private func key(_ year: Int) -> SourceKey {
    SourceKey(
      activity: .slice(SectorSlice(.agriculture), boundary: BoundaryID(rawValue: "made")),
      pollutant: .nh3, year: year, vintage: Vintage(rawValue: "made"))
  }

  /// Points, ways, cells and surfaces, some of unknown emission, of two years.
  private func batch(count: Int) -> (batch: SourceBatch, keys: SourceKeys) {
    var random = SplitMix64(seed: 41)
    var keys = SourceKeys()
    let numbers = [keys.number(of: key(2019)), keys.number(of: key(2023))]
    var batch = SourceBatch()
    for row in 0..<count {
      let place = RDPoint(
        x: Double.random(in: 96_000...106_000, using: &random),
        y: Double.random(in: 396_000...405_000, using: &random))
      let far = RDPoint(x: place.x + 300, y: place.y + 170)
      let shape: SourceShape =
        switch row % 50 {
        case 0: .line([place, far])
        case 1: .cell(CellBox(minX: place.x, minY: place.y, maxX: far.x, maxY: far.y))
        case 2: .surface([[[place, far, RDPoint(x: place.x, y: far.y), place]]])
        default: .point(place)
        }
      batch.append(
        shape, emission: row % 97 == 0 ? nil : Double.random(in: 0...1e4, using: &random),
        key: numbers[row % 2],
        id: "", line: row)
    }
    return (batch, keys)
  }

  private func totals(threads: Int, _ batches: [SourceBatch], _ keys: SourceKeys) throws
    -> ZoneTotals
  {
    let accumulator = ZoneAccumulator(
      index: try index(), membership: .majority(0.5), groups: [[0], [1]], threads: threads)
    accumulator.beginFile()
    for batch in batches { try accumulator.add(batch, keys: keys) }
    return accumulator.finish()
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let (batch, keys) = batch(count: 45_000)
    let one = try totals(threads: 1, [batch], keys)
    #expect((0..<2).contains { one[area: 0, ring: 1, key: $0].unknown > 0 })
    #expect(one[area: 0, ring: 2, key: 0].kilograms > 1e6)
    for threads in 2...4 { #expect(try totals(threads: threads, [batch], keys) == one) }
  }

  @Test func keysOfTwoFilesThatAreTheSameAreOne() throws {
    let (batch, keys) = batch(count: 200)
    var turned = SourceKeys()
    _ = turned.number(of: key(2023))
    _ = turned.number(of: key(2019))
    var other = batch
    for row in other.key.indices { other.key[row] = 1 - other.key[row] }
    let accumulator = ZoneAccumulator(
      index: try index(), membership: .share, groups: [[0], [1]], threads: 2)
    accumulator.beginFile()
    try accumulator.add(batch, keys: keys)
    accumulator.beginFile()
    try accumulator.add(other, keys: turned)
    #expect(accumulator.keys.all == keys.all)
    let single = ZoneAccumulator(
      index: try index(), membership: .share, groups: [[0], [1]], threads: 1)
    single.beginFile()
    try single.add(batch, keys: keys)
    let (twice, once) = (accumulator.finish(), single.finish())
    for ring in 0..<4 {
      for key in 0..<2 {
        #expect(
          twice[area: 0, ring: ring, key: key].sources
            == 2 * once[area: 0, ring: ring, key: key].sources)
      }
    }
  }

  @Test func whatCannotBeAddedIsThrown() throws {
    var (batch, keys) = batch(count: 30_000)
    batch.x[29_999] = 1e7
    batch.shapes = []
    let problem = GeographyError.sourceOutsideEnvelope(
      index: 29_999, x: 1e7, y: batch.y[29_999])
    #expect(throws: problem) { try totals(threads: 3, [batch], keys) }
  }
}
