// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

@Suite struct LineShareTests {
  private func index(_ outline: Outline, _ bounds: [Int]) throws -> ZoneIndex {
    ZoneIndex(
      outlines: try OutlineSet([(AreaCode(rawValue: 1), outline)]),
      scheme: try RingScheme(outerBounds: bounds))
  }

  /// Shares by ring number of one line.
  private func shares(_ index: ZoneIndex, _ start: RDPoint, _ end: RDPoint) throws -> [Double] {
    var result = [Double](repeating: 0, count: index.scheme.rings.count)
    for share in try index.shares(lines: [(start, end)])[0] { result[share.ring] += share.share }
    return result
  }

  private func isClose(_ left: [Double], _ right: [Double], _ tolerance: Double = 1e-12) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
  }

  @Test func aStraightRoadThroughAHoledSquare() throws {
    // From 1000 m west to 1000 m east at y = 500: 400 m, hole 90 m, island 20 m, hole 90 m, 400 m.
    let index = try index(MadeUpOutlines.holed(), [50, 500])
    let found = try shares(index, MadeUpOutlines.point(-1000, 500), MadeUpOutlines.point(2000, 500))
    // Inside 800 + 20; within 50 m 2 x 50 outside and all 180 of the hole but for nothing: each
    // 90 m gap has 50 m from the edge and 40 m from the island.
    #expect(isClose(found, [820.0 / 3000, 280.0 / 3000, 900.0 / 3000]), "\(found)")
  }

  @Test func aRoadPastACornerCutsTheArc() throws {
    // Along y = 1030 the disc of 50 m around the corner (1000, 1000) reaches 40 m on.
    let index = try index(MadeUpOutlines.holed(), [50])
    let found = try shares(index, MadeUpOutlines.point(900, 1030), MadeUpOutlines.point(1100, 1030))
    #expect(isClose(found, [0, 140.0 / 200]), "\(found)")
  }

  @Test func aRoadAlongTheEdgeIsInside() throws {
    let square = try index(MadeUpOutlines.holed(), [250])
    let level = try shares(square, MadeUpOutlines.point(0, 1000), MadeUpOutlines.point(2000, 1000))
    #expect(isClose(level, [0.5, 0.125]), "\(level)")
    let triangle = try index(MadeUpOutlines.triangle(), [250])
    let slanting = try shares(
      triangle, MadeUpOutlines.point(9000, 0), MadeUpOutlines.point(6000, 4000))
    #expect(isClose(slanting, [1, 0]), "\(slanting)")
    let parallel = try shares(
      triangle, MadeUpOutlines.point(9200, 150), MadeUpOutlines.point(6200, 4150))
    #expect(isClose(parallel, [0, 1]), "\(parallel)")
  }

  @Test func aPointLikeLineAndATouchingLine() throws {
    let index = try index(MadeUpOutlines.holed(), [250])
    let place = MadeUpOutlines.point(1250, 500)
    #expect(try shares(index, place, place) == [0, 1])
    // Touches the bound in one point only: no share.
    let touching = try shares(
      index, MadeUpOutlines.point(1500, 250), MadeUpOutlines.point(1250, 500))
    #expect(isClose(touching, [0, 0]))
  }

  @Test func linesAroundMadeUpOutlinesAsGEOSBuffers() throws {
    let set = try MadeUpOutlines.all()
    let bounds = [100, 1000, 3000]
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: bounds))
    var random = SplitMix64(seed: 12)
    let lines = (0..<60).map { number in
      let start = MadeUpOutlines.point(random.between(-5000, 10_000), random.between(-3000, 7000))
      let size = number.isMultiple(of: 2) ? 200.0 : 4000
      return (
        start: start,
        end: RDPoint(
          x: start.x + random.between(-size, size), y: start.y + random.between(-size, size))
      )
    }
    let found = try index.shares(lines: lines)
    for (area, outline) in set.outlines.enumerated() {
      let oracle = try #require(GEOSOracle(outline))
      for (number, line) in lines.enumerated() {
        let (dx, dy) = (line.end.x - line.start.x, line.end.y - line.start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        for (ring, bound) in ([0] + bounds).enumerated() {
          let share = found[number].filter { $0.area == area && $0.ring <= ring }
            .map(\.share).reduce(0, +)
          let expected = oracle.length(of: line, within: Double(bound)) / length
          #expect(abs(share - expected) < 1e-5, "line \(number) area \(area) bound \(bound)")
        }
      }
    }
  }

  @Test(.enabled(if: RealOutlines.areThere, "set STIKSTOF_REFERENCE_DATA for the real outlines"))
  func linesAroundTheRealOutlinesAsBisectedGEOSDistances() throws {
    let set = try RealOutlines.load()
    let bounds = [250, 1000, 5000, 25_000]
    let index = ZoneIndex(outlines: set, scheme: try RingScheme(outerBounds: bounds))
    let points = adversarialPoints(set, count: 160, seed: 13)
    var random = SplitMix64(seed: 14)
    let lines = points.map { start in
      (
        start: start,
        end: RDPoint(x: start.x + random.between(-900, 900), y: start.y + random.between(-900, 900))
      )
    }
    let found = try index.shares(lines: lines)
    var (compared, escaped) = (0, 0)
    for (area, outline) in set.outlines.enumerated() {
      let oracle = try #require(GEOSOracle(outline))
      for (number, line) in lines.enumerated() where oracle.distance(line.start) < 27_000 {
        let expected = bisectedShares(line, oracle: oracle, limits: [0] + bounds.map(Double.init))
        for ring in expected.indices {
          let share = found[number].filter { $0.area == area && $0.ring <= ring }
            .map(\.share).reduce(0, +)
          // A crossing twice between two samples escapes the samples: at most 1/200 a piece.
          #expect(abs(share - expected[ring]) < 1e-2, "line \(number) area \(area) ring \(ring)")
          if abs(share - expected[ring]) > 1e-6 { escaped += 1 }
          compared += 1
        }
      }
    }
    #expect(compared > 4000)
    #expect(escaped < compared / 100, "\(escaped) of \(compared)")
  }

  private func bisectedShares(
    _ line: (start: RDPoint, end: RDPoint), oracle: GEOSOracle, limits: [Double]
  ) -> [Double] {
    func distance(_ t: Double) -> Double {
      oracle.distance(
        RDPoint(
          x: line.start.x + (line.end.x - line.start.x) * t,
          y: line.start.y + (line.end.y - line.start.y) * t))
    }
    let count = 200
    let samples = (0...count).map { distance(Double($0) / Double(count)) }
    return limits.map { limit in
      var total = 0.0
      for number in 0..<count {
        let (low, high) = (Double(number) / Double(count), Double(number + 1) / Double(count))
        let (first, second) = (samples[number] <= limit, samples[number + 1] <= limit)
        if first == second {
          total += first ? high - low : 0
          continue
        }
        var (from, to) = (low, high)
        for _ in 0..<30 {
          let middle = (from + to) * 0.5
          if (distance(middle) <= limit) == first { from = middle } else { to = middle }
        }
        total += first ? from - low : high - from
      }
      return total
    }
  }
}
