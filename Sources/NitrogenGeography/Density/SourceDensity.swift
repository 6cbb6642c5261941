// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Emission per square kilometre on a grid, by sector: what a map may show of sources.
///
/// A cell behind which fewer farms or sources stand than is asked holds no figure at all, and there is
/// no total from which one would follow.
public struct SourceDensity: Sendable {
  /// What is known of a cell.
  public enum Value: Hashable, Sendable {
    /// kg per km² and year.
    case density(Double)
    /// Too few farms or sources stand behind it to be shown.
    case withheld
    /// The emission of some of its sources is not known.
    case unknown
  }

  /// A cell in which there are sources.
  public struct Cell: Hashable, Sendable {
    /// The western edge, RD metres.
    public let x: Double
    /// The southern edge, RD metres.
    public let y: Double
    /// What is known.
    public let value: Value

    /// Makes a cell.
    public init(x: Double, y: Double, value: Value) {
      self.x = x
      self.y = y
      self.value = value
    }
  }

  /// What the cells of a layer are about.
  public struct Topic: Hashable, Comparable, Sendable {
    /// The sector.
    public let sector: Sector
    /// The compound.
    public let pollutant: Pollutant
    /// The emission year.
    public let year: Int

    /// Makes a topic.
    public init(sector: Sector, pollutant: Pollutant, year: Int) {
      self.sector = sector
      self.pollutant = pollutant
      self.year = year
    }

    /// Whether the left comes before the right in every listing.
    public static func < (left: Topic, right: Topic) -> Bool {
      (left.sector, left.pollutant, left.year) < (right.sector, right.pollutant, right.year)
    }
  }

  /// The length of a side of a cell in metres.
  public let cellSize: Int
  /// How many farms or sources must stand behind a cell that is shown.
  public let minimum: Int
  /// The cells in which there are sources, from south to north and west to east, by topic.
  public let layers: [Topic: [Cell]]

  /// Makes a density of cells that may be shown.
  public init(cellSize: Int, minimum: Int, layers: [Topic: [Cell]]) {
    self.cellSize = cellSize
    self.minimum = minimum
    self.layers = layers
  }

  /// The cells of a sector in the latest year it has; `nil` where it has none.
  public func latest(_ sector: Sector, _ pollutant: Pollutant) -> (year: Int, cells: [Cell])? {
    let own = layers.keys.filter { $0.sector == sector && $0.pollutant == pollutant }
    guard let topic = own.max(), let cells = layers[topic] else { return nil }
    return (topic.year, cells)
  }
}
