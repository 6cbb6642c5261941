// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a picture, pixels from its upper left corner.
struct MapPixel: Hashable {
  var x: Double
  var y: Double
}

/// A map in the making: an SVG document in pixels with one decimal.
///
/// Backgrounds are greys that let the page through, so that they suit light and dark; text and paper carry the
/// classes by which a page gives them other colours in the dark.
struct MapCanvas {
  /// Which way text runs from its point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  let width: Double
  let height: Double
  private var body = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The whole document; the words are for who cannot see it.
  func document(title: String, description: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.n(width)) \(Self.n(height))" \
    width="\(Self.n(width))" height="\(Self.n(height))" role="img" \
    aria-label="\(Self.escape(title))" \
    font-family="&quot;Open Sans&quot;, &quot;Segoe UI&quot;, Roboto, Arial, sans-serif">
    <title>\(Self.escape(title))</title>
    <desc>\(Self.escape(description))</desc>
    <rect class="paper" width="\(Self.n(width))" height="\(Self.n(height))" fill="#ffffff"/>
    \(body)</svg>

    """
  }

  /// Adds markup as it is.
  mutating func add(_ markup: String) { body += markup + "\n" }

  /// What `draw` adds stands together, with attributes of its own.
  mutating func group(_ attributes: String = "", _ draw: (inout MapCanvas) -> Void) {
    add(attributes.isEmpty ? "<g>" : "<g \(attributes)>")
    draw(&self)
    add("</g>")
  }

  /// Text; with a halo it stays legible over what is drawn behind it.
  mutating func text(
    _ text: String, at point: MapPixel, size: Double = 14, anchor: Anchor = .start,
    isBold: Bool = false, isMuted: Bool = false, hasHalo: Bool = false
  ) {
    let place =
      "x=\"\(Self.n(point.x))\" y=\"\(Self.n(point.y))\" font-size=\"\(Self.n(size))\""
      + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
      + (isBold ? " font-weight=\"600\"" : "")
    if hasHalo {
      // The halo is a text of its own below the text: not every program knows an order of painting.
      add(
        "<text \(place) class=\"halo\" aria-hidden=\"true\" fill=\"none\" stroke=\"#ffffff\" "
          + "stroke-width=\"3.5\" stroke-linejoin=\"round\">\(Self.escape(text))</text>")
    }
    let color = isMuted ? "class=\"muted\" fill=\"#53606b\"" : "class=\"fg\" fill=\"#14181d\""
    add("<text \(place) \(color)>\(Self.escape(text))</text>")
  }

  /// Text on several lines of at most so many characters; returns the height below the last line.
  @discardableResult
  mutating func lines(
    _ text: String, at point: MapPixel, columns: Int, size: Double = 14, isMuted: Bool = false
  ) -> Double {
    var y = point.y
    for line in Self.wrap(text, columns: columns) {
      self.text(line, at: MapPixel(x: point.x, y: y), size: size, isMuted: isMuted)
      y += size * 1.35
    }
    return y
  }

  /// A text in lines of at most so many characters, broken at blanks.
  static func wrap(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension MapCanvas {
  /// A number of pixels with one decimal at most.
  static func n(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    if rest == 0 { return String(whole) }
    return (tenths < 0 && whole == 0 ? "-" : "") + "\(whole).\(abs(rest))"
  }

  /// Text as it may stand in markup and in attributes; characters that XML cannot hold are left out.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default:
        guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The data of a path through closed rings, first points repeated or not.
  static func path(_ rings: [[MapPixel]]) -> String {
    var data = ""
    for ring in rings {
      let open = ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring[...]
      guard open.count > 2, let first = open.first else { continue }
      data += "M\(n(first.x)) \(n(first.y))"
      // Steps are between rounded points, so that their errors do not add up.
      var last = (x: tenths(first.x), y: tenths(first.y))
      for point in open.dropFirst() {
        let next = (x: tenths(point.x), y: tenths(point.y))
        if next == last { continue }
        data += "l\(n(Double(next.x - last.x) / 10)) \(n(Double(next.y - last.y) / 10))"
        last = next
      }
      data += "z"
    }
    return data
  }

  private static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }
}
