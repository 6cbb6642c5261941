// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Rows of areas that the listing may hold.
  private static let mostAreaRows = 80

  /// The columns that the name of an area may have, most and least: it gives way where the rest
  /// needs the width.
  private static let areaNameWidths = 8...24

  /// The areas with a projection of their own: the low edge only, all targets on one line.
  mutating func areaProbabilities(_ own: [Assessment], _ correlations: ShownCorrelations) {
    let rows = own.filter { row in
      if case .area = row.territory { true } else { false }
    }
    guard !rows.isEmpty else { return }
    let years = Set(rows.flatMap { $0.targets.map(\.year) }).sorted()
    var nameWidth = Self.areaNameWidths.upperBound
    var table = areaTable(rows, years, correlations, nameWidth: nameWidth)
    while !table.fits(width), nameWidth > Self.areaNameWidths.lowerBound {
      nameWidth -= 1
      table = areaTable(rows, years, correlations, nameWidth: nameWidth)
    }
    title("Areas with a series of their own", "probability of reaching the low edge, %")
    self.table(table)
    more(rows.count - Self.mostAreaRows)
    var remarks = correlations.given == nil ? [] : ["= the given rho"]
    if rows.contains(where: { $0.projections.count > 1 }) {
      remarks.append(ProjectionTable.additionalLegend)
    }
    remarks += ProjectionTable.rangeLegend(rows.flatMap(\.projections))
    legend(remarks + marks.legend(of: rows))
  }

  private func areaTable(
    _ rows: [Assessment], _ years: [Int], _ correlations: ShownCorrelations, nameWidth: Int
  ) -> TextTable {
    var table = areaTable(years, correlations)
    for row in rows.prefix(Self.mostAreaRows) {
      for (place, projection) in row.projections.enumerated() {
        var cells =
          place == 0
          ? [
            Inked("  " + (row.territory.area?.description ?? "")),
            Inked(result.name(of: row.territory).truncated(to: nameWidth)),
            Inked(
              [row.subject, marks.words(of: row)].filter { !$0.isEmpty }.joined(separator: " ")),
          ] : ["", "", Inked("  additional")]
        cells += self.cells(projection, of: row, years, correlations)
        table.row(row.isShadow ? cells.map { $0.all(.dim) } : cells)
      }
    }
    return table
  }

  private func areaTable(_ years: [Int], _ correlations: ShownCorrelations) -> TextTable {
    var columns = [
      TextTable.Column("nr"),
      TextTable.Column("area", .left, gap: 1),
      TextTable.Column("", .left),
    ]
    for year in years {
      var titles = correlations.shown.map(Shown.plain)
      if let given = correlations.given { titles.insert("=" + Shown.plain(given), at: 0) }
      columns += titles.enumerated().map { index, title in
        TextTable.Column(
          title, gap: index == 0 ? 3 : 1, group: index == 0 ? String(year) : "",
          span: index == 0 ? titles.count : 1)
      }
    }
    let last = years.last.map { "less in \($0), %" } ?? "less, %"
    columns += [
      TextTable.Column("median", gap: 3, group: last, span: 2), TextTable.Column("95 %", gap: 1),
    ]
    return TextTable(columns)
  }

  private func cells(
    _ projection: Projection, of row: Assessment, _ years: [Int],
    _ correlations: ShownCorrelations
  ) -> [Inked] {
    var cells: [Inked] = []
    for year in years {
      if correlations.given != nil {
        cells.append(Inked(Shown.probability(projection.probability(of: year)?.low), .bold))
      }
      cells += correlations.shown.map { rho in
        Inked(Shown.probability(projection.probability(of: year, at: rho)?.low))
      }
    }
    let fan = projection.fan.first { $0.year == years.last }
    let bounds = fan.flatMap { fan in
      fan.reductions.first.flatMap { low in fan.reductions.last.map { Shown.range(low, $0) } }
    }
    // A year that has passed has no fan but a figure.
    let reached = row.series.first { $0.point.year == years.last }?.reduction
    return cells + [
      Inked((fan?.median ?? reached).map(Shown.reduction) ?? Shown.missing),
      Inked(bounds ?? Shown.missing),
    ]
  }
}
