// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// A file of sources and how it is to be read.
public struct SourceInput: Sendable {
  /// The file, as ``SourceReader`` takes it.
  public let file: String
  /// What is known of it.
  public let options: SourceOptions
  /// Whether its data package says that its figures may be shown to everybody; `nil` where that says
  /// nothing, and for a single file.
  public let disclosure: Disclosure?
}

/// The files of sources that an input stands for.
public struct SourceDataset: Sendable {
  /// The name of the dataset; of a single file its name without the ending.
  public let name: String
  /// The title of the dataset; the name where there is none.
  public let title: String
  /// How close to the publisher the figures are.
  public let grade: SourceGrade
  /// The data package; `nil` for a single file.
  public let package: String?
  /// The files to be read, in the order of the data package.
  public let inputs: [SourceInput]
}

/// Finds the sources of an input: a single file, or a dataset with tables of role `sources`.
public enum SourceDatasetReader {
  /// Finds the files of an input, without reading them.
  ///
  /// - Parameters:
  ///   - path: a file of sources or the folder of a dataset, as the user names it.
  ///   - options: what the user says; of a dataset its data package says how tables are written
  ///     and may say the boundary and the classification, which then count.
  ///   - reference: the boundaries against which names are checked.
  /// - Returns: the files, unless something is wrong with the data package.
  public static func read(
    path: String, options: SourceOptions, reference: ReferenceData
  ) -> Reading<SourceDataset> {
    var log = DiagnosticLog()
    guard FileSystem.isFolder(path) else {
      let name = FileSystem.stem(path)
      return Reading(
        SourceDataset(
          name: name, title: name, grade: .secondHand, package: nil,
          inputs: [SourceInput(file: path, options: options, disclosure: nil)]), log)
    }
    guard let file = DatasetReader.packageFile(in: path, log: &log),
      let package = DataPackage(file: file, roles: TableRole.sourcing, log: &log)
    else { return Reading(nil, log) }
    let inputs = package.resources.compactMap {
      input($0, in: path, of: package, options, reference, &log)
    }
    if package.resources.isEmpty && !log.hasErrors {
      log.error(
        Place(file: file),
        "the data package has no table of role 'sources' or 'farms'; give the table with the sources "
          + "this 'stikstof:role'")
    }
    return Reading(
      SourceDataset(
        name: package.name, title: package.title, grade: package.grade, package: file,
        inputs: inputs), log)
  }

  /// Whether a path leads to a file and not to a folder.
  public static func isSingleFile(_ path: String) -> Bool { FileSystem.isFile(path) }

  /// Whether a folder is a dataset that has tables of role `sources`.
  ///
  /// - Parameter folder: the folder.
  /// - Returns: `false` also where the data package cannot be read.
  public static func holdsSources(_ folder: String) -> Bool {
    roles(of: folder).contains(where: TableRole.sourcing.contains)
  }

  /// Whether a folder is a dataset that has tables of role `sources` and none that is assessed as
  /// it is or fitted; measures beside them change nothing.
  ///
  /// - Parameter folder: the folder.
  /// - Returns: `false` also where the data package cannot be read.
  public static func holdsOnlySources(_ folder: String) -> Bool {
    let roles = roles(of: folder).filter { !TableRole.projecting.contains($0) }
    return !roles.isEmpty && roles.allSatisfy(TableRole.sourcing.contains)
  }

  private static func roles(of folder: String) -> [TableRole] {
    var log = DiagnosticLog()
    guard let file = DatasetReader.packageFile(in: folder, log: &log),
      let package = DataPackage(file: file, roles: TableRole.allCases, log: &log)
    else { return [] }
    return package.resources.map(\.role)
  }

  private static func input(
    _ resource: TableResource, in folder: String, of package: DataPackage, _ options: SourceOptions,
    _ reference: ReferenceData, _ log: inout DiagnosticLog
  ) -> SourceInput? {
    var options = options
    options.declared = resource.format
    options.declaredFields = resource.fields
    options.package = package.file
    let isSilent = resource.boundary == nil && resource.classification == nil
    if !isSilent || options.boundary == nil && options.classification == nil {
      guard let naming = ActivityNaming(resource, reference: reference, log: &log) else {
        return nil
      }
      switch naming {
      case .sectors(let boundary):
        options.boundary = boundary
        options.classification = nil
      case .codes(let classification, let boundary):
        options.classification = classification
        options.boundary = boundary ?? options.boundary
      }
    }
    return resource.existingFile(in: folder, log: &log)
      .map {
        SourceInput(
          file: $0, options: options, disclosure: resource.disclosure ?? package.disclosure)
      }
  }
}
