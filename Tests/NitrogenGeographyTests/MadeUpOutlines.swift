// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography

/// Made-up outlines around (100, 400) km whose answers can be found by hand.
enum MadeUpOutlines {
  static let originX = 100_000.0
  static let originY = 400_000.0

  static func point(_ x: Double, _ y: Double) -> RDPoint {
    RDPoint(x: originX + x, y: originY + y)
  }

  static func ring(_ corners: [(Double, Double)]) -> [RDPoint] {
    (corners + corners.prefix(1)).map { point($0.0, $0.1) }
  }

  static func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, clockwise: Bool = false
  ) -> [RDPoint] {
    let corners = [
      (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
      (x.lowerBound, y.upperBound),
    ]
    return ring(clockwise ? corners.reversed() : corners)
  }

  /// A kilometre square with a hole of 200 m in its middle, in which an island of 20 m lies.
  static func holed() throws -> Outline {
    try Outline(parts: [
      .init(exterior: rectangle(0...1000, 0...1000), holes: [rectangle(400...600, 400...600)]),
      .init(exterior: rectangle(490...510, 490...510, clockwise: true)),
    ])
  }

  /// Shares the edge x = 1000 with ``holed()``; its second part touches the first in one corner.
  static func neighbour() throws -> Outline {
    try Outline(parts: [
      .init(exterior: rectangle(1000...1500, 0...1000, clockwise: true)),
      .init(exterior: rectangle(1500...2000, 1000...1300)),
    ])
  }

  /// A triangle with sides 3000, 4000 and 5000 m whose slanting side has length 5000.
  static func triangle() throws -> Outline {
    try Outline(parts: [.init(exterior: ring([(6000, 0), (9000, 0), (6000, 4000)]))])
  }

  /// A star with many narrow teeth and decimal coordinates, and a hole that touches its edge.
  static func star() throws -> Outline {
    var corners: [(Double, Double)] = []
    for tooth in 0..<60 {
      // Rational points of the circle, so that nothing depends on a sine.
      let t = (Double(tooth % 15) + 0.5) / 15
      let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
      let turned = [(c, s), (-s, c), (-c, -s), (s, -c)][tooth / 15]
      let radius = tooth.isMultiple(of: 2) ? 1500.3 : 700.7
      corners.append((-3000 + radius * turned.0, 3000 + radius * turned.1))
    }
    let touch = corners[1]
    return try Outline(parts: [
      .init(
        exterior: ring(corners), holes: [ring([touch, (-2900, 3050), (-3050, 3100)])])
    ])
  }

  static func all() throws -> OutlineSet {
    try OutlineSet([
      (AreaCode(rawValue: 20), neighbour()), (AreaCode(rawValue: 10), holed()),
      (AreaCode(rawValue: 30), triangle()), (AreaCode(rawValue: 40), star()),
    ])
  }
}
