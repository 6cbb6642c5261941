// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything under `Areas/` that a computation needs, policy aside: geography, sector boundaries
/// and the national inventory.
public struct ReferenceData: Sendable {
  /// The sites and provinces.
  public let catalogue: AreaCatalogue
  /// The sector boundaries by name.
  public let boundaries: [BoundaryID: BoundaryTable]
  /// The national figures.
  public let inventory: NationalInventory
  /// The emission factors of farms.
  public let factors: EmissionFactors
  /// What is published about deposition and critical loads.
  public let context: AreaContext
  /// The provinces as coarse shapes, by code.
  public let provinceShapes: [ProvinceShape]
  /// The files read, as found under the areas folder.
  public let files: [String]

  /// Makes reference data.
  public init(
    catalogue: AreaCatalogue, boundaries: [BoundaryID: BoundaryTable],
    inventory: NationalInventory, factors: EmissionFactors = EmissionFactors(),
    context: AreaContext = AreaContext(), provinceShapes: [ProvinceShape] = [], files: [String]
  ) {
    self.catalogue = catalogue
    self.boundaries = boundaries
    self.inventory = inventory
    self.factors = factors
    self.context = context
    self.provinceShapes = provinceShapes
    self.files = files
  }
}
