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
  /// Whether names and lines of rows are kept.
  public var keepsOrigins = false
  /// How many threads may read.
  public var threads = 1

  /// Makes options that ask for nothing.
  public init() {}
}
