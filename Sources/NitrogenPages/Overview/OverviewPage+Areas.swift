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

  /// Series that one figure holds at most, so that it fits on a printed page.
  private static let mostMultiples = 12

  var multiplesFigures: [Figure] {
    CorridorFigure.multiples(
      name: "multiples-agriculture-nh3", title: words(OverviewPhrase.multiplesTitle),
      compared.filter { shared.paged.contains($0.area) }.map(\.row), most: Self.mostMultiples,
      narrator: narrator)
  }

  var map: PageSection {
    guard let figure = mapFigure else { return none(.map, .noMap) }
    return section(.map) { page in
      page.raw(FigurePart(figure: figure, words: words).html)
    }
  }

  var multiples: PageSection {
    let figures = multiplesFigures
    guard !figures.isEmpty else { return none(.multiples, .noMultiples) }
    return section(.multiples) { page in
      page.raw(FigurePart.html(figures, words: words))
    }
  }

  /// The areas by priority, or in the order of the report where there is no ranking.
  var ranking: PageSection {
    guard !shared.content.areas.isEmpty else { return none(.ranking, .noAreas) }
    return section(.ranking) { page in
      page.element("p", text: words(OverviewPhrase.rankingIntro))
      let ranking = shared.content.ranking
      if !ranking.shared.isEmpty {
        let what = ranking.shared.map {
          "\(narrator.pollutant($0.1)) \(narrator.slice($0.0))"
        }
        page.element("p", text: words(OverviewPhrase.shareIntro, ["what": .text(words.list(what))]))
      }
      page.raw(rankingTable.html)
    }
  }

  private var rankingTable: TableMarkup {
    let rows = Dictionary(
      compared.map { ($0.area, $0.row) }, uniquingKeysWith: { first, _ in first })
    let hasReasons = shared.content.ranking.entries.contains { $0.priorityName != nil }
    var table = TableMarkup(
      id: "ranking-table", caption: words(OverviewPhrase.rankingCaption), isCaptionHidden: true,
      classes: "sortable filterable",
      [
        .number(words(OverviewPhrase.rank)), .init(words(PagePhrase.area)),
        .init(words(OverviewPhrase.provinces)), .init(words(OverviewPhrase.verdict)),
        .number(words(OverviewPhrase.gap), unit: words(OverviewPhrase.tonnesNitrogen)),
        .number(words(OverviewPhrase.shareNear), unit: "%"),
        .number(words(PagePhrase.probability)),
      ] + (hasReasons ? [.init(words(OverviewPhrase.why))] : []))
    for entry in shared.content.ranking.entries {
      let area = entry.area
      let row = rows[area]
      let name = "\(area) \(narrator.name(.area(area)))"
      let link =
        shared.paged.contains(area)
        ? "<a href=\"\(Pages.fileName(of: area))\">\(Markup.escaped(name))</a>"
        : Markup.escaped(name)
      let chance = row?.verdicts.last?.probability
      let gap = entry.gap?.kilogramsPerYear
      var cells: [TableMarkup.Cell] = [
        .number(entry.place.map(words.count) ?? Words.missing, entry.place.map(Double.init)),
        .headMarkup(link, name), .text(words.list(result.provinces(of: .area(area)))),
        .markup(statuses(row), row?.verdicts.last.map { Self.order($0.status) } ?? "9"),
        .number(words.number(gap.map { $0 / 1000 }) + (entry.unknown.isEmpty ? "" : " +"), gap),
        .number(words.number(entry.share?.points), entry.share?.value),
        .number(words.probability(chance), chance),
      ]
      if hasReasons {
        cells.append(
          .text(
            entry.priorityName.map { words(OverviewPhrase.named, ["name": .text($0)]) } ?? ""))
      }
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
