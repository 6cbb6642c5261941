// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads a dataset: a folder with a data package (`datapackage.yaml` or `.json`, by the Frictionless
/// Data Package standard) and the tables it describes.
public enum DatasetReader {
  /// The names a data package may have.
  static let packageNames = ["datapackage.yaml", "datapackage.json"]

  /// Reads a dataset and everything wrong with it.
  ///
  /// - Parameters:
  ///   - folder: the folder, as the user names it.
  ///   - reference: the catalogue and boundaries against which names and numbers are checked.
  /// - Returns: the dataset, unless something is wrong, and the diagnostics of all its files.
  public static func read(folder: String, reference: ReferenceData) -> Reading<Dataset> {
    var log = DiagnosticLog()
    guard let file = packageFile(in: folder, log: &log),
      let package = DataPackage(file: file, log: &log)
    else { return Reading(nil, log) }
    var builder = DatasetBuilder(package: package, folder: folder, reference: reference)
    for resource in package.resources { builder.read(resource, log: &log) }
    return Reading(builder.dataset(log: &log), log)
  }

  /// The dataset folders an input stands for: itself, or the datasets directly below it, sorted;
  /// empty when neither.
  ///
  /// A folder below whose data package has a slip in its name is one of them, so that it fails
  /// instead of being passed over.
  public static func folders(in input: String) -> [String] {
    if isDataset(input) { return [input] }
    let below = (FileSystem.names(in: input) ?? []).map { FileSystem.join(input, $0) }
    guard below.contains(where: isDataset) else { return [] }
    return below.filter { isDataset($0) || (FileSystem.isFolder($0) && !misnamed(in: $0).isEmpty) }
  }

  /// The folders below a folder of datasets that hold tables and no data package: what is passed
  /// over is said.
  public static func passedOver(in input: String) -> [Diagnostic] {
    let datasets = folders(in: input)
    guard !datasets.isEmpty, datasets != [input] else { return [] }
    return (FileSystem.names(in: input) ?? []).map { FileSystem.join(input, $0) }
      .filter { FileSystem.isFolder($0) && !datasets.contains($0) && holdsTables($0) }
      .map {
        Diagnostic(
          file: $0, severity: .warning,
          message: "the folder holds tables and no 'datapackage.yaml' or 'datapackage.json': it is "
            + "passed over")
      }
  }

  private static func holdsTables(_ folder: String) -> Bool {
    (FileSystem.names(in: folder) ?? []).contains { $0.lowercased().hasSuffix(".csv") }
  }

  private static func isDataset(_ folder: String) -> Bool {
    packageNames.contains { FileSystem.isFile(FileSystem.join(folder, $0)) }
  }

  /// The data package of a folder; `nil`, with the reason in the log, when it has none.
  static func packageFile(in folder: String, log: inout DiagnosticLog) -> String? {
    let found = packageNames.map { FileSystem.join(folder, $0) }.filter(FileSystem.isFile)
    if found.count > 1 {
      log.error(
        Place(file: folder),
        "the folder holds both \(packageNames.map { "'\($0)'" }.asList); keep one of them")
      return nil
    }
    if let file = found.first { return file }
    if FileSystem.isFolder(folder) {
      log.error(
        Place(file: folder),
        "the folder is no dataset: expected 'datapackage.yaml' or 'datapackage.json' in it",
        notes: nearMisses(in: folder))
    } else if FileSystem.isFile(folder) {
      log.error(Place(file: folder), "expected the folder of a dataset, found a file")
    } else {
      log.error(Place(file: folder), "no such folder; expected the folder of a dataset")
    }
    return nil
  }

  private static func nearMisses(in folder: String) -> [String] {
    misnamed(in: folder).map { "found '\($0)'; rename it" }
  }

  private static func misnamed(in folder: String) -> [String] {
    (FileSystem.names(in: folder) ?? []).filter { NearestName.of($0, in: packageNames) != nil }
  }
}
