// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Fans that stand beside each other.
  private static let fansAcross = 3

  /// Fans that the listing may hold.
  private static let mostFans = 12

  private struct Fan {
    let name: String
    let projection: Projection
  }

  /// Where the reductions of the nation may lie, year by year.
  mutating func fans(_ rows: [Assessment]) {
    let fans = rows.filter { $0.territory == .nation && !$0.isShadow }.flatMap { row in
      row.projections.filter { !$0.fan.isEmpty }.map { projection in
        Fan(
          name: row.subject + (projection.measureSet == .additionalMeasures ? " additional" : ""),
          projection: projection)
      }
    }
    guard !fans.isEmpty else { return }
    let rho = Set(fans.map(\.projection.fanCorrelation)).sorted().map(Shown.plain)
    title(
      "Netherlands by year",
      "less in %: median, bounds of 68 % and 95 %, at rho \(rho.joined(separator: ", "))")
    let shown = fans.prefix(Self.mostFans)
    for start in stride(from: 0, to: shown.count, by: Self.fansAcross) {
      block(Array(shown[start..<min(start + Self.fansAcross, shown.count)]))
    }
    more(fans.count - shown.count)
  }

  private mutating func block(_ fans: [Fan]) {
    var columns = [TextTable.Column("  year")]
    for fan in fans {
      columns += [
        TextTable.Column("median", gap: 4, group: fan.name, span: 3),
        TextTable.Column("68 %"), TextTable.Column("95 %"),
      ]
    }
    var table = TextTable(columns)
    for year in Set(fans.flatMap { $0.projection.fan.map(\.year) }).sorted() {
      table.row(
        [Inked(String(year))]
          + fans.flatMap { fan -> [Inked] in
            guard let found = fan.projection.fan.first(where: { $0.year == year }) else {
              return ["", "", ""]
            }
            return [
              Inked(Shown.reduction(found.median)),
              Inked(Shown.range(found.reductions[1], found.reductions[3])),
              Inked(Shown.range(found.reductions[0], found.reductions[4])),
            ]
          })
    }
    self.table(table)
  }
}
