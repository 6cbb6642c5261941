// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import NitrogenCore
import Testing

@Suite struct PolygonCheckTests {
  static func ring(_ corners: (Double, Double)...) -> [RDPoint] {
    (corners + corners.prefix(1)).map { RDPoint(x: $0.0, y: $0.1) }
  }

  @Test func aPolygonWithAHoleHasNoProblem() {
    let square = Self.ring((0, 0), (10, 0), (10, 10), (0, 10))
    let hole = Self.ring((4, 4), (6, 4), (6, 6), (4, 6))
    #expect(PolygonCheck.problem(of: [[square, hole]]) == nil)
  }

  @Test func aBowTieCrossesItselfInItsMiddle() throws {
    let bowTie = Self.ring((0, 0), (10, 10), (10, 0), (0, 10))
    let problem = try #require(PolygonCheck.problem(of: [[bowTie]]))
    #expect(problem == PolygonProblem(reason: "Self-intersection", place: RDPoint(x: 5, y: 5)))
    let repaired = try #require(PolygonCheck.repaired([[bowTie]]))
    #expect(repaired.count == 2)
    #expect(PolygonCheck.problem(of: repaired) == nil)
  }

  @Test func overlappingPartsBecomeOne() throws {
    let left = Self.ring((0, 0), (10, 0), (10, 10), (0, 10))
    let right = Self.ring((5, 0), (15, 0), (15, 10), (5, 10))
    #expect(PolygonCheck.problem(of: [[left], [right]]) != nil)
    let repaired = try #require(PolygonCheck.repaired([[left], [right]]))
    #expect(repaired.map(\.count) == [1])
    #expect(Set(repaired[0][0].map(\.x)).isSuperset(of: [0, 15]))
  }
}
