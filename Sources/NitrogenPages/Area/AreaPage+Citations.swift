// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// The lines of policy that the figures of the page rest on.
  var citations: PageSection? {
    let keys = Set(rows.flatMap(\.policyKeys)).sorted()
    guard !keys.isEmpty else { return nil }
    var table = TableMarkup(
      id: "citations-table", caption: words(AreaPhrase.citationsCaption), isCaptionHidden: true,
      classes: "sortable filterable",
      [
        .init(words(AreaPhrase.says)), .init(words(AreaPhrase.value)),
        .init(words(AreaPhrase.document)), .init(words(AreaPhrase.line)),
        .init(words(AreaPhrase.record)),
      ])
    for key in keys {
      let entry = result.policy[key]
      let reference = entry?.record.reference
      let note = entry.flatMap { narrator.said(noteOf: $0.record) }.map {
        "<br /><small class=\"muted\">\(Markup.said($0, in: words.language))</small>"
      }
      let meaning = narrator.said(meaningOf: key) ?? Said(key.rawValue, in: words.language)
      table.row([
        .headMarkup(Markup.said(meaning, in: words.language) + (note ?? ""), meaning.text),
        .text(entry.map { narrator.value(of: $0.record) } ?? Words.missing),
        .text(
          reference.map { $0.chapter.isEmpty ? $0.document : "\($0.document), \($0.chapter)" }
            ?? Words.missing),
        .text(reference.flatMap(lines) ?? Words.missing),
        .markup(BasisPart.code(entry?.citation ?? key.rawValue), key.rawValue),
      ])
    }
    return section(.citations, intro: .citationsIntro, [], none: .citationsIntro, more: table.html)
  }

  private func lines(_ reference: PolicyReference) -> String? {
    guard let first = reference.firstLine else { return nil }
    guard let last = reference.lastLine, last != first else {
      return words(AreaPhrase.lineNumber, ["n": .text(String(first))])
    }
    return words(AreaPhrase.lineNumber, ["n": .text("\(first)–\(last)")])
  }
}
