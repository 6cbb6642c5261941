// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A grid of numbers, open for reading: ESRI ASCII grid or GeoTIFF.
public final class RasterFile {
  /// The most columns that are read.
  public static let widest = 1 << 22
  /// The most cells that are read.
  public static let largest = 1 << 30
  /// How many values a block of rows has at most, one row aside.
  static let blockSize = 1 << 20

  /// Where the cells lie, as GDAL's six numbers say: x = x0 + column * xByColumn + row * xByRow, and
  /// likewise y, for the upper left corner of a cell.
  public struct Placement: Hashable, Sendable {
    /// Easting of the upper left corner of the grid.
    public let x0: Double
    /// Step to the east by column.
    public let xByColumn: Double
    /// Step to the east by row; 0 unless the grid is turned.
    public let xByRow: Double
    /// Northing of the upper left corner of the grid.
    public let y0: Double
    /// Step to the north by column; 0 unless the grid is turned.
    public let yByColumn: Double
    /// Step to the north by row, below 0 when rows run from north to south.
    public let yByRow: Double

    /// Makes a placement from GDAL's six numbers.
    public init(
      x0: Double, xByColumn: Double, xByRow: Double, y0: Double, yByColumn: Double, yByRow: Double
    ) {
      self.x0 = x0
      self.xByColumn = xByColumn
      self.xByRow = xByRow
      self.y0 = y0
      self.yByColumn = yByColumn
      self.yByRow = yByRow
    }

    /// Whether rows and columns do not run along the axes.
    public var isTurned: Bool { xByRow != 0 || yByColumn != 0 }
  }

  /// The file, as it was named.
  public let path: String
  /// GDAL's short name of the format, such as `GTiff`.
  public let format: String
  /// How many columns.
  public let width: Int
  /// How many rows.
  public let height: Int
  /// How many bands.
  public let bandCount: Int
  /// Where the cells lie; `nil` when the file does not say.
  public let placement: Placement?
  /// The coordinate reference system; `nil` when the file declares none.
  public let system: CoordinateSystem?
  /// The value that stands for none in the first band; `nil` when there is no such value.
  public let noData: Double?
  private let file: OpenFile
  private let band: GDALRasterBandH

  /// Opens a file of this computer.
  public init(path: String) throws(GeodataError) {
    let file = try OpenFile(path: path, kind: .raster)
    let dataset = file.dataset
    guard let band = GDALGetRasterBand(dataset, 1) else {
      throw .unusable("the grid has no band")
    }
    self.path = path
    self.file = file
    self.band = band
    format = file.format
    width = Int(GDALGetRasterXSize(dataset))
    height = Int(GDALGetRasterYSize(dataset))
    bandCount = Int(GDALGetRasterCount(dataset))
    (placement, system, noData) = GDALMessages.collect { _ in
      var six = [Double](repeating: 0, count: 6)
      let isPlaced = GDALGetGeoTransform(dataset, &six) == CE_None
      var hasNoData: Int32 = 0
      let noData = GDALGetRasterNoDataValue(band, &hasNoData)
      return (
        isPlaced
          ? Placement(
            x0: six[0], xByColumn: six[1], xByRow: six[2], y0: six[3], yByColumn: six[4],
            yByRow: six[5]) : nil,
        CoordinateSystem(copying: GDALGetSpatialRef(dataset)),
        hasNoData != 0 ? noData : nil
      )
    }
    guard width <= Self.widest else {
      throw .unusable("the grid has \(width) columns, at most \(Self.widest) are read")
    }
    guard width > 0, height > 0, height <= Self.largest / width else {
      throw .unusable(
        "the grid has \(width) x \(height) cells, expected at least one and at most \(Self.largest)"
      )
    }
  }

  /// Reads the first band in blocks of whole rows, so that memory does not grow with the file.
  ///
  /// The corresponding GDAL function is `GDALRasterIO`.
  ///
  /// - Parameter body: takes the number of the block's first row, counted from 0, and its values
  ///   row by row, valid until it returns.
  /// - Throws: ``GeodataError`` where the file is broken, or what `body` throws.
  public func read(_ body: (_ firstRow: Int, _ values: UnsafeBufferPointer<Double>) throws -> Void)
    throws
  {
    let rows = max(1, Self.blockSize / max(width, 1))
    var block = [Double](repeating: 0, count: rows * width)
    for first in stride(from: 0, to: height, by: rows) {
      let count = min(rows, height - first)
      try GDALMessages.collect { messages throws(GeodataError) in
        let status = GDALRasterIO(
          band, GF_Read, 0, Int32(first), Int32(width), Int32(count), &block, Int32(width),
          Int32(count), GDT_Float64, 0, 0)
        guard status == CE_None, messages.failure == nil else {
          throw messages.error(otherwise: "GDAL cannot read row \(first + 1)")
        }
      }
      try block.withUnsafeBufferPointer { values in
        try body(first, UnsafeBufferPointer(rebasing: values.prefix(count * width)))
      }
    }
  }
}
