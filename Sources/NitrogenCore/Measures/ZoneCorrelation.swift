// SPDX-License-Identifier: GPL-3.0-or-later

/// How far the errors of two areas go together, where a dataset gives it pair by pair.
public struct ZoneCorrelation: Hashable, Sendable {
  /// The sector.
  public let sector: Sector
  /// The compound.
  public let pollutant: Pollutant
  /// One area.
  public let first: AreaCode
  /// The other area.
  public let second: AreaCode
  /// The correlation, -1 to 1.
  public let value: Double
  /// Where it stands.
  public let origin: RowReference

  /// Makes a correlation.
  public init(
    sector: Sector, pollutant: Pollutant, first: AreaCode, second: AreaCode, value: Double,
    origin: RowReference
  ) {
    self.sector = sector
    self.pollutant = pollutant
    self.first = first
    self.second = second
    self.value = value
    self.origin = origin
  }
}
