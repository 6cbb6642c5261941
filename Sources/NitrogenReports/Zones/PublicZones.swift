// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
public import NitrogenGeography

/// The zones of a table as everybody may see them.
///
/// The rows hold no totals, so that none follows from others; a zone is held back in all years as soon
/// as too few farms stand behind it in one.
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

  private struct Zone: Hashable {
    let area: AreaCode
    let ring: Ring
    let slice: SectorSlice
    let pollutant: Pollutant
  }

  /// Holds back what may not be shown.
  ///
  /// - Parameters:
  ///   - table: the emissions.
  ///   - rule: what policy asks; `nil` where it is silent: then every zone with a source is held back.
  public init(_ table: ZoneTable, rule: DisclosureRule?) {
    let grid = ZoneGrid(table).rows
    var farms: [Zone: [Int]] = [:]
    func zone(_ row: ZoneTable.Row) -> Zone {
      Zone(
        area: row.area, ring: row.ring, slice: row.entry.slice, pollutant: row.entry.pollutant)
    }
    for row in grid { farms[zone(row), default: []].append(row.sum.farms) }
    let withheld = farms.filter { zone, counts in
      rule.map { $0.withholds(farms: counts) } ?? counts.contains { $0 > 0 }
    }
    rows = grid.map { row in
      Row(
        area: row.area, ring: row.ring, entry: row.entry,
        sum: withheld[zone(row)] == nil ? row.sum : nil)
    }
  }
}
