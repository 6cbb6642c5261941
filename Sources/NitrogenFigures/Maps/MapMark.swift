// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenReports

/// The mark of a status on a map: a shape of its own in a colour that the colour-blind tell apart; drawn as an
/// outline where the status is inherited.
enum MapMark {

  /// The markup of a mark.
  static func svg(
    _ status: Status, isHollow: Bool, at center: MapPixel, radius: Double
  ) -> String {
    let (color, x, y) = (status.colour, center.x, center.y)
    func closed(_ points: [(Double, Double)]) -> String {
      MapCanvas.path([points.map { MapPixel(x: x + $0.0 * radius, y: y + $0.1 * radius) }])
    }
    let paint =
      isHollow
      ? "class=\"paper\" fill=\"#ffffff\" stroke=\"\(color)\" stroke-width=\"2\""
      : "fill=\"\(color)\" stroke=\"#ffffff\" stroke-width=\"1\""
    func circle(_ paint: String, _ size: Double = 1) -> String {
      "<circle cx=\"\(MapCanvas.n(x))\" cy=\"\(MapCanvas.n(y))\" r=\"\(MapCanvas.n(radius * size))\" "
        + "\(paint)/>"
    }
    func line(_ points: [(Double, Double)]) -> String {
      let steps = points.map {
        "\(MapCanvas.n(x + $0.0 * radius)) \(MapCanvas.n(y + $0.1 * radius))"
      }
      return "<path d=\"M\(steps.joined(separator: "L"))\" fill=\"none\" "
        + "stroke=\"\(isHollow ? color : "#ffffff")\" stroke-width=\"1.6\" stroke-linecap=\"round\"/>"
    }
    switch status {
    case .met:
      return circle(paint) + line([(-0.45, 0.05), (-0.1, 0.4), (0.5, -0.35)])
    case .metUnproven:
      return isHollow
        ? circle(paint) + circle("fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.2\"", 0.45)
        : circle(
          "class=\"paper\" fill=\"#ffffff\" stroke=\"\(color)\" stroke-width=\"3.5\"", 0.8)
    case .onTrack: return circle(paint)
    case .atRisk:
      return "<path d=\"\(closed([(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]))\" \(paint)/>"
    case .offTrack:
      return "<path d=\"\(closed([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]))\" \(paint)/>"
    case .missed:
      return "<path d=\"\(closed([(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)]))\" "
        + "\(paint)/>"
        + line([(-0.45, -0.45), (0.45, 0.45)]) + line([(-0.45, 0.45), (0.45, -0.45)])
    case .undetermined:
      return "<path d=\"\(closed([(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]))\" "
        + "class=\"paper\" fill=\"#ffffff\" stroke=\"\(color)\" stroke-width=\"1.6\"/>"
        + "<path d=\"M\(MapCanvas.n(x - radius * 0.4)) \(MapCanvas.n(y))h\(MapCanvas.n(radius * 0.8))\" "
        + "stroke=\"\(color)\" stroke-width=\"1.6\"/>"
    }
  }
}
