// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads places and shapes in Well-Known Text (OGC 06-103r4), in RD New.
struct WellKnownText {
  /// Why a text is no shape, in words.
  struct Problem: Error {
    /// What was found and expected.
    let message: String
  }

  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  /// The shapes of a text: one, or several lines.
  static func shapes(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) -> [SourceShape] {
    guard let start = bytes.baseAddress else { throw Problem(message: "the geometry is empty") }
    var reader = WellKnownText(at: start, end: start + bytes.count)
    let shapes = try reader.read()
    reader.skipBlanks()
    guard reader.at == reader.end else {
      throw Problem(message: "text follows the end of the geometry; take it out")
    }
    return shapes
  }

  /// The polygons of a text, each its exterior and then its holes.
  static func polygons(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [[[RDPoint]]] {
    let shapes = try Array(bytes).withUnsafeBufferPointer {
      (buffer) throws(Problem) -> [SourceShape] in try WellKnownText.shapes(buffer)
    }
    switch (shapes.count, shapes.first) {
    case (1, .surface(let parts)?): return parts
    case (1, .cell(let cell)?):
      let low = RDPoint(x: cell.minX, y: cell.minY)
      let high = RDPoint(x: cell.maxX, y: cell.maxY)
      return [
        [[low, RDPoint(x: high.x, y: low.y), high, RDPoint(x: low.x, y: high.y), low]]
      ]
    default: throw Problem(message: "it is no surface; expected a POLYGON or a MULTIPOLYGON")
    }
  }

  private init(at: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    self.at = at
    self.end = end
  }

  private mutating func read() throws(Problem) -> [SourceShape] {
    var name = word()
    if name == "SRID" {
      guard take("="), let code = try? number(), take(";") else {
        throw Problem(message: "the geometry begins with 'SRID' and no number; take it out")
      }
      guard code == 28992 else {
        throw Problem(
          message: Int(exactly: code).map {
            "the geometry is in SRID \($0); transform it to RD New (28992)"
          } ?? "'SRID' of the geometry is no whole number; expected 28992, RD New")
      }
      name = word()
    }
    // Heights and measures are read over.
    for ending in ["ZM", "Z", "M"] where name.hasSuffix(ending) && name.count > 2 {
      name.removeLast(ending.count)
    }
    var next = self
    if ["Z", "M", "ZM"].contains(next.word()) { self = next }
    next = self
    if next.word() == "EMPTY" { throw Problem(message: "the geometry is empty") }
    switch name {
    case "POINT":
      let points = try points()
      guard points.count == 1 else { throw Problem(message: "a POINT has one place") }
      return [.point(points[0])]
    case "LINESTRING": return [try line(points())]
    case "MULTILINESTRING":
      return try list { (reader) throws(Problem) in try reader.line(reader.points()) }
    case "POLYGON": return [try surface([polygon()])]
    case "MULTIPOLYGON":
      return [try surface(list { (reader) throws(Problem) in try reader.polygon() })]
    default:
      throw Problem(
        message: "'\(name.prefix(20))' is no geometry that is read; expected POINT, LINESTRING, "
          + "MULTILINESTRING, POLYGON or MULTIPOLYGON")
    }
  }

  private func line(_ points: [RDPoint]) throws(Problem) -> SourceShape {
    guard points.count > 1, points.contains(where: { $0 != points[0] }) else {
      throw Problem(message: "a line needs two places that differ")
    }
    return .line(points)
  }

  private mutating func polygon() throws(Problem) -> [[RDPoint]] {
    let rings = try list { (reader) throws(Problem) in try reader.points() }
    for ring in rings where ring.count < 4 || ring.first != ring.last {
      throw Problem(
        message: "a ring of a polygon needs four places, the last the same as the first")
    }
    return rings
  }

  /// Polygons as they are, or a cell where they are a rectangle along the axes.
  private func surface(_ parts: [[[RDPoint]]]) throws(Problem) -> SourceShape {
    for part in parts {
      guard Self.surface(of: part[0]) > 0 else {
        throw Problem(message: "a polygon has no surface; give it a line or a place instead")
      }
    }
    guard parts.count == 1, parts[0].count == 1, parts[0][0].count == 5 else {
      return .surface(parts)
    }
    let ring = parts[0][0]
    let isAlongAxes = (0..<4).allSatisfy {
      (ring[$0].x == ring[$0 + 1].x) != (ring[$0].y == ring[$0 + 1].y)
    }
    guard isAlongAxes, ring[0].x != ring[2].x, ring[0].y != ring[2].y else {
      return .surface(parts)
    }
    return .cell(
      CellBox(
        minX: min(ring[0].x, ring[2].x), minY: min(ring[0].y, ring[2].y),
        maxX: max(ring[0].x, ring[2].x), maxY: max(ring[0].y, ring[2].y)))
  }

  private static func surface(of ring: [RDPoint]) -> Double {
    var twice = 0.0
    for (point, next) in zip(ring, ring.dropFirst()) {
      twice += (point.x - ring[0].x) * (next.y - ring[0].y)
      twice -= (next.x - ring[0].x) * (point.y - ring[0].y)
    }
    return abs(twice) * 0.5
  }

  private mutating func list<Element>(
    _ element: (inout WellKnownText) throws(Problem) -> Element
  ) throws(Problem) -> [Element] {
    guard take("(") else { throw Problem(message: "a '(' is missing in the geometry") }
    var elements = [try element(&self)]
    while take(",") { elements.append(try element(&self)) }
    guard take(")") else { throw Problem(message: "a ')' is missing in the geometry") }
    return elements
  }

  private mutating func points() throws(Problem) -> [RDPoint] {
    try list { (reader) throws(Problem) in try reader.point() }
  }

  private mutating func point() throws(Problem) -> RDPoint {
    // The places of a MULTIPOINT may be in brackets; those of the kinds read here are not.
    let x = try number()
    let y = try number()
    skipBlanks()
    while at < end, at.pointee != UInt8(ascii: ","), at.pointee != UInt8(ascii: ")") {
      _ = try number()
      skipBlanks()
    }
    guard RDEnvelope.contains(x: x, y: y) else {
      throw Problem(message: SourcePlace.complaint(x, y))
    }
    return RDPoint(x: x, y: y)
  }

  private mutating func number() throws(Problem) -> Double {
    skipBlanks()
    var digits: [UInt8] = []
    while at < end, Self.isOfNumber(at.pointee) {
      digits.append(at.pointee)
      at += 1
    }
    do throws(DecimalNumber.Problem) {
      return try DecimalNumber.parse(digits[...])
    } catch {
      let text = String(decoding: digits.prefix(20), as: UTF8.self)
      throw Problem(
        message: text.isEmpty
          ? "a coordinate is missing in the geometry" : "'\(text)' in the geometry is no coordinate"
      )
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func word() -> String {
    skipBlanks()
    var letters: [UInt8] = []
    while at < end, (at.pointee | 0x20) >= UInt8(ascii: "a"),
      (at.pointee | 0x20) <= UInt8(ascii: "z")
    {
      letters.append(at.pointee & ~0x20)
      at += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard at < end, at.pointee == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < end, at.pointee == 0x20 || (9...13).contains(at.pointee) { at += 1 }
  }
}
