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
    let groups = nationalGroups(rows).map { (nationalHeading($0), $0) }
    standing(groups, unit: .kilotonnes) { "  \($0.slice.sector.rawValue)" }
  }

  /// The rows by compound, boundary and dataset; the default boundary first.
  func nationalGroups(_ rows: [Assessment]) -> [[Assessment]] {
    struct Key: Hashable {
      let pollutant: Pollutant
      let boundary: BoundaryID
      let dataset: String?
    }
    let groups = Dictionary(grouping: rows) {
      Key(pollutant: $0.pollutant, boundary: $0.boundary, dataset: $0.dataset)
    }
    // The default boundary is that of the first row that is not a variant.
    let main = rows.first { !$0.isShadow }?.boundary
    return groups.sorted { left, right in
      let (left, right) = (left.key, right.key)
      if left.pollutant != right.pollutant { return left.pollutant < right.pollutant }
      if left.boundary != right.boundary {
        if left.boundary == main || right.boundary == main { return left.boundary == main }
        return left.boundary < right.boundary
      }
      return (left.dataset ?? "") < (right.dataset ?? "")
    }.map(\.value)
  }

  func nationalHeading(_ rows: [Assessment]) -> String {
    guard let first = rows.first else { return "" }
    var pieces = [first.pollutant.label, "boundary \(first.boundary)"]
    pieces += Set(rows.flatMap(\.vintages)).sorted()
    if let dataset = first.dataset { pieces.append("dataset \(dataset)") }
    if let grade = rows.map(\.grade).first(where: { $0 != .official }) {
      pieces.append(grade.rawValue)
    }
    return pieces.joined(separator: " · ")
  }

  /// A table of standings with its legend; statuses in short words where the lines would be too
  /// long.
  private mutating func standing(
    _ groups: [(heading: String, rows: [Assessment])], unit: ShownUnit,
    label: (Assessment) -> String
  ) {
    let rows = groups.flatMap(\.rows)
    func table(isShort: Bool) -> TextTable {
      var table = StandingTable(rows, unit: unit, isShort: isShort)
      for group in groups {
        table.heading(group.heading)
        for row in group.rows {
          table.add(row, label: [label(row), marks.words(of: row)].joined(separator: " "))
        }
      }
      return table.table
    }
    let long = table(isShort: false)
    let isShort = !long.fits(width)
    self.table(isShort ? table(isShort: true) : long)
    var remarks: [String] = isShort ? [Shown.statusLegend] : []
    if rows.contains(where: { $0.verdicts.contains(where: \.isInherited) }) {
      remarks.append("n inherited from the nation, says nothing local and raises no flag")
    }
    if rows.contains(where: { $0.verdicts.contains(where: \.isProvisional) }) {
      remarks.append("p the baseline is provisional")
    }
    if rows.contains(where: { ($0.baseline?.provenance ?? .stated) != .stated }) {
      remarks.append("* derived baseline")
    }
    if rows.contains(where: { row in row.series.contains { $0.point.isIncomplete } }) {
      remarks.append("? incomplete, the sum of what is known")
    }
    legend(remarks + StatusMarks(rows).legend(result.policy) + marks.legend(of: rows))
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
    let tables = shown.map { group in
      let own = groups[group] ?? []
      var pieces = [result.name(of: group.territory)]
      if let code = group.territory.code { pieces.append(code) }
      if origins.count > 1 { pieces.append(origin(own)) }
      return (pieces.joined(separator: " · "), own)
    }
    standing(tables, unit: .tonnes) { "  \($0.subject)" }
    more(ordered.count - shown.count)
  }

  /// Boundary, release and grade of the figures of a territory.
  private func origin(_ rows: [Assessment]) -> String {
    var pieces = Set(rows.map(\.boundary)).sorted().map { "boundary \($0)" }
    pieces += Set(rows.flatMap(\.vintages)).sorted()
    if let grade = rows.first?.grade, grade != .official { pieces.append(grade.rawValue) }
    return pieces.joined(separator: " · ")
  }
}
