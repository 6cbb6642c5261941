// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension OverviewPage {
  /// Sums held against other figures; those of rings against their areas in one sentence.
  var closure: PageSection {
    guard !result.closure.isEmpty else { return none(.closure, .noClosure) }
    return section(.closure) { page in
      page.element("p", text: words(OverviewPhrase.closureIntro))
      let rings = result.closure.filter { $0.kind == .ringsToArea }
      let off = rings.filter { check in
        guard let difference = check.relativeDifference else { return check.difference != .zero }
        return abs(difference.value) > 1e-9
      }
      if !rings.isEmpty {
        page.element(
          "p",
          text: words(
            off.isEmpty ? OverviewPhrase.exact : .notExact,
            ["n": .text(words.count(rings.count)), "off": .text(words.count(off.count))]))
      }
      let checks = result.closure.filter { $0.kind != .ringsToArea } + off
      if !checks.isEmpty { page.raw(table(checks)) }
    }
  }

  private func table(_ checks: [ClosureCheck]) -> String {
    var table = TableMarkup(
      id: "closure-table", caption: words(OverviewPhrase.closureCaption), isCaptionHidden: true,
      classes: "sortable filterable",
      [
        .init(words(OverviewPhrase.check)), .init(words(PagePhrase.place)),
        .init(words(OverviewPhrase.ring)), .init(words(AreaPhrase.sectorCompound)),
        .number(words(PagePhrase.year)),
        .number(words(OverviewPhrase.sum), unit: words(PagePhrase.tonnes)),
        .number(words(OverviewPhrase.reference), unit: words(PagePhrase.tonnes)),
        .number(words(OverviewPhrase.difference), unit: "%"), .init(words(OverviewPhrase.remark)),
      ])
    for check in checks {
      var remarks: [String] = []
      if check.isUpperBound { remarks.append(words(OverviewPhrase.upperBound)) }
      if !check.isComplete { remarks.append(words(OverviewPhrase.incomplete)) }
      table.row([
        .head(words(phrase(check.kind))),
        .text(check.territory.map { narrator.name($0) } ?? check.dataset ?? Words.missing),
        .text(check.ring.map { narrator.ring($0) } ?? Words.missing),
        .text("\(narrator.slice(check.slice)) \(narrator.pollutant(check.pollutant))"),
        .number(String(check.year), Double(check.year)),
        .number(words.number(check.sum.tonnesPerYear), check.sum.kilogramsPerYear),
        .number(
          words.number(check.reference?.tonnesPerYear), check.reference?.kilogramsPerYear),
        .number(
          words.number(check.relativeDifference?.points), check.relativeDifference?.value),
        .text(remarks.joined(separator: ", ")),
      ])
    }
    return table.html
  }

  private func phrase(_ kind: ClosureCheck.Kind) -> OverviewPhrase {
    switch kind {
    case .ringsToArea: .ringsToArea
    case .zonesToProvince: .zonesToProvince
    case .zonesToNation: .zonesToNation
    }
  }
}
