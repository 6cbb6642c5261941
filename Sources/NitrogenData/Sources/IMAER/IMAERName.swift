// SPDX-License-Identifier: GPL-3.0-or-later

/// The names of elements and attributes that reading looks at; all others are passed over.
///
/// IMAER 2.2 to 6.0 differ in their namespace and in the names of animal housing: `FarmLodging`
/// up to 5.1, `FarmAnimalHousing` from 6.0.
enum IMAERName: String, CaseIterable {
  // The collection.
  case collection = "FeatureCollectionCalculator"
  case metadata, featureMember, featureMembers
  case projectMetadata = "ProjectMetadata"
  case year, aeriusVersion
  // A source.
  case sectorId, id, geometry, emission
  case emissionOfSubstance = "Emission"
  case substance, value
  // Geometry.
  case point = "Point"
  case lineString = "LineString"
  case lineStringSegment = "LineStringSegment"
  case polygon = "Polygon"
  case polygonPatch = "PolygonPatch"
  case exterior, interior, pos, posList, coordinates, srsName, srsDimension
  // Animal housing.
  case farmLodging, animalHousing
  case customLodging = "CustomFarmLodging"
  case customHousing = "CustomFarmAnimalHousing"
  case numberOfAnimals, numberOfDays, emissionFactor, emissionFactorType
  case lodgingSystem, additionalSystem, fodderMeasure
}
