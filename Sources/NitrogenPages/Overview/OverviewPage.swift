// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenWords

/// The page of nation, provinces and all areas.
struct OverviewPage {
  let shared: PageShared
  let narrator: Narrator
  /// The series by which areas are compared: agriculture, ammonia, the area as a whole.
  let compared: [(area: AreaCode, row: Assessment)]

  init(_ shared: PageShared) {
    self.shared = shared
    narrator = shared.narrator
    compared = shared.content.ranking.entries.map(\.area).compactMap { area in
      shared.byArea[area]?.first { row in
        row.territory == .area(area) && row.slice == SectorSlice(.agriculture)
          && row.pollutant == .nh3 && !row.isShadow
      }.map { (area, $0) }
    }
  }

  var words: Words { shared.words }
  var result: AssessmentResult { narrator.result }

  var html: String {
    let title = words(OverviewPhrase.title)
    let summary = self.summary
    return PageFrame(
      shared: shared, title: "\(title) · \(words(PagePhrase.brand))", description: summary,
      home: nil, file: Pages.overviewName, lead: lead(title, summary),
      sections: PageSection.folded(
        [
          basis, map, ranking, multiples, nation, regions, closure, change, links, manifest,
        ].compactMap { $0 },
        before: Markup.anchor(OverviewPhrase.pages.rawValue), title: words(PagePhrase.absent))
    ).html
  }

  /// All figures of the page, in its order.
  var figures: [Figure] {
    [mapFigure].compactMap { $0 } + multiplesFigures + nationFigures
  }

  /// A section with what is written in it.
  func section(_ title: OverviewPhrase, _ body: (inout Markup) -> Void) -> PageSection {
    PageSection(
      anchor: Markup.anchor(title.rawValue), title: words(title), body: Markup.make(body))
  }

  /// A section that holds nothing, and why.
  func none(_ title: OverviewPhrase, _ why: OverviewPhrase) -> PageSection {
    .absent(Markup.anchor(title.rawValue), words(title), words(why))
  }

  private var basisPart: BasisPart {
    BasisPart(
      narrator: narrator, rows: result.assessments,
      findings: result.findings.filter { $0.territory?.area == nil })
  }

  private var basis: PageSection { basisPart.section }

  private var manifest: PageSection {
    PageSection(anchor: "manifest", title: words(ManifestPhrase.title), body: shared.manifest)
  }

  // MARK: - Lead

  /// How many areas stand how at the last target of agriculture.
  private var summary: String {
    var counts: [Status: Int] = [:]
    for (_, row) in compared { counts[row.verdicts.last?.status ?? .undetermined, default: 0] += 1 }
    let list = Status.allCases.compactMap { status -> String? in
      counts[status].map {
        words(
          OverviewPhrase.statusCount,
          ["n": .text(words.count($0)), "status": .text(narrator.status(status))])
      }
    }
    let sentence =
      list.isEmpty ? "" : words(OverviewPhrase.agriculture, ["list": .text(words.list(list))])
    return words(
      OverviewPhrase.summary,
      [
        "n": .count(shared.content.ranking.entries.count), "counts": .text(sentence),
        "pages": .count(shared.content.areas.count),
      ])
  }

  private func lead(_ title: String, _ summary: String) -> String {
    let releases = Set(result.assessments.flatMap { $0.series.map(\.point.vintage.rawValue) })
    let day = CalendarDay(text: result.policy.date).map(words.date) ?? result.policy.date
    let facts: [(OverviewPhrase, String)] = [
      (.areasFact, words.count(shared.content.ranking.entries.count)),
      (.datasets, words.count(result.datasets.count)),
      (.releases, words.list(releases.sorted())), (.policyDate, day),
      (.flagsFact, words.count(result.findings.count(where: \.isFlag))),
    ]
    return Markup.make { page in
      page.element("h1", ["data-running": title], text: title)
      page.element("p", ["class": "summary"], text: summary)
      page.raw(basisPart.notice)
      page.element("dl", ["class": "facts"]) { page in
        for (name, value) in facts where !value.isEmpty {
          page.element("div") { page in
            page.element("dt", text: words(name))
            page.element("dd", text: value)
          }
        }
      }
    }
  }
}
