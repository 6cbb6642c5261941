// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// One straight piece of boundary in RD metres, with its length squared.
struct Segment: Sendable {
  let ax: Double
  let ay: Double
  let bx: Double
  let by: Double
  let squaredLength: Double

  init(ax: Double, ay: Double, bx: Double, by: Double) {
    self.ax = ax
    self.ay = ay
    self.bx = bx
    self.by = by
    let dx = bx - ax
    let dy = by - ay
    self.squaredLength = dx * dx + dy * dy
  }

  init(_ start: RDPoint, _ end: RDPoint) {
    self.init(ax: start.x, ay: start.y, bx: end.x, by: end.y)
  }

  /// Square of the distance to a point in m².
  ///
  /// cross² / length² stays exact for whole metres of moderate size, so that a source at exactly
  /// 250 m from a slanting edge is at 250 m.
  @inline(__always)
  func squaredDistance(x: Double, y: Double) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let px = x - ax
    let py = y - ay
    let along = px * dx + py * dy
    if along <= 0 { return px * px + py * py }
    if along >= squaredLength {
      let qx = x - bx
      let qy = y - by
      return qx * qx + qy * qy
    }
    let across = px * dy - py * dx
    return across * across / squaredLength
  }

  /// The place on the segment that is nearest to a point, in RD metres.
  func foot(x: Double, y: Double) -> (x: Double, y: Double) {
    let dx = bx - ax
    let dy = by - ay
    let along = (x - ax) * dx + (y - ay) * dy
    if along <= 0 { return (ax, ay) }
    if along >= squaredLength { return (bx, by) }
    let t = along / squaredLength
    return (ax + dx * t, ay + dy * t)
  }

  /// How a ray from a point towards rising x meets a segment.
  enum Crossing {
    case misses
    case crosses
    case boundary
  }

  /// Half-open in y, so that a vertex on the ray counts once; exact by ``orientation(_:_:_:_:_:_:)``.
  @inline(__always)
  func crossing(x: Double, y: Double) -> Crossing {
    if (ay > y) == (by > y) {
      // Both ends on one side: only a level segment, or an end at the point, can touch it.
      if ay == y && by == y { return min(ax, bx) <= x && x <= max(ax, bx) ? .boundary : .misses }
      if (ay == y && ax == x) || (by == y && bx == x) { return .boundary }
      return .misses
    }
    if x > ax && x > bx { return .misses }
    if x < ax && x < bx { return .crosses }
    let side = orientation(ax, ay, bx, by, x, y)
    if side == 0 { return .boundary }
    return (side > 0) == (by > ay) ? .crosses : .misses
  }
}
