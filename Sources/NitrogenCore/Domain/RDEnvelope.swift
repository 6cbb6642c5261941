// SPDX-License-Identifier: GPL-3.0-or-later

/// The rectangle of RD New (EPSG:28992) in which coordinates are accepted, North Sea included.
///
/// x -100..400 km, y 200..950 km (DESIGN.md section 5).
public enum RDEnvelope {
  /// Eastings in metres.
  @inlinable public static var x: ClosedRange<Double> { -100_000...400_000 }
  /// Northings in metres.
  @inlinable public static var y: ClosedRange<Double> { 200_000...950_000 }

  /// Whether a place in RD metres is finite and lies in the envelope, its edge included.
  @inlinable public static func contains(x: Double, y: Double) -> Bool {
    Self.x.contains(x) && Self.y.contains(y)
  }

  /// Whether a point in RD metres is finite and lies in the envelope, its edge included.
  @inlinable public static func contains(_ point: RDPoint) -> Bool {
    contains(x: point.x, y: point.y)
  }
}
