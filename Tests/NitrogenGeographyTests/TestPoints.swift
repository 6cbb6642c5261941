// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport

extension SplitMix64 {
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }
}

/// Points that are hard to place: on vertices and edges, a hair beside them, in holes, between
/// parts, in clusters around the outlines, and far off.
func adversarialPoints(_ set: OutlineSet, count: Int, seed: UInt64) -> [RDPoint] {
  var random = SplitMix64(seed: seed)
  let rings = set.outlines.flatMap(\.parts).flatMap(\.rings)
  let holes = set.outlines.flatMap(\.parts).flatMap(\.holes)
  var points: [RDPoint] = []
  func pick<T>(_ list: [T]) -> T { list[Int(random.next() % UInt64(list.count))] }
  while points.count < count {
    let ring = pick(rings)
    let number = Int(random.next() % UInt64(ring.count - 1))
    let (a, b) = (ring[number], ring[number + 1])
    let t = random.unit()
    let onEdge = RDPoint(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
    switch points.count % 8 {
    case 0: points.append(a)
    case 1: points.append(RDPoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
    case 2: points.append(onEdge)
    case 3:
      points.append(
        RDPoint(
          x: onEdge.x + random.between(-1e-7, 1e-7), y: onEdge.y + random.between(-1e-7, 1e-7)))
    case 4:
      let hole = holes.isEmpty ? ring : pick(holes)
      points.append(
        RDPoint(
          x: hole.dropLast().map(\.x).reduce(0, +) / Double(hole.count - 1),
          y: hole.dropLast().map(\.y).reduce(0, +) / Double(hole.count - 1)))
    case 5:
      // Between two parts, or two places of the same outline.
      let parts = pick(set.outlines).parts
      let (p, q) = (pick(pick(parts).exterior), pick(pick(parts).exterior))
      points.append(RDPoint(x: (p.x + q.x) / 2, y: (p.y + q.y) / 2))
    case 6:
      let spread = 26_000 * random.unit() * random.unit()
      points.append(
        RDPoint(
          x: a.x + random.between(-spread, spread), y: a.y + random.between(-spread, spread)))
    default:
      // Vertices displaced by round distances, level with a vertex; some are at sea.
      let step = pick([250.0, 500, 1000, 5000, 10_000, 25_000])
      points.append(
        random.next() % 2 == 0
          ? RDPoint(x: a.x - step, y: a.y)
          : RDPoint(x: a.x, y: a.y + step))
    }
    if let last = points.last, !RDEnvelope.contains(last) { points.removeLast() }
  }
  return points
}
