// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGDAL

/// GDAL as a whole.
public enum GDALLibrary {
  /// The release, such as `3.6.2`.
  public static var release: String { String(cString: GDALVersionInfo("RELEASE_NAME")) }

  /// Registers the drivers once, before anything else is asked of GDAL, and keeps it away from the
  /// network and from writing beside what it reads.
  static let ready: Void = {
    GDALAllRegister()
    for (option, value) in [
      ("GML_DOWNLOAD_SCHEMA", "NO"), ("GML_SKIP_RESOLVE_ELEMS", "ALL"),
      ("GDAL_PAM_ENABLED", "NO"), ("PROJ_NETWORK", "OFF"),
      ("OGR_GEOJSON_MAX_OBJ_SIZE", "200"),
    ] {
      CPLSetConfigOption(option, value)
    }
    OSRSetPROJEnableNetwork(0)
  }()
}
