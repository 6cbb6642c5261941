// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography

/// What zones of many widths catch around an area, or around all areas with each source once.
public struct ZoneStudy: Sendable {
  /// One width and sector.
  public struct Row: Sendable {
    /// The width of the zone in metres; 0 for the inside alone.
    public let width: Int
    /// The sector, pollutant, year and release.
    public let entry: ZoneTable.Entry
    /// What lies inside and within the width.
    public let sum: ZoneTable.Sum
    /// Its part of the emission of all sources of the files; `nil` where either is not known.
    public let share: Fraction?
  }

  /// The area; `nil` for all areas together.
  public let area: AreaCode?
  /// Its name.
  public let name: String
  /// By entry and rising width.
  public let rows: [Row]
  /// The widths in metres.
  public let widths: [Int]

  /// Adds up the rings of a result, whose outer bounds are the widths.
  public init(_ result: ZoneResult, area: AreaCode?) {
    self.area = area
    name = area.map { result.names[$0] ?? "area \($0)" } ?? "all areas, each source once"
    widths = result.table.rings.map(\.outerBound)
    let found: [(ring: Ring, entry: ZoneTable.Entry, sum: ZoneTable.Sum)] =
      area == nil
      ? result.table.unions.filter { $0.group == nil }.map { ($0.ring, $0.entry, $0.sum) }
      : result.table.rows.filter { $0.area == area }.map { ($0.ring, $0.entry, $0.sum) }
    let byEntry = Dictionary(grouping: found, by: \.entry)
    rows = byEntry.keys.sorted().flatMap { entry in
      var within = ZoneTable.Sum()
      let total = result.account.kept[entry]
      return result.table.rings.map { ring in
        for part in byEntry[entry] ?? [] where part.ring == ring { within += part.sum }
        return Row(
          width: ring.outerBound, entry: entry, sum: within,
          share: Self.share(within, of: total))
      }
    }
  }

  private static func share(_ sum: ZoneTable.Sum, of total: SourceTally?) -> Fraction? {
    guard let total, total.unknown == 0, let emission = sum.emission else { return nil }
    let all = total.sum.kilograms
    return all > 0 ? Fraction(emission.kilogramsPerYear / all) : nil
  }
}
