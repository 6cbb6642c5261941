// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Polygons with holes as a source: segments with the inside on their left.
struct PolygonSurface: Sendable {
  let segments: [Segment]
  let box: CellBox
  /// In m².
  let size: Double

  /// Takes parts, each its exterior and then its holes; `nil` when they have no surface.
  init?(_ parts: [[[RDPoint]]]) {
    let outline = parts.flatMap { part in
      part.enumerated().flatMap { number, ring in Outline.segments(of: ring, isHole: number > 0) }
    }
    let box = SizedShape.box(parts.flatMap { $0.flatMap { $0 } })
    guard !outline.isEmpty, box.surface > 0 else { return nil }
    let size = box.surface(common: outline[...])
    guard size > 0 else { return nil }
    self.segments = outline
    self.box = box
    self.size = size
  }

  /// The surface in common with other polygons whose segments have the inside on their left, in m².
  ///
  /// The surface under a pair of segments, one of each, is that under the lower of both where they
  /// lie over one another; with the signs of their directions the pairs add up to the common
  /// surface. Edges that coincide need no care.
  func surface(common others: ArraySlice<Segment>) -> Double {
    let near = others.filter { other in
      max(other.ax, other.bx) > box.minX && min(other.ax, other.bx) < box.maxX
        && max(other.ay, other.by) > box.minY
    }
    var total = 0.0
    for own in segments where own.ax != own.bx {
      let (ownLow, ownHigh) = (min(own.ax, own.bx), max(own.ax, own.bx))
      for other in near where other.ax != other.bx {
        let low = max(ownLow, min(other.ax, other.bx))
        let high = min(ownHigh, max(other.ax, other.bx))
        if low >= high { continue }
        let below = Self.lower(
          own.height(at: low) - box.minY, own.height(at: high) - box.minY,
          other.height(at: low) - box.minY, other.height(at: high) - box.minY)
        total +=
          (own.bx > own.ax) == (other.bx > other.ax)
          ? below * (high - low)
          : -below * (high - low)
      }
    }
    return min(max(total, 0), size)
  }

  /// The mean of the positive part of the lower of two functions that run straight from one value
  /// to another.
  private static func lower(
    _ first: Double, _ second: Double, _ otherFirst: Double, _ otherSecond: Double
  ) -> Double {
    let (start, end) = (first - otherFirst, second - otherSecond)
    if start <= 0 && end <= 0 { return positive(first, second) }
    if start >= 0 && end >= 0 { return positive(otherFirst, otherSecond) }
    let at = start / (start - end)
    let meeting = first + (second - first) * at
    return start < 0
      ? positive(first, meeting) * at + positive(meeting, otherSecond) * (1 - at)
      : positive(otherFirst, meeting) * at + positive(meeting, second) * (1 - at)
  }

  private static func positive(_ first: Double, _ second: Double) -> Double {
    let (low, high) = (min(first, second), max(first, second))
    if high <= 0 { return 0 }
    if low >= 0 { return (low + high) * 0.5 }
    return high * high / (2 * (high - low))
  }

  /// Whether a place lies inside or on the boundary; exact.
  func contains(x: Double, y: Double) -> Bool {
    var odd = false
    for segment in segments {
      switch segment.crossing(x: x, y: y) {
      case .boundary: return true
      case .crosses: odd.toggle()
      case .misses: continue
      }
    }
    return odd
  }
}

extension Segment {
  /// The y at an x between both ends.
  fileprivate func height(at x: Double) -> Double {
    if x == ax { return ay }
    if x == bx { return by }
    return ay + (x - ax) / (bx - ax) * (by - ay)
  }
}
