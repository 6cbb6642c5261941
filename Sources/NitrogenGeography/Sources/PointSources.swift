// SPDX-License-Identifier: GPL-3.0-or-later

/// Sources at points, column by column.
public struct PointSources: Sendable {
  /// Eastings in RD metres.
  public var x: [Double]
  /// Northings in RD metres.
  public var y: [Double]
  /// Emission of each source in kg/yr.
  public var emission: [Double]
  /// What each is summed under, such as a sector, pollutant and year, counted from 0 by the caller.
  public var key: [Int32]

  /// Makes sources from columns of equal length.
  public init(x: [Double], y: [Double], emission: [Double], key: [Int32]) {
    self.x = x
    self.y = y
    self.emission = emission
    self.key = key
  }

  /// How many sources.
  public var count: Int { x.count }
}
