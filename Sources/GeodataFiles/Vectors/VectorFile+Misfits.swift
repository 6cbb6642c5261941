// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

extension VectorFile {
  /// Values of a numeric field that are no numbers: SQLite keeps any value in any column, and GDAL
  /// reads text there as 0.
  ///
  /// - Returns: how many there are, and one of them; `nil` when there are none, or the format cannot
  ///   hold such values.
  public func misfits(in field: VectorField, of layer: VectorLayer) -> (
    count: Int, example: String
  )? {
    guard format == "GPKG", field.kind == .integer || field.kind == .real else { return nil }
    let column = Self.quoted(field.name)
    let statement =
      "SELECT COUNT(*), MIN(CAST(\(column) AS TEXT)) FROM \(Self.quoted(layer.name)) "
      + "WHERE typeof(\(column)) IN ('text', 'blob')"
    return GDALMessages.collect { _ in
      guard let result = GDALDatasetExecuteSQL(file.dataset, statement, nil, nil) else {
        return nil
      }
      defer { GDALDatasetReleaseResultSet(file.dataset, result) }
      guard let feature = OGR_L_GetNextFeature(result) else { return nil }
      defer { OGR_F_Destroy(feature) }
      let count = Int(OGR_F_GetFieldAsInteger64(feature, 0))
      guard count > 0 else { return nil }
      return (count, OGR_F_GetFieldAsString(feature, 1).map { String(cString: $0) } ?? "")
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
