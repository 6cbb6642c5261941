// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Territories that one listing may hold.
  private static let mostTerritories = 60

  // MARK: - Nation

  /// The national rows, by compound and boundary; what is shown beside the default comes after it.
  mutating func nation() {
    let rows = result.assessments.filter { $0.territory == .nation && $0.slice.part == nil }
    guard !rows.isEmpty else { return }
    title("Netherlands", "\(ShownUnit.kilotonnes.rawValue)/yr, points of the baseline")
    var table = StandingTable(rows, unit: .kilotonnes)
    for pollutant in Pollutant.allCases {
      let own = rows.filter { $0.pollutant == pollutant }
      var seen: [String] = []
      for row in own {
        let name = nationalHeading(row)
        if !seen.contains(name) { seen.append(name) }
      }
      // The default boundary is that of the first row that is not a variant.
      let main = own.first { !$0.isShadow }?.boundary
      let mainNames = Set(own.filter { $0.boundary == main }.map { nationalHeading($0) })
      for name in seen.filter(mainNames.contains) + seen.filter({ !mainNames.contains($0) }) {
        table.heading(name)
        for row in own where nationalHeading(row) == name {
          table.add(row, label: "  \(row.slice.sector.rawValue)")
        }
      }
    }
    self.table(table.table)
    legend(rows)
  }

  private func nationalHeading(_ row: Assessment) -> String {
    var pieces = [row.pollutant.label, "boundary \(row.boundary)"]
    pieces += row.vintages
    if row.dataset != nil || row.grade != .official { pieces.append(row.grade.rawValue) }
    if let dataset = row.dataset { pieces.append("dataset \(dataset)") }
    return pieces.joined(separator: " · ")
  }

  // MARK: - Provinces and municipalities

  /// Provinces and municipalities with figures of their own.
  mutating func territories() {
    list(kind: "province", title: "Provinces")
    list(kind: "municipality", title: "Municipalities")
  }

  private struct Group: Hashable {
    let territory: Territory
    let dataset: String?
  }

  private mutating func list(kind: String, title: String) {
    let rows = result.assessments.filter { row in
      row.territory.kind == kind && row.slice.part == nil
        && row.series.contains { $0.point.basis == .stated }
        && (kind != "province" || !row.targets.isEmpty)
    }
    guard !rows.isEmpty else { return }
    let groups = Dictionary(grouping: rows) {
      Group(territory: $0.territory, dataset: $0.dataset)
    }
    let ordered = groups.keys.sorted { left, right in
      let names = (result.name(of: left.territory), result.name(of: right.territory))
      if names.0 != names.1 { return names.0 < names.1 }
      if left.territory != right.territory { return left.territory < right.territory }
      return (left.dataset ?? "") < (right.dataset ?? "")
    }
    let shown = ordered.prefix(Self.mostTerritories)
    let origins = Set(shown.map { origin(groups[$0] ?? []) })
    var remark = "\(ShownUnit.tonnes.rawValue)/yr, points of the baseline"
    if let only = origins.first, origins.count == 1 { remark += " · \(only)" }
    self.title(title, remark)
    var table = StandingTable(shown.flatMap { groups[$0] ?? [] }, unit: .tonnes)
    for group in shown {
      let own = groups[group] ?? []
      var pieces = [result.name(of: group.territory)]
      if let code = group.territory.code { pieces.append(code) }
      if origins.count > 1 { pieces.append(origin(own)) }
      table.heading(pieces.joined(separator: " · "))
      for row in own { table.add(row, label: "  \(row.subject)") }
    }
    self.table(table.table)
    more(ordered.count - shown.count)
    legend(rows)
  }

  /// Boundary, release and grade of the figures of a territory.
  private func origin(_ rows: [Assessment]) -> String {
    var pieces = Set(rows.map(\.boundary)).sorted().map { "boundary \($0)" }
    pieces += Set(rows.flatMap(\.vintages)).sorted()
    if let grade = rows.first?.grade, grade != .official { pieces.append(grade.rawValue) }
    return pieces.joined(separator: " · ")
  }

  /// The markers that occur, explained.
  private mutating func legend(_ rows: [Assessment]) {
    var marks: [String] = []
    if rows.contains(where: { $0.verdicts.contains(where: \.isInherited) }) {
      marks.append("n inherited from the nation, says nothing local and raises no flag")
    }
    if rows.contains(where: { ($0.baseline?.provenance ?? .stated) != .stated }) {
      marks.append("* derived baseline")
    }
    if rows.contains(where: { row in row.series.contains { $0.point.isIncomplete } }) {
      marks.append("? incomplete, the sum of what is known")
    }
    if !marks.isEmpty { paragraph(marks.joined(separator: "; "), .dim) }
  }
}
