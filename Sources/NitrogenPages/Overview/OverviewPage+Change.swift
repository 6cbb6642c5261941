// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension OverviewPage {
  /// What changed since the round before.
  var change: PageSection {
    guard let context = shared.content.round else { return none(.change, .noRound) }
    return section(.change) { page in
      let values: [String: Words.Value] = [
        "round": .text(context.round.name), "day": .text(words.date(context.round.date)),
      ]
      guard let change = context.change else {
        page.element("p", text: words(OverviewPhrase.firstRound, values))
        if !context.round.flags.isEmpty { page.raw(flagTable(context.round.flags)) }
        return
      }
      page.element("p", text: words(OverviewPhrase.changeIntro, values))
      verdicts(change, &page)
      if !change.flags.isEmpty { page.raw(flagTable(change.flags)) }
    }
  }

  private func flagTable(_ flags: [FlagState]) -> String {
    FlagTable(flags, id: "flags-table", narrator: narrator, words: words).html
  }

  private func verdicts(_ change: RoundChange, _ page: inout Markup) {
    let own = change.verdicts.filter(\.isOwn)
    guard !own.isEmpty else {
      page.element("p", text: words(OverviewPhrase.noChange))
      return
    }
    var table = TableMarkup(
      id: "changes-table", caption: words(OverviewPhrase.changedVerdicts),
      [
        .init(words(PagePhrase.place)), .init(words(AreaPhrase.sectorCompound)),
        .number(words(PagePhrase.target)), .init(words(OverviewPhrase.before)),
        .init(words(OverviewPhrase.after)),
      ])
    for verdict in own {
      let series = verdict.key.series
      table.row([
        .head(narrator.name(series.territory)),
        .text("\(narrator.slice(series.slice)) \(narrator.pollutant(series.pollutant))"),
        .number(String(verdict.key.target), Double(verdict.key.target)),
        .markup(mark(verdict.old), verdict.old?.rawValue ?? ""),
        .markup(mark(verdict.new), verdict.new?.rawValue ?? ""),
      ])
    }
    page.raw(table.html)
  }

  private func mark(_ status: Status?) -> String {
    status.map { StatusMark.html($0, word: narrator.status($0)) } ?? Words.missing
  }

  /// The pages of areas, and the files with the same results.
  var links: PageSection {
    section(.pages) { page in
      page.element("p", text: words(OverviewPhrase.pagesIntro))
      page.element("h3", text: words(OverviewPhrase.pageList))
      page.element("ul", ["class": "columns"]) { page in
        for area in shared.content.areas.sorted() {
          page.element("li") { page in
            page.element(
              "a", ["href": Pages.fileName(of: area)],
              text: "\(area) \(narrator.name(.area(area)))")
          }
        }
      }
      guard !shared.content.files.isEmpty else { return }
      page.element("h3", text: words(OverviewPhrase.fileList))
      page.element("ul", ["class": "files"]) { page in
        for file in shared.content.files {
          page.element("li") { page in
            page.element("a", ["href": Self.link(file.name)], text: file.title)
            let size = file.bytes.map { bytes in
              words(OverviewPhrase.size, ["n": .text(words.count(max(1, (bytes + 512) / 1024)))])
            }
            page.element(
              "small", ["class": "muted"],
              text: " " + [file.name, size].compactMap { $0 }.joined(separator: ", "))
          }
        }
      }
    }
  }

  /// A path as a link: what means something in an address is written by its number.
  private static func link(_ path: String) -> String {
    var link = path.hasPrefix("/") ? "" : "./"
    let digits = Array("0123456789ABCDEF")
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "~"):
        link.unicodeScalars.append(Unicode.Scalar(byte))
      default: link += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return link
  }
}
