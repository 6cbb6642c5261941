// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Territories of one kind that the listing may hold.
  private static let mostTerritories = 60

  /// Reasons for no probability that the listing may hold.
  private static let mostReasons = 20

  /// How probable it is that the targets are reached, and where there is no answer, why.
  mutating func projections() {
    let rows = result.assessments.filter { row in
      row.slice.part == nil && (!row.projections.isEmpty || row.noProjection != nil)
    }
    guard !rows.isEmpty else { return }
    let correlations = ShownCorrelations(result)
    let own = rows.filter { !$0.projections.isEmpty }
    let silent = SilentProjections(rows.filter { $0.projections.isEmpty }, in: result)
    let isAreasOnly = rows.allSatisfy { $0.territory.area != nil && !$0.projections.isEmpty }
    if correlations.given == nil || !isAreasOnly {
      title(
        "Probability of reaching the target",
        "%, low/high edge; rho: correlation of two years' errors")
    }
    if correlations.given == nil, !own.isEmpty {
      paragraph(
        "given rho: unresolved(\(ShownCorrelations.key)), so verdicts rest on the path alone; give "
          + "it by --rho or in a policy pack",
        .yellow)
    }
    probabilities(own, silent, correlations)
    for line in silent.lines.prefix(Self.mostReasons) { paragraph(line, .dim, indent: 4) }
    more(silent.lines.count - Self.mostReasons)
    fans(own)
    areaProbabilities(own, correlations)
  }

  // MARK: - Nation, provinces, municipalities

  private mutating func probabilities(
    _ own: [Assessment], _ silent: SilentProjections, _ correlations: ShownCorrelations
  ) {
    var left = 0
    func table(showsDrivers: Bool) -> TextTable {
      left = 0
      var table = ProjectionTable(correlations, showsDrivers: showsDrivers)
      for group in nationalGroups(own.filter { $0.territory == .nation }) {
        table.heading("Netherlands · " + nationalHeading(group))
        for row in group { table.add(row, label: label(row, row.slice.sector.rawValue)) }
      }
      for kind in ["province", "municipality"] {
        let places = territories(own.filter { $0.territory.kind == kind })
        left += max(0, places.count - Self.mostTerritories)
        for (name, rows) in places.prefix(Self.mostTerritories) {
          table.heading(name)
          for row in rows { table.add(row, label: label(row, row.subject)) }
        }
      }
      for group in silent.inherited {
        table.heading(group.heading)
        for nation in group.nations {
          table.add(nation, label: label(nation, nation.subject), isInherited: true)
        }
      }
      return table.table
    }
    let full = table(showsDrivers: true)
    let fits = full.fits(width)
    let shown = fits ? full : table(showsDrivers: false)
    guard !shown.isEmpty else { return }
    self.table(shown)
    more(left)
    let nations = silent.inherited.flatMap(\.nations)
    let counted = own.filter { $0.territory.area == nil } + nations
    var remarks: [String] = []
    if counted.contains(where: { $0.projections.count > 1 }) {
      remarks.append(ProjectionTable.additionalLegend)
    }
    remarks += ProjectionTable.rangeLegend(counted.flatMap(\.projections))
    if fits { remarks.append(ProjectionTable.driversLegend) }
    remarks.append(method(counted))
    if !nations.isEmpty { remarks.append("n the nation's, says nothing local") }
    legend(remarks + marks.legend(of: counted))
  }

  private func label(_ row: Assessment, _ subject: String) -> String {
    ["  " + subject, marks.words(of: row)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How the probabilities were made.
  private func method(_ rows: [Assessment]) -> String {
    let projections = rows.flatMap(\.projections)
    let models = Set(projections.map(\.model.rawValue)).sorted()
    let draws = Set(projections.compactMap(\.draws)).sorted()
    var ways = draws.map { "\(Shown.count($0)) draws" }
    if projections.contains(where: { $0.draws == nil }) { ways.insert("closed form", at: 0) }
    return "model \(models.joined(separator: ", ")), \(ways.joined(separator: " or "))"
  }

  /// The rows by territory and dataset, by name.
  private func territories(_ rows: [Assessment]) -> [(String, [Assessment])] {
    struct Key: Hashable {
      let territory: Territory
      let dataset: String?
    }
    let groups = Dictionary(grouping: rows) { Key(territory: $0.territory, dataset: $0.dataset) }
    return groups.sorted { left, right in
      let names = (result.name(of: left.key.territory), result.name(of: right.key.territory))
      if names.0 != names.1 { return names.0 < names.1 }
      if left.key.territory != right.key.territory {
        return left.key.territory < right.key.territory
      }
      return (left.key.dataset ?? "") < (right.key.dataset ?? "")
    }.map { key, rows in
      let pieces = [result.name(of: key.territory), key.territory.code].compactMap { $0 }
      return (pieces.joined(separator: " · "), rows)
    }
  }
}
