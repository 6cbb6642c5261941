// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The geometry of a source in the making.
struct IMAERGeometry {
  /// What the innermost GML element is.
  enum Kind {
    case none, point, line, surface
  }

  /// Why there is no shape, in words that follow the name of the source.
  struct Problem: Error {
    let words: String
  }

  /// What the file said it is.
  var kind = Kind.none
  /// Points, or those of the ring at hand.
  var points: [RDPoint] = []
  /// Finished polygons, each its exterior and then its holes.
  private var parts: [[[RDPoint]]] = []

  /// Starts a polygon.
  mutating func startPolygon() {
    kind = .surface
    points.removeAll(keepingCapacity: true)
    parts.append([])
  }

  /// Closes an exterior or interior.
  mutating func finishRing(isExterior: Bool) throws(Problem) {
    let ring = points
    points.removeAll(keepingCapacity: true)
    guard let last = parts.indices.last else {
      throw Problem(words: "has a ring outside a polygon; expected it within gml:Polygon")
    }
    guard parts[last].isEmpty == isExterior else {
      throw Problem(
        words: isExterior
          ? "has a polygon with two exteriors; expected one"
          : "has a polygon whose hole comes before its exterior; expected the exterior first")
    }
    guard ring.count >= 4 else {
      throw Problem(words: "has a ring of \(ring.count) points; expected at least 4")
    }
    guard ring.first == ring.last else {
      throw Problem(words: "has a ring that is not closed; repeat its first point at its end")
    }
    guard Self.surface(of: ring) != 0 else {
      throw Problem(words: "has a ring without surface; expected one that encloses something")
    }
    parts[last].append(ring)
  }

  /// The shape.
  func shape() throws(Problem) -> SourceShape {
    switch kind {
    case .point where points.count == 1: return .point(points[0])
    case .point where points.count > 1:
      throw Problem(words: "has \(points.count) points; expected one geometry a source")
    case .line where points.count > 1:
      guard points.contains(where: { $0 != points[0] }) else {
        throw Problem(words: "is a line without length; expected two places or a gml:Point")
      }
      return .line(points)
    case .line where points.count == 1:
      throw Problem(words: "is a line of one point; expected at least two")
    case .surface where !parts.isEmpty && parts.allSatisfy({ !$0.isEmpty }):
      return .surface(parts)
    default:
      throw Problem(
        words: "has no geometry; expected a point, a line or a polygon with coordinates")
    }
  }

  /// Makes it empty for the next, keeping its memory.
  mutating func clear() {
    kind = .none
    points.removeAll(keepingCapacity: true)
    if !parts.isEmpty { parts = [] }
  }

  /// Twice the surface of a ring, signed; from its first point, so that large coordinates cancel.
  private static func surface(of ring: [RDPoint]) -> Double {
    var sum = 0.0
    for index in ring.indices.dropLast() {
      let (here, next) = (ring[index], ring[index + 1])
      sum +=
        (here.x - ring[0].x) * (next.y - ring[0].y) - (next.x - ring[0].x) * (here.y - ring[0].y)
    }
    return sum
  }
}
