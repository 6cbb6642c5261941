// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension ZoneIndex {
  /// The share of a line within each limit of an area, the inside first.
  func insideShares(
    of line: Line, area: Int, distance: Double, reach: Double, candidates: ArraySlice<Int32>
  ) -> [Double] {
    let x = (line.px + line.qx) * 0.5
    let y = (line.py + line.qy) * 0.5
    // Farther segments are nearest to no place of the line.
    let segments = tree.segments(
      under: candidates, within: distance + 2 * reach + 1e-6, x: x, y: y)
    let inside = insideIntervals(of: line, area: area, segments: segments)
    return scheme.limits.map { limit in
      if limit == 0 { return inside.measure }
      if limit >= distance + reach { return 1 }
      var within = inside
      for segment in segments {
        if let part = line.interval(near: segment, within: limit) {
          within.add(part.low, part.high)
        }
      }
      return within.measure
    }
  }

  /// The parts of a line inside an area: between two cuts the middle decides; a part along the
  /// boundary is inside.
  private func insideIntervals(
    of line: Line, area: Int, segments: [Segment]
  ) -> LineIntervals {
    var intervals = LineIntervals()
    var cuts = [0.0, 1.0]
    for segment in segments {
      let meeting = line.meeting(segment)
      cuts += meeting.cuts.filter { $0 > 0 && $0 < 1 }
      if let along = meeting.along { intervals.add(along.0, along.1) }
    }
    cuts.sort()
    for (low, high) in zip(cuts, cuts.dropFirst()) where low < high {
      let middle = (low + high) * 0.5
      let (x, y) = (line.px + line.dx * middle, line.py + line.dy * middle)
      if crossings.contains(area: area, x: x, y: y, segments: tree.segments) {
        intervals.add(low, high)
      }
    }
    return intervals
  }

  /// The share of a rectangle within each limit of an area, the inside first.
  func insideShares(
    of cell: CellBox, area: Int, distance: Double, reach: Double, candidates: ArraySlice<Int32>
  ) -> [Double] {
    let x = (cell.minX + cell.maxX) * 0.5
    let y = (cell.minY + cell.maxY) * 0.5
    let segments = tree.segments(
      under: candidates, within: distance + 2 * reach + 1e-6, x: x, y: y)
    let hasBoundary = distance <= reach + 1e-6
    return scheme.limits.enumerated().map { ring, limit in
      if ring == 0 {
        return hasBoundary
          ? cell.surface(common: tree.segments[tree.ranges[area]]) / cell.surface : 0
      }
      if limit >= distance + reach { return 1 }
      if limit < distance - reach { return 0 }
      var split = CellSplit(cell: cell, bound: limit, segments: segments) { x, y in
        crossings.contains(area: area, x: x, y: y, segments: tree.segments)
      }
      return split.surface(of: cell) / cell.surface
    }
  }

  /// The share of a way within each limit of an area, the inside first.
  func insideShares(
    of lines: [Line], area: Int, candidates: ArraySlice<Int32>
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: scheme.limits.count)
    var total = 0.0
    for line in lines {
      let length = line.squaredLength.squareRoot()
      let (x, y) = ((line.px + line.qx) * 0.5, (line.py + line.qy) * 0.5)
      var least = Double.infinity
      for node in candidates { tree.lower(&least, under: node, x: x, y: y) }
      let parts = insideShares(
        of: line, area: area, distance: least.squareRoot(), reach: length * 0.5,
        candidates: candidates)
      for (limit, part) in parts.enumerated() { sums[limit] += part * length }
      total += length
    }
    return sums.map { min($0 / total, 1) }
  }

  /// The share of a surface within each limit of an area, the inside first.
  func insideShares(
    of surface: PolygonSurface, area: Int, distance: Double, reach: Double,
    candidates: ArraySlice<Int32>
  ) -> [Double] {
    let box = surface.box
    let (x, y) = ((box.minX + box.maxX) * 0.5, (box.minY + box.maxY) * 0.5)
    let segments = tree.segments(
      under: candidates, within: distance + 2 * reach + 1e-6, x: x, y: y)
    return scheme.limits.enumerated().map { ring, limit in
      if ring == 0 {
        return distance <= reach + 1e-6
          ? surface.surface(common: tree.segments[tree.ranges[area]]) / surface.size : 0
      }
      if limit >= distance + reach { return 1 }
      if limit < distance - reach,
        !crossings.contains(area: area, x: x, y: y, segments: tree.segments)
      {
        return 0
      }
      let split = SurfaceSplit(surface: surface, bound: limit, segments: segments) { x, y in
        crossings.contains(area: area, x: x, y: y, segments: tree.segments)
      }
      return min(split.size() / surface.size, 1)
    }
  }
}
