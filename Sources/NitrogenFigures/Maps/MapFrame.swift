// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The piece of the country that a map shows and where in the picture it stands; north is up.
struct MapFrame {
  /// A box in RD metres.
  struct Box: Hashable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
      (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
    }

    /// The box around points; `nil` around none.
    init?(_ points: some Sequence<RDPoint>) {
      var (minX, minY) = (Double.infinity, Double.infinity)
      var (maxX, maxY) = (-Double.infinity, -Double.infinity)
      for point in points {
        (minX, minY) = (min(minX, point.x), min(minY, point.y))
        (maxX, maxY) = (max(maxX, point.x), max(maxY, point.y))
      }
      guard minX <= maxX else { return nil }
      self.init(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }
    var middle: RDPoint { RDPoint(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

    func grown(by margin: Double) -> Box {
      Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }

    func joined(with other: Box) -> Box {
      Box(
        minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
        maxY: max(maxY, other.maxY))
    }

    /// The box with the same middle and at least such sides.
    func atLeast(width: Double, height: Double) -> Box {
      let (dx, dy) = (max(0, width - self.width) / 2, max(0, height - self.height) / 2)
      return Box(minX: minX - dx, minY: minY - dy, maxX: maxX + dx, maxY: maxY + dy)
    }

    func overlaps(_ other: Box) -> Bool {
      minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    func contains(_ point: RDPoint) -> Bool {
      (minX...maxX).contains(point.x) && (minY...maxY).contains(point.y)
    }
  }

  /// What is shown, RD metres.
  let box: Box
  /// The left upper corner of the map in the picture.
  let corner: MapPixel
  /// The width of the map in pixels.
  let width: Double
  /// The height of the map in pixels.
  let height: Double

  /// Pixels a metre.
  var scale: Double { width / box.width }

  /// A map that shows at least a box, as wide as asked and no higher or lower than given.
  init(showing wanted: Box, corner: MapPixel, width: Double, heights: ClosedRange<Double>) {
    let natural = width * wanted.height / wanted.width
    height = min(max(natural, heights.lowerBound), heights.upperBound).rounded()
    self.width = width
    self.corner = corner
    box =
      natural > height
      ? wanted.atLeast(width: wanted.height * width / height, height: 0)
      : wanted.atLeast(width: 0, height: wanted.width * height / width)
  }

  /// Whether a square in the picture lies wholly on the map.
  func holds(x: Double, y: Double, side: Double) -> Bool {
    x >= corner.x && y >= corner.y && x + side <= corner.x + width
      && y + side <= corner.y + height
  }

  /// Where a point stands in the picture.
  func pixel(_ point: RDPoint) -> MapPixel {
    MapPixel(
      x: corner.x + (point.x - box.minX) * scale, y: corner.y + (box.maxY - point.y) * scale)
  }

  /// A ring of an outline as it is drawn: cut off at the edge of the map and with what nobody would see
  /// left out; empty where nothing of it is left.
  func drawn(_ ring: [RDPoint], tolerance: Double = 0.35, smallest: Double = 0.4) -> [MapPixel] {
    guard let around = Box(ring), around.overlaps(box) else { return [] }
    let pixels = ring.map(pixel)
    let cut = MapShapes.clip(
      pixels, left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height)
    let simple = MapShapes.simplify(cut, tolerance: tolerance)
    return simple.count > 3 && abs(MapShapes.surface(simple)) >= smallest ? simple : []
  }
}
