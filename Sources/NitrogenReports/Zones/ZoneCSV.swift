// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
public import NitrogenGeography

/// Zone emissions as one plain table: a row per area, ring, sector, pollutant and year that has a
/// source, no totals.
public enum ZoneCSV {
  /// Writes the table.
  ///
  /// - Parameters:
  ///   - table: the emissions, of one release; see ``clash(in:)``.
  ///   - stream: where the text goes.
  public static func write(_ table: ZoneTable, to stream: inout some TextOutputStream) {
    write(table.rows.map(PublicZones.Row.init), to: &stream)
  }

  /// Writes what everybody may see of a table: without figures where they are held back.
  ///
  /// - Parameters:
  ///   - zones: the zones, of one release; rows without a source are left out.
  ///   - stream: where the text goes.
  public static func write(_ zones: PublicZones, to stream: inout some TextOutputStream) {
    write(zones.rows.filter { $0.sum?.sources != 0 }, to: &stream)
  }

  private static func write(_ rows: [PublicZones.Row], to stream: inout some TextOutputStream) {
    var csv = CSVWriter(header: "area,ring,sector,pollutant,year,sources,emission_kg_per_yr")
    for row in rows {
      csv.cell(row.area.rawValue)
      csv.cell(row.ring.label)
      csv.cell(row.entry.slice.label)
      csv.cell(row.entry.pollutant.label)
      csv.cell(row.entry.year)
      csv.cell(row.sum?.sources)
      csv.cell(row.sum?.emission?.kilogramsPerYear)
      csv.endRow()
    }
    stream.write(String(decoding: csv.bytes, as: UTF8.self))
  }

  /// Two entries that the table's columns cannot tell apart; `nil` when there are none.
  public static func clash(in table: ZoneTable) -> (ZoneTable.Entry, ZoneTable.Entry)? {
    let entries = Set(table.rows.map(\.entry)).sorted()
    for (left, right) in zip(entries, entries.dropFirst())
    where left.slice == right.slice && left.pollutant == right.pollutant && left.year == right.year
    {
      return (left, right)
    }
    return nil
  }
}
