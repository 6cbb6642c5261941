// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The surface of a polygon source within a distance of an outline.
///
/// Its box is quartered. A piece that lies wholly within or beyond the distance, or wholly in or out
/// of the polygon, is settled exactly or as ``CellSplit`` does; only pieces that both boundaries
/// cross are quartered further, until they hold less than 1e-7 of the polygon.
struct SurfaceSplit {
  private static let finest = 1e-7

  let surface: PolygonSurface
  let bound: Double
  let segments: [Segment]
  let isInside: (_ x: Double, _ y: Double) -> Bool

  /// Prepares for a bound above 0 m; `segments` hold all that are nearest to a place of the polygon.
  init(
    surface: PolygonSurface, bound: Double, segments: [Segment],
    isInside: @escaping (_ x: Double, _ y: Double) -> Bool
  ) {
    self.surface = surface
    self.bound = bound
    self.segments = segments
    self.isInside = isInside
  }

  /// The surface within the bound in m².
  func size() -> Double { size(of: surface.box, among: segments) }

  private func size(of box: CellBox, among candidates: [Segment]) -> Double {
    let (x, y) = ((box.minX + box.maxX) * 0.5, (box.minY + box.maxY) * 0.5)
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    let reach = (width * width + height * height).squareRoot() * 0.5
    let hasEdge = surface.segments.contains { $0.mayMeet(box) }
    if !hasEdge {
      guard surface.contains(x: x, y: y) else { return 0 }
      var split = CellSplit(cell: box, bound: bound, segments: candidates, isInside: isInside)
      return split.surface(of: box)
    }
    var nearest = Double.infinity
    var near: [Segment] = []
    for segment in candidates {
      let distance = segment.squaredDistance(x: x, y: y).squareRoot()
      nearest = min(nearest, distance)
      if distance <= bound + reach { near.append(segment) }
    }
    if nearest <= bound - reach { return box.surface(common: surface.segments[...]) }
    if nearest > reach, bound > 2 * reach || near.isEmpty {
      // No boundary of the outline in this piece: it lies wholly inside the outline or outside.
      if isInside(x, y) { return box.surface(common: surface.segments[...]) }
      if near.isEmpty { return 0 }
    }
    if box.surface <= surface.size * Self.finest {
      let isWithin = nearest <= bound || isInside(x, y)
      return isWithin ? box.surface(common: surface.segments[...]) : 0
    }
    return [(box.minX, x), (x, box.maxX)].reduce(0) { sum, across in
      [(box.minY, y), (y, box.maxY)].reduce(sum) { sum, up in
        sum
          + size(
            of: CellBox(minX: across.0, minY: up.0, maxX: across.1, maxY: up.1), among: candidates)
      }
    }
  }
}

extension Segment {
  /// Whether the segment may have a place in common with a box: `false` is sure.
  fileprivate func mayMeet(_ box: CellBox) -> Bool {
    if max(ax, bx) < box.minX || min(ax, bx) > box.maxX { return false }
    if max(ay, by) < box.minY || min(ay, by) > box.maxY { return false }
    // All corners on one side of the line.
    let (dx, dy) = (bx - ax, by - ay)
    func side(_ x: Double, _ y: Double) -> Double { (x - ax) * dy - (y - ay) * dx }
    let sides = [
      side(box.minX, box.minY), side(box.maxX, box.minY), side(box.maxX, box.maxY),
      side(box.minX, box.maxY),
    ]
    return !(sides.allSatisfy { $0 > 0 } || sides.allSatisfy { $0 < 0 })
  }
}
