// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What lies behind every map: provinces, scale and north.
enum MapBackdrop {
  /// Greys that let the page through suit light and dark alike.
  private static let land = "fill=\"#7a8791\" fill-opacity=\"0.16\""
  private static let pale = "fill=\"#7a8791\" fill-opacity=\"0.08\""
  private static let border = "fill=\"none\" stroke=\"#7a8791\" stroke-opacity=\"0.55\""

  /// Draws the provinces; those not among `full` stay paler.
  static func provinces(
    _ shapes: [ProvinceShape], in frame: MapFrame, full: Set<String>? = nil, stroke: Double = 0.8,
    on canvas: inout MapCanvas
  ) {
    for shape in shapes {
      let rings = shape.rings.map { frame.drawn($0, tolerance: 0.1) }
      let data = MapCanvas.path(rings)
      guard !data.isEmpty else { continue }
      let isFull = full?.contains(shape.code) ?? true
      canvas.add("<path d=\"\(data)\" \(isFull ? land : pale) fill-rule=\"evenodd\"/>")
    }
    // Borders are shared: each is drawn once, and not along the edge of the map.
    var seen: Set<[Int]> = []
    var data = ""
    for ring in shapes.flatMap(\.rings) {
      for (from, to) in zip(ring, ring.dropFirst()) {
        let ends = [Int(from.x), Int(from.y), Int(to.x), Int(to.y)]
        guard seen.insert(ends).inserted,
          seen.insert([ends[2], ends[3], ends[0], ends[1]]).inserted,
          let line = clipped(frame.pixel(from), frame.pixel(to), frame)
        else { continue }
        data +=
          "M\(MapCanvas.n(line.0.x)) \(MapCanvas.n(line.0.y))"
          + "L\(MapCanvas.n(line.1.x)) \(MapCanvas.n(line.1.y))"
      }
    }
    if !data.isEmpty {
      canvas.add(
        "<path d=\"\(data)\" \(border) stroke-width=\"\(MapCanvas.n(stroke))\" stroke-linecap=\"round\"/>"
      )
    }
  }

  /// The piece of a line that lies on the map (Liang and Barsky's method); `nil` for none.
  private static func clipped(
    _ from: MapPixel, _ to: MapPixel, _ frame: MapFrame
  ) -> (MapPixel, MapPixel)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (enter, leave) = (0.0, 1.0)
    for (step, room) in [
      (-dx, from.x - frame.corner.x), (dx, frame.corner.x + frame.width - from.x),
      (-dy, from.y - frame.corner.y), (dy, frame.corner.y + frame.height - from.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        enter = max(enter, room / step)
      } else {
        leave = min(leave, room / step)
      }
    }
    guard enter < leave else { return nil }
    return (
      MapPixel(x: from.x + enter * dx, y: from.y + enter * dy),
      MapPixel(x: from.x + leave * dx, y: from.y + leave * dy)
    )
  }

  /// A line around the map.
  static func border(of frame: MapFrame, on canvas: inout MapCanvas) {
    canvas.add(
      "<rect x=\"\(MapCanvas.n(frame.corner.x))\" y=\"\(MapCanvas.n(frame.corner.y))\" "
        + "width=\"\(MapCanvas.n(frame.width))\" height=\"\(MapCanvas.n(frame.height))\" fill=\"none\" "
        + "class=\"axis\" stroke=\"#8a949c\" stroke-width=\"1\"/>")
  }

  /// A round number of kilometres that takes about a fifth of a map.
  static func scaleLength(of frame: MapFrame) -> Double {
    let wanted = frame.box.width / 5_000
    let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
    return steps.last { $0 <= wanted } ?? 0.1
  }

  /// The scale bar, its left end at a point, and north to the right of it.
  static func scale(
    of frame: MapFrame, at point: MapPixel, label: String, north: String,
    on canvas: inout MapCanvas
  ) {
    let length = scaleLength(of: frame) * 1_000 * frame.scale
    let (x, y) = (point.x, point.y)
    canvas.add(
      "<rect class=\"paper\" fill=\"#ffffff\" x=\"\(MapCanvas.n(x - 8))\" "
        + "y=\"\(MapCanvas.n(y - 38))\" width=\"\(MapCanvas.n(length + 52))\" height=\"46\"/>")
    let bar =
      "M\(MapCanvas.n(x)) \(MapCanvas.n(y - 5))v5h\(MapCanvas.n(length))v-5"
    canvas.add(
      "<path d=\"\(bar)\" fill=\"none\" class=\"axis\" stroke=\"#53606b\" stroke-width=\"1.8\"/>")
    canvas.text(
      label, at: MapPixel(x: x + length / 2, y: y - 8), size: 14, anchor: .middle, hasHalo: true)
    let middle = x + length + 26
    canvas.add(
      "<path d=\"M\(MapCanvas.n(middle)) \(MapCanvas.n(y - 18))l6 18l-6 -4l-6 4z\" class=\"fg\" "
        + "fill=\"#14181d\"/>")
    canvas.text(
      north, at: MapPixel(x: middle, y: y - 22), size: 14, anchor: .middle, isBold: true,
      hasHalo: true)
  }
}
