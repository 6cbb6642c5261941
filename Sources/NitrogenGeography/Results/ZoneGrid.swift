// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// A zone table made whole, as a series over years needs it.
///
/// Where an area has some source of a sector, pollutant and release, every ring and every year that
/// the release has for them gets a row: a ring without a source emits nothing, by that inventory.
public struct ZoneGrid: Sendable {
  /// The rows, by area, ring and entry; those without sources have the emission 0.
  public let rows: [ZoneTable.Row]

  private struct Kind: Hashable {
    let slice: SectorSlice
    let boundary: BoundaryID
    let pollutant: Pollutant
    let vintage: Vintage

    init(_ entry: ZoneTable.Entry) {
      slice = entry.slice
      boundary = entry.boundary
      pollutant = entry.pollutant
      vintage = entry.vintage
    }
  }

  /// Fills the gaps of a table.
  public init(_ table: ZoneTable) {
    var entries: [Kind: Set<ZoneTable.Entry>] = [:]
    for row in table.rows { entries[Kind(row.entry), default: []].insert(row.entry) }
    var rows: [ZoneTable.Row] = []
    let byArea = Dictionary(grouping: table.rows, by: \.area)
    for area in byArea.keys.sorted() {
      let found = byArea[area] ?? []
      let kinds = Set(found.map { Kind($0.entry) })
      let wanted = kinds.flatMap { entries[$0] ?? [] }.sorted()
      let byRing = Dictionary(grouping: found, by: \.ring)
      for ring in table.rings {
        let sums = Dictionary(
          (byRing[ring] ?? []).map { ($0.entry, $0.sum) }, uniquingKeysWith: { first, _ in first })
        for entry in wanted {
          rows.append(
            ZoneTable.Row(
              area: area, ring: ring, entry: entry, sum: sums[entry] ?? ZoneTable.Sum()))
        }
      }
    }
    self.rows = rows
  }
}
