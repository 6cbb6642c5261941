// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A file of vector layers, open for reading.
///
/// Read are GeoPackage, GeoJSON, TopoJSON, shapefile, GML, FlatGeobuf and MapInfo. Formats that can
/// lead to other files or to the network are refused, and so are addresses and virtual paths.
public final class VectorFile {
  /// The file, as it was named.
  public let path: String
  /// GDAL's short name of the format, such as `GPKG`.
  public let format: String
  /// The layers, in the order of the file.
  public let layers: [VectorLayer]
  let file: OpenFile

  /// Opens a file of this computer.
  public init(path: String) throws(GeodataError) {
    let file = try OpenFile(path: path, kind: .vectors)
    self.path = path
    self.file = file
    self.format = file.format
    self.layers = GDALMessages.collect { _ in
      (0..<GDALDatasetGetLayerCount(file.dataset)).compactMap { number in
        GDALDatasetGetLayer(file.dataset, number).map(VectorLayer.init)
      }
    }
  }
}
