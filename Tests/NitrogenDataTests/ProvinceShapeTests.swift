// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenGeography
import NitrogenTestSupport
import Testing

/// The provinces as drawn for maps.
@Suite struct ProvinceShapeTests {
  private static func shapes() throws -> [ProvinceShape] {
    try DataFixtures.requireReference().provinceShapes
  }

  /// The surface of a closed ring in m² by the shoelace formula, positive when drawn anticlockwise.
  private static func surface(_ ring: [RDPoint]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  private struct Edge: Hashable {
    let from: RDPoint
    let to: RDPoint
  }

  private static func edges(_ shape: ProvinceShape) -> [Edge] {
    shape.rings.flatMap { zip($0, $0.dropFirst()).map(Edge.init) }
  }

  /// On which side of a line from `a` to `b` a point lies.
  private static func side(_ a: RDPoint, _ b: RDPoint, _ c: RDPoint) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  private static func cross(_ one: Edge, _ other: Edge) -> Bool {
    side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0
      && side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0
  }

  @Test func theTwelveProvincesAreThereWithFewCorners() throws {
    let shapes = try Self.shapes()
    let provinces = try DataFixtures.requireReference().catalogue.provinces
    #expect(shapes.map(\.code) == provinces.map(\.code))
    let points = shapes.flatMap { $0.rings.flatMap { $0.dropLast() } }
    #expect(Set(points).count <= 420)
    #expect(shapes.allSatisfy { $0.rings.allSatisfy { $0.first == $0.last && $0.count >= 4 } })
    #expect(shapes.allSatisfy { $0.rings.allSatisfy { Self.surface($0) > 0 } })
  }

  @Test func bordersAreSharedAndShapesDoNotOverlap() throws {
    let shapes = try Self.shapes()
    let edges = shapes.map(Self.edges)
    var owners: [Edge: Int] = [:]
    for (number, own) in edges.enumerated() {
      for edge in own {
        #expect(owners.updateValue(number, forKey: edge) == nil, "drawn twice: \(edge)")
      }
    }
    // With every ring anticlockwise a border runs one way here and the other way there.
    var shared = 0
    for (edge, owner) in owners {
      guard let other = owners[Edge(from: edge.to, to: edge.from)] else { continue }
      #expect(other != owner)
      shared += 1
    }
    #expect(shared > 200)
    let all = edges.flatMap { $0 }
    for (index, edge) in all.enumerated() {
      for other in all[(index + 1)...] where Self.cross(edge, other) {
        Issue.record("\(edge) crosses \(other)")
      }
    }
    // Without crossings two shapes overlap only where one lies within the other.
    let outlines = try shapes.map(Self.outline)
    for x in stride(from: 12_345.0, to: 280_000, by: 5_000) {
      for y in stride(from: 306_789.0, to: 620_000, by: 5_000) {
        let point = RDPoint(x: x, y: y)
        #expect(outlines.count { $0.contains(point) } <= 1, "twice at \(x), \(y)")
      }
    }
  }

  private static func outline(_ shape: ProvinceShape) throws -> Outline {
    try Outline(parts: shape.rings.map { Outline.Part(exterior: $0) })
  }

  @Test func areasLieInTheirProvince() throws {
    let reference = try DataFixtures.requireReference()
    let outlines = Dictionary(
      uniqueKeysWithValues: try reference.provinceShapes.map { ($0.code, try Self.outline($0)) })
    func distance(_ point: RDPoint, _ code: String) -> Double {
      outlines[code]?.distance(to: point) ?? .infinity
    }
    var within = 0
    var near = 0
    for area in reference.catalogue.areas {
      guard let name = area.provinces.first, let point = area.representativePoint,
        let province = reference.catalogue.provinces.first(where: { $0.name == name })
      else { continue }
      let own = distance(point, province.code)
      if own == 0 { within += 1 }
      if own <= 2_000 {
        near += 1
        continue
      }
      // Farther off is only what lies in water that is left open: outside of every shape.
      let any = outlines.keys.map { distance(point, $0) }.min() ?? .infinity
      #expect(any > 500, "\(area.name) is drawn in another province, \(own) m from its own")
    }
    #expect(within >= 130)
    #expect(near >= 145)
  }

  @Test(.enabled(if: FixturePaths.referenceData != nil, "needs STIKSTOF_REFERENCE_DATA"))
  func shapesLieOnTheRealProvinces() throws {
    let folder = try #require(FixturePaths.referenceData)
    let real = try Self.realProvinces(folder + "/data/provinces_rd.geojson")
    for shape in try Self.shapes() {
      let outline = try Self.outline(shape)
      let truth = try #require(real[shape.code])
      var (inBoth, drawn) = (0, 0)
      let points = shape.rings.flatMap { $0 }
      let x = points.map(\.x)
      let y = points.map(\.y)
      for east in stride(from: (x.min() ?? 0) + 500, to: x.max() ?? 0, by: 2_000) {
        for north in stride(from: (y.min() ?? 0) + 500, to: y.max() ?? 0, by: 2_000) {
          let point = RDPoint(x: east, y: north)
          guard outline.contains(point) else { continue }
          drawn += 1
          if truth.contains(point) { inBoth += 1 }
        }
      }
      // What is drawn lies on the province; the province has water besides.
      #expect(Double(inBoth) >= 0.95 * Double(drawn), "\(shape.code): \(inBoth) of \(drawn)")
    }
  }

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        let code: String
      }
      let properties: Properties
      let geometry: Geometry
    }
    let features: [Feature]
  }

  private struct Geometry: Decodable {
    let polygons: [[[[Double]]]]

    private enum CodingKeys: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      polygons =
        try container.decode(String.self, forKey: .type) == "Polygon"
        ? [container.decode([[[Double]]].self, forKey: .coordinates)]
        : container.decode([[[[Double]]]].self, forKey: .coordinates)
    }
  }

  private static func realProvinces(_ path: String) throws -> [String: Outline] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let features = try JSONDecoder().decode(Collection.self, from: data).features
    return Dictionary(
      uniqueKeysWithValues: try features.map { feature in
        let parts = feature.geometry.polygons.map { polygon in
          let rings = polygon.map { $0.map { RDPoint(x: $0[0], y: $0[1]) } }
          return Outline.Part(exterior: rings[0], holes: Array(rings.dropFirst()))
        }
        return (feature.properties.code, try Outline(parts: parts))
      })
  }
}
