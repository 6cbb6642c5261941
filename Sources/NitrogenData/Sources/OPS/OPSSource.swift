// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

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

/// The mouth of a stack, for the rise of the plume; `nil` where the file says -999.
public struct OPSStack: Hashable, Sendable {
  /// The inner diameter (`D_stack`) in metres.
  public var diameter: Double?
  /// The speed of the gas (`V_stack`) in m/s; negative when it leaves horizontally.
  public var velocity: Double?
  /// The temperature of the gas (`Ts_stack`) in °C.
  public var temperature: Double?

  /// Makes a stack.
  public init(diameter: Double? = nil, velocity: Double? = nil, temperature: Double? = nil) {
    self.diameter = diameter
    self.velocity = velocity
    self.temperature = temperature
  }
}

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

/// The forms of a `.brn` file.
public enum OPSVersion: Int, CaseIterable, Sendable {
  /// Without a version, in fixed columns: whole metres and a strength of four digits.
  case fixed = 0
  /// `BRN-VERSION 1`: separated by blanks.
  case free = 1
  /// `BRN-VERSION 2`: with the stack.
  case stack = 2
  /// `BRN-VERSION 3`: with the stack and a type of building; OPS no longer takes it.
  case buildingType = 3
  /// `BRN-VERSION 4`: with the stack and the building.
  case building = 4
}

extension OPSSource {
  /// How many corners stand for a circle.
  static let corners = 64

  /// What the source covers; a circle becomes a polygon of 64 corners with the same surface.
  public var shape: SourceShape {
    if diameter == 0 { return .point(RDPoint(x: x, y: y)) }
    let half = diameter / 2
    guard diameter < 0 else {
      return .cell(CellBox(minX: x - half, minY: y - half, maxX: x + half, maxY: y + half))
    }
    let step = 2 * Double.pi / Double(Self.corners)
    let radius = -half * (step / sine(step)).squareRoot()
    var ring = (0..<Self.corners).map { corner in
      let angle = Double(corner) * step
      return RDPoint(x: x + radius * sine(angle + Double.pi / 2), y: y + radius * sine(angle))
    }
    ring.append(ring[0])
    return .surface([[ring]])
  }

  /// What it emits, over a year of 365 days.
  public var emission: EmissionRate { .gramsPerSecond(gramsPerSecond) }

  /// The substance, where ``component`` is one of ours.
  public var pollutant: Pollutant? {
    switch component {
    case "NH3", "nh3": .nh3
    case "NOx", "NOX", "nox": .nox
    default: nil
    }
  }
}
