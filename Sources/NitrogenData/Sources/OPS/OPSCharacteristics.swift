// SPDX-License-Identifier: GPL-3.0-or-later

/// What OPS wants to know of a source and a file of sources does not say.
///
/// There is no default for the height, as none holds for a stable and a stack alike.
public struct OPSCharacteristics: Hashable, Sendable {
  /// The height in metres.
  public var height: Double
  /// The heat content in MW, by default 0: a plume as warm as the air; `nil` where OPS is to
  /// compute it from the stack.
  public var heatContent: Double?
  /// The side in metres of the square that a point stands for; by default 0, a point.
  public var size: Double
  /// The standard deviation of the height in metres, only for sources with a surface; by default 0.
  public var spread: Double
  /// The mouth of the stack; by default none.
  public var stack: OPSStack?
  /// The code of the course over the day; by default 0: even. The manual has 4 for animal housing.
  public var diurnalVariation: Int
  /// The number of the country; by default 528, the Netherlands.
  public var area: Int
  /// The code of the particle sizes; by default 0, as for gases.
  public var particleSize: Int

  /// Makes characteristics.
  public init(
    height: Double, heatContent: Double? = 0, size: Double = 0, spread: Double = 0,
    stack: OPSStack? = nil, diurnalVariation: Int = 0, area: Int = 528, particleSize: Int = 0
  ) {
    self.height = height
    self.heatContent = heatContent
    self.size = size
    self.spread = spread
    self.stack = stack
    self.diurnalVariation = diurnalVariation
    self.area = area
    self.particleSize = particleSize
  }
}
