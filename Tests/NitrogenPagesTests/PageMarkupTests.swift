// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenPages
import NitrogenWords
import Testing

/// What holds of every page, whatever it says.
@Suite struct PageMarkupTests {
  /// Every kind of page: of a province, with measures, of targets missed, without figures.
  static let pages: [(name: String, html: String)] = {
    let folders = [
      ["provinces/gelderland"], ["measures/made-overijssel"], ["made/missed/input"],
      ["made/area-without-data/input"], ["made/probability/input"], ["made/parts/input"],
    ]
    return folders.flatMap { folder -> [(name: String, html: String)] in
      guard let content = try? SamplePages.content(folder[0], assume: ["uncertainty.rho=0.8"])
      else { return [(folder[0], "")] }
      return Language.allCases.flatMap { language -> [(name: String, html: String)] in
        let pages = Pages(content, language: language)
        let name = "\(folder[0]) \(language.rawValue)"
        return [("\(name) overview", pages.overview())]
          + content.areas.prefix(8).map { ("\(name) \($0)", pages.area($0)) }
      }
    }
  }()

  @Test func thereAreManyPages() { #expect(Self.pages.count > 30) }

  @Test func pagesAreWellFormed() {
    for page in Self.pages {
      #expect(PageOutline(page.html).problem == nil, "\(page.name)")
    }
  }

  @Test func anchorsAreUniqueAndEveryOneAskedForIsThere() {
    for page in Self.pages {
      let outline = PageOutline(page.html)
      let ids = Set(outline.ids)
      let twice = Dictionary(grouping: outline.ids) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(page.name): \(twice)")
      var asked = outline.values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for value in outline.values(attribute) {
          asked += value.split(separator: " ").map { String($0) }
        }
      }
      #expect(Set(asked).subtracting(ids).isEmpty, "\(page.name)")
      #expect(asked.count > 10)
    }
  }

  @Test func headingsGoDownOneStepAtATimeFromOneTitle() {
    for page in Self.pages {
      let levels = PageOutline(page.html).elements.compactMap { element in
        element.name.count == 2 && element.name.hasPrefix("h")
          ? Int(element.name.dropFirst()) : nil
      }
      #expect(levels.first == 1)
      #expect(levels.filter { $0 == 1 }.count == 1, "\(page.name)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page.name)")
    }
  }

  @Test func everyPictureHasANameOrIsHidden() {
    for page in Self.pages {
      for element in PageOutline(page.html).elements where element.name == "svg" {
        let isNamed =
          ["img", "group"].contains(element.attributes["role"] ?? "")
          && (element.attributes["aria-labelledby"] ?? element.attributes["aria-label"]) != nil
        #expect(isNamed || element.attributes["aria-hidden"] == "true", "\(page.name)")
      }
    }
  }

  @Test func everyTableHasACaptionAndHeadsWithScope() {
    for page in Self.pages {
      let elements = PageOutline(page.html).elements
      #expect(
        elements.filter { $0.name == "table" }.count
          == elements.filter { $0.name == "caption" }.count, "\(page.name)")
      #expect(
        elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil },
        "\(page.name)")
    }
  }

  @Test func everyPageHasItsLandmarksAndLanguage() {
    for page in Self.pages {
      let elements = PageOutline(page.html).elements
      for name in ["header", "nav", "main", "footer"] {
        #expect(elements.filter { $0.name == name }.count == 1, "\(page.name): \(name)")
      }
      let language = elements.first { $0.name == "html" }?.attributes["lang"]
      #expect(page.name.contains(" \(language ?? "?") "), "\(page.name)")
    }
  }

  @Test func nothingIsFetched() {
    for page in Self.pages {
      for element in PageOutline(page.html).elements {
        for attribute in ["src", "srcset", "data", "poster", "action", "xlink:href"] {
          #expect(element.attributes[attribute] == nil, "\(page.name): \(element.name)")
        }
        #expect(!["link", "iframe", "object", "img", "base"].contains(element.name))
        if let href = element.attributes["href"] {
          #expect(!href.contains("://") && !href.hasPrefix("//"), "\(page.name): \(href)")
        }
        // A policy of style by digest forbids these.
        #expect(element.attributes["style"] == nil, "\(page.name): \(element.name)")
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
      }
    }
  }

  @Test func noPageIsTooLarge() {
    for page in Self.pages { #expect(page.html.utf8.count < 1_500_000, "\(page.name)") }
  }

  @Test func namesWithMarksAreTextEverywhere() throws {
    let hostile = "<script>alert(1)</script>&\"'<b x='\">"
    let content = SamplePages.renamed(try SamplePages.content("provinces/utrecht"), hostile)
    let area = try #require(content.areas.first)
    for language in Language.allCases {
      let pages = Pages(content, language: language)
      for html in [pages.area(area), pages.overview()] {
        let outline = PageOutline(html)
        #expect(outline.problem == nil)
        #expect(outline.elements.filter { $0.name == "script" }.count == 1)
        #expect(!outline.elements.contains { $0.name == "b" })
        #expect(outline.text.contains(hostile))
      }
    }
  }

  @Test func theSameContentGivesTheSamePage() throws {
    let content = try SamplePages.content("provinces/utrecht")
    let area = try #require(content.areas.first)
    let again = try SamplePages.content("provinces/utrecht")
    #expect(
      Pages(content, language: .dutch).area(area) == Pages(again, language: .dutch).area(area))
    #expect(
      Pages(content, language: .english).overview() == Pages(again, language: .english).overview())
  }
}
