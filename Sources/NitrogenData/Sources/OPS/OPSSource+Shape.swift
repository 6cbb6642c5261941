// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What a source of OPS is in the terms of this program.
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
