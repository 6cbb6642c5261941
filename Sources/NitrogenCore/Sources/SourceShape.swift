// SPDX-License-Identifier: GPL-3.0-or-later

/// What a source covers, in RD New (EPSG:28992), in metres.
public enum SourceShape: Hashable, Sendable {
  /// A place.
  case point(RDPoint)
  /// A way from point to point, divided over zones by length; at least two points.
  case line([RDPoint])
  /// A rectangle along the axes, such as a grid cell, divided by surface.
  case cell(CellBox)
  /// Polygons, each its exterior and then its holes, first points repeated, divided by surface.
  case surface([[[RDPoint]]])

  /// A place that stands for the shape: the point itself, the middle of its box otherwise.
  public var middle: RDPoint {
    switch self {
    case .point(let point): return point
    case .cell(let cell):
      return RDPoint(x: (cell.minX + cell.maxX) * 0.5, y: (cell.minY + cell.maxY) * 0.5)
    case .line(let points): return Self.middle(of: CollectionOfOne(points))
    case .surface(let parts): return Self.middle(of: parts.joined())
    }
  }

  /// The middle of the box around all points.
  private static func middle(of runs: some Sequence<[RDPoint]>) -> RDPoint {
    var (minX, maxX) = (Double.infinity, -Double.infinity)
    var (minY, maxY) = (Double.infinity, -Double.infinity)
    for points in runs {
      for point in points {
        minX = min(minX, point.x)
        maxX = max(maxX, point.x)
        minY = min(minY, point.y)
        maxY = max(maxY, point.y)
      }
    }
    return minX > maxX
      ? RDPoint(x: 0, y: 0) : RDPoint(x: (minX + maxX) * 0.5, y: (minY + maxY) * 0.5)
  }
}
