// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How a file of sources is to be read, and what it does not say itself.
public struct SourceOptions: Sendable {
  /// The layer of a file that has several.
  public var layer: String?
  /// The boundary that sectors of ours are delimited by, or that names of the file go through.
  public var boundary: BoundaryID?
  /// The classification the file's sector names belong to, such as `er`; `nil` for sectors of ours.
  public var classification: String?
  /// The sector of every row, for files without one: a slice or a code.
  public var sector: String?
  /// The pollutant of every row, for files without one.
  public var pollutant: Pollutant?
  /// The emission year, for files without one.
  public var year: Int?
  /// The release of the inventory, for files without one.
  public var vintage: Vintage?
  /// Names of the file's columns or fields by ours, such as `emission_kg_per_yr` to `NH3_KG`.
  public var columns: [String: String] = [:]
  /// The mark between the cells of a CSV table; `nil` is worked out from the header.
  public var delimiter: Character?
  /// The decimal mark of a CSV table; `nil` is worked out from its numbers.
  public var decimalMark: Character?
  /// The encoding of a CSV table; `nil` is UTF-8, or windows-1252 where it is not that.
  public var encoding: String?
  /// The texts of a CSV table that stand for an unknown value, beside the empty cell.
  public var missingValues: [String] = []
  /// How a data package says the table is written, and which columns it has.
  var declared: TableFormat?
  var declaredFields: [SchemaField] = []
  var package = ""
  /// Whether names and lines of rows are kept.
  public var keepsOrigins = false
  /// Whether emissions from fields lie on their parcel, where a farm table gives it, and not at the
  /// farm's building (A14).
  public var takesParcels = true
  /// How many bytes a part of a zipped file, such as a sheet of a workbook, may unpack to.
  public var unpackedLimit = 4 << 30
  /// How many threads may read.
  public var threads = 1

  /// Makes options that ask for nothing.
  public init() {}
}
