// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXlsx
public import NitrogenReports

/// Tables as a workbook (XLSX), a sheet each.
public enum Workbook {
  /// The version of the library that writes workbooks.
  public static var libraryVersion: String { String(cString: lxw_version()) }
}
