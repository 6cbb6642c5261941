// SPDX-License-Identifier: GPL-3.0-or-later

/// A province as a coarse shape, as a backdrop for schematic maps.
public struct ProvinceShape: Sendable {
  /// The national code, such as `PV25`.
  public let code: String
  /// Closed lines in RD New, metres; the first point stands again at the end.
  public let rings: [[RDPoint]]

  /// Makes a shape.
  public init(code: String, rings: [[RDPoint]]) {
    self.code = code
    self.rings = rings
  }
}
