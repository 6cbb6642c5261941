// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// What is left to do, and the pace needed against the pace so far.
  var gaps: PageSection {
    var table = TableMarkup(
      id: "gaps-table", caption: words(AreaPhrase.gapsCaption), isCaptionHidden: true,
      [
        .init(words(AreaPhrase.sectorCompound)), .number(words(PagePhrase.target)),
        .number(words(AreaPhrase.baseline), unit: words(isSmall ? PagePhrase.kilograms : .tonnes)),
        .number(words(AreaPhrase.latest), unit: words(isSmall ? PagePhrase.kilograms : .tonnes)),
        .number(words(AreaPhrase.ceiling), unit: words(isSmall ? PagePhrase.kilograms : .tonnes)),
        .number(words(AreaPhrase.toGo), unit: words(isSmall ? PagePhrase.kilograms : .tonnes)),
        .number(words(AreaPhrase.toGo), unit: words(PagePhrase.points)),
        .number(words(AreaPhrase.soFar), unit: words(PagePhrase.pointsYear)),
        .number(words(AreaPhrase.needed), unit: words(PagePhrase.pointsYear)),
      ])
    for row in main {
      for gap in row.remainingGap { add(gap, of: row, to: &table) }
    }
    let figures = [paceFigure].compactMap { $0 }
    guard table.rowCount > 0 || !figures.isEmpty else {
      return section(.gaps, [], none: .noGaps)
    }
    return section(
      .gaps,
      Markup.make { page in
        page.element("p", text: words(AreaPhrase.gapsIntro))
        page.raw(table.html)
        for figure in figures { page.raw(FigurePart(figure: figure, words: words).html) }
      })
  }

  private func add(_ gap: TargetGap, of row: Assessment, to table: inout TableMarkup) {
    let target = row.targets.first { $0.year == gap.target }
    let verdict = row.verdict(for: gap.target)
    let latest = row.series.first { $0.point.year == verdict?.assessedYear }?.point
    let ceilings = row.baseline.flatMap { baseline in
      target.map { (baseline.ceiling(for: $0.band.high), baseline.ceiling(for: $0.band.low)) }
    }
    let needed = row.pace.needed.first { $0.target == gap.target }
    table.row([
      .head(subject(row)), .number(String(gap.target), Double(gap.target)),
      .number(amount(row.baseline?.emission), row.baseline?.emission.kilogramsPerYear),
      .number(
        latest.map { "\(amount($0.emission)) (\($0.year))" } ?? Words.missing,
        latest?.emission?.kilogramsPerYear),
      .number(range(ceilings.map { (amount($0.0), amount($0.1)) }), ceilings?.1.kilogramsPerYear),
      .number(
        range((amount(gap.low.emission), amount(gap.high.emission))),
        gap.low.emission.kilogramsPerYear),
      .number(
        range((words.number(gap.low.share.points), words.number(gap.high.share.points))),
        gap.low.share.value),
      .number(words.number(row.pace.soFar.map { $0 * 100 }, decimals: 2), row.pace.soFar),
      .number(
        range(
          needed.map {
            (words.number($0.low * 100, decimals: 2), words.number($0.high * 100, decimals: 2))
          }), needed?.low),
    ])
  }

  /// Two figures as a range, or one where both are the same.
  private func range(_ pair: (String, String)?) -> String {
    guard let (low, high) = pair else { return Words.missing }
    return low == high ? low : "\(low)–\(high)"
  }

  /// Whether all sectors emit so little that tonnes would hide what is left.
  private var isSmall: Bool {
    main.compactMap(\.baseline?.emission).allSatisfy { $0 < .tonnes(10) }
  }

  private func amount(_ emission: EmissionRate?) -> String {
    isSmall ? words.number(emission?.kilogramsPerYear, decimals: 0) : tonnes(emission)
  }

  /// An emission in tonnes a year; `< 0,1` where there is some and rounding would make it zero.
  func tonnes(_ emission: EmissionRate?) -> String {
    guard let emission else { return Words.missing }
    let text = words.number(emission.tonnesPerYear)
    let isNothing = text == words.number(0.0) && emission > .zero
    return isNothing ? "< " + words.number(0.1) : text
  }
}
