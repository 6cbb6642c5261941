// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The surface of a rectangle within a distance of an outline.
///
/// The places within a distance b of an outline are its inside and all places within b of a
/// segment. A piece of the rectangle where one straight segment or one vertex decides is cut
/// exactly; others are quartered until cutting along the tangent errs by at most 1e-7 of the
/// rectangle, or the piece is that small. Only the places where two of them meet at the bound come
/// that far.
struct CellSplit {
  /// The share of the rectangle below which a piece, or its error, does not matter.
  private static let finest = 1e-7

  let bound: Double
  let isInside: (_ x: Double, _ y: Double) -> Bool
  private let smallest: Double
  private var stack: [Segment]

  /// Prepares for a bound above 0 m; `segments` hold all that are nearest to a place of the cell.
  init(
    cell: CellBox, bound: Double, segments: [Segment],
    isInside: @escaping (_ x: Double, _ y: Double) -> Bool
  ) {
    self.bound = bound
    self.isInside = isInside
    self.smallest = cell.surface * Self.finest
    self.stack = segments
  }

  /// The surface within the bound in m².
  mutating func surface(of cell: CellBox) -> Double {
    surface(of: cell, among: stack.indices, outside: false)
  }

  private mutating func surface(
    of box: CellBox, among candidates: Range<Int>, outside: Bool
  ) -> Double {
    let (x, y) = ((box.minX + box.maxX) * 0.5, (box.minY + box.maxY) * 0.5)
    let (halfWidth, halfHeight) = ((box.maxX - box.minX) * 0.5, (box.maxY - box.minY) * 0.5)
    let reach = (halfWidth * halfWidth + halfHeight * halfHeight).squareRoot()
    let mark = stack.count
    defer { stack.removeSubrange(mark...) }
    var nearest = Double.infinity
    for number in candidates {
      let distance = stack[number].squaredDistance(x: x, y: y).squareRoot()
      if distance <= bound - reach { return box.surface }
      nearest = min(nearest, distance)
      if distance <= bound + reach { stack.append(stack[number]) }
    }
    var outside = outside
    if !outside, nearest > reach, bound > 2 * reach || mark == stack.count {
      // No boundary in this piece: it lies wholly inside the outline or wholly outside.
      if isInside(x, y) { return box.surface }
      outside = true
    }
    if mark == stack.count { return 0 }
    let active = mark..<stack.count
    if outside, let exact = exactSurface(of: box, active: active) { return exact }
    let tangent = tangent(of: box, active: active, x: x, y: y, reach: reach)
    if box.surface <= smallest || (outside && 4 * reach * tangent.deviation <= smallest) {
      return box.surface(below: bound - tangent.distance, nx: tangent.nx, ny: tangent.ny)
    }
    let southWest = CellBox(minX: box.minX, minY: box.minY, maxX: x, maxY: y)
    let southEast = CellBox(minX: x, minY: box.minY, maxX: box.maxX, maxY: y)
    let northWest = CellBox(minX: box.minX, minY: y, maxX: x, maxY: box.maxY)
    let northEast = CellBox(minX: x, minY: y, maxX: box.maxX, maxY: box.maxY)
    return surface(of: southWest, among: active, outside: outside)
      + surface(of: southEast, among: active, outside: outside)
      + surface(of: northWest, among: active, outside: outside)
      + surface(of: northEast, among: active, outside: outside)
  }

  /// What decides in a piece: the interior of a segment, or a vertex.
  private enum Decider: Equatable {
    case side(Int)
    case vertex(Double, Double)
  }

  /// The surface when one segment's interior or one vertex decides in the whole piece.
  private func exactSurface(of box: CellBox, active: Range<Int>) -> Double? {
    var found: Decider?
    for number in active {
      guard let decider = decider(number, in: box) else { return nil }
      if found == nil { found = decider } else if found != decider { return nil }
    }
    let (x, y) = ((box.minX + box.maxX) * 0.5, (box.minY + box.maxY) * 0.5)
    switch found {
    case nil: return 0
    case .vertex(let vx, let vy): return box.surface(disc: bound, x: vx, y: vy)
    case .side(let number):
      let segment = stack[number]
      let length = segment.squaredLength.squareRoot()
      let (ex, ey) = ((segment.bx - segment.ax) / length, (segment.by - segment.ay) / length)
      let across = (x - segment.ax) * ey - (y - segment.ay) * ex
      let sign = across < 0 ? -1.0 : 1
      return box.surface(below: bound - abs(across), nx: sign * ey, ny: -sign * ex)
    }
  }

  private func decider(_ number: Int, in box: CellBox) -> Decider? {
    let segment = stack[number]
    let (ex, ey) = (segment.bx - segment.ax, segment.by - segment.ay)
    let middle =
      ((box.minX + box.maxX) * 0.5 - segment.ax) * ex
      + ((box.minY + box.maxY) * 0.5 - segment.ay) * ey
    let spread = ((box.maxX - box.minX) * abs(ex) + (box.maxY - box.minY) * abs(ey)) * 0.5
    if middle + spread <= 0 { return .vertex(segment.ax, segment.ay) }
    if middle - spread >= segment.squaredLength { return .vertex(segment.bx, segment.by) }
    if middle - spread >= 0, middle + spread <= segment.squaredLength { return .side(number) }
    return nil
  }

  /// The distance to an outline near a place, as if it rose evenly in one direction.
  private struct Tangent {
    /// At the place itself, in metres.
    var distance = Double.infinity
    /// The direction in which it rises.
    var nx = 1.0
    var ny = 0.0
    /// How far it is from even within the piece, in metres.
    var deviation = 0.0
  }

  /// Distances to a segment are convex, so none is below its own tangent; the nearest is above its
  /// tangent by at most reach² / (2 distance). The piece's error is at most 4 reach x deviation.
  private func tangent(
    of box: CellBox, active: Range<Int>, x: Double, y: Double, reach: Double
  ) -> Tangent {
    var found = Tangent()
    for number in active {
      let direction = direction(from: number, x: x, y: y)
      if direction.distance < found.distance { found = direction }
    }
    found.deviation = reach * reach / (2 * found.distance)
    for number in active {
      let other = direction(from: number, x: x, y: y)
      let (dx, dy) = (other.nx - found.nx, other.ny - found.ny)
      let turn = (dx * dx + dy * dy).squareRoot()
      found.deviation = max(
        found.deviation, turn * reach - (other.distance - found.distance))
    }
    return found
  }

  private func direction(from number: Int, x: Double, y: Double) -> Tangent {
    let foot = stack[number].foot(x: x, y: y)
    let (dx, dy) = (x - foot.x, y - foot.y)
    let distance = (dx * dx + dy * dy).squareRoot()
    return distance > 0
      ? Tangent(distance: distance, nx: dx / distance, ny: dy / distance)
      : Tangent(distance: 0)
  }
}
