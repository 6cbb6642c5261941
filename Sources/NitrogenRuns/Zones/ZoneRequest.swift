// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenData

/// What the user asked of zones made from sources.
public struct ZoneRequest: Sendable {
  /// A file of outlines that GDAL reads.
  public var outlines: String
  /// The property of an outline that holds the national number; `nr` unless given.
  public var areaKey: String?
  /// A file of habitat to measure distances from, instead of from the outlines.
  public var habitat: String?
  /// The outer bounds of the rings in metres; `nil` for those of policy.
  public var rings: [Int]?
  /// What of a parcel counts, as policy's `zone.membership.land` says it; `nil` for policy's own.
  public var membership: String?
  /// The only areas wanted; empty for all.
  public var areas: [AreaCode] = []
  /// The boundary that names of inventories go through; `nil` for policy's.
  public var boundary: BoundaryID?
  /// What the user asked of the setting, for the record.
  public var setting = SettingRequest()
  /// How files of sources are to be read.
  public var reading = SourceOptions()
  /// How many threads may work.
  public var threads = 1
  /// Whether the result must hold one release of a sector, pollutant and year, as its tables have
  /// no room for two.
  public var needsOneRelease = false
  /// The grid on which the density of sources is wanted; `nil` where it is not.
  public var density: DensityRequest?

  /// Whether files that no data package describes are published figures, such as the gridded emissions
  /// of an inventory, so that nothing made of them is held back.
  public var hasPublishedSources = false
  /// Whether the dataset that is written holds only what may be shown to everybody.
  public var isPublic = false

  /// Makes a request with a file of outlines.
  public init(outlines: String) { self.outlines = outlines }
}
