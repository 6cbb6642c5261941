// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Sums held against other figures, in brief.
  mutating func closure() {
    guard !result.closure.isEmpty else { return }
    title("Closure", "sums of zones held against other figures")
    ringsToArea()
    zonesToProvince()
    zonesToNation()
  }

  private func checks(_ kind: ClosureCheck.Kind) -> [ClosureCheck] {
    result.closure.filter { $0.kind == kind }
  }

  // MARK: - Rings to area

  private mutating func ringsToArea() {
    let checks = checks(.ringsToArea)
    guard !checks.isEmpty else { return }
    let off = checks.filter { check in
      guard let difference = check.relativeDifference else { return check.difference != .zero }
      return abs(difference.value) > 1e-9
    }
    let incomplete = checks.count { !$0.isComplete }
    var sentence =
      off.isEmpty
      ? "rings to area: areas are the sums of their rings, exactly, in all \(Shown.count(checks.count)) sums"
      : "rings to area: \(Shown.count(off.count)) of \(Shown.count(checks.count)) sums differ"
    let datasets = Set(checks.compactMap(\.dataset)).count
    sentence += " of \(Shown.count(datasets, "dataset", "datasets"))"
    if incomplete > 0 { sentence += "; \(Shown.count(incomplete)) with unknown cells" }
    paragraph(sentence, off.isEmpty ? .plain : .boldRed)
    for check in off.prefix(10) {
      let difference = Shown.number(check.difference?.tonnesPerYear, decimals: 3)
      paragraph(
        "  \(check.dataset ?? Shown.missing) \(check.slice.label) \(check.pollutant.label) "
          + "\(check.year): \(difference) t",
        .red)
    }
    more(off.count - 10)
  }

  // MARK: - Zones to province

  private mutating func zonesToProvince() {
    let checks = checks(.zonesToProvince).filter {
      $0.slice == SectorSlice(.agriculture) && $0.pollutant == .nh3
    }
    guard !checks.isEmpty else { return }
    let named = checks.map { check in
      (name: check.territory.map { result.name(of: $0) } ?? check.dataset ?? "", check: check)
    }.sorted { ($0.name, $0.check.year) < ($1.name, $1.check.year) }
    var table = TextTable([
      TextTable.Column("zones to province, agriculture NH3", .left),
      TextTable.Column("year"), TextTable.Column("zones, t"), TextTable.Column("province, t"),
      TextTable.Column("difference"), TextTable.Column("", .left),
    ])
    for (name, check) in named.prefix(30) {
      let difference = check.relativeDifference.map { Shown.signed($0) + " %" }
      table.row([
        Inked("  \(name)"), Inked(String(check.year)),
        Inked(ShownUnit.tonnes.text(check.sum)), Inked(ShownUnit.tonnes.text(check.reference)),
        Inked(difference ?? Shown.missing), Inked(check.isComplete ? "" : "incomplete", .dim),
      ])
    }
    self.table(table)
    more(named.count - 30)
    paragraph(
      "zones cover the part of a province that lies near its areas; their sum is an upper bound, "
        + "since a source near two areas counts twice",
      .dim)
  }

  // MARK: - Zones to nation

  private mutating func zonesToNation() {
    let checks = checks(.zonesToNation)
    guard !checks.isEmpty else { return }
    struct Row: Hashable {
      let slice: SectorSlice
      let pollutant: Pollutant
      let year: Int
    }
    let rings = Set(checks.compactMap(\.ring)).sorted()
    var byRow: [Row: [Ring: ClosureCheck]] = [:]
    var order: [Row] = []
    for check in checks {
      guard let ring = check.ring else { continue }
      let row = Row(slice: check.slice, pollutant: check.pollutant, year: check.year)
      if byRow[row] == nil { order.append(row) }
      byRow[row, default: [:]][ring] = check
    }
    var table = TextTable(
      [TextTable.Column("zones to nation, difference in % by ring in m", .left)]
        + rings.flatMap { [TextTable.Column($0.label), .markers] })
    for row in order.prefix(30) {
      var cells = [Inked("  \(row.slice.label) \(row.pollutant.label) \(row.year)")]
      cells += rings.flatMap { ring -> [Inked] in
        guard let check = byRow[row]?[ring], let difference = check.relativeDifference else {
          return [Inked(Shown.missing), ""]
        }
        return [Inked(Shown.signed(difference)), check.isComplete ? "" : "?"]
      }
      table.row(cells)
    }
    self.table(table)
    more(order.count - 30)
    if checks.contains(where: \.isUpperBound) {
      paragraph(
        "the zones count a source once for every area it is near, the national figure once; "
          + "? some cells are unknown",
        .dim)
    }
  }
}
