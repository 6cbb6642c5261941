// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Reads everything under `Areas/` that a computation needs, policy aside.
public enum ReferenceDataReader {
  /// Reads the catalogue, the boundary tables, the national inventory, factors, context and shapes.
  ///
  /// - Parameter areasFolder: the `Areas/` folder, as the user or the program names it.
  /// - Returns: the reference data, unless something is wrong in any of its files.
  public static func read(areasFolder: String) -> Reading<ReferenceData> {
    var log = DiagnosticLog()
    guard FileSystem.isFolder(areasFolder) else {
      log.error(
        Place(file: areasFolder),
        "no such folder; expected the folder 'Areas' with natura2000/, boundaries/ and inventory/")
      return Reading(nil, log)
    }
    var files: [String] = []
    let catalogue = CatalogueReader(areasFolder: areasFolder).read(&files, &log)
    let boundaries = BoundaryReader.read(
      folder: FileSystem.join(areasFolder, "boundaries"), &files, &log)
    let inventory = InventoryReader(
      folder: FileSystem.join(areasFolder, "inventory"), boundaries: boundaries
    ).read(&files, &log)
    let factors = FactorReader(folder: FileSystem.join(areasFolder, "factors")).read(&files, &log)
    let context = ContextReader(
      folder: FileSystem.join(areasFolder, "context"), areas: Set(catalogue.areas.map(\.code))
    ).read(&files, &log)
    let shapes = BackdropReader(
      folder: FileSystem.join(areasFolder, "backdrop"), provinces: catalogue.provinces
    ).read(&files, &log)
    return Reading(
      ReferenceData(
        catalogue: catalogue, boundaries: boundaries, inventory: inventory, factors: factors,
        context: context, provinceShapes: shapes, files: files), log)
  }
}
