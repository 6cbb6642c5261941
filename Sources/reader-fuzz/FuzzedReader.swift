// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData

/// The readers that are fuzzed, each by what its inputs are.
enum FuzzedReader: String, CaseIterable {
  /// A table of sources in CSV.
  case table
  /// The geometry of one row of such a table.
  case wkt
  /// A table of farms.
  case farms
  /// An export of the Emissieregistratie, the zipped file as a whole.
  case export
  /// The XML of the sheet in such an export, zipped here, so that changes reach the reader of XML.
  case sheet
  /// A calculation of AERIUS.
  case imaer
  /// A file of sources of OPS.
  case ops
  /// A layer of sources in GeoJSON.
  case geojson
  /// A layer of sources in GML, through GDAL.
  case gml
  /// A grid of text.
  case grid
  /// A grid in a GeoTIFF.
  case geotiff
  /// The data package of a dataset with a table of role sources.
  case package
  /// Outlines in GeoJSON.
  case outlines
  /// Outlines in GML, through GDAL.
  case outlinesGML = "outlines-gml"
  /// Outlines in a shapefile, beside attributes that are whole.
  case shapefile

  /// The name of the file that an input is written to.
  var fileName: String {
    switch self {
    case .table, .wkt: "sources.csv"
    case .farms: "farms.csv"
    case .export, .sheet: "export.xlsx"
    case .imaer, .gml: "sources.gml"
    case .ops: "sources.brn"
    case .geojson: "sources.geojson"
    case .grid: "sources.asc"
    case .geotiff: "sources.tif"
    case .package: "datapackage.yaml"
    case .outlines: "outlines.geojson"
    case .outlinesGML: "outlines.gml"
    case .shapefile: "outlines.shp"
    }
  }

  /// Files of `Fixtures` that lie beside it.
  var besides: [String] {
    switch self {
    case .package: ["sources/datasets/plain/sources.csv"]
    case .shapefile:
      ["dbf", "shx", "prj"].map { "outlines/shapefile-with-esri-prj/outlines.\($0)" }
    default: []
    }
  }

  /// Whether an input is of outlines and not of sources.
  var isOfOutlines: Bool { [.outlines, .outlinesGML, .shapefile].contains(self) }

  /// What the user says of the file; `isTerse` when no more than must be said.
  func options(isTerse: Bool) -> SourceOptions {
    var options = SourceOptions()
    options.keepsOrigins = true
    // Enough for what a sheet of the longest input unpacks to, and little enough for a bomb.
    options.unpackedLimit = 16 << 20
    options.boundary = BoundaryID(rawValue: "er-default")
    let needsAll = [.ops, .grid, .geotiff].contains(self)
    guard needsAll || !isTerse else { return options }
    options.year = 2022
    options.vintage = Vintage(rawValue: "made")
    switch self {
    case .geojson, .gml, .grid, .geotiff:
      options.sector = "agriculture.housing"
      options.pollutant = .nh3
    case .table: options.classification = "er"
    default: break
    }
    return options
  }

  /// The bytes of the file for an input.
  func file(of input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    switch self {
    case .wkt: Self.table(with: input)
    case .sheet: StoredZip.workbook(sheet: Array(input))
    default: Array(input)
    }
  }

  /// A table with one row, the input its geometry.
  private static func table(with geometry: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    return Array("id,geometry,sector,pollutant,year,emission_kg_per_yr,vintage\n1,\"".utf8)
      + geometry.flatMap { $0 == quote ? [quote, quote] : [$0] }
      + Array("\",industry,NOx,2022,1,made\n".utf8)
  }
}
