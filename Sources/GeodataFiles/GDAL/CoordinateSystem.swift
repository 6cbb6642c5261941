// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A coordinate reference system; coordinates are always easting or longitude first.
public final class CoordinateSystem {
  /// The handle, kept for the life of the object.
  let handle: OGRSpatialReferenceH

  /// The system of an EPSG number.
  ///
  /// The corresponding GDAL function is `OSRImportFromEPSG`.
  public init(epsg: Int) throws(GeodataError) {
    handle = try GDALMessages.collect { messages throws(GeodataError) in
      guard let made = OSRNewSpatialReference(nil) else {
        throw messages.error(otherwise: "cannot make a coordinate reference system")
      }
      guard OSRImportFromEPSG(made, Int32(epsg)) == OGRERR_NONE else {
        OSRRelease(made)
        throw messages.error(otherwise: "EPSG:\(epsg) is not known")
      }
      return made
    }
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
  }

  /// A copy of a system that GDAL owns; `nil` when there is none.
  init?(copying other: OGRSpatialReferenceH?) {
    guard let other, let copy = OSRClone(other) else { return nil }
    handle = copy
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
  }

  deinit { OSRRelease(handle) }

  /// Its name, such as `Amersfoort / RD New`.
  public var name: String { OSRGetName(handle).map { String(cString: $0) } ?? "unnamed" }

  /// Whether coordinates are degrees of longitude and latitude.
  public var isGeographic: Bool { OSRIsGeographic(handle) != 0 }

  /// Whether it is RD New (EPSG:28992), alone or with heights (EPSG:7415).
  ///
  /// A name or definition that says the same counts: shapefiles hold no numbers.
  public var isRDNew: Bool {
    if let code = OSRGetAuthorityCode(handle, nil), OSRGetAuthorityName(handle, nil) != nil {
      let number = String(cString: code)
      if number == "28992" || number == "7415" { return true }
    }
    guard let rdNew = try? CoordinateSystem(epsg: 28992) else { return false }
    return OSRIsSame(handle, rdNew.handle) != 0
  }
}
