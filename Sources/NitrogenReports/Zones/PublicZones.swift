// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography

/// The zones of a table as everybody may see them.
///
/// What an assessment of the same sources withholds, with the totals that it shows, is withheld here
/// too: otherwise the one could be worked out from the other.
public struct PublicZones: Sendable {
  /// One zone's emission.
  public struct Row: Sendable {
    /// The site.
    public let area: AreaCode
    /// The ring around it.
    public let ring: Ring
    /// The sector, pollutant, year and release.
    public let entry: ZoneTable.Entry
    /// The sources and their emission; `nil` where they are held back.
    public let sum: ZoneTable.Sum?

    init(area: AreaCode, ring: Ring, entry: ZoneTable.Entry, sum: ZoneTable.Sum?) {
      self.area = area
      self.ring = ring
      self.entry = entry
      self.sum = sum
    }

    init(_ row: ZoneTable.Row) {
      self.init(area: row.area, ring: row.ring, entry: row.entry, sum: row.sum)
    }
  }

  /// The rows, every ring and year of a sector around an area.
  public let rows: [Row]

  /// A sector and pollutant in a ring of an area, in all years.
  public struct Zone: Hashable, Sendable {
    let area: AreaCode
    let ring: Ring
    let slice: SectorSlice
    let pollutant: Pollutant

    /// Makes a zone.
    public init(area: AreaCode, ring: Ring, slice: SectorSlice, pollutant: Pollutant) {
      self.area = area
      self.ring = ring
      self.slice = slice
      self.pollutant = pollutant
    }
  }

  /// Holds back what may not be shown.
  ///
  /// What is left of a sector beside its parts is held back too: an assessment shows the sector as a
  /// whole.
  ///
  /// - Parameters:
  ///   - table: the emissions.
  ///   - withheld: the zones that an assessment of the same sources withholds.
  public init(_ table: ZoneTable, withholding withheld: Set<Zone>) {
    let grid = ZoneGrid(table).rows
    let parted = Set(
      grid.filter { $0.entry.slice.part != nil }.map {
        Zone(
          area: $0.area, ring: $0.ring, slice: SectorSlice($0.entry.slice.sector),
          pollutant: $0.entry.pollutant)
      })
    rows = grid.map { row in
      let zone = Zone(
        area: row.area, ring: row.ring, slice: row.entry.slice, pollutant: row.entry.pollutant)
      let isShown = !withheld.contains(zone) && !parted.contains(zone)
      return Row(
        area: row.area, ring: row.ring, entry: row.entry, sum: isShown ? row.sum : nil)
    }
  }
}
