// SPDX-License-Identifier: GPL-3.0-or-later

/// What the marks of a figure mean, in rows under it.
struct KeyItem {
  /// What stands before the words.
  enum Swatch {
    /// A filled or hollow dot in the colour of text.
    case dot(isHollow: Bool)
    /// A filled or hollow diamond in the colour of text.
    case diamond(isHollow: Bool)
    /// A surface.
    case band(String, opacity: Double)
    /// A surface with an edge.
    case outlined(fill: String, stroke: String, dash: String)
    /// A line.
    case line(String, width: Double, dash: String)
    /// An upright bar.
    case bar(String)
    /// A sign.
    case sign(String)
  }

  let swatch: Swatch
  let words: String
}

extension Drawing {
  /// Draws a key, as many items a row as there is room for.
  ///
  /// - Returns: how high it is.
  mutating func key(
    _ items: [KeyItem], left: Double, right: Double, top: Double, size: Double = 10.5
  ) -> Double {
    let leading = size * 1.5
    var x = left
    var y = top + size
    for item in items {
      let width = 20 + Box.width(of: item.words, size: size)
      if x > left, x + width > right {
        x = left
        y += leading
      }
      swatch(item.swatch, (x, y - 0.36 * size))
      text(item.words, (x + 20, y), size: size)
      x += width + 12
    }
    return items.isEmpty ? 0 : y + 0.3 * size - top
  }

  private mutating func swatch(_ swatch: KeyItem.Swatch, _ middle: Place) {
    let (x, y) = middle
    switch swatch {
    case .dot(let isHollow): known((x + 8, y), isHollow: isHollow, isProvisional: false)
    case .diamond(let isHollow): known((x + 8, y), isHollow: isHollow, isProvisional: true)
    case .band(let colour, let opacity):
      rectangle(x, y - 4.5, 16, 9, fill: colour, opacity: opacity)
    case .outlined(let fill, let stroke, let dash):
      rectangle(x, y - 4.5, 16, 9, fill: fill, stroke: stroke, dash: dash)
    case .line(let colour, let width, let dash):
      line([(x, y), (x + 16, y)], colour: colour, width: width, dash: dash)
    case .bar(let colour): line([(x + 8, y - 6), (x + 8, y + 6)], colour: colour, width: 4)
    case .sign(let sign):
      text(sign, (x + 8, y + 4), size: 11, isBold: true, anchor: .middle)
    }
  }

  /// The mark of a known figure: a dot, or a diamond for a provisional one, hollow where it is derived.
  mutating func known(
    _ place: Place, isHollow: Bool, isProvisional: Bool, radius: Double = 3, tip: String? = nil
  ) {
    let (x, y, r) = (place.x, place.y, radius * 1.45)
    let fill = isHollow ? Role.paper : .fg
    if isProvisional {
      group(tip: tip)
      surface(
        [(x, y - r), (x + r, y), (x, y + r), (x - r, y)], fill: fill.colour, role: fill)
      line(
        [(x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)], role: .edge, width: 1.3)
      endGroup()
    } else {
      circle(
        place, radius: radius, fill: fill.colour, stroke: Role.edge.colour, strokeWidth: 1.3,
        role: isHollow ? "paper edge" : "fg edge", tip: tip)
    }
  }
}
