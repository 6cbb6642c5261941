// SPDX-License-Identifier: GPL-3.0-or-later

/// A rectangle along the axes of RD New, in metres; a cell of a grid.
public struct CellBox: Hashable, Sendable {
  /// The western edge.
  public let minX: Double
  /// The southern edge.
  public let minY: Double
  /// The eastern edge.
  public let maxX: Double
  /// The northern edge.
  public let maxY: Double

  /// Makes a rectangle from its edges.
  @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Its surface in m².
  @inlinable public var surface: Double { (maxX - minX) * (maxY - minY) }
}
