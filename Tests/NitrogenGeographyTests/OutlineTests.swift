// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import Testing

@Suite struct OutlineTests {
  private static let square = MadeUpOutlines.rectangle(0...100, 0...100)

  @Test func ringsMustBeClosedAndLongEnough() throws {
    #expect(throws: GeographyError.emptyOutline) { try Outline(parts: []) }
    #expect(throws: GeographyError.openRing(.init(part: 0, ring: 0))) {
      try Outline(parts: [.init(exterior: Self.square.dropLast() + [MadeUpOutlines.point(1, 1)])])
    }
    #expect(throws: GeographyError.tooFewPoints(.init(part: 1, ring: 1), count: 3)) {
      try Outline(parts: [
        .init(exterior: Self.square),
        .init(exterior: Self.square, holes: [Array(Self.square.prefix(3))]),
      ])
    }
    let (a, b) = (MadeUpOutlines.point(0, 0), MadeUpOutlines.point(1, 1))
    #expect(throws: GeographyError.degenerateRing(.init(part: 0, ring: 0))) {
      try Outline(parts: [.init(exterior: [a, b, b, a])])
    }
  }

  @Test(arguments: [
    RDPoint(x: .nan, y: 400_000), RDPoint(x: 100_000, y: .infinity),
    RDPoint(x: 400_000.1, y: 400_000), RDPoint(x: 5.2, y: 52.1),
  ])
  func coordinatesMustLieInTheEnvelope(_ point: RDPoint) {
    var ring = Self.square
    ring[2] = point
    let error = #expect(throws: GeographyError.self) {
      try Outline(parts: [.init(exterior: ring)])
    }
    guard case .outsideEnvelope(let place, _, _)? = error else {
      Issue.record("expected the place")
      return
    }
    #expect(place == OutlinePlace(part: 0, ring: 0, point: 2))
    #expect("\(place)" == "part 1, exterior, point 3")
  }

  @Test func anAreaHasOneOutline() throws {
    let outline = try Outline(parts: [.init(exterior: Self.square)])
    let code = AreaCode(rawValue: 7)
    #expect(throws: GeographyError.duplicateArea(7)) {
      try OutlineSet([(code, outline), (code, outline)])
    }
    #expect(try OutlineSet([(code, outline)])[code] == outline)
  }

  @Test(arguments: [
    (500.0, 200.0, 0.0), (500, 450, 40), (420, 500, 20), (500, 500, 0), (400, 500, 0),
    (600, 600, 0), (1000, 500, 0), (1250, 500, 250), (1300, 1400, 500), (-300, -400, 500),
    (485, 500, 5), (470, 470, 28.284271247461902),
  ])
  func distancesToASquareWithAHoleAndAnIsland(_ x: Double, _ y: Double, _ expected: Double) throws {
    let outline = try MadeUpOutlines.holed()
    let point = MadeUpOutlines.point(x, y)
    #expect(outline.distance(to: point) == expected)
    #expect(outline.contains(point) == (expected == 0))
  }

  @Test func theDirectionOfRingsDoesNotMatter() throws {
    let outline = try MadeUpOutlines.star()
    let turned = try Outline(
      parts: outline.parts.map {
        .init(exterior: $0.exterior.reversed(), holes: $0.holes.map { $0.reversed() })
      })
    let set = try OutlineSet([(AreaCode(rawValue: 1), outline)])
    for point in adversarialPoints(set, count: 2000, seed: 1) {
      #expect(outline.contains(point) == turned.contains(point))
    }
  }

  @Test func aSlantingEdgeAtARoundDistanceIsAtTheBound() throws {
    // 250 m off the side from (9000, 0) to (6000, 4000), along its normal (0.8, 0.6).
    let outline = try MadeUpOutlines.triangle()
    let point = MadeUpOutlines.point(7500 + 200, 2000 + 150)
    #expect(outline.distance(to: point) == 250)
    #expect(try RingScheme(outerBounds: [250, 500]).ring(at: 250) == .band(from: 0, to: 250))
  }
}
