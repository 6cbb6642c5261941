// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The outline of a site: polygons with holes in RD New (EPSG:28992), in metres.
///
/// A point is inside when a ray from it crosses the rings an odd number of times, over all rings of
/// all parts; the boundary counts as inside. The direction in which a ring is drawn does not matter.
public struct Outline: Hashable, Sendable {
  /// One polygon of the outline.
  public struct Part: Hashable, Sendable {
    /// The outer ring, its first point repeated at the end.
    public let exterior: [RDPoint]
    /// The holes, each with its first point repeated at the end.
    public let holes: [[RDPoint]]

    /// Makes a part; ``Outline/init(parts:)`` checks it.
    public init(exterior: [RDPoint], holes: [[RDPoint]] = []) {
      self.exterior = exterior
      self.holes = holes
    }

    /// The exterior, then the holes.
    public var rings: [[RDPoint]] { [exterior] + holes }
  }

  /// The polygons, in the order of the file.
  public let parts: [Part]

  /// Makes an outline after checking every ring: closed, at least four points of which three
  /// differ, all within `RDEnvelope`.
  public init(parts: [Part]) throws(GeographyError) {
    guard !parts.isEmpty else { throw .emptyOutline }
    for (partNumber, part) in parts.enumerated() {
      for (ringNumber, ring) in part.rings.enumerated() {
        try Self.check(ring, at: (partNumber, ringNumber))
      }
    }
    self.parts = parts
  }

  private static func check(
    _ ring: [RDPoint], at place: (part: Int, ring: Int)
  ) throws(GeographyError) {
    let whole = OutlinePlace(part: place.part, ring: place.ring)
    for (number, point) in ring.enumerated() where !RDEnvelope.contains(point) {
      throw .outsideEnvelope(
        OutlinePlace(part: place.part, ring: place.ring, point: number), x: point.x, y: point.y)
    }
    guard ring.count >= 4 else { throw .tooFewPoints(whole, count: ring.count) }
    guard ring.first == ring.last else { throw .openRing(whole) }
    guard Set(ring).count >= 3 else { throw .degenerateRing(whole) }
  }
}

extension Outline {
  /// Every boundary segment of every ring, those without length left out; the inside of the part
  /// lies to the left of each, however the ring was drawn.
  var segments: [[Segment]] {
    parts.flatMap { part in
      part.rings.enumerated().map { number, ring in Self.segments(of: ring, isHole: number > 0) }
    }
  }

  /// The segments of a closed ring, those without length left out; the inside of its polygon lies
  /// to the left of each.
  static func segments(of ring: [RDPoint], isHole: Bool) -> [Segment] {
    let drawn = (signedSurface(ring) > 0) == !isHole ? ring : ring.reversed()
    return zip(drawn, drawn.dropFirst()).filter { $0 != $1 }.map(Segment.init)
  }

  /// The surface of a ring in m², negative when it is drawn clockwise.
  private static func signedSurface(_ ring: [RDPoint]) -> Double {
    let origin = ring[0]
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    } * 0.5
  }

  /// Whether a point lies inside or on the boundary; exact, one pass over all segments.
  ///
  /// For many points use ``ZoneIndex``.
  public func contains(_ point: RDPoint) -> Bool {
    var odd = false
    for ring in segments {
      for segment in ring {
        switch segment.crossing(x: point.x, y: point.y) {
        case .boundary: return true
        case .crosses: odd.toggle()
        case .misses: continue
        }
      }
    }
    return odd
  }

  /// The planar distance in metres from a point to the outline, 0 inside and on the boundary.
  ///
  /// A point in a hole has the distance to the nearest boundary. One pass over all segments.
  public func distance(to point: RDPoint) -> Double {
    if contains(point) { return 0 }
    var least = Double.infinity
    for ring in segments {
      for segment in ring { least = min(least, segment.squaredDistance(x: point.x, y: point.y)) }
    }
    return least.squareRoot()
  }
}
