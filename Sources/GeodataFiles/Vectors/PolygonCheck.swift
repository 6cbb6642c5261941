// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL
public import NitrogenCore

/// What is wrong with polygons: that rings cross, parts overlap, holes lie outside.
public struct PolygonProblem: Hashable, Sendable {
  /// What GEOS calls it, such as `Self-intersection`.
  public let reason: String
  /// Where; `nil` when GEOS does not say.
  public let place: RDPoint?

  /// Makes a problem.
  public init(reason: String, place: RDPoint?) {
    self.reason = reason
    self.place = place
  }
}

/// Checks and repairs polygons with GEOS, through GDAL.
public enum PolygonCheck {
  /// The first problem of a multipolygon whose rings are closed; `nil` when it is valid.
  ///
  /// The corresponding GDAL function is `OGR_G_IsValid`.
  public static func problem(of multipolygon: [[[RDPoint]]]) -> PolygonProblem? {
    GDALMessages.collect { messages in
      let geometry = make(multipolygon)
      defer { OGR_G_DestroyGeometry(geometry) }
      if OGR_G_IsValid(geometry) != 0 { return nil }
      return problem(in: messages.all.last?.text ?? "Invalid geometry")
    }
  }

  /// Reads `Self-intersection at or near point 12.5 30.25`.
  private static func problem(in text: String) -> PolygonProblem {
    guard let range = text.firstRange(of: " at or near point ") else {
      return PolygonProblem(reason: text, place: nil)
    }
    let numbers = text[range.upperBound...].split(separator: " ").compactMap { Double($0) }
    return PolygonProblem(
      reason: String(text[..<range.lowerBound]),
      place: numbers.count >= 2 ? RDPoint(x: numbers[0], y: numbers[1]) : nil)
  }

  /// The multipolygon made valid: each polygon's exterior less its holes, all of them joined; `nil`
  /// when nothing is left of it.
  ///
  /// The corresponding GDAL function is `OGR_G_MakeValidEx` with `METHOD=STRUCTURE`.
  public static func repaired(_ multipolygon: [[[RDPoint]]]) -> [[[RDPoint]]]? {
    GDALMessages.collect { _ in
      let geometry = make(multipolygon)
      defer { OGR_G_DestroyGeometry(geometry) }
      let made = CStrings.with(["METHOD=STRUCTURE", "KEEP_COLLAPSED=NO"]) {
        OGR_G_MakeValidEx(geometry, $0)
      }
      guard let made else { return nil }
      defer { OGR_G_DestroyGeometry(made) }
      var flat = FlatGeometry()
      guard Simplifying.read(made, into: &flat) else { return nil }
      let polygons = flat.polygons
      return polygons.isEmpty ? nil : polygons
    }
  }

  private static func make(_ multipolygon: [[[RDPoint]]]) -> OGRGeometryH? {
    let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
    for part in multipolygon {
      let polygon = OGR_G_CreateGeometry(wkbPolygon)
      for points in part {
        let ring = OGR_G_CreateGeometry(wkbLinearRing)
        points.withUnsafeBytes { bytes in
          let stride = Int32(MemoryLayout<RDPoint>.stride)
          OGR_G_SetPoints(
            ring, Int32(points.count), bytes.baseAddress, stride, bytes.baseAddress.map { $0 + 8 },
            stride, nil, 0)
        }
        OGR_G_AddGeometryDirectly(polygon, ring)
      }
      OGR_G_AddGeometryDirectly(whole, polygon)
    }
    return whole
  }
}
