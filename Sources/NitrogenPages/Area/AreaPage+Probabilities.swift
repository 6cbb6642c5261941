// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

extension AreaPage {
  /// The probabilities of targets by correlation, the ranges of the years, and what drives them.
  var probabilities: PageSection {
    let table = probabilityTable
    guard table.rowCount > 0 else {
      let why = Set(
        main.compactMap { row in
          row.noProjection.map { Markup.said(narrator.said($0), in: words.language) }
        }
      ).sorted()
      return section(
        .probabilities, [], none: .noProbabilities,
        more: Markup.make { page in
          guard !why.isEmpty else { return }
          page.element("p", ["class": "none"], text: words(AreaPhrase.noProbabilities))
          page.element("ul") { page in for line in why { page.element("li") { $0.raw(line) } } }
        })
    }
    let ranges = rangeTable
    return section(
      .probabilities, intro: .probabilitiesIntro, [], none: .noProbabilities,
      more: table.html + (ranges.rowCount > 0 ? ranges.html : ""))
  }

  /// The series whose projections count here: those of the area, and the nation's where its verdicts are
  /// taken over, each with its name.
  private var projected: [(row: Assessment, subject: String)] {
    main.compactMap { row in
      guard row.projections.isEmpty, let own = row.verdicts.last, own.isInherited,
        own.probability != nil
      else { return (row, subject(row)) }
      return shared.national.first { nation in
        nation.slice == row.slice && nation.pollutant == row.pollutant
          && !nation.projections.isEmpty
          && nation.verdicts.last?.probability == own.probability
      }.map { ($0, "\(subject(row)), \(words(PagePhrase.nation))") }
    }
  }

  private var probabilityTable: TableMarkup {
    var table = TableMarkup(
      id: "probabilities-table", caption: words(AreaPhrase.probabilitiesCaption),
      [
        .init(words(AreaPhrase.sectorCompound)), .init(words(AreaPhrase.measureSet)),
        .number(words(PagePhrase.target)), .number("ρ"), .init(words(AreaPhrase.correlation)),
        .number(words(AreaPhrase.lowEdge)), .number(words(AreaPhrase.highEdge)),
      ])
    for (row, subject) in projected {
      for projection in row.projections {
        for correlation in projection.probabilities {
          for target in correlation.targets {
            table.row([
              .head(subject), .text(set(projection)),
              .number(String(target.year), Double(target.year)),
              .number(words.number(correlation.rho, decimals: 2), correlation.rho),
              .text(words(correlation.isGiven ? AreaPhrase.isGiven : .isCompared)),
              .number(words.probability(target.low), target.low),
              .number(words.probability(target.high), target.high),
            ])
          }
        }
      }
    }
    return table
  }

  /// The median and range of the target years, with the shares of what makes them uncertain.
  private var rangeTable: TableMarkup {
    var table = TableMarkup(
      id: "ranges-table", caption: words(AreaPhrase.rangesCaption),
      [
        .init(words(AreaPhrase.sectorCompound)), .init(words(AreaPhrase.measureSet)),
        .number(words(PagePhrase.year)),
        .number(words(AreaPhrase.median), unit: words(PagePhrase.points)),
        .number(words(AreaPhrase.range68), unit: words(PagePhrase.points)),
        .number(words(AreaPhrase.range95), unit: words(PagePhrase.points)),
        .number(words(AreaPhrase.parameters), unit: "%"),
        .number(words(AreaPhrase.residual), unit: "%"),
        .number(words(AreaPhrase.fromMeasures), unit: "%"),
        .number(words(AreaPhrase.inventory), unit: "%"),
      ])
    for (row, subject) in projected {
      for projection in row.projections {
        for target in row.targets {
          guard let fan = projection.fan.first(where: { $0.year == target.year }),
            fan.reductions.count == 5
          else { continue }
          let shares = projection.shares.first { $0.year == target.year }
          table.row(
            [
              .head(subject), .text(set(projection)),
              .number(String(fan.year), Double(fan.year)),
              .number(words.number(fan.median.points), fan.median.value),
              .number(interval(fan.reductions[1], fan.reductions[3]), fan.reductions[1].value),
              .number(interval(fan.reductions[0], fan.reductions[4]), fan.reductions[0].value),
            ]
              + [shares?.parameters, shares?.residual, shares?.measures, shares?.inventory].map {
                .number(words.number($0.map { $0 * 100 }, decimals: 0), $0)
              })
        }
      }
    }
    return table
  }

  private func interval(_ low: Fraction, _ high: Fraction) -> String {
    words(
      AreaPhrase.interval2,
      ["low": .text(words.number(low.points)), "high": .text(words.number(high.points))])
  }

  private func set(_ projection: Projection) -> String {
    words(projection.measureSet == .existingMeasures ? AreaPhrase.existing : .additional)
  }
}
