// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenWords

/// The page of one area.
struct AreaPage {
  let area: AreaCode
  let shared: PageShared
  let narrator: Narrator
  /// All series of the area and its rings.
  let rows: [Assessment]
  /// The series of the area as a whole, sectors only, that a target or silence is about.
  let main: [Assessment]

  init(_ area: AreaCode, _ shared: PageShared) {
    self.area = area
    self.shared = shared
    narrator = shared.narrator(of: area)
    rows = shared.byArea[area] ?? []
    main = rows.filter { row in
      row.territory == .area(area) && row.slice.part == nil && !row.verdicts.isEmpty
    }
  }

  var words: Words { shared.words }
  var result: AssessmentResult { narrator.result }
  var name: String { narrator.name(.area(area)) }

  /// The name of the dataset, where the page holds several.
  func dataset(of row: Assessment) -> String? {
    Set(rows.compactMap(\.dataset)).count > 1 ? row.dataset : nil
  }

  /// `landbouw NH₃`, with the dataset where there are several.
  func subject(_ row: Assessment) -> String {
    let text = "\(narrator.slice(row.slice)) \(narrator.pollutant(row.pollutant))"
    return dataset(of: row).map { "\(text) (\($0))" } ?? text
  }

  var html: String {
    let summary = Markup.bound(narrator.summary(of: area))
    return PageFrame(
      shared: shared, title: "\(area) \(name) · \(words(PagePhrase.brand))", description: summary,
      home: Pages.overviewName, file: Pages.fileName(of: area), lead: lead(summary: summary),
      sections: PageSection.folded(
        sections, before: Markup.anchor(AreaPhrase.numbers.rawValue),
        title: words(PagePhrase.absent))
    ).html
  }

  private var sections: [PageSection] {
    [
      verdicts, basis, map, corridors, rings, gaps, measured, measures, flags, deposition,
      consequences, probabilities, numbers, citations, manifest,
    ].compactMap { $0 }
  }

  /// All figures of the page, in its order.
  var figures: [Figure] {
    [mapFigure].compactMap { $0 } + corridorFigures + ringFigures
      + [paceFigure, measuredFigure, measuresFigure, depositionFigure].compactMap { $0 }
  }

  // MARK: - Parts of sections

  func section(_ title: AreaPhrase, _ body: String) -> PageSection {
    PageSection(anchor: Markup.anchor(title.rawValue), title: words(title), body: body)
  }

  /// A section of figures and more, or why there are none.
  func section(
    _ title: AreaPhrase, intro: AreaPhrase? = nil, _ figures: [Figure], none: AreaPhrase,
    more: String = ""
  ) -> PageSection {
    if figures.isEmpty && more.isEmpty {
      return .absent(Markup.anchor(title.rawValue), words(title), words(none))
    }
    return section(
      title,
      Markup.make { page in
        if let intro { page.element("p", text: words(intro)) }
        page.raw(FigurePart.html(figures, words: words))
        page.raw(more)
      })
  }

  var basisPart: BasisPart {
    let general = shared.result.findings.filter { $0.territory == nil }
    return BasisPart(narrator: narrator, rows: rows, findings: result.findings + general)
  }

  var basis: PageSection { basisPart.section }

  var manifest: PageSection {
    PageSection(
      anchor: "manifest", title: words(ManifestPhrase.title), body: shared.manifest)
  }
}
