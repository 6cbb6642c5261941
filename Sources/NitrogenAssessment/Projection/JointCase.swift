// SPDX-License-Identifier: GPL-3.0-or-later

/// One of several cases whose emissions add up.
public struct JointCase: Sendable {
  /// What is known of its ln(E/B); its own targets play no part.
  public let projection: ProjectionCase
  /// Its baseline B, kg/yr.
  public let baseline: Double

  /// Makes a case.
  public init(_ projection: ProjectionCase, baseline: Double) {
    self.projection = projection
    self.baseline = baseline
  }
}
