// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports

/// A vector picture of a fit, fan, study or calibration in the making; coordinates in pixels, with one
/// decimal. Figures of reports are ``Drawing``s.
struct SVG {
  private var body = ""
  private let width: Double
  private let height: Double

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The whole document.
  var document: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" \
    viewBox="0 0 \(n(width)) \(n(height))" font-family="sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/>
    \(body)</svg>

    """
  }

  /// Text; with a halo it stays legible over what is drawn behind it.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, weight: String = "normal",
    anchor: String = "start", hasHalo: Bool = false
  ) {
    let halo =
      hasHalo
      ? "paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" "
      : ""
    body +=
      "<text x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(size))\" font-weight=\"\(weight)\" "
      + halo + "text-anchor=\"\(anchor)\" fill=\"#222222\">\(escape(text))</text>\n"
  }

  mutating func line(
    _ points: [(x: Double, y: Double)], stroke: String, width: Double, dash: String = ""
  ) {
    guard points.count > 1 else { return }
    let dashed = dash.isEmpty ? "" : "stroke-dasharray=\"\(dash)\" "
    body +=
      "<polyline fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"\(n(width))\" "
      + dashed + "points=\"\(path(points))\"/>\n"
  }

  mutating func area(_ points: [(x: Double, y: Double)], fill: String, opacity: Double) {
    guard points.count > 2 else { return }
    body +=
      "<polygon fill=\"\(fill)\" fill-opacity=\"\(opacity)\" points=\"\(path(points))\"/>\n"
  }

  mutating func circle(_ point: (x: Double, y: Double), radius: Double, fill: String) {
    body +=
      "<circle cx=\"\(n(point.x))\" cy=\"\(n(point.y))\" r=\"\(n(radius))\" fill=\"\(fill)\" "
      + "stroke=\"#333333\" stroke-width=\"0.5\"/>\n"
  }

  /// The axes of a frame with round marks.
  mutating func axes(
    _ frame: Frame, unit: String, isMonths: Bool = false, size: Double = 10
  ) {
    line(
      [(frame.left, frame.top), (frame.left, frame.bottom), (frame.right, frame.bottom)],
      stroke: "#888888", width: 1)
    for value in Self.marks(frame.values, about: 4) {
      let y = frame.point(frame.times.lowerBound, value).y
      line([(frame.left, y), (frame.right, y)], stroke: "#e5e5e5", width: 0.7)
      text(Self.label(value), x: frame.left - 6, y: y + 4, size: size, anchor: "end")
    }
    let across: [Double] =
      isMonths ? [1, 4, 7, 10] : Self.marks(frame.times, about: 8).filter { $0 == $0.rounded() }
    for time in across {
      let x = frame.point(time, frame.values.lowerBound).x
      line([(x, frame.bottom), (x, frame.bottom + 4)], stroke: "#888888", width: 1)
      text(
        isMonths ? ["Jan", "Apr", "Jul", "Oct"][Int(time) / 3] : String(Int(time)), x: x,
        y: frame.bottom + 6 + size, size: size, anchor: "middle")
    }
    if !unit.isEmpty { text(unit, x: frame.left - 6, y: frame.top - 10, size: 10, anchor: "end") }
  }

  /// Round values within a range, about so many.
  static func marks(_ range: ClosedRange<Double>, about count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return [] }
    var step = 1.0
    while step * Double(count) < span { step *= 10 }
    while step * Double(count) > span { step /= 10 }
    for factor in [1.0, 2, 5, 10] where span / (step * factor) <= Double(count) + 0.5 {
      step *= factor
      break
    }
    var marks: [Double] = []
    var index = (range.lowerBound / step).rounded(.up)
    while index * step <= range.upperBound + step * 1e-9 {
      marks.append(index * step)
      index += 1
    }
    return marks
  }

  private static func label(_ value: Double) -> String {
    guard abs(value) < 1e7 else { return value.description }
    return value == value.rounded() ? String(Int(value)) : Shown.number(value, decimals: 2)
  }

  private func path(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
  }

  private func n(_ value: Double) -> String {
    let text = Shown.number(value, decimals: 1).filter { $0 != " " }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
