// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS
import NitrogenCore
import NitrogenGeography

/// GEOS, used as an independent answer; one context and one prepared geometry per value
/// (STACK.md pitfall 9).
final class GEOSOracle {
  private let context: GEOSContextHandle_t
  private let geometry: OpaquePointer
  private let prepared: OpaquePointer

  init?(_ outline: Outline) {
    guard let context = GEOS_init_r() else { return nil }
    let parts: [OpaquePointer?] = outline.parts.map { part in
      var holes = part.holes.map { Self.ring($0, in: context) }
      return GEOSGeom_createPolygon_r(
        context, Self.ring(part.exterior, in: context), &holes, UInt32(holes.count))
    }
    var collected = parts
    guard
      let geometry = GEOSGeom_createCollection_r(
        context, Int32(GEOS_MULTIPOLYGON.rawValue), &collected, UInt32(parts.count)),
      let prepared = GEOSPrepare_r(context, geometry)
    else {
      GEOS_finish_r(context)
      return nil
    }
    self.context = context
    self.geometry = geometry
    self.prepared = prepared
  }

  deinit {
    GEOSPreparedGeom_destroy_r(context, prepared)
    GEOSGeom_destroy_r(context, geometry)
    GEOS_finish_r(context)
  }

  private static func sequence(
    _ points: [RDPoint], in context: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let sequence = GEOSCoordSeq_create_r(context, UInt32(points.count), 2)
    for (number, point) in points.enumerated() {
      _ = GEOSCoordSeq_setXY_r(context, sequence, UInt32(number), point.x, point.y)
    }
    return sequence
  }

  private static func ring(
    _ points: [RDPoint], in context: GEOSContextHandle_t
  ) -> OpaquePointer? {
    GEOSGeom_createLinearRing_r(context, sequence(points, in: context))
  }

  /// Whether GEOS finds the outline valid.
  var isValid: Bool { GEOSisValid_r(context, geometry) == 1 }

  /// GEOS's distance in metres.
  func distance(_ point: RDPoint) -> Double {
    let place = GEOSGeom_createPointFromXY_r(context, point.x, point.y)
    defer { GEOSGeom_destroy_r(context, place) }
    var distance = Double.nan
    _ = GEOSPreparedDistance_r(context, prepared, place, &distance)
    return distance
  }

  /// GEOS's exact predicate: inside or on the boundary.
  func covers(_ point: RDPoint) -> Bool {
    let place = GEOSGeom_createPointFromXY_r(context, point.x, point.y)
    defer { GEOSGeom_destroy_r(context, place) }
    return GEOSPreparedIntersects_r(context, prepared, place) == 1
  }

  /// Length in metres of a line within `bound` metres of the outline; arcs of `quarter` pieces.
  func length(of line: (RDPoint, RDPoint), within bound: Double, quarter: Int32 = 2000) -> Double {
    let path = GEOSGeom_createLineString_r(context, Self.sequence([line.0, line.1], in: context))
    return measure(path, within: bound, quarter: quarter) { GEOSLength_r($0, $1, $2) }
  }

  /// Area in m² of a rectangle within `bound` metres of the outline; arcs of `quarter` pieces.
  func area(of box: CellBox, within bound: Double, quarter: Int32 = 2000) -> Double {
    let corners = [
      RDPoint(x: box.minX, y: box.minY), RDPoint(x: box.maxX, y: box.minY),
      RDPoint(x: box.maxX, y: box.maxY), RDPoint(x: box.minX, y: box.maxY),
      RDPoint(x: box.minX, y: box.minY),
    ]
    let cell = GEOSGeom_createPolygon_r(context, Self.ring(corners, in: context), nil, 0)
    return measure(cell, within: bound, quarter: quarter) { GEOSArea_r($0, $1, $2) }
  }

  /// Area in m² of a polygon within `bound` metres of the outline; arcs of `quarter` pieces.
  func area(of polygon: [[RDPoint]], within bound: Double, quarter: Int32 = 2000) -> Double {
    var holes = polygon.dropFirst().map { Self.ring($0, in: context) }
    let shape = GEOSGeom_createPolygon_r(
      context, Self.ring(polygon[0], in: context), &holes, UInt32(holes.count))
    return measure(shape, within: bound, quarter: quarter) { GEOSArea_r($0, $1, $2) }
  }

  private func measure(
    _ shape: OpaquePointer?, within bound: Double, quarter: Int32,
    by size: (GEOSContextHandle_t, OpaquePointer?, UnsafeMutablePointer<Double>) -> Int32
  ) -> Double {
    let zone = bound > 0 ? GEOSBuffer_r(context, geometry, bound, quarter) : nil
    let common = GEOSIntersection_r(context, shape, zone ?? geometry)
    defer {
      GEOSGeom_destroy_r(context, shape)
      if let zone { GEOSGeom_destroy_r(context, zone) }
      GEOSGeom_destroy_r(context, common)
    }
    var result = Double.nan
    _ = size(context, common, &result)
    return result
  }
}
