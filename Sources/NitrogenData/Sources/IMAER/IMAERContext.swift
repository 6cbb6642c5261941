// SPDX-License-Identifier: GPL-3.0-or-later

/// Where in an IMAER document reading is.
enum IMAERContext {
  /// Before the first element.
  case document
  /// In the collection of features.
  case collection
  /// In the metadata, at any depth.
  case metadata
  /// In the metadata of the project, which have the year.
  case project
  /// In the holder of a feature.
  case member
  /// In a source.
  case source
  /// In the geometry of a source, at any depth.
  case geometry
  /// In the exterior or interior of a polygon.
  case ring
  /// In the holder of an emission.
  case emission
  /// In the emission of a substance.
  case emissionOfSubstance
  /// In the holder of animals by housing system.
  case housing
  /// In animals of one housing system.
  case animals
  /// In the holder of an own emission factor.
  case factor
  /// In the own emission factor of a substance.
  case factorOfSubstance
  /// In an element whose text counts.
  case text(IMAERName)
}
