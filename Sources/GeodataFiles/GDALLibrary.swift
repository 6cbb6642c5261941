// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGDAL

/// GDAL as a whole.
public enum GDALLibrary {
  /// The release, such as `3.6.2`.
  public static var release: String { String(cString: GDALVersionInfo("RELEASE_NAME")) }

  /// Registers the drivers once, before anything else is asked of GDAL.
  static let ready: Void = GDALAllRegister()
}
