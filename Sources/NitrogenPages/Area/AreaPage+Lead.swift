// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// Name, verdict in a sentence, facts and statuses.
  func lead(summary: String) -> String {
    Markup.make { page in
      page.element("h1", ["data-running": running], text: "\(area) \(name)")
      page.element("p", ["class": "summary"], text: summary)
      page.raw(basisPart.notice)
      facts(&page)
      cards(&page)
    }
  }

  /// What stands above every page in print.
  private var running: String {
    "\(area) \(name)" + (releases.isEmpty ? "" : " · " + words.list(releases))
  }

  private var releases: [String] {
    Set(main.flatMap { $0.series.map(\.point.vintage.rawValue) }).sorted()
  }

  private func facts(_ page: inout Markup) {
    let entry = result.reference.catalogue[area]
    var facts: [(AreaPhrase, String)] = []
    if let provinces = entry?.provinces, !provinces.isEmpty {
      facts.append((.provinces, words.list(provinces)))
    }
    if let surface = entry?.surface {
      facts.append((.surface, words.number(surface, decimals: 0) + " ha"))
    }
    if let sensitive = entry?.nitrogenSensitive {
      facts.append((.sensitive, words(sensitive ? AreaPhrase.yes : .no)))
    }
    if !releases.isEmpty { facts.append((.releases, words.list(releases))) }
    let years = Set(main.flatMap { $0.verdicts.compactMap(\.assessedYear) })
    if !years.isEmpty {
      facts.append((.assessedYear, words.list(years.sorted().map { String($0) })))
    }
    facts.append(
      (.policyDate, CalendarDay(text: result.policy.date).map(words.date) ?? result.policy.date))
    page.element("dl", ["class": "facts"]) { page in
      for (name, value) in facts {
        page.element("div") { page in
          page.element("dt", text: words(name))
          page.element("dd", text: value)
        }
      }
    }
  }

  /// A card a sector and compound, with a status a target.
  private func cards(_ page: inout Markup) {
    let aimed = main.filter { !$0.targets.isEmpty }
    let rows = aimed.isEmpty ? main : aimed
    guard !rows.isEmpty else { return }
    page.element("ul", ["class": "cards"]) { page in
      for row in rows {
        page.element("li") { page in
          page.element("p", ["class": "name"], text: subject(row))
          let remarks = row.verdicts.map { self.remarks($0, of: row) }
          let isShared = Set(remarks).count == 1
          page.element("ul") { page in
            for (verdict, remark) in zip(row.verdicts, remarks) {
              page.element("li") { page in
                if let target = verdict.target {
                  page.element("span", ["class": "year"], text: String(target))
                }
                page.raw(mark(verdict, of: row))
                if !isShared { small(remark, &page) }
              }
            }
          }
          if isShared { small(remarks[0], &page) }
        }
      }
    }
  }

  private func small(_ text: String, _ page: inout Markup) {
    if !text.isEmpty { page.element("small", ["class": "muted"], text: text) }
  }

  /// What stands beside a status on its card.
  private func remarks(_ verdict: Verdict, of row: Assessment) -> String {
    var remarks: [String] = []
    if verdict.isInherited { remarks.append(words(AreaPhrase.inherited)) }
    if verdict.isProvisional { remarks.append(words(AreaPhrase.provisional)) }
    if row.isShadow { remarks.append(words(AreaPhrase.shadow)) }
    if let chance = verdict.probability {
      remarks.append(words(AreaPhrase.chance, ["p": .text(words.probability(chance))]))
    }
    return remarks.joined(separator: ", ")
  }

  /// The status of a verdict as shape, colour and word.
  func mark(_ verdict: Verdict, of row: Assessment, remark: String? = nil) -> String {
    StatusMark.html(
      verdict.status, word: narrator.status(verdict.status), isInherited: verdict.isInherited,
      remark: remark)
  }
}
