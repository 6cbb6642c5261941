// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// Makes geometries of points, straight lines and polygons from those with curves or surfaces.
enum Simplifying {
  /// Reads well-known binary of any kind; `false` when it cannot.
  ///
  /// Arcs become chords of at most 4 degrees. The corresponding GDAL functions are
  /// `OGR_G_GetLinearGeometry` and `OGR_G_ForceToMultiPolygon`.
  static func read(_ bytes: UnsafeRawBufferPointer, into geometry: inout FlatGeometry) -> Bool {
    GDALMessages.collect { _ in
      var made: OGRGeometryH?
      guard OGR_G_CreateFromWkbEx(bytes.baseAddress, nil, &made, bytes.count) == OGRERR_NONE,
        let made
      else { return false }
      let isSurface = [wkbPolyhedralSurface, wkbTIN, wkbTriangle]
        .contains(OGR_GT_Flatten(OGR_G_GetGeometryType(made)))
      let simple: OGRGeometryH?
      if isSurface {
        simple = OGR_G_ForceToMultiPolygon(made)
      } else {
        simple = OGR_G_GetLinearGeometry(made, 4, nil)
        OGR_G_DestroyGeometry(made)
      }
      guard let simple else { return false }
      defer { OGR_G_DestroyGeometry(simple) }
      return read(simple, into: &geometry)
    }
  }

  /// Reads a geometry of GDAL that has no curves.
  static func read(_ simple: OGRGeometryH, into geometry: inout FlatGeometry) -> Bool {
    let size = OGR_G_WkbSizeEx(simple)
    var bytes = [UInt8](repeating: 0, count: size)
    guard OGR_G_ExportToIsoWkb(simple, wkbNDR, &bytes) == OGRERR_NONE else { return false }
    return bytes.withUnsafeBytes { WellKnownBinary.read($0, into: &geometry) == .read }
  }
}
