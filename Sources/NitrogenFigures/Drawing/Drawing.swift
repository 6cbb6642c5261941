// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a drawing, in its own units from the left and from the top.
typealias Place = (x: Double, y: Double)

/// A figure in the making: SVG without script, font or link.
///
/// The bytes depend on the calls alone. Whole drawings scale with the room they get. What has to look
/// different in the dark carries a class: `fg` (text and dark marks, by `fill`), `muted` (text of second
/// rank, by `fill`), `grid`, `axis` and `edge` (lines, by `stroke`), `paper` (background, by `fill`) and
/// `halo` (background behind text, by `fill`).
struct Drawing {
  /// What a part is, as the class and the light colour that it has.
  enum Role: String {
    case fg, muted, grid, axis, edge, paper, halo

    /// The colour on white paper.
    var colour: String {
      switch self {
      case .fg, .edge: "#1a1a1a"
      case .muted: "#595959"
      case .grid: "#e2e2e2"
      case .axis: "#8a8a8a"
      case .paper, .halo: "#ffffff"
      }
    }
  }

  /// Where the place of a text is.
  enum Anchor: String {
    case start, middle, end
  }

  /// The stem of the file and of every id in it.
  let name: String
  /// How wide the drawing is, in its own units.
  let width: Double
  /// How high it is; may grow while it is drawn.
  var height: Double
  private var bytes: [UInt8] = []
  private var patterns: [String] = []

  init(name: String, width: Double, height: Double) {
    self.name = name
    self.width = width
    self.height = height
    bytes.reserveCapacity(16_384)
  }

  /// The whole document.
  ///
  /// - Parameters:
  ///   - title: its title, not drawn.
  ///   - alternative: what it shows, in words, not drawn.
  /// - Returns: the SVG.
  func document(title: String, alternative: String) -> String {
    var whole = Drawing(name: name, width: width, height: height)
    whole.bytes.reserveCapacity(bytes.count + 2_048)
    whole.put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    whole.put(width)
    whole.put(" ")
    whole.put(height)
    whole.put("\" role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\"")
    whole.put(" font-family=\"'Open Sans', 'Segoe UI', Roboto, Arial, sans-serif\">\n")
    whole.put("<title id=\"\(name)-title\">")
    whole.put(escaped: title)
    whole.put("</title>\n<desc id=\"\(name)-desc\">")
    whole.put(escaped: alternative)
    whole.put("</desc>\n")
    if !patterns.isEmpty { whole.put("<defs>\(patterns.joined())</defs>\n") }
    whole.rectangle(0, 0, width, height, role: .paper)
    return String(decoding: whole.bytes + bytes + Array("</svg>\n".utf8), as: UTF8.self)
  }

  // MARK: - Parts

  /// Text; with a halo it stays legible over what is drawn behind it, in a colour of its own it stays as it
  /// is in the dark.
  mutating func text(
    _ text: String, _ place: Place, size: Double = 11.5, isBold: Bool = false,
    anchor: Anchor = .start, role: Role = .fg, hasHalo: Bool = false, colour: String? = nil
  ) {
    guard !text.isEmpty else { return }
    if hasHalo {
      let box = Box(of: text, at: place, size: size, isBold: isBold, anchor: anchor)
      put("<rect")
      attributes([
        ("x", box.left - 1.5), ("y", box.top), ("width", box.right - box.left + 3),
        ("height", box.bottom - box.top),
      ])
      put(" rx=\"2\" class=\"halo\" fill=\"#ffffff\" fill-opacity=\"0.78\"/>\n")
    }
    put("<text")
    attributes([("x", place.x), ("y", place.y), ("font-size", size)])
    if isBold { put(" font-weight=\"bold\"") }
    if anchor != .start { put(" text-anchor=\"\(anchor.rawValue)\"") }
    put(colour == nil ? role : nil)
    put(" fill=\"\(colour ?? role.colour)\">")
    put(escaped: text)
    put("</text>\n")
  }

  /// A line in the colour of a role.
  mutating func line(_ places: [Place], role: Role, width: Double = 1, dash: String = "") {
    line(places, colour: role.colour, width: width, dash: dash, role: role)
  }

  /// A line.
  mutating func line(
    _ places: [Place], colour: String, width: Double = 1, dash: String = "", role: Role? = nil
  ) {
    guard places.count > 1 else { return }
    put("<polyline fill=\"none\"")
    put(role)
    put(" stroke=\"\(colour)\" stroke-width=\"")
    put(width)
    if !dash.isEmpty { put("\" stroke-dasharray=\"\(dash)") }
    put("\" stroke-linejoin=\"round\" points=\"")
    put(places)
    put("\"/>\n")
  }

  /// A surface.
  mutating func surface(
    _ places: [Place], fill: String, opacity: Double = 1, stroke: String? = nil,
    strokeWidth: Double = 1, role: Role? = nil, tip: String? = nil
  ) {
    guard places.count > 2 else { return }
    put("<polygon")
    put(role)
    put(" fill=\"\(fill)\"")
    put(opacity: opacity)
    put(stroke: stroke, width: strokeWidth)
    put(" points=\"")
    put(places)
    put("\"")
    close("polygon", tip)
  }

  /// A rectangle in the colour of a role.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, role: Role
  ) {
    rectangle(x, y, width, height, fill: role.colour, role: role)
  }

  /// A rectangle.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, opacity: Double = 1,
    stroke: String? = nil, strokeWidth: Double = 1, dash: String = "", role: Role? = nil,
    tip: String? = nil
  ) {
    put("<rect")
    attributes([("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))])
    put(role)
    put(" fill=\"\(fill)\"")
    put(opacity: opacity)
    put(stroke: stroke, width: strokeWidth)
    if !dash.isEmpty { put(" stroke-dasharray=\"\(dash)\"") }
    close("rect", tip)
  }

  /// A circle; hollow ones show the paper.
  mutating func circle(
    _ place: Place, radius: Double, fill: String, stroke: String? = nil, strokeWidth: Double = 1.2,
    role: String = "", tip: String? = nil
  ) {
    put("<circle")
    attributes([("cx", place.x), ("cy", place.y), ("r", radius)])
    if !role.isEmpty { put(" class=\"\(role)\"") }
    put(" fill=\"\(fill)\"")
    put(stroke: stroke, width: strokeWidth)
    close("circle", tip)
  }

  /// A hatched fill for what is not known, to be used as a colour.
  mutating func hatch(_ colour: String) -> String {
    let id = "\(name)-hatch-\(colour.filter { $0 != "#" })"
    let pattern =
      "<pattern id=\"\(id)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
      + "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" "
      + "stroke=\"\(colour)\" stroke-width=\"1.6\"/></pattern>"
    if !patterns.contains(pattern) { patterns.append(pattern) }
    return "url(#\(id))"
  }

  /// Opens a group, to be closed by ``endGroup()``.
  mutating func group(tip: String? = nil) {
    put("<g>")
    if let tip {
      put("<title>")
      put(escaped: tip)
      put("</title>")
    }
    put("\n")
  }

  /// Closes a group.
  mutating func endGroup() { put("</g>\n") }

  // MARK: - Bytes

  private mutating func close(_ element: String, _ tip: String?) {
    guard let tip else {
      put("/>\n")
      return
    }
    put("><title>")
    put(escaped: tip)
    put("</title></\(element)>\n")
  }

  private mutating func put(_ role: Role?) {
    if let role { put(" class=\"\(role.rawValue)\"") }
  }

  private mutating func put(opacity: Double) {
    guard opacity != 1 else { return }
    put(" fill-opacity=\"0.")
    bytes.append(contentsOf: String(Int((opacity * 100).rounded()) + 100).utf8.dropFirst())
    put("\"")
  }

  private mutating func put(stroke: String?, width: Double) {
    guard let stroke else { return }
    put(" stroke=\"\(stroke)\" stroke-width=\"")
    put(width)
    put("\"")
  }

  private mutating func attributes(_ values: [(name: StaticString, value: Double)]) {
    for (name, value) in values {
      bytes.append(UInt8(ascii: " "))
      name.withUTF8Buffer { bytes.append(contentsOf: $0) }
      put("=\"")
      put(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func put(_ places: [Place]) {
    for (index, place) in places.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      put(place.x)
      bytes.append(UInt8(ascii: ","))
      put(place.y)
    }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A coordinate with at most one decimal, half away from zero.
  private mutating func put(_ value: Double) {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    var scale = 1
    while scale * 10 <= whole { scale *= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(whole / scale % 10))
      scale /= 10
    }
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest))
  }

  /// Text as it may stand in a document: marks of markup as entities, control characters left out.
  private mutating func put(escaped text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put("&quot;")
      case UInt8(ascii: "'"): put("&#39;")
      case 0..<32 where byte != 9 && byte != 10: continue
      default: bytes.append(byte)
      }
    }
  }
}
