// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// Areas of a province that the listing may hold.
  private static let mostAreas = 80

  /// The figures of one area in one dataset.
  private struct Holding {
    let area: AreaCode
    let dataset: String?
    let agriculture: Assessment?
    let industry: Assessment?
  }

  /// The areas, by province.
  mutating func areas() {
    let holdings = self.holdings()
    guard !holdings.isEmpty else { return }
    let homes = homeProvinces()
    let byProvince = provinces(holdings, homes)
    title(
      "Areas by province", "NH3 within the outermost ring, t/yr; less in %; gap to the low edge")
    var layout = areaLayout(holdings, homes: homes)
    var table = areaTable(byProvince, layout)
    if table.naturalWidth > width {
      layout.nameWidth -= table.naturalWidth - width
      table = areaTable(byProvince, layout)
    }
    self.table(table)
    more(byProvince.reduce(0) { $0 + max(0, $1.1.count - Self.mostAreas) })
    let rows = holdings.flatMap { [$0.agriculture, $0.industry].compactMap { $0 } }
    legend(
      [
        Shown.statusLegend, "n inherited from the nation", "* derived baseline",
        "? cells unknown, the sum of what is known, no verdict",
      ] + layout.paths.legend(result.policy) + marks.legend(of: rows))
    industryRemark(holdings)
  }

  /// Which national figures the verdicts of industry are inherited from, where those are not the
  /// ones of the default boundary.
  private mutating func industryRemark(_ holdings: [Holding]) {
    let rows = holdings.compactMap(\.industry).filter { row in
      row.verdicts.contains(where: \.isInherited)
    }
    guard let row = rows.first, let verdict = row.verdicts.last,
      let reason = verdict.reasons.first, let inherited = verdict.reasons.last
    else { return }
    paragraph(
      "industry: \(verdict.status.words) is the nation's verdict under the boundary of the zone "
        + "figures, \(row.boundary), not under the default one: \(reason.sentence); "
        + inherited.sentence,
      .dim)
  }

  private func holdings() -> [Holding] {
    struct Key: Hashable {
      let area: AreaCode
      let dataset: String?
    }
    var found: [Key: [Assessment]] = [:]
    for row in result.assessments where row.pollutant == .nh3 && row.slice.part == nil {
      guard case .area(let area) = row.territory else { continue }
      found[Key(area: area, dataset: row.dataset), default: []].append(row)
    }
    return found.map { key, rows in
      Holding(
        area: key.area, dataset: key.dataset,
        agriculture: rows.first { $0.slice.sector == .agriculture },
        industry: rows.first { $0.slice.sector == .industry })
    }.sorted { ($0.area, $0.dataset ?? "") < ($1.area, $1.dataset ?? "") }
  }

  /// The province that a dataset is about, where it is about one.
  private func homeProvinces() -> [String: String] {
    var found: [String: Set<String>] = [:]
    for row in result.assessments where row.territory.kind == "province" {
      if let dataset = row.dataset {
        found[dataset, default: []].insert(result.name(of: row.territory))
      }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func home(of holding: Holding, _ homes: [String: String]) -> String {
    holding.dataset.flatMap { homes[$0] }
      ?? result.provinces(of: .area(holding.area)).first ?? "No province"
  }

  /// Every province of the run with the areas that lie in it or are summed under it.
  private func provinces(
    _ holdings: [Holding], _ homes: [String: String]
  ) -> [(String, [Holding])] {
    let names = Set(homes.values).union(holdings.map { home(of: $0, homes) })
    return names.sorted().compactMap { name in
      let found = holdings.filter {
        home(of: $0, homes) == name || result.provinces(of: .area($0.area)).contains(name)
      }
      return found.isEmpty ? nil : (name, found)
    }
  }

  // MARK: - Columns and cells

  /// What all rows of the table of areas have in common.
  private struct AreaLayout {
    /// The province of each dataset.
    let homes: [String: String]
    /// The baseline year, where all have the same.
    let baselineYear: Int?
    /// The latest year, where all have the same.
    let latestYear: Int?
    let targetYears: [Int]
    let industryYears: [Int]
    /// Which verdicts rest on the path alone.
    let paths: StatusMarks
    /// The columns that a name may have.
    var nameWidth = 60
  }

  private func areaLayout(_ holdings: [Holding], homes: [String: String]) -> AreaLayout {
    let rows = holdings.flatMap { [$0.agriculture, $0.industry].compactMap { $0 } }
    let baselines = Set(rows.compactMap(\.baseline?.year))
    let latest = Set(holdings.compactMap { $0.agriculture?.latest?.point.year })
    return AreaLayout(
      homes: homes, baselineYear: baselines.count == 1 ? baselines.first : nil,
      latestYear: latest.count == 1 ? latest.first : nil,
      targetYears: targetYears(of: holdings.compactMap(\.agriculture)),
      industryYears: targetYears(of: holdings.compactMap(\.industry)),
      paths: StatusMarks(rows))
  }

  private func targetYears(of rows: [Assessment]) -> [Int] {
    Set(rows.flatMap { $0.targets.map(\.year) }).sorted()
  }

  private func areaTable(
    _ provinces: [(String, [Holding])], _ layout: AreaLayout
  ) -> TextTable {
    let baseline = layout.baselineYear.map(String.init) ?? "baseline"
    let years = layout.targetYears.map(String.init)
    var table = TextTable([
      TextTable.Column("nr"),
      TextTable.Column("area", .left, gap: 1),
      TextTable.Column(baseline, gap: 1, group: "agriculture", span: 5),
      .markers,
      TextTable.Column(layout.latestYear.map(String.init) ?? "latest"),
      .markers,
      TextTable.Column("less"),
      TextTable.Column(years.joined(separator: " / "), .left),
      TextTable.Column(years.last ?? "target", group: "gap to"),
      TextTable.Column(baseline, group: "industry", span: 3),
      .markers,
      TextTable.Column(layout.industryYears.map(String.init).joined(separator: " / "), .left),
    ])
    for (province, holdings) in provinces {
      table.heading(Inked(province, .bold))
      for holding in holdings.prefix(Self.mostAreas) {
        table.row(cells(holding, province: province, layout))
      }
    }
    return table
  }

  private func cells(_ holding: Holding, province: String, _ layout: AreaLayout) -> [Inked] {
    let latest = holding.agriculture?.latest
    var emission = ShownUnit.tonnes.cells(latest?.point)
    if layout.latestYear == nil, let latest { emission[1].append(" \(latest.point.year)", .dim) }
    var cells = [
      Inked(holding.area.description), name(of: holding, province: province, layout),
    ]
    cells += ShownUnit.tonnes.baselineCells(holding.agriculture) + emission
    cells += [
      Inked(Shown.number(latest?.reduction?.points)),
      statuses(holding.agriculture, layout),
      Inked(ShownUnit.tonnes.text(holding.agriculture?.remainingGap.last?.low.emission)),
    ]
    cells += ShownUnit.tonnes.baselineCells(holding.industry)
    return cells + [statuses(holding.industry, layout)]
  }

  private func name(of holding: Holding, province: String, _ layout: AreaLayout) -> Inked {
    let name = result.name(of: .area(holding.area))
    let home = home(of: holding, layout.homes)
    guard home != province else { return Inked(name.truncated(to: layout.nameWidth)) }
    let remark = " (under \(home))"
    var text = Inked(name.truncated(to: max(8, layout.nameWidth - remark.displayWidth)))
    text.append(remark, .dim)
    return text
  }

  /// The verdicts in short words, one after the other.
  private func statuses(_ assessment: Assessment?, _ layout: AreaLayout) -> Inked {
    guard let verdicts = assessment?.verdicts, let first = verdicts.first else {
      return Inked(Shown.missing)
    }
    if verdicts.allSatisfy({ $0.status == .undetermined && !$0.isInherited }) {
      let isUnknown = ["incomplete", "unknownCell"].contains(first.shortReason)
      return Inked(isUnknown ? "?" : "? \(first.shortReason)", .dim)
    }
    var text = Inked(first.status.word, first.status.ink)
    for verdict in verdicts.dropFirst() {
      text.append(" / ", .dim)
      text.append(verdict.status.word, verdict.status.ink)
    }
    if verdicts.allSatisfy(\.isInherited) { text.append(" n", .dim) }
    if verdicts.contains(where: \.isProvisional) { text.append(" p", .dim) }
    let path = verdicts.lazy.map { layout.paths.word(of: $0) }.first { !$0.isEmpty }
    if let path { text.append(" " + path, .dim) }
    let marks = marks.words(of: assessment)
    if !marks.isEmpty { text.append(" " + marks, .dim) }
    return text
  }
}
