// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenWords

extension OverviewPage {
  /// The sectors of the nation that a target or silence is about.
  private var nationRows: [Assessment] {
    shared.national.filter { $0.slice.part == nil && !$0.verdicts.isEmpty }
  }

  var nationFigures: [Figure] {
    var seen: Set<String> = []
    return nationRows.filter { !$0.isShadow }.compactMap {
      CorridorFigure.make($0, narrator: narrator)
    }.filter { seen.insert($0.name).inserted }
  }

  var nation: PageSection {
    let rows = nationRows
    guard !rows.isEmpty else { return none(.nation, .noNation) }
    return section(.nation) { page in
      page.raw(table("nation-table", .nationCaption, rows, isNation: true))
      page.raw(FigurePart.html(nationFigures, words: words))
    }
  }

  var regions: PageSection? {
    let rows = shared.regional.filter { row in
      row.slice.part == nil && !row.targets.isEmpty
        && row.series.contains { $0.point.basis == .stated }
    }
    guard !rows.isEmpty else { return nil }
    return section(.regions) { page in
      page.raw(table("regions-table", .regionsCaption, rows, isNation: false))
    }
  }

  private func table(
    _ id: String, _ caption: OverviewPhrase, _ rows: [Assessment], isNation: Bool
  ) -> String {
    let unit = isNation ? "kt/\(words(OverviewPhrase.perYear))" : words(PagePhrase.tonnes)
    var table = TableMarkup(
      id: id, caption: words(caption), isCaptionHidden: true,
      classes: isNation ? "sortable" : "sortable filterable",
      (isNation ? [] : [.init(words(PagePhrase.place))]) + [
        .init(words(AreaPhrase.sectorCompound)), .init(words(OverviewPhrase.boundary)),
        .number(words(OverviewPhrase.baseline), unit: unit),
        .number(words(OverviewPhrase.latest), unit: unit),
        .number(words(OverviewPhrase.reached), unit: words(PagePhrase.points)),
        .init(words(OverviewPhrase.verdicts)),
        .number(words(OverviewPhrase.gap), unit: unit),
        .number(words(PagePhrase.probability)),
      ])
    func shown(_ rate: EmissionRate?) -> String {
      words.number(isNation ? rate?.kilotonnesPerYear : rate?.tonnesPerYear)
    }
    for row in rows {
      let latest = row.series.first { $0.point.year == row.verdicts.last?.assessedYear }
      let gap = row.remainingGap.last?.low.emission
      var subject = "\(narrator.slice(row.slice)) \(narrator.pollutant(row.pollutant))"
      if row.isShadow { subject += " (\(words(AreaPhrase.shadow)))" }
      var cells: [TableMarkup.Cell] = []
      if !isNation { cells.append(.head(narrator.name(row.territory))) }
      cells += [
        isNation ? .head(subject) : .text(subject),
        .markup(BasisPart.code(row.boundary.rawValue), row.boundary.rawValue),
        .number(shown(row.baseline?.emission), row.baseline?.emission.kilogramsPerYear),
        .number(
          latest.map { "\(shown($0.point.emission)) (\($0.point.year))" } ?? Words.missing,
          latest?.point.emission?.kilogramsPerYear),
        .number(words.number(latest?.reduction?.points), latest?.reduction?.value),
        .markup(statuses(row), row.verdicts.last.map { narrator.status($0.status) } ?? ""),
        .number(shown(gap), gap?.kilogramsPerYear),
        .number(
          words.probability(row.verdicts.last?.probability), row.verdicts.last?.probability),
      ]
      table.row(cells)
    }
    return table.html
  }
}
