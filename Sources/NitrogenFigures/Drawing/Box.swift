// SPDX-License-Identifier: GPL-3.0-or-later

/// The room that something takes in a drawing.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The room around a point.
  init(around place: Place, reach: Double) {
    self.init(
      left: place.x - reach, top: place.y - reach, right: place.x + reach, bottom: place.y + reach)
  }

  /// The room of a line of text, by the widths of common letters.
  init(
    of text: String, at place: Place, size: Double, isBold: Bool = false,
    anchor: Drawing.Anchor = .start
  ) {
    let width = Self.width(of: text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: place.x
      case .middle: place.x - width / 2
      case .end: place.x - width
      }
    self.init(
      left: left, top: place.y - 0.86 * size, right: left + width, bottom: place.y + 0.26 * size)
  }

  /// Whether two boxes have room in common.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether another box lies within this one.
  func holds(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// How wide a line of text is, from classes of letters of Open Sans; a little wider than most
  /// fonts that may stand in for it.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
      let share =
        switch scalar {
        case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", "I", " ", "\u{202F}": 0.27
        case "f", "t", "r", "(", ")", "-", "[", "]", "/", "₂", "₃", "₄": 0.37
        case "m", "w", "M", "W", "%", "@", "—": 0.9
        case "A"..."Z", "≥", "≤": 0.66
        case "s", "c", "k", "v", "x", "y", "z", "–": 0.51
        default: 0.58
        }
      width += share
    }
    return width * size * (isBold ? 1.07 : 1)
  }

  /// A line of text cut off with an ellipsis where it would be wider than there is room.
  static func cut(_ text: String, to room: Double, size: Double, isBold: Bool = false) -> String {
    guard width(of: text, size: size, isBold: isBold) > room else { return text }
    var short = text
    while !short.isEmpty, width(of: short + "…", size: size, isBold: isBold) > room {
      short.removeLast()
    }
    while short.last == " " || short.last == "," { short.removeLast() }
    return short + "…"
  }
}
