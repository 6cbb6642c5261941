// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenWords

extension OverviewPage {
  var mapFigure: Figure? {
    NationalMap.make(
      outlines: shared.content.outlines, narrator: narrator,
      page: { shared.paged.contains($0) ? Pages.fileName(of: $0) : nil })
  }

  var multiplesFigure: Figure? {
    CorridorFigure.multiples(
      name: "multiples-agriculture-nh3", title: words(OverviewPhrase.multiplesTitle),
      compared.map(\.row), narrator: narrator)
  }

  var map: PageSection {
    section(.map) { page in
      guard let figure = mapFigure else { return none(.noMap, &page) }
      page.raw(FigurePart(figure: figure, words: words).html)
    }
  }

  var multiples: PageSection {
    section(.multiples) { page in
      guard let figure = multiplesFigure else { return none(.noMultiples, &page) }
      page.raw(FigurePart(figure: figure, words: words).html)
    }
  }

  /// The areas by priority, or in the order of the report where there is no ranking.
  var ranking: PageSection {
    section(.ranking) { page in
      guard !shared.content.areas.isEmpty else { return none(.noAreas, &page) }
      page.element("p", text: words(OverviewPhrase.rankingIntro))
      page.raw(rankingTable.html)
    }
  }

  private var rankingTable: TableMarkup {
    let ranks = Dictionary(
      shared.content.ranking.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(compared.map { ($0.area, $0.row) }, uniquingKeysWith: { first, _ in first })
    let hasReasons = shared.content.ranking.contains { $0.why != nil }
    var table = TableMarkup(
      id: "ranking-table", caption: words(OverviewPhrase.rankingCaption), isCaptionHidden: true,
      classes: "sortable filterable",
      (ranks.isEmpty ? [] : [.number(words(OverviewPhrase.rank))]) + [
        .init(words(PagePhrase.area)), .init(words(OverviewPhrase.provinces)),
        .init(words(OverviewPhrase.verdict)),
        .number(words(OverviewPhrase.gap), unit: words(PagePhrase.tonnes)),
        .number(words(OverviewPhrase.shareNear), unit: "%"),
        .number(words(PagePhrase.probability)),
      ] + (hasReasons ? [.init(words(OverviewPhrase.why))] : []))
    let places = shared.content.ranking.map(\.area)
    let order = places + shared.content.areas.filter { ranks[$0] == nil }
    for area in order {
      let ranked = ranks[area]
      let row = rows[area]
      let gap = ranked?.gap ?? row?.remainingGap.last?.low.emission
      let name = "\(area) \(narrator.name(.area(area)))"
      let link =
        shared.paged.contains(area)
        ? "<a href=\"\(Pages.fileName(of: area))\">\(Markup.escaped(name))</a>"
        : Markup.escaped(name)
      let chance = row?.verdicts.last?.probability
      var cells: [TableMarkup.Cell] = []
      if !ranks.isEmpty {
        cells.append(
          .number(ranked.map { words.count($0.rank) } ?? Words.missing, ranked.map { Double($0.rank) }))
      }
      cells += [
        .headMarkup(link, name), .text(words.list(result.provinces(of: .area(area)))),
        .markup(statuses(row), row?.verdicts.last.map { Self.order($0.status) } ?? "9"),
        .number(words.number(gap?.tonnesPerYear), gap?.kilogramsPerYear),
        .number(words.number(ranked?.shareNear?.points), ranked?.shareNear?.value),
        .number(words.probability(chance), chance),
      ]
      if hasReasons { cells.append(.text(ranked?.why ?? "")) }
      table.row(cells)
    }
    return table
  }

  /// The place of a status when a column is sorted: the worst first.
  private static func order(_ status: Status) -> String {
    String(Status.allCases.reversed().firstIndex(of: status) ?? 9)
  }

  /// The verdicts of a series with their target years.
  func statuses(_ row: Assessment?) -> String {
    guard let row, !row.verdicts.isEmpty else { return Words.missing }
    return row.verdicts.map { verdict in
      StatusMark.html(
        verdict.status, word: narrator.status(verdict.status), isInherited: verdict.isInherited,
        remark: verdict.target.map { String($0) })
    }.joined(separator: "<br />")
  }
}
