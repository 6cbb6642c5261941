// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL
public import NitrogenCore

/// A shape with bands around it, to be looked at: their round corners are drawn with straight pieces, and
/// a farther edge is drawn around a nearer one that is known, which has far fewer bends than the shape.
public final class Buffering {
  private let shape: OGRGeometryH?
  /// What lies within a distance of the shape, by that distance.
  private var buffers: [Double: OGRGeometryH] = [:]

  /// Takes a shape.
  ///
  /// - Parameter multipolygon: parts, each its exterior and then its holes, first points repeated.
  public init(_ multipolygon: [[[RDPoint]]]) { shape = Self.make(multipolygon) }

  deinit {
    for buffer in buffers.values { OGR_G_DestroyGeometry(buffer) }
    OGR_G_DestroyGeometry(shape)
  }

  /// Everything outside the shape farther than one distance from it and at most another.
  ///
  /// The corresponding GDAL functions are `OGR_G_Buffer` and `OGR_G_Difference`.
  ///
  /// - Parameters:
  ///   - from: the inner distance, m; 0 leaves out just the shape itself.
  ///   - to: the outer distance, m.
  /// - Returns: the band as parts, each its exterior and then its holes, first points repeated.
  /// - Throws: ``GeodataError`` when the shape makes no sense.
  public func band(from: Double, to: Double) throws(GeodataError) -> [[[RDPoint]]] {
    try GDALMessages.collect { messages throws(GeodataError) in
      guard let inner = buffer(from), let outer = buffer(to),
        let band = OGR_G_Difference(outer, inner)
      else { throw messages.error(otherwise: "no band can be drawn around the shape") }
      defer { OGR_G_DestroyGeometry(band) }
      return Self.polygons(in: band)
    }
  }

  private func buffer(_ distance: Double) -> OGRGeometryH? {
    if let known = buffers[distance] { return known }
    // What lies within 250 m of all within 250 m of the shape lies within 500 m of the shape.
    let nearer = buffers.filter { $0.key > 0 && $0.key < distance }.max { $0.key < $1.key }
    let made = OGR_G_Buffer(nearer?.value ?? shape, distance - (nearer?.key ?? 0), 12)
    if let made { buffers[distance] = made }
    return made
  }

  private static func make(_ multipolygon: [[[RDPoint]]]) -> OGRGeometryH? {
    let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
    for part in multipolygon {
      let polygon = OGR_G_CreateGeometry(wkbPolygon)
      for ring in part {
        let line = OGR_G_CreateGeometry(wkbLinearRing)
        OGR_G_SetPointCount(line, Int32(ring.count))
        for (number, point) in ring.enumerated() {
          OGR_G_SetPoint_2D(line, Int32(number), point.x, point.y)
        }
        OGR_G_AddGeometryDirectly(polygon, line)
      }
      OGR_G_AddGeometryDirectly(whole, polygon)
    }
    return whole
  }

  /// The polygons of a geometry, however deep they lie in it.
  private static func polygons(in geometry: OGRGeometryH?) -> [[[RDPoint]]] {
    let count = OGR_G_GetGeometryCount(geometry)
    guard OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon else {
      return (0..<count).flatMap { polygons(in: OGR_G_GetGeometryRef(geometry, $0)) }
    }
    let rings = (0..<count).map { number in
      let ring = OGR_G_GetGeometryRef(geometry, number)
      return (0..<OGR_G_GetPointCount(ring)).map {
        RDPoint(x: OGR_G_GetX(ring, $0), y: OGR_G_GetY(ring, $0))
      }
    }
    return rings.isEmpty ? [] : [rings]
  }
}
