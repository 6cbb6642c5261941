// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads polygons in well-known text (OGC Simple Features), such as `POLYGON ((0 0, 1 0, 1 1, 0 0))`.
struct WellKnownText {
  /// Why a text is no polygon, in words.
  struct Problem: Error, Hashable { let reason: String }

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The polygons of a `POLYGON` or `MULTIPOLYGON` in RD New, each its exterior and then its holes.
  static func polygons(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [[[RDPoint]]] {
    var text = WellKnownText(bytes)
    let kind = text.word()
    var parts: [[[RDPoint]]] = []
    switch kind {
    case "POLYGON":
      parts = [try text.list { text throws(Problem) in try text.ring() }]
    case "MULTIPOLYGON":
      parts = try text.list { text throws(Problem) in
        try text.list { text throws(Problem) in try text.ring() }
      }
    default:
      throw Problem(reason: "it begins with '\(kind)', expected POLYGON or MULTIPOLYGON")
    }
    text.skipBlanks()
    guard text.index == bytes.endIndex else {
      throw Problem(reason: "something follows the last bracket")
    }
    return parts
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  /// The next word in capitals.
  private mutating func word() -> String {
    skipBlanks()
    let word = bytes[index...].prefix { (0x41...0x5A) ~= $0 & 0xDF }
    index = word.endIndex
    return String(decoding: word.prefix(20), as: UTF8.self).uppercased()
  }

  /// Moves over a byte if it comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// A list in brackets; at least one item.
  private mutating func list<Item>(
    _ item: (inout WellKnownText) throws(Problem) -> Item
  ) throws(Problem) -> [Item] {
    guard skip(UInt8(ascii: "(")) else {
      let next = word()
      throw Problem(
        reason: next == "EMPTY"
          ? "it is empty"
          : next.isEmpty
            ? "an opening bracket is missing" : "'\(next)' is not read; expected x and y only")
    }
    var items = [try item(&self)]
    while skip(UInt8(ascii: ",")) { items.append(try item(&self)) }
    guard skip(UInt8(ascii: ")")) else { throw Problem(reason: "a closing bracket is missing") }
    return items
  }

  private mutating func ring() throws(Problem) -> [RDPoint] {
    let points = try list { text throws(Problem) in try text.point() }
    guard points.count >= 4 else {
      throw Problem(reason: "a ring has \(points.count) points, expected 4 or more")
    }
    guard points.first == points.last else {
      throw Problem(reason: "a ring does not end where it begins")
    }
    return points
  }

  private mutating func point() throws(Problem) -> RDPoint {
    let point = RDPoint(x: try number(), y: try number())
    guard RDEnvelope.contains(point) else {
      throw Problem(
        reason: "the point \(point.x) \(point.y) lies outside RD New (x -100 to 400 km, y 200 to "
          + "950 km)"
          + (RDEnvelope.contains(x: point.y, y: point.x) ? "; x and y look swapped" : ""))
    }
    return point
  }

  private mutating func number() throws(Problem) -> Double {
    skipBlanks()
    let digits = bytes[index...].prefix {
      (0x30...0x39) ~= $0 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    index = digits.endIndex
    guard !digits.isEmpty, let number = try? DecimalNumber.parse(digits) else {
      throw Problem(reason: "a number is missing where a coordinate should be")
    }
    return number
  }
}
