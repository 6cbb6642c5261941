// SPDX-License-Identifier: GPL-3.0-or-later

extension DatasetReader {
  /// Whether a folder holds a dataset of measurements and nothing that an assessment reads, for
  /// ``MeasurementReader``.
  ///
  /// - Parameter folder: the folder.
  /// - Returns: `false` also where the data package cannot be read.
  public static func holdsOnlyMeasurements(_ folder: String) -> Bool {
    var log = DiagnosticLog()
    guard let file = packageFile(in: folder, log: &log),
      let package = DataPackage(file: file, roles: TableRole.allCases, log: &log)
    else { return false }
    let roles = package.resources.map(\.role)
    return roles.contains(where: TableRole.measuring.contains)
      && !roles.contains(where: TableRole.assessing.contains)
  }
}
