// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// The measures that some projection of the area counts.
  private var entries: [MeasureSelection.Entry] {
    let names = Set(rows.flatMap { $0.projections.flatMap(\.measures) })
    return result.measures.filter { names.contains($0.name) }
  }

  private var secured: Set<String> {
    Set(
      rows.flatMap { row in
        row.projections.filter { $0.measureSet == .existingMeasures }.flatMap(\.measures)
      })
  }

  /// The measures by how well they are secured.
  var measures: PageSection {
    let entries = entries.sorted {
      ($0.measure.evidence.rank, $0.name) < ($1.measure.evidence.rank, $1.name)
    }
    guard !entries.isEmpty else {
      return section(.measures, [], none: result.measures.isEmpty ? .noMeasures : .noMeasuresHere)
    }
    let secured = secured
    var table = TableMarkup(
      id: "measures-table", caption: words(AreaPhrase.measuresCaption), isCaptionHidden: true,
      [
        .init(words(AreaPhrase.measure)), .init(words(AreaPhrase.evidence)),
        .init(words(AreaPhrase.counts)), .init(words(AreaPhrase.worksOn)),
        .init(words(AreaPhrase.scope)), .init(words(AreaPhrase.period)),
        .number(words(AreaPhrase.effect), unit: "%"), .number(words(AreaPhrase.cost), unit: "EUR"),
        .init(words(PagePhrase.source)),
      ])
    for entry in entries {
      let measure = entry.measure
      let spread = measure.spread.map { " ± " + words.number($0.points) } ?? ""
      table.row([
        .head(measure.title.isEmpty ? measure.id : "\(measure.title) (\(measure.id))"),
        .text("\(measure.evidence.rank). \(narrator.evidence(measure.evidence))"),
        .text(words(secured.contains(entry.name) ? AreaPhrase.isSecured : .isPlanned)),
        .text("\(narrator.slice(measure.slice)) \(narrator.pollutant(measure.pollutant))"),
        .text(scope(measure)),
        .markup(Markup.escaped(period(measure)), measure.from.description),
        .number(words.number(measure.effect.points) + spread, measure.effect.value),
        .number(words.number(measure.cost, decimals: 0), measure.cost),
        .markup(BasisPart.code(measure.origin.description), measure.origin.description),
      ])
    }
    let notes = Set(
      rows.flatMap { row in
        row.projections.flatMap { narrator.notes(of: $0) }.map {
          Markup.said($0, in: words.language)
        }
      }
    ).sorted()
    return section(
      .measures, intro: .measuresIntro, [measuresFigure].compactMap { $0 }, none: .noMeasures,
      more: table.html
        + Markup.make { page in
          guard !notes.isEmpty else { return }
          page.element("ul") { page in
            for note in notes { page.element("li") { $0.raw(note) } }
          }
        })
  }

  /// Where a measure works; a province by its name, also where no dataset holds figures of it.
  private func scope(_ measure: Measure) -> String {
    guard case .province(let code) = measure.scope else { return narrator.name(measure.scope) }
    return result.reference.catalogue.provinces.first { $0.code == code }?.name
      ?? narrator.name(measure.scope)
  }

  private func period(_ measure: Measure) -> String {
    let from = words.date(measure.from)
    return measure.to.map { "\(from) – \(words.date($0))" }
      ?? words(AreaPhrase.from, ["day": .text(from)])
  }
}
