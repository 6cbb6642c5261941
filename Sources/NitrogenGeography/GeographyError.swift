// SPDX-License-Identifier: GPL-3.0-or-later

/// Why an outline, a ring scheme or sources cannot be used.
public enum GeographyError: Error, Hashable, Sendable {
  /// An outline has no parts.
  case emptyOutline
  /// A ring has fewer than four points, first and last counted.
  case tooFewPoints(OutlinePlace, count: Int)
  /// A ring's last point is not its first.
  case openRing(OutlinePlace)
  /// A coordinate is not finite or lies outside the envelope; metres.
  case outsideEnvelope(OutlinePlace, x: Double, y: Double)
  /// A ring has fewer than three different points.
  case degenerateRing(OutlinePlace)
  /// Two outlines bear one area number.
  case duplicateArea(Int)
  /// A list of ring bounds in metres is empty, not rising, or out of range.
  case unusableBounds([Int])
  /// A source's place is not finite or lies outside the envelope; metres.
  case sourceOutsideEnvelope(index: Int, x: Double, y: Double)
  /// A source's emission is not finite or beyond 2^40 kg/yr.
  case unusableEmission(index: Int, kilograms: Double)
  /// A cell has no surface.
  case emptyCell(index: Int)
  /// A line, a cell or a surface has no size.
  case emptyShape(index: Int)
  /// A source's key is not among those that were announced.
  case unknownKey(index: Int, key: Int)
  /// The columns of a table of sources have different lengths.
  case unequalColumns([Int])
}

/// Where in an outline something is wrong; all counted from 0.
public struct OutlinePlace: Hashable, Sendable {
  /// The part of the multipolygon.
  public let part: Int
  /// The ring of the part: 0 the exterior, then the holes.
  public let ring: Int
  /// The point of the ring; `nil` when the ring as a whole is meant.
  public let point: Int?

  /// Makes a place.
  public init(part: Int, ring: Int, point: Int? = nil) {
    self.part = part
    self.ring = ring
    self.point = point
  }
}

extension GeographyError: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .emptyOutline: "outline has no parts, expected at least one"
    case .tooFewPoints(let place, let count):
      "\(place) has \(count) points, expected at least 4 with the first repeated at the end"
    case .openRing(let place): "\(place) is not closed, its last point must repeat its first"
    case .outsideEnvelope(let place, let x, let y):
      "\(place) is at (\(x), \(y)) m, expected RD New: x -100000..400000 m, y 200000..950000 m"
    case .degenerateRing(let place): "\(place) has fewer than 3 different points"
    case .duplicateArea(let area): "area \(area) has more than one outline"
    case .unusableBounds(let bounds):
      "ring bounds \(bounds) m cannot be used, expected rising whole metres from 1 to 25000"
    case .sourceOutsideEnvelope(let index, let x, let y):
      "source \(index) is at (\(x), \(y)) m, expected RD New: x -100000..400000 m, "
        + "y 200000..950000 m"
    case .unusableEmission(let index, let kilograms):
      "source \(index) emits \(kilograms) kg/yr, expected a finite number up to 2^40"
    case .emptyCell(let index): "cell \(index) has no surface"
    case .emptyShape(let index): "source \(index) has no length or surface"
    case .unknownKey(let index, let key): "source \(index) has the unannounced key \(key)"
    case .unequalColumns(let counts): "columns of sources have unequal lengths \(counts)"
    }
  }
}

extension OutlinePlace: CustomStringConvertible {
  /// The place in words, counted from 1 as people do.
  public var description: String {
    let ringText = ring == 0 ? "exterior" : "hole \(ring)"
    let pointText = point.map { ", point \($0 + 1)" } ?? ""
    return "part \(part + 1), \(ringText)\(pointText)"
  }
}
