// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenPages
import NitrogenWords
import Testing

/// What the overview says.
@Suite struct OverviewPageTests {
  @Test func everyAreaOfTheReportIsLinkedTo() throws {
    let content = try SamplePages.content("provinces/utrecht")
    let links = PageOutline(Pages(content, language: .dutch).overview()).values("href")
    #expect(!content.areas.isEmpty)
    for area in content.areas { #expect(links.contains("area-\(area.rawValue).html")) }
  }

  @Test func anAreaWithoutAPageIsNamedAndNotLinkedTo() throws {
    var content = try SamplePages.content("provinces/utrecht")
    let left = try #require(content.areas.last)
    content.areas.removeLast()
    let outline = PageOutline(Pages(content, language: .dutch).overview())
    #expect(!outline.values("href").contains("area-\(left.rawValue).html"))
    let name = try #require(content.result.reference.catalogue[left]?.name)
    #expect(outline.text.contains("\(left) \(name)"))
  }

  @Test func filesAreLinkedToByAddressesThatHold() throws {
    var content = try SamplePages.content("provinces/utrecht")
    content.files = [ReportFile(name: "files/a b&c\".csv", title: "Tabel", bytes: 2048)]
    let outline = PageOutline(Pages(content, language: .dutch).overview())
    #expect(outline.values("href").contains("./files/a%20b%26c%22.csv"))
    #expect(outline.text.contains("2 kB"))
  }

  @Test func otherLanguagesAreLinkedToWhereTheyAre() throws {
    var content = try SamplePages.content("provinces/utrecht")
    let area = try #require(content.areas.first)
    #expect(!Pages(content, language: .dutch).area(area).contains("hreflang"))
    content.folders = [.english: "../en/"]
    let links = PageOutline(Pages(content, language: .dutch).area(area)).values("href")
    #expect(links.contains("../en/area-\(area.rawValue).html"))
  }

  @Test func theNationStandsInKilotonnes() throws {
    let html = Pages(try SamplePages.content("provinces/utrecht"), language: .english).overview()
    #expect(html.contains("<table id=\"nation-table\""))
    #expect(html.contains("kt/yr"))
  }
}
