// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// A source's shape made ready for division: its middle, how far it reaches, and its pieces.
struct SizedShape: Sendable {
  enum Form: Sendable {
    case point
    case line(Line)
    case way([Line])
    case cell(CellBox)
    case surface(PolygonSurface)
  }

  let form: Form
  /// The middle of the box around it, in RD metres.
  let x: Double
  let y: Double
  /// Half the diagonal of that box in metres.
  let reach: Double
  /// The box around it; it must lie in the envelope.
  let box: CellBox

  /// Prepares a shape; `nil` when it has no size though it is no point.
  init?(_ shape: SourceShape) {
    let box: CellBox
    switch shape {
    case .point(let point):
      form = .point
      box = CellBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    case .line(let points) where points.count == 2:
      guard points[0] != points[1] else { return nil }
      let line = Line(px: points[0].x, py: points[0].y, qx: points[1].x, qy: points[1].y)
      form = .line(line)
      box = CellBox(
        minX: min(line.px, line.qx), minY: min(line.py, line.qy),
        maxX: max(line.px, line.qx), maxY: max(line.py, line.qy))
    case .line(let points):
      let lines = zip(points, points.dropFirst()).filter { $0 != $1 }.map {
        Line(px: $0.x, py: $0.y, qx: $1.x, qy: $1.y)
      }
      guard !lines.isEmpty else { return nil }
      form = .way(lines)
      box = Self.box(points)
    case .cell(let cell):
      guard cell.maxX > cell.minX, cell.maxY > cell.minY else { return nil }
      form = .cell(cell)
      box = cell
    case .surface(let parts):
      guard let surface = PolygonSurface(parts) else { return nil }
      form = .surface(surface)
      box = surface.box
    }
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    x = (box.minX + box.maxX) * 0.5
    y = (box.minY + box.maxY) * 0.5
    reach = (width * width + height * height).squareRoot() * 0.5
    self.box = box
  }

  static func box(_ points: [RDPoint]) -> CellBox {
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for point in points {
      minX = min(minX, point.x)
      minY = min(minY, point.y)
      maxX = max(maxX, point.x)
      maxY = max(maxY, point.y)
    }
    return CellBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }
}
