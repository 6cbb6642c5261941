// SPDX-License-Identifier: GPL-3.0-or-later

/// A source as the dispersion model OPS of RIVM takes it: one record of a `.brn` file.
///
/// The fields are those of the emission file in the OPS user manual, with its names in brackets.
public struct OPSSource: Hashable, Sendable {
  /// The source number (`snr`); OPS carries it in four columns and uses it for nothing.
  public var number: Int
  /// The easting (`x`) in RD metres, of the middle for a source with a surface.
  public var x: Double
  /// The northing (`y`) in RD metres.
  public var y: Double
  /// The strength (`q`) in g/s, the mean over the period; NOx counts as NO₂.
  public var gramsPerSecond: Double
  /// The heat content (`hc`) in MW; `nil` where OPS is to compute it from the stack.
  public var heatContent: Double?
  /// The height (`h`) in metres; for a source with a surface the mean.
  public var height: Double
  /// The size (`d`, older `r`) in metres: 0 for a point, the side of a square, or the diameter of a
  /// circle with a minus sign. It is not the diameter of a stack.
  public var diameter: Double
  /// The standard deviation of the height (`s`) in metres.
  public var spread: Double
  /// The stack, where the file describes one.
  public var stack: OPSStack?
  /// The code of the course over the day (`dv`); 0 is even, 4 animal housing, 5 manure application.
  public var diurnalVariation: Int
  /// The category (`cat`), in files of RIVM a GCN code.
  public var category: Int
  /// The country or region (`area`), in files of RIVM the ISO number: 528 is the Netherlands.
  public var area: Int
  /// The code of the particle sizes (`ps`); 0 for gases.
  public var particleSize: Int
  /// The building that pulls the plume down, where the file describes one.
  public var building: OPSBuilding?
  /// The first word behind the numbers, in files of RIVM the substance, such as `NH3`; OPS does
  /// not read it.
  public var component: String

  /// Makes a source of OPS; the defaults are those of a point that emits a gas evenly and cold.
  public init(
    number: Int, x: Double, y: Double, gramsPerSecond: Double, heatContent: Double? = 0,
    height: Double, diameter: Double = 0, spread: Double = 0, stack: OPSStack? = nil,
    diurnalVariation: Int = 0, category: Int, area: Int = 528, particleSize: Int = 0,
    building: OPSBuilding? = nil, component: String
  ) {
    self.number = number
    self.x = x
    self.y = y
    self.gramsPerSecond = gramsPerSecond
    self.heatContent = heatContent
    self.height = height
    self.diameter = diameter
    self.spread = spread
    self.stack = stack
    self.diurnalVariation = diurnalVariation
    self.category = category
    self.area = area
    self.particleSize = particleSize
    self.building = building
    self.component = component
  }
}
