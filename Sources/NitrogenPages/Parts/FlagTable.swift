// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenWords

/// Flags of monitoring rounds with their life.
struct FlagTable {
  let html: String

  init(_ flags: [FlagState], id: String, narrator: Narrator, words: Words) {
    var table = TableMarkup(
      id: id, caption: words(FlagPhrase.caption),
      [
        .init(words(PagePhrase.place)), .init(words(FlagPhrase.subject)),
        .number(words(PagePhrase.target)), .init(words(PagePhrase.status)),
        .init(words(FlagPhrase.life)), .number(words(FlagPhrase.rounds)),
        .init(words(FlagPhrase.since)), .init(words(FlagPhrase.alarm)),
      ])
    for flag in flags {
      let series = flag.key.series
      table.row([
        .head(narrator.name(series.territory)),
        .text("\(narrator.slice(series.slice)) \(narrator.pollutant(series.pollutant))"),
        .number(String(flag.key.target), Double(flag.key.target)),
        .markup(
          flag.status.map { StatusMark.html($0, word: narrator.status($0)) }
            ?? Markup.escaped(words(FlagPhrase.gone)), flag.status?.rawValue ?? ""),
        .text(words(Self.phrase(flag.life))),
        .number(words.count(flag.rounds), Double(flag.rounds)),
        .text(flag.since), .text(flag.isAlarm ? words(FlagPhrase.isAlarm) : ""),
      ])
    }
    html = table.html
  }

  private static func phrase(_ life: FlagLife) -> FlagPhrase {
    switch life {
    case .new: .new
    case .persistent: .persistent
    case .resolved: .resolved
    case .suspended: .suspended
    }
  }
}
