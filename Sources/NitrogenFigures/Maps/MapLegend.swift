// SPDX-License-Identifier: GPL-3.0-or-later

/// The legend below a map: entries side by side as far as they fit, then on the next line.
struct MapLegend {
  static let size = 15.0
  private static let line = 24.0

  private let width: Double
  private var x = 12.0
  private var y: Double

  init(top: Double, width: Double) {
    self.width = width
    y = top
  }

  /// Where the next line of text would stand.
  var bottom: Double { x > 12 ? y + Self.line : y }

  /// How wide a text is about; no font is at hand to measure it by.
  static func width(of text: String, size: Double = size) -> Double {
    Double(text.count) * size * 0.56
  }

  /// An entry with a coloured box.
  mutating func swatch(_ paint: String, _ text: String, on canvas: inout MapCanvas) {
    entry(text, on: &canvas) { corner in
      "<rect x=\"\(MapCanvas.n(corner.x))\" y=\"\(MapCanvas.n(corner.y - 12))\" width=\"20\" "
        + "height=\"14\" \(paint)/>"
    }
  }

  /// An entry with a symbol of its own, 20 pixels wide, drawn at the left end of its line of text.
  mutating func entry(
    _ text: String, on canvas: inout MapCanvas, symbol: (MapPixel) -> String
  ) {
    let needed = 28 + Self.width(of: text)
    if x > 12, x + needed > width - 8 { finishRow() }
    canvas.add(symbol(MapPixel(x: x, y: y)))
    let columns = Int((width - x - 36) / (Self.size * 0.53))
    let lines = MapCanvas.wrap(text, columns: columns)
    for (number, line) in lines.enumerated() {
      canvas.text(line, at: MapPixel(x: x + 28, y: y + Double(number) * 20), size: Self.size)
    }
    x += needed + 22
    if lines.count > 1 {
      y += Double(lines.count - 1) * 20
      finishRow()
    }
  }

  /// Goes to the next line, if this one has something on it.
  mutating func finishRow() {
    guard x > 12 else { return }
    x = 12
    y += Self.line
  }

  /// A heading on a line of its own.
  mutating func heading(_ text: String, on canvas: inout MapCanvas) {
    finishRow()
    canvas.text(text, at: MapPixel(x: 12, y: y), size: Self.size, isBold: true)
    y += Self.line
  }

  /// A remark on lines of its own.
  mutating func note(_ text: String, on canvas: inout MapCanvas) {
    finishRow()
    y = canvas.lines(text, at: MapPixel(x: 12, y: y), columns: 100, size: 14, isMuted: true) + 3
  }
}
