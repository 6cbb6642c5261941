// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

/// Every pair and distance against GEOS.
@Suite struct OracleTests {
  static let bounds = [250, 500, 1000, 2000, 5000, 10_000, 25_000]

  /// Compares; returns how many pairs there were.
  private func compare(
    _ set: OutlineSet, points: [RDPoint], bounds: [Int] = bounds
  ) throws -> Int {
    let scheme = try RingScheme(outerBounds: bounds)
    let index = ZoneIndex(outlines: set, scheme: scheme)
    let (x, y) = (points.map(\.x), points.map(\.y))
    let pairs = try index.pairs(x: x, y: y)
    let measured = try index.pairs(x: x, y: y, distances: true)
    var wrong: [String] = []
    var expectedPairs = 0
    for (area, outline) in set.outlines.enumerated() {
      let oracle = try #require(GEOSOracle(outline))
      #expect(oracle.isValid, "area \(set.areas[area])")
      for (source, point) in points.enumerated() {
        let expected = oracle.distance(point)
        let pair = measured[source].first { $0.area == area }
        let isBoundary = bounds.contains { abs(Double($0) - expected) < 1e-9 }
        let ring = scheme.ringNumber(at: expected)
        if ring != nil { expectedPairs += 1 }
        let quick = pairs[source].first { $0.area == area }
        // A GEOS distance is itself rounded: only there may a bound fall on the other side.
        if quick?.ring != pair?.ring || (pair?.ring != ring && !isBoundary)
          || abs((pair?.distance ?? expected) - expected) > 1e-6
          || (expected == 0) != index.contains(point, area: area)
        {
          wrong.append("\(point) \(area) \(expected) \(String(describing: pair))")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
    #expect(abs(pairs.count - expectedPairs) <= points.count)
    return pairs.count
  }

  @Test func everyPairAroundMadeUpOutlines() throws {
    let set = try MadeUpOutlines.all()
    #expect(try compare(set, points: adversarialPoints(set, count: 20_000, seed: 2)) > 60_000)
  }

  /// Points within some units in the last place of a slanting edge of 370 km.
  @Test func aHairBesideALongEdge() throws {
    let (a, b) = (RDPoint(x: -90_000.1, y: 210_000.7), RDPoint(x: 250_000.3, y: 590_000.9))
    let outline = try Outline(parts: [
      .init(exterior: [a, b, RDPoint(x: -90_000.1, y: 590_000.9), a])
    ])
    let oracle = try #require(GEOSOracle(outline))
    var random = SplitMix64(seed: 17)
    var inside = 0
    for _ in 0..<20_000 {
      let t = random.unit()
      let x = a.x + (b.x - a.x) * t
      let y = a.y + (b.y - a.y) * t + (Double(random.next() % 7) - 3) * 5.8e-11
      let point = RDPoint(x: x, y: y)
      #expect(outline.contains(point) == oracle.covers(point))
      if outline.contains(point) { inside += 1 }
    }
    #expect((5000...15_000).contains(inside))
  }

  @Test func everyPairInNarrowZones() throws {
    let set = try MadeUpOutlines.all()
    let points = adversarialPoints(set, count: 20_000, seed: 4)
    #expect(try compare(set, points: points, bounds: [1, 10, 30]) > 5000)
  }

  @Test(.enabled(if: RealOutlines.areThere, "set STIKSTOF_REFERENCE_DATA for the real outlines"))
  func everyPairAroundTheRealOutlines() throws {
    let set = try RealOutlines.load()
    #expect(set.areas.count == 160)
    #expect(try compare(set, points: adversarialPoints(set, count: 16_000, seed: 3)) > 50_000)
  }

  @Test(.enabled(if: RealOutlines.areThere, "set STIKSTOF_REFERENCE_DATA for the real outlines"))
  func everyPairInNarrowZonesAroundTheRealOutlines() throws {
    let set = try RealOutlines.load()
    let points = adversarialPoints(set, count: 4000, seed: 11)
    #expect(try compare(set, points: points, bounds: [20, 250]) > 1500)
  }
}
