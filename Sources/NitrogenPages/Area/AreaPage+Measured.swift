// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords
import TrendFitting

extension AreaPage {
  private var stations: [StationFit] {
    (shared.content.measured?.stations ?? []).filter { $0.series.station.areas.contains(area) }
  }

  /// Measured trends beside those of modelled emissions.
  var measured: PageSection {
    guard shared.content.measured != nil else {
      return section(.measured, [], none: .noMeasurements)
    }
    let stations = stations
    guard !stations.isEmpty else { return section(.measured, [], none: .noStations) }
    var table = TableMarkup(
      id: "measured-table", caption: words(AreaPhrase.measuredCaption), isCaptionHidden: true,
      [
        .init(words(AreaPhrase.station)), .init(words(AreaPhrase.quantity)),
        .number(words(AreaPhrase.months)),
        .number(words(AreaPhrase.trend), unit: words(AreaPhrase.trendUnit)),
        .number(words(AreaPhrase.interval), unit: words(AreaPhrase.trendUnit)),
        .number("p"), .number(words(AreaPhrase.difference), unit: words(AreaPhrase.trendUnit)),
        .init(words(AreaPhrase.agreement)),
      ])
    for fit in stations { add(fit, to: &table) }
    return section(
      .measured, intro: .measuredIntro, [measuredFigure].compactMap { $0 }, none: .noStations,
      more: table.html)
  }

  private func add(_ fit: StationFit, to table: inout TableMarkup) {
    let station = fit.series.station
    let name = station.name.map { "\(station.code) \($0)" } ?? "\(station.code)"
    if let refusal = fit.refusal {
      table.row([
        .head(name), .text(fit.series.quantity.label), .number(words.count(fit.months.count), nil),
        .number(Words.missing, nil), .number(Words.missing, nil), .number(Words.missing, nil),
        .number(Words.missing, nil), .text(refusal.sentence),
      ])
      return
    }
    let isLog = fit.estimate?.design.scale == .log
    let slope = isLog ? fit.estimate.map { 100 * $0.slope } : nil
    let bounds = isLog ? fit.estimate?.slopeInterval() : nil
    let low = bounds.map { 100 * $0.lower }
    let high = bounds.map { 100 * $0.upper }
    let interval = low.flatMap { low in
      high.map { "\(words.number(low, decimals: 2)) / \(words.number($0, decimals: 2))" }
    }
    let difference = fit.comparison?.difference
    table.row([
      .head(name), .text(fit.series.quantity.label),
      .number(words.count(fit.months.count), Double(fit.months.count)),
      .number(words.number(slope, decimals: 2), slope),
      .number(interval ?? Words.missing, low),
      .number(words.significance(fit.value("slope_p")), fit.value("slope_p")),
      .number(
        words.number(difference.map { $0.difference * 100 }, decimals: 2), difference?.difference),
      .text(
        difference.map { words(agreement($0.verdict)) } ?? fit.comparison?.refusal?.sentence
          ?? Words.missing),
    ])
  }

  private func agreement(_ verdict: TrendDifference.Verdict) -> AreaPhrase {
    switch verdict {
    case .agrees: .agrees
    case .disagrees: .disagrees
    case .cannotTell: .cannotTell
    }
  }
}
