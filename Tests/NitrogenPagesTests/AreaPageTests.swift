// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenPages
import NitrogenWords
import Testing

/// What the page of an area says.
@Suite struct AreaPageTests {
  private static let veluwe = AreaCode(rawValue: 57)

  /// The rows of a table of a page, each as the texts of its cells.
  private func rows(of table: String, in html: String) -> [[String]] {
    guard let start = html.firstRange(of: "<table id=\"\(table)\""),
      let end = html[start.upperBound...].firstRange(of: "</table>")
    else { return [] }
    return html[start.upperBound..<end.lowerBound].split(separator: "<tr").dropFirst(2).map { row in
      row.split(separator: "</t").dropLast(2).map { cell in
        var text = ""
        var isTag = false
        for character in cell.drop(while: { $0 != "<" }) {
          if character == "<" { isTag = true }
          if !isTag { text.append(character) }
          if character == ">" { isTag = false }
        }
        return text
      }
    }
  }

  // Fixtures/made/missed/README.md: 800 of 1,000 kg in 2030 is 20 %; 600 kg in 2035 is 40 %.
  @Test func figuresAreThoseOfTheDataset() throws {
    let html = Pages(try SamplePages.content("made/missed/input"), language: .dutch)
      .area(Self.veluwe)
    let numbers = rows(of: "numbers-table", in: html).filter { $0.first == "hele gebied" }
    let in2030 = try #require(numbers.first { $0[2] == "2030" })
    #expect(in2030[1] == "landbouw NH₃")
    #expect(in2030[3...4] == ["800,0", "20,0"])
    let in2035 = try #require(numbers.first { $0[2] == "2035" })
    #expect(in2035[3...4] == ["600,0", "40,0"])
    let verdicts = rows(of: "verdicts-table", in: html)
    #expect(verdicts.contains { $0[0] == "landbouw NH₃" && $0[1] == "2035" && $0[2] == "gemist" })
  }

  // 1,000 (1 - 0.42) = 580 kg; 600 - 580 = 20 kg is 2.0 % of the baseline; 600 - 540 = 60 is 6.0 %.
  @Test func whatIsLeftToDoIsWorkedOutByHand() throws {
    let html = Pages(try SamplePages.content("made/missed/input"), language: .english)
      .area(Self.veluwe)
    let gaps = rows(of: "gaps-table", in: html)
    let last = try #require(gaps.first { $0[0] == "agriculture NH₃" && $0[1] == "2035" })
    #expect(last[5...6] == ["20–60", "2.0–6.0"])
  }

  @Test func aMissBringsItsConsequence() throws {
    let html = Pages(try SamplePages.content("made/missed/input"), language: .english)
      .area(Self.veluwe)
    let rows = rows(of: "consequences-table", in: html)
    #expect(rows.contains { $0[0] == "agriculture" && $0[1] == "2035" && $0[3] == "yes" })
  }

  @Test func madeDataAreToldInTheBox() throws {
    for (language, word) in [(Language.dutch, "Verzonnen gegevens"), (.english, "Made-up data")] {
      let made = Pages(try SamplePages.content("made/missed/input"), language: language)
      #expect(made.area(Self.veluwe).contains(word))
      let real = Pages(try SamplePages.content("provinces/gelderland"), language: language)
      #expect(!real.area(Self.veluwe).contains(word))
    }
  }

  @Test func anAssumptionOfTheUserIsToldWithItsValue() throws {
    let content = try SamplePages.content("made/missed/input", assume: ["uncertainty.rho=0.65"])
    let html = Pages(content, language: .dutch).area(Self.veluwe)
    #expect(html.contains("Aannames van de gebruiker (1)"))
    #expect(html.contains("<strong>0,65</strong> <code>uncertainty.<wbr />rho</code>"))
  }

  @Test func whatWasNotGivenSaysSo() throws {
    let html = Pages(try SamplePages.content("made/missed/input"), language: .english)
      .area(Self.veluwe)
    #expect(html.contains("No measurements were given with this report."))
    #expect(html.contains("No measures were given."))
    #expect(html.contains("No monitoring rounds were given with this report."))
  }

  @Test func whatWasNotGivenIsOneList() throws {
    let html = Pages(try SamplePages.content("made/missed/input"), language: .dutch)
      .area(Self.veluwe)
    #expect(html.contains("<section id=\"absent\""))
    for anchor in ["measured", "measures"] {
      #expect(html.contains("<li id=\"\(anchor)\"><strong>"))
      #expect(!html.contains("<section id=\"\(anchor)\""))
    }
  }

  // The numbers are those of the headings in the box.
  @Test func theHeadSaysHowMuchThePageRestsOn() throws {
    let content = try SamplePages.content("provinces/gelderland")
    for (language, heading, notice) in [
      (Language.dutch, "Niet geregeld: de tekst zwijgt, er is niets berekend (", "punten zijn"),
      (.english, "Unresolved: the text is silent, nothing is computed (", "points are"),
    ] {
      let html = Pages(content, language: language).area(Self.veluwe)
      let start = try #require(html.firstRange(of: heading)).upperBound
      let count = html[start...].prefix { $0 != ")" }
      let head = try #require(html.firstRange(of: "<p class=\"notice\"><a href=\"#basis\">"))
      let line = html[head.upperBound...].prefix { $0 != "<" }
      #expect(line.contains(" \(count) \(notice)"))
      #expect(head.lowerBound < start)
    }
  }

  @Test func measuresStandWithTheirEvidence() throws {
    let content = try SamplePages.content("measures/made-overijssel")
    let pages = Pages(content, language: .english)
    let found = content.areas.map { rows(of: "measures-table", in: pages.area($0)) }
    #expect(found.contains { !$0.isEmpty })
    for rows in found {
      let ranks = rows.compactMap { $0[1].split(separator: ".").first.flatMap { Int($0) } }
      #expect(ranks == ranks.sorted())
      #expect(ranks.count == rows.count)
    }
  }

  @Test func sectionsComeInTheirOrder() throws {
    let html = Pages(try SamplePages.content("provinces/gelderland"), language: .dutch)
      .area(Self.veluwe)
    let anchors = [
      "verdicts", "basis", "map", "corridors", "rings", "gaps", "flags", "deposition",
      "consequences", "probabilities", "absent", "numbers", "citations", "manifest",
    ]
    let places = anchors.map { anchor in
      html.firstRange(of: "<section id=\"\(anchor)\"")?.lowerBound
    }
    let found = places.compactMap { $0 }
    #expect(found.count == anchors.count)
    #expect(found == found.sorted())
  }

  @Test func everyFigureOfAPageHasAnotherName() throws {
    let content = try SamplePages.content("provinces/gelderland")
    let pages = Pages(content, language: .dutch)
    for area in [nil, Self.veluwe] {
      let names = pages.figures(of: area).map(\.name)
      #expect(Set(names).count == names.count)
      let html = area.map(pages.area) ?? pages.overview()
      for name in names { #expect(html.contains("<figure id=\"figure-\(name)\"")) }
    }
  }
}
