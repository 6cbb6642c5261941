// SPDX-License-Identifier: GPL-3.0-or-later

import Mustache
import NitrogenReports
import NitrogenWords

/// A section of a page.
struct PageSection {
  /// Its anchor.
  let anchor: String
  /// Its heading.
  let title: String
  /// What it holds.
  let body: String
  /// Whether it is a box that cannot be overlooked.
  var isBox = false
  /// Why there is nothing to hold; such sections become lines of one list.
  var absence: String?

  /// A section of what is not there.
  static func absent(_ anchor: String, _ title: String, _ absence: String) -> Self {
    Self(anchor: anchor, title: title, body: "", absence: absence)
  }

  /// Sections in their order, those that hold nothing as one list before that of a name.
  static func folded(_ sections: [Self], before anchor: String, title: String) -> [Self] {
    var present = sections.filter { $0.absence == nil }
    let lines = sections.compactMap { section in
      section.absence.map { absence in
        Markup.make { page in
          page.element("li", ["id": section.anchor]) { page in
            page.element("strong", text: section.title)
            page.text(": \(absence)")
          }
        }
      }
    }
    guard !lines.isEmpty else { return present }
    present.insert(
      Self(anchor: "absent", title: title, body: "<ul>\(lines.joined())</ul>"),
      at: present.firstIndex { $0.anchor == anchor } ?? present.endIndex)
    return present
  }

  var html: String {
    PageTemplates.section.render([
      "anchor": anchor, "title": title, "body": body, "classes": isBox ? "box" : "part",
    ])
  }
}

/// A page around its sections.
struct PageFrame {
  let shared: PageShared
  let title: String
  let description: String
  /// The file of the overview; `nil` on the overview itself.
  let home: String?
  /// The file of this page.
  let file: String
  let lead: String
  let sections: [PageSection]

  var html: String {
    let words = shared.words
    let tool = shared.content.record.tool
    let languages = Language.allCases.compactMap { language -> [String: Any]? in
      let name = Words(language)(PagePhrase.languageName)
      if language == words.language { return ["code": language.rawValue, "name": name] }
      guard let folder = shared.content.folders[language] else { return nil }
      return ["code": language.rawValue, "name": name, "href": folder + file]
    }
    var context: [String: Any] = [
      "language": words.language.rawValue, "policy": PagePolicy.text,
      "generator": "\(tool.name) \(tool.version)", "title": title, "description": description,
      "style": PageStyle.text, "script": PageScript.text,
      "languages": languages.count > 1 ? languages : [],
      "lead": lead, "body": sections.map(\.html).joined(),
      "sections": sections.map { ["anchor": $0.anchor, "title": $0.title] },
      "filter": words(PagePhrase.filter), "shown": words(PagePhrase.shown),
      "colophon": words(
        PagePhrase.colophon, ["tool": .text(tool.name), "version": .text(tool.version)]),
    ]
    for key in [PagePhrase.brand, .skip, .contents, .toLight, .toDark] {
      context[key.rawValue] = words(key)
    }
    if let home { context["home"] = home }
    return PageTemplates.page.render(context)
  }
}
