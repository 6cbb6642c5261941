// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// What flags now, and how flags lived over monitoring rounds.
  var flags: PageSection {
    let raised = result.findings.filter(\.isFlag)
    let life = shared.flags[area] ?? []
    return section(
      .flags,
      Markup.make { page in
        if raised.isEmpty {
          page.element("p", text: words(AreaPhrase.noFlags))
        } else {
          page.element("ul") { page in
            for finding in raised { item(finding, &page) }
          }
        }
        guard let round = shared.content.round?.round else {
          page.element("p", ["class": "none"], text: words(AreaPhrase.noRounds))
          return
        }
        page.element("h3", text: words(AreaPhrase.life))
        page.element(
          "p",
          text: words(
            AreaPhrase.lifeIntro,
            ["round": .text(round.name), "day": .text(words.date(round.date))]
          ))
        if life.isEmpty {
          page.element("p", ["class": "none"], text: words(AreaPhrase.noLife))
        } else {
          page.raw(
            FlagTable(life, id: "flags-table", narrator: narrator, words: words).html)
        }
      })
  }

  /// A flag: what it is about, and why it is raised.
  private func item(_ finding: Finding, _ page: inout Markup) {
    let place = finding.territory.map(narrator.name)
    let subject = finding.slice.map { slice in
      ([narrator.slice(slice)] + (finding.pollutant.map { [narrator.pollutant($0)] } ?? []))
        .joined(separator: " ")
    }
    let about = [place, subject, finding.target.map(String.init)].compactMap { $0 }
    page.element("li") { page in
      if !about.isEmpty { page.element("strong", text: about.joined(separator: ", ") + ": ") }
      page.text(narrator.finding(finding))
    }
  }

  /// What the text attaches to a miss, and whether it is in play.
  var consequences: PageSection {
    var table = TableMarkup(
      id: "consequences-table", caption: words(AreaPhrase.consequencesCaption),
      isCaptionHidden: true,
      [
        .init(words(PagePhrase.sector)), .number(words(PagePhrase.target)),
        .init(words(AreaPhrase.consequence)), .init(words(AreaPhrase.inPlay)),
        .init(words(AreaPhrase.record)),
      ])
    var seen: Set<PolicyKey> = []
    for row in main where !row.isShadow {
      for target in row.targets {
        let key = PolicyKey.consequence(row.slice.sector, target.year)
        guard seen.insert(key).inserted else { continue }
        let entry = result.policy[key]
        let attached = entry.flatMap { entry in
          result.policy.text(key).map { Consequence(entry: entry, name: $0) }
        }
        let own = row.verdict(for: target.year)?.consequence
        table.row([
          .head(narrator.slice(row.slice)), .number(String(target.year), Double(target.year)),
          .text(
            (own ?? attached).map { narrator.consequence($0) } ?? words(AreaPhrase.textIsSilent)),
          .text(words(Self.play(row.verdict(for: target.year)))),
          .markup(BasisPart.code(entry?.citation ?? key.rawValue), key.rawValue),
        ])
      }
    }
    return section(
      .consequences, intro: .consequencesIntro, [], none: .noConsequences,
      more: table.rowCount == 0 ? "" : table.html)
  }

  private static func play(_ verdict: Verdict?) -> AreaPhrase {
    guard let verdict, verdict.consequence != nil else { return .no }
    return verdict.status == .missed ? .yes : .looms
  }
}
