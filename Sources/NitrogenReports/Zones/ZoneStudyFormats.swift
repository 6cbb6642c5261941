// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography

extension ZoneStudy {
  /// The studies as a table of values: a row per area, sector, pollutant, year and width.
  ///
  /// - Parameter studies: one an area.
  /// - Returns: the table with its header.
  public static func csv(_ studies: [ZoneStudy]) -> String {
    var csv = CSVWriter(
      header: "area,width_m,sector,pollutant,year,vintage,sources,emission_kg_per_yr,share")
    for study in studies {
      for row in study.rows {
        csv.cell(study.area?.rawValue)
        csv.cell(row.width)
        csv.cell(row.entry.slice.label)
        csv.cell(row.entry.pollutant.label)
        csv.cell(row.entry.year)
        csv.cell(row.entry.vintage.rawValue)
        csv.cell(row.sum.sources)
        csv.cell(row.sum.emission?.kilogramsPerYear)
        csv.cell(row.share?.value)
        csv.endRow()
      }
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  /// The studies as text.
  ///
  /// - Parameters:
  ///   - studies: one an area.
  ///   - colour: whether to colour.
  ///   - width: columns a line may have; `nil` for 110.
  /// - Returns: a table a sector, pollutant, year and release.
  public static func text(_ studies: [ZoneStudy], colour: Bool, width: Int?) -> String {
    var lines: [String] = []
    for study in studies {
      let title = [study.area.map { "\($0)" }, study.name].compactMap { $0 }
      lines.append(
        Inked("Width study: \(title.joined(separator: " "))", .bold).text(colour: colour))
      lines.append("what lies inside and within each width; share of all sources of the files")
      if study.rows.isEmpty { lines.append("no source lies within any width") }
      let entries = Set(study.rows.map(\.entry)).sorted()
      for entry in entries {
        var table = TextTable([
          TextTable.Column("width, m"), TextTable.Column("sources"),
          TextTable.Column("kg/yr"), .markers, TextTable.Column("share, %"),
          TextTable.Column("added, kg/yr"),
        ])
        var before = 0.0
        for row in study.rows where row.entry == entry {
          let kilograms = row.sum.known.kilogramsPerYear
          table.row([
            Inked(row.width == 0 ? "inside" : Shown.count(row.width)),
            Inked(Shown.count(row.sum.sources)), Inked(Shown.number(kilograms, decimals: 1)),
            row.sum.unknown > 0 ? "?" : "",
            Inked(row.share.map { Shown.number($0.points, decimals: 3) } ?? Shown.missing),
            Inked(Shown.number(kilograms - before, decimals: 1)),
          ])
          before = kilograms
        }
        lines.append("")
        lines.append(
          Inked(
            "\(entry.slice.label) \(entry.pollutant.label) \(entry.year), \(entry.vintage)", .bold
          ).text(colour: colour))
        lines += table.lines(colour: colour, width: width ?? 110)
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
