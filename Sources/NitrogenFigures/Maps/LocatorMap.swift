// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenWords

/// A small map of the country in a corner, that says where the large one lies.
struct LocatorMap {
  static let width = 96.0

  let subject: MapSubject

  /// Draws it in the corner of the map in which least of the area lies.
  func draw(on canvas: inout MapCanvas, beside frame: MapFrame, avoiding points: [MapPixel]) {
    let shapes = subject.reference.provinceShapes
    guard let point = subject.entry?.representativePoint,
      let country = MapFrame.Box(shapes.flatMap { $0.rings.joined() })
    else { return }
    let box = country.joined(
      with: MapFrame.Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    )
    .grown(by: 8_000)
    let size = MapFrame(
      showing: box, corner: MapPixel(x: 0, y: 0), width: Self.width, heights: 60...150)
    let (left, top) = (frame.corner.x, frame.corner.y)
    let (right, bottom) = (left + frame.width - Self.width, top + frame.height - size.height)
    // The scale stands at the lower left.
    let corners = [
      MapPixel(x: right, y: top), MapPixel(x: left, y: top), MapPixel(x: right, y: bottom),
    ]
    let corner =
      corners.enumerated().min { one, other in
        (Self.count(points, one.element, size.height), one.offset)
          < (Self.count(points, other.element, size.height), other.offset)
      }?.element ?? corners[0]
    let small = MapFrame(
      showing: box, corner: corner, width: Self.width, heights: 60...150)
    canvas.add(
      "<g><title>\(MapCanvas.escape(subject.words(MapPhrase.locator)))</title>"
        + "<rect class=\"paper\" x=\"\(MapCanvas.n(corner.x))\" y=\"\(MapCanvas.n(corner.y))\" "
        + "width=\"\(MapCanvas.n(Self.width))\" height=\"\(MapCanvas.n(small.height))\" "
        + "fill=\"#ffffff\"/>")
    MapBackdrop.provinces(shapes, in: small, stroke: 0.5, on: &canvas)
    let place = small.pixel(frame.box.middle)
    let half = (
      x: max(frame.box.width * small.scale, 7) / 2, y: max(frame.box.height * small.scale, 7) / 2
    )
    let edge = (
      left: max(place.x - half.x, corner.x + 2), top: max(place.y - half.y, corner.y + 2),
      right: min(place.x + half.x, corner.x + small.width - 2),
      bottom: min(place.y + half.y, corner.y + small.height - 2)
    )
    canvas.add(
      "<rect x=\"\(MapCanvas.n(edge.left))\" y=\"\(MapCanvas.n(edge.top))\" "
        + "width=\"\(MapCanvas.n(edge.right - edge.left))\" "
        + "height=\"\(MapCanvas.n(edge.bottom - edge.top))\" fill=\"none\" "
        + "stroke=\"\(MapColors.area)\" stroke-width=\"2\"/></g>")
    MapBackdrop.border(of: small, on: &canvas)
  }

  private static func count(_ points: [MapPixel], _ corner: MapPixel, _ height: Double) -> Int {
    points.count {
      $0.x > corner.x - 20 && $0.x < corner.x + width + 20 && $0.y > corner.y - 20
        && $0.y < corner.y + height + 20
    }
  }
}
