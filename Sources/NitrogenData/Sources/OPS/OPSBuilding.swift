// SPDX-License-Identifier: GPL-3.0-or-later

/// A building beside a source; `nil` where the file says -999.
public struct OPSBuilding: Hashable, Sendable {
  /// The length (`L`) in metres.
  public var length: Double?
  /// The width (`W`) in metres.
  public var width: Double?
  /// The height (`H`) in metres.
  public var height: Double?
  /// The angle between the x-axis and the long side (`O`) in degrees.
  public var orientation: Double?

  /// Makes a building.
  public init(
    length: Double? = nil, width: Double? = nil, height: Double? = nil, orientation: Double? = nil
  ) {
    self.length = length
    self.width = width
    self.height = height
    self.orientation = orientation
  }
}
