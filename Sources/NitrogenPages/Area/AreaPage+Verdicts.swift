// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// The verdicts one by one with their figures, and below them why.
  var verdicts: PageSection {
    guard !main.isEmpty else {
      return section(
        .verdicts, Markup.make { $0.element("p", text: words(AreaPhrase.noVerdicts)) })
    }
    var table = TableMarkup(
      id: "verdicts-table", caption: words(AreaPhrase.verdictsCaption), isCaptionHidden: true,
      [
        .init(words(AreaPhrase.sectorCompound)), .number(words(PagePhrase.target)),
        .init(words(PagePhrase.status)), .init(words(AreaPhrase.binding)),
        .number(words(AreaPhrase.asked), unit: words(PagePhrase.points)),
        .number(words(AreaPhrase.reached), unit: words(PagePhrase.points)),
        .number(words(PagePhrase.probability)),
      ])
    for row in main {
      for verdict in row.verdicts { add(verdict, of: row, to: &table) }
    }
    return section(
      .verdicts,
      Markup.make { page in
        page.element("p", text: words(AreaPhrase.verdictsIntro))
        page.raw(table.html)
        page.element("h3", text: words(PagePhrase.reasons))
        page.element("dl", ["class": "reasons"]) { page in
          for row in main { add(reasonsOf: row, to: &page) }
        }
      })
  }

  private func add(_ verdict: Verdict, of row: Assessment, to table: inout TableMarkup) {
    let target = row.targets.first { $0.year == verdict.target }
    let reached = row.series.first { $0.point.year == verdict.assessedYear }
    table.row([
      .head(subject(row)),
      .number(
        verdict.target.map { String($0) } ?? Words.missing, verdict.target.map { Double($0) }),
      .markup(mark(verdict, of: row), narrator.status(verdict.status)),
      .text(target.map { narrator.kind($0.kind) } ?? Words.missing),
      .number(target.map { words.band($0.band) } ?? Words.missing, target?.band.low.value),
      .number(
        reached?.reduction.map { "\(words.percent($0)) (\(reached?.point.year ?? 0))" }
          ?? Words.missing, reached?.reduction?.value),
      .number(words.probability(verdict.probability), verdict.probability),
    ])
  }

  /// What a series is, with its verdicts beside the reasons for them.
  private func add(reasonsOf row: Assessment, to page: inout Markup) {
    page.element("div") { page in
      page.element("dt") { page in
        page.element("span", text: subject(row))
        for verdict in row.verdicts {
          page.raw(" " + mark(verdict, of: row, remark: verdict.target.map { String($0) }))
        }
      }
      page.element("dd") { page in
        page.element("ul") { page in
          for reason in reasons(of: row) { page.element("li") { $0.raw(reason) } }
        }
      }
    }
  }

  /// The reasons of all verdicts of a series, each once; with its year where not all verdicts share it.
  private func reasons(of row: Assessment) -> [String] {
    var order: [String] = []
    var years: [String: [Int]] = [:]
    for verdict in row.verdicts {
      for reason in verdict.reasons {
        let sentence = Markup.said(narrator.said(reason), in: words.language)
        if years[sentence] == nil { order.append(sentence) }
        years[sentence, default: []] += verdict.target.map { [$0] } ?? []
      }
    }
    return order.map { sentence in
      let own = years[sentence] ?? []
      if own.isEmpty || own.count == row.verdicts.count { return sentence }
      return Markup.escaped(words.list(own.map { String($0) })) + ": " + sentence
    }
  }
}
