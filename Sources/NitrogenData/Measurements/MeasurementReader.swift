// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads measured concentrations: a dataset with tables of role `measurements`, or a single file.
///
/// A single file is one of three: a download of the RIVM network in nature areas (*MAN*), told by
/// its column `Locatienummer`; hourly values, told by their column `datetime`; or a table of
/// months or years.
public enum MeasurementReader {
  /// Reads series and everything wrong with them.
  ///
  /// - Parameters:
  ///   - path: the folder of a dataset or a CSV file, as the user names it.
  ///   - options: what the file does not say itself.
  /// - Returns: the series by station, quantity and step, unless something is wrong, and the
  ///   diagnostics of all files.
  public static func read(
    path: String, options: MeasurementOptions = MeasurementOptions()
  ) -> Reading<[MeasurementSeries]> {
    var log = DiagnosticLog()
    return Reading(read(path, options, &log)?.series, log)
  }

  /// Reads series with the stations, the title and the files they come from.
  ///
  /// - Parameters:
  ///   - path: the folder of a dataset or a CSV file, as the user names it.
  ///   - options: what the file does not say itself.
  /// - Returns: the set, unless something is wrong, and the diagnostics of all files.
  public static func readSet(
    path: String, options: MeasurementOptions = MeasurementOptions()
  ) -> Reading<MeasurementSet> {
    var log = DiagnosticLog()
    return Reading(read(path, options, &log), log)
  }

  private static func read(
    _ path: String, _ options: MeasurementOptions, _ log: inout DiagnosticLog
  ) -> MeasurementSet? {
    if FileSystem.isFile(path) { return readFile(path, options, &log) }
    guard FileSystem.isFolder(path) else {
      log.error(
        Place(file: path), "no such file or folder; expected a CSV file or the folder of a dataset")
      return nil
    }
    return readDataset(path, options, &log)
  }

  private static func readDataset(
    _ folder: String, _ options: MeasurementOptions, _ log: inout DiagnosticLog
  ) -> MeasurementSet? {
    guard let file = DatasetReader.packageFile(in: folder, log: &log),
      let package = DataPackage(file: file, roles: TableRole.measuring, log: &log)
    else { return nil }
    var builder = MeasurementBuilder(grade: package.grade, files: [file])
    // Stations first, so that a measurement may be held against them.
    let order: [TableRole] = [.stations, .measurements, .instrumentChanges]
    for role in order {
      for resource in package.resources where resource.role == role {
        read(resource, of: package, folder, options, into: &builder, &log)
      }
    }
    if !package.resources.contains(where: { $0.role == .measurements }) && !log.hasErrors {
      log.error(
        Place(file: file),
        "the data package has no table of role 'measurements'; give the table with the measured "
          + "values this 'stikstof:role'")
    }
    return builder.finish(name: package.name, title: package.title, log: &log)
  }

  private static func read(
    _ resource: TableResource, of package: DataPackage, _ folder: String,
    _ options: MeasurementOptions, into builder: inout MeasurementBuilder,
    _ log: inout DiagnosticLog
  ) {
    guard let table = resource.open(in: folder, package: package.file, log: &log) else { return }
    builder.files.append(table.file)
    switch resource.role {
    case .stations:
      StationRows(table: table, catalogue: options.catalogue, log: &log).readAll(&builder, &log)
    case .instrumentChanges:
      InstrumentChangeRows(table: table, log: &log).readAll(&builder, &log)
    default:
      if let columns = MeasurementColumns(dataset: table, log: &log) {
        columns.read(table, options, into: &builder, &log)
      }
    }
  }

  private static func readFile(
    _ file: String, _ options: MeasurementOptions, _ log: inout DiagnosticLog
  ) -> MeasurementSet? {
    options.checkMarks(file, &log)
    guard !log.hasErrors, let format = TableFormat(detectedIn: file, options, log: &log),
      let table = Table(file: file, format: format, log: &log)
    else { return nil }
    var builder = MeasurementBuilder(grade: options.grade, files: [file])
    if NatureNetworkTable.isOne(table) {
      NatureNetworkTable(table: table, log: &log)?.readAll(&builder, &log)
    } else if let columns = MeasurementColumns(file: table, options, log: &log) {
      columns.read(table, options, into: &builder, &log)
    }
    let name = FileSystem.stem(file)
    return builder.finish(name: name, title: name, log: &log)
  }
}

extension TableResource {
  /// Opens the table and holds its header against its schema; `nil`, with the reason in the log,
  /// when it cannot be read.
  fileprivate func open(
    in folder: String, package: String, log: inout DiagnosticLog
  ) -> Table? {
    guard let file = existingFile(in: folder, log: &log),
      let table = Table(file: file, format: format, log: &log)
    else { return nil }
    table.compareHeader(with: fields, package: package, log: &log)
    return table
  }
}
