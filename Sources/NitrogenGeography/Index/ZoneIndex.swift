// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Outlines prepared for many questions of which sites a place is near, and in which ring.
///
/// Distances are planar in RD New, in metres, to the nearest boundary, 0 inside (DESIGN.md
/// section 5). Answers are those of one pass over all segments, whatever else is asked with them.
public struct ZoneIndex: Sendable {
  /// The sites, rising; the numbers of areas in results count along this list.
  public let areas: [AreaCode]
  /// The rings around every site.
  public let scheme: RingScheme
  let tree: SegmentTree
  let crossings: CrossingIndex

  /// Prepares outlines; time and memory grow with the number of their points.
  public init(outlines: OutlineSet, scheme: RingScheme) {
    self.areas = outlines.areas
    self.scheme = scheme
    self.tree = SegmentTree(outlines.outlines)
    self.crossings = CrossingIndex(tree)
  }

  private init(_ other: ZoneIndex, scheme: RingScheme) {
    self.areas = other.areas
    self.scheme = scheme
    self.tree = other.tree
    self.crossings = other.crossings
  }

  /// The same outlines with other rings, without preparing them again.
  public func with(scheme: RingScheme) -> ZoneIndex { ZoneIndex(self, scheme: scheme) }
}

extension ZoneIndex {
  /// Whether a point in RD metres lies in an area or on its boundary; exact.
  public func contains(_ point: RDPoint, area: Int) -> Bool {
    crossings.contains(area: area, x: point.x, y: point.y, segments: tree.segments)
  }

  /// The distance in metres from a point to an area, 0 inside and on the boundary.
  public func distance(from point: RDPoint, area: Int) -> Double {
    if contains(point, area: area) { return 0 }
    var least = Double.infinity
    tree.lower(&least, under: tree.roots[area], x: point.x, y: point.y)
    return least.squareRoot()
  }
}
