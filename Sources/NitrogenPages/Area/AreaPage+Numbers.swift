// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// Every emission of the area and its rings: for the screen a line a year with all there is to know of
  /// it, for paper the years as columns.
  var numbers: PageSection {
    guard !rows.isEmpty else { return section(.numbers, [], none: .noNumbers) }
    var notes = NumberNotes()
    let table = numberTable(&notes)
    let rules = notes.rules.enumerated().map { index, rule in
      "<li id=\"rule-\(index + 1)\" value=\"\(index + 1)\" lang=\"en\">\(Markup.escaped(rule))</li>"
    }
    return section(
      .numbers,
      Markup.make { page in
        page.element("p", text: words(AreaPhrase.numbersIntro))
        if rows.contains(where: { $0.series.contains(where: \.point.isWithheld) }) {
          page.element("p", text: words(AreaPhrase.withheldNote))
        }
        page.element("div", ["class": "screen"]) { $0.raw(table.html) }
        page.element("div", ["class": "print"]) { $0.raw(printTable) }
        if !rules.isEmpty {
          page.element("h3", text: words(AreaPhrase.rules))
          page.element("ol", ["class": "code"]) { $0.raw(rules.joined()) }
        }
        guard !notes.files.isEmpty else { return }
        page.element("h3", text: words(AreaPhrase.rowFiles))
        page.element("ul") { page in
          for (index, file) in notes.files.enumerated() {
            page.element("li") { page in
              page.element("strong", text: NumberNotes.letter(index))
              page.text(" ")
              page.element("code", text: file)
            }
          }
        }
      })
  }

  private func numberTable(_ notes: inout NumberNotes) -> TableMarkup {
    var table = TableMarkup(
      id: "numbers-table", caption: words(AreaPhrase.numbersCaption), isCaptionHidden: true,
      classes: "sortable filterable numbers",
      [
        .init(words(PagePhrase.place)), .init(words(AreaPhrase.sectorCompound)),
        .number(words(PagePhrase.year)),
        .number(words(AreaPhrase.emission), unit: words(PagePhrase.kilograms)),
        .number(words(AreaPhrase.reduction), unit: words(PagePhrase.points)),
        .init(words(PagePhrase.provenance)), .init(words(PagePhrase.rule)),
        .init(words(PagePhrase.release)), .init(words(AreaPhrase.fileLine)),
      ])
    for row in rows {
      let place = place(row)
      let subject = subject(row)
      for year in row.series {
        let point = year.point
        var known = narrator.provenance(point.provenance)
        if point.provisional { known += ", \(words(AreaPhrase.provisional))" }
        if !point.missing.isEmpty {
          known +=
            ", \(words(AreaPhrase.incomplete)): \(point.missing.map(narrator.cell).joined(separator: ", "))"
        }
        let rule = point.provenance.rule.map { notes.number(ofRule: $0) }
        table.row([
          .head(place), .text(subject), .number(String(point.year), Double(point.year)),
          .number(
            point.isWithheld
              ? words(PagePhrase.withheld) : words.number(point.emission?.kilogramsPerYear),
            point.emission?.kilogramsPerYear),
          .number(words.number(year.reduction?.points), year.reduction?.value),
          .text(known),
          .markup(
            rule.map { "<a href=\"#rule-\($0)\">\($0)</a>" } ?? Words.missing, "\(rule ?? 0)"),
          .text(point.vintage.rawValue),
          .text(notes.places(of: point.rows)),
        ])
      }
    }
    return table
  }

  /// The area as a whole, or a ring.
  private func place(_ row: Assessment) -> String {
    row.territory.ring.map { narrator.ring($0) } ?? words(AreaPhrase.whole)
  }

  /// Rows that the table for paper has at most.
  private static let mostPrinted = 400

  private var printTable: String {
    let years = Set(rows.flatMap { $0.series.map(\.point.year) }).sorted().suffix(10)
    var table = TableMarkup(
      id: "numbers-print", caption: words(AreaPhrase.numbersPrint), classes: "",
      [.init(words(PagePhrase.place)), .init(words(AreaPhrase.sectorCompound))]
        + years.map { .number(String($0)) })
    for row in rows.prefix(Self.mostPrinted) {
      table.row(
        [.head(place(row)), .text(subject(row))]
          + years.map { year in
            let point = row.series.first { $0.point.year == year }?.point
            let mark =
              switch point?.provenance {
              case .derived: "*"
              case .assumed: "†"
              default: ""
              }
            let rate = point?.emission
            if point?.isWithheld == true { return .number(words(PagePhrase.withheld), nil) }
            return .number(tonnes(rate) + (rate == nil ? "" : mark), nil)
          })
    }
    return table.html
      + Markup.make { $0.element("p", ["class": "muted"], text: words(AreaPhrase.printMarks)) }
  }
}

/// Rules and files that a table names by number and letter, so that none stands in it twice.
struct NumberNotes {
  private(set) var rules: [String] = []
  private(set) var files: [String] = []
  private var ruleNumbers: [String: Int] = [:]
  private var fileLetters: [String: String] = [:]

  /// The number of a rule, from 1 in the order they come.
  mutating func number(ofRule rule: String) -> Int {
    if let number = ruleNumbers[rule] { return number }
    rules.append(rule)
    ruleNumbers[rule] = rules.count
    return rules.count
  }

  /// Rows by the letter of their file and their line: `a:12, a:13`.
  mutating func places(of rows: [RowReference]) -> String {
    rows.map { row in
      let letter =
        fileLetters[row.file]
        ?? {
          let letter = Self.letter(files.count)
          files.append(row.file)
          fileLetters[row.file] = letter
          return letter
        }()
      return "\(letter):\(row.line)"
    }.joined(separator: ", ")
  }

  /// `a`, `b`, ... `z`, `a2`, ...
  static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let letter = String(letters[index % letters.count])
    return index < letters.count ? letter : letter + String(index / letters.count + 1)
  }
}
