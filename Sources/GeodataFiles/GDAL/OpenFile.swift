// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A file that GDAL has open, closed with the object.
final class OpenFile {
  /// The kinds of file that GDAL tells apart.
  enum Kind {
    case vectors
    case raster

    /// The drivers that read what lies in the file and nothing else.
    var drivers: [String] {
      switch self {
      case .vectors:
        [
          "GPKG", "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRI Shapefile", "GML", "FlatGeobuf",
          "MapInfo File",
        ]
      case .raster: ["AAIGrid", "GTiff"]
      }
    }

    /// What people call the formats.
    var names: String {
      switch self {
      case .vectors: "GeoPackage, GeoJSON, shapefile, GML, FlatGeobuf or MapInfo"
      case .raster: "ESRI ASCII grid or GeoTIFF"
      }
    }

    var flags: UInt32 {
      let kind = self == .vectors ? GDAL_OF_VECTOR : GDAL_OF_RASTER
      return UInt32(kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    }
  }

  /// The handle.
  let dataset: GDALDatasetH
  /// GDAL's short name of the format, such as `GPKG`.
  let format: String

  /// Opens a file of this computer; whatever GDAL calls a failure on the way is an error.
  init(path: String, kind: Kind) throws(GeodataError) {
    let local = try LocalFile.path(path)
    (dataset, format) = try GDALMessages.collect { messages throws(GeodataError) in
      try Self.open(local, kind, messages)
    }
  }

  deinit { GDALMessages.collect { _ in GDALClose(dataset) } }

  private static func open(
    _ local: String, _ kind: Kind, _ messages: GDALMessages
  ) throws(GeodataError) -> (GDALDatasetH, String) {
    let driver = CStrings.with(kind.drivers) {
      GDALIdentifyDriverEx(local, kind.flags, CStrings.constant($0), nil)
    }
    guard let driver, let name = GDALGetDriverShortName(driver).map({ String(cString: $0) }) else {
      throw .refused(refusal(local, kind))
    }
    if name == "GML" { try LocalFile.checkMarkup(local) }
    let dataset = CStrings.with([name]) { names in
      CStrings.with(options[name] ?? []) { options in
        GDALOpenEx(local, kind.flags, CStrings.constant(names), CStrings.constant(options), nil)
      }
    }
    guard let dataset, messages.failure == nil else {
      if let dataset { GDALClose(dataset) }
      throw messages.error(otherwise: "GDAL cannot read it as \(name)")
    }
    return (dataset, name)
  }

  /// GML: no schema from elsewhere, no file written beside it. GeoPackage: no lock, no journal. Grid
  /// of text: decimals to the last digit.
  private static let options = [
    "GML": ["DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO"], "GPKG": ["NOLOCK=YES"],
    "AAIGrid": ["DATATYPE=Float64"],
  ]

  /// Why nothing opens a file, by the drivers that would have.
  private static func refusal(_ local: String, _ kind: Kind) -> String {
    let other = GDALIdentifyDriverEx(local, kind.flags, nil, nil)
    guard let other, let name = GDALGetDriverShortName(other) else {
      return "no format is recognised in it; expected \(kind.names)"
    }
    return "files of format \(String(cString: name)) are not read; expected \(kind.names)"
  }
}
