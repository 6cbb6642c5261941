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
    case .line(let points): return Self.middle(of: points)
    case .surface(let parts): return Self.middle(of: parts.flatMap { $0.flatMap { $0 } })
    }
  }

  private static func middle(of points: [RDPoint]) -> RDPoint {
    let x = points.map(\.x)
    let y = points.map(\.y)
    return RDPoint(
      x: ((x.min() ?? 0) + (x.max() ?? 0)) * 0.5, y: ((y.min() ?? 0) + (y.max() ?? 0)) * 0.5)
  }
}
