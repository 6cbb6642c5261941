// SPDX-License-Identifier: GPL-3.0-or-later

/// What is done to closed lines before they are drawn, in pixels.
enum MapShapes {
  /// The surface of a closed ring, negative when it runs the other way.
  static func surface(_ ring: [MapPixel]) -> Double {
    guard let origin = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    } / 2
  }

  /// A closed ring without the points that lie within a tolerance of the line through those kept
  /// (Douglas and Peucker's method, from the point farthest from the first).
  static func simplify(_ ring: [MapPixel], tolerance: Double) -> [MapPixel] {
    guard ring.count > 4, let first = ring.first else { return ring }
    func squared(_ point: MapPixel) -> Double {
      (point.x - first.x) * (point.x - first.x) + (point.y - first.y) * (point.y - first.y)
    }
    let far = ring.indices.max { squared(ring[$0]) < squared(ring[$1]) } ?? 0
    guard far > 0, far < ring.count - 1 else { return ring }
    var keeps = Array(repeating: false, count: ring.count)
    var pieces = [(0, far), (far, ring.count - 1)]
    for end in [0, far, ring.count - 1] { keeps[end] = true }
    while let (start, end) = pieces.popLast() {
      var (worst, farthest) = (tolerance * tolerance, 0)
      for index in (start + 1)..<max(end, start + 1) {
        let distance = squaredDistance(ring[index], ring[start], ring[end])
        if distance > worst { (worst, farthest) = (distance, index) }
      }
      guard farthest > 0 else { continue }
      keeps[farthest] = true
      pieces += [(start, farthest), (farthest, end)]
    }
    return zip(ring, keeps).filter(\.1).map(\.0)
  }

  private static func squaredDistance(
    _ point: MapPixel, _ start: MapPixel, _ end: MapPixel
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along =
      length > 0 ? ((point.x - start.x) * dx + (point.y - start.y) * dy) / length : 0
    let share = min(max(along, 0), 1)
    let (x, y) = (point.x - start.x - share * dx, point.y - start.y - share * dy)
    return x * x + y * y
  }

  /// A closed ring cut off at a box (Sutherland and Hodgman's method); closed, or empty.
  static func clip(
    _ ring: [MapPixel], left: Double, top: Double, right: Double, bottom: Double
  ) -> [MapPixel] {
    var points = ring.first == ring.last ? Array(ring.dropLast()) : ring
    points = cut(points, { $0.x - left })
    points = cut(points, { right - $0.x })
    points = cut(points, { $0.y - top })
    points = cut(points, { bottom - $0.y })
    guard points.count > 2, let first = points.first else { return [] }
    return points + [first]
  }

  /// What of a ring lies where a distance is not negative.
  private static func cut(
    _ points: [MapPixel], _ distance: (MapPixel) -> Double
  ) -> [MapPixel] {
    guard var last = points.last else { return [] }
    var kept: [MapPixel] = []
    for point in points {
      let (from, to) = (distance(last), distance(point))
      if (from < 0) != (to < 0) {
        let share = from / (from - to)
        kept.append(
          MapPixel(x: last.x + share * (point.x - last.x), y: last.y + share * (point.y - last.y)))
      }
      if to >= 0 { kept.append(point) }
      last = point
    }
    return kept
  }
}
