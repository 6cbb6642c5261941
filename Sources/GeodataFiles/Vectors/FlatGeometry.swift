// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Any simple geometry as flat lists: pieces made of rings made of coordinates.
///
/// Multi-geometries and nested collections are a list of their pieces. A point is a piece of one
/// ring of one coordinate, a line of one ring, a polygon of its exterior and then its holes. Heights
/// and measures are left out, curves are straight pieces.
public struct FlatGeometry: Hashable, Sendable {
  /// What a piece is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// A place.
    case point
    /// A way.
    case line
    /// A polygon with holes.
    case polygon
  }

  /// What each piece is.
  public internal(set) var kinds: [Kind] = []
  /// Where in ``ringEnds`` each piece ends.
  public internal(set) var pieceEnds: [Int] = []
  /// Where in ``x`` and ``y`` each ring ends.
  public internal(set) var ringEnds: [Int] = []
  /// Eastings or longitudes.
  public internal(set) var x: [Double] = []
  /// Northings or latitudes.
  public internal(set) var y: [Double] = []

  /// Makes an empty geometry.
  public init() {}

  /// Whether there is no piece.
  public var isEmpty: Bool { kinds.isEmpty }

  /// The kind of all pieces; `nil` when there are none or they differ.
  public var kind: Kind? {
    guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The positions in ``x`` and ``y`` of a ring.
  public func coordinates(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
  }

  /// The positions in ``ringEnds`` of a piece.
  public func rings(ofPiece piece: Int) -> Range<Int> {
    (piece == 0 ? 0 : pieceEnds[piece - 1])..<pieceEnds[piece]
  }

  /// The points of a ring.
  public func points(ofRing ring: Int) -> [RDPoint] {
    coordinates(ofRing: ring).map { RDPoint(x: x[$0], y: y[$0]) }
  }

  /// The polygons: parts, each its exterior and then its holes; other pieces are left out.
  public var polygons: [[[RDPoint]]] {
    kinds.indices.filter { kinds[$0] == .polygon }.map { piece in
      rings(ofPiece: piece).map(points(ofRing:))
    }
  }

  /// Forgets all pieces and keeps the room for the next.
  mutating func clear() {
    kinds.removeAll(keepingCapacity: true)
    pieceEnds.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
  }

  /// Swaps eastings and northings.
  public mutating func swapAxes() { swap(&x, &y) }
}
