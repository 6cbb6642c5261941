// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore
import TrendFitting

/// Fits as a table for people: one line a series, then targets, pooled slopes and refusals.
public struct FitText: FitFormat {
  private let colour: Bool
  private let targets: [FitRequest.Target]
  private let baselineYear: Int
  private let scale: TrendDesign.Scale

  /// Makes the format.
  ///
  /// - Parameters:
  ///   - request: what was asked, for the columns of targets.
  ///   - colour: whether to colour, by ANSI escape codes.
  public init(_ request: FitRequest, colour: Bool = false) {
    self.colour = colour
    self.targets = request.targets.sorted()
    self.baselineYear = request.baselineYear
    self.scale = request.scale
  }

  /// Writes the fits of a run.
  ///
  /// - Parameters:
  ///   - network: the fits, together and one by one.
  ///   - run: what the run knows about itself.
  ///   - stream: where the text goes.
  public func write(
    _ network: NetworkFit, run: RunRecord, to stream: inout some TextOutputStream
  ) {
    var text = ""
    let models = Set(network.stations.filter(\.converged).map(\.model)).sorted()
    text += "Trends: \(models.isEmpty ? "none fitted" : models.joined(separator: "; "))\n\n"
    if !models.isEmpty { text += table(network) }
    text += extras(network)
    text += outlook(network)
    text += pooled(network)
    text += comparisons(network)
    text += remarks(network)
    stream.write(text)
  }

  private func table(_ network: NetworkFit) -> String {
    var table = TextTable([
      .init("station", .left), .init("", .left), .init("from", .left), .init("to", .left),
      .init("n"), .init("%/yr", group: "model"), .init("95 %", .left), .init("p"),
      .init("p adj."), .init("%/yr", group: "Sen"), .init("p MK season"),
    ])
    for (fit, adjusted) in zip(network.stations, network.adjusted) where fit.converged {
      let slope = yearly(fit, fit.estimate?.slope)
      let interval = fit.estimate.map { $0.slopeInterval() }
      let band = interval.map {
        "\(number(yearly(fit, $0.lower))) to \(number(yearly(fit, $0.upper)))"
      }
      let mean = meanLevel(fit)
      let sen = fit.value("sen_slope_per_year").flatMap { value in mean.map { 100 * value / $0 } }
      table.row([
        Inked(fit.series.station.code.rawValue), Inked(fit.series.quantity.label),
        Inked(fit.months.first.map { FitJSON.label($0, of: fit.series) } ?? ""),
        Inked(fit.months.last.map { FitJSON.label($0, of: fit.series) } ?? ""),
        Inked(String(fit.months.count)),
        Inked(number(slope)), Inked(band ?? Shown.missing),
        Inked(probability(fit.value("slope_p"))), Inked(probability(adjusted)),
        Inked(number(sen)),
        Inked(probability(fit.value("hirsch_slack_p_continuity") ?? fit.value("seasonal_mk_p"))),
      ])
    }
    return lines(of: table)
  }

  /// What was asked for beside the trend: decline, break, bootstrap, drift.
  private func extras(_ network: NetworkFit) -> String {
    var lines = ""
    for fit in network.stations where fit.converged {
      var pieces: [String] = []
      if let rate = fit.value("coef_k"), let error = fit.value("se_k") {
        pieces.append(
          "declines by \(number(100 * rate)) %/yr (standard error \(number(100 * error))) from "
            + "\(number(fit.value("coef_A"))) at the origin")
      }
      if let time = fit.value("break_time"), let effect = fit.value("break_effect") {
        var text =
          "break at \(Shown.number(time, decimals: 1).filter { $0 != " " }): \(number(effect))"
        text += " (standard error \(number(fit.value("break_se"))), p "
        text += "\(probability(fit.value("break_p"))))"
        pieces.append(text)
      }
      if let low = fit.value("bootstrap_ci95_low"), let high = fit.value("bootstrap_ci95_high") {
        pieces.append(
          "Sen slope \(number(fit.value("sen_slope_per_year"))) a year, block bootstrap "
            + "\(number(low)) to \(number(high))")
      }
      if let variance = fit.value("drift_variance_per_year") {
        let ranges = targets.map { one in
          "P(\(percent(one.reduction)) by \(one.year)) "
            + probability(fit.value("drift_P_\(one.name)"))
        }
        pieces.append(
          "with a drift variance of \(variance) a year: " + ranges.joined(separator: ", "))
      }
      if !pieces.isEmpty {
        lines += "  \(fit.series.label): \(pieces.joined(separator: "; "))\n"
      }
    }
    return lines.isEmpty ? "" : "\nBeside the trend\n" + lines
  }

  private func outlook(_ network: NetworkFit) -> String {
    guard !targets.isEmpty else { return "" }
    var table = TextTable(
      [TextTable.Column("station", .left), TextTable.Column("", .left)]
        + targets.flatMap { target in
          [
            TextTable.Column(
              "change", group: "\(target.year): \(percent(target.reduction))", span: 3),
            TextTable.Column("P"), TextTable.Column("detectable from"),
          ]
        })
    for fit in network.stations where fit.converged {
      var cells = [Inked(fit.series.station.code.rawValue), Inked(fit.series.quantity.label)]
      for one in targets {
        let change = fit.value("change_pct_\(one.year)_vs_\(baselineYear)")
        cells += [
          Inked(change.map { Shown.number($0) + " %" } ?? Shown.missing),
          Inked(probability(fit.value("P_\(one.name)"))),
          Inked(fit.value("detect_from_\(one.name)").map { String(Int($0)) } ?? Shown.missing),
        ]
      }
      table.row(cells)
    }
    return "\nTrend level against \(baselineYear), and the year from which a station could confirm "
      + "it at 80 % power\n" + lines(of: table)
  }

  private func pooled(_ network: NetworkFit) -> String {
    let groups = (network.pooled + network.areas).filter { $0.stations.count > 1 }
    guard !groups.isEmpty else { return "" }
    var lines = "\nPooled slopes, \(unit)\n"
    for group in groups {
      let place = group.area.map { "area \($0)" } ?? "all stations"
      lines += "  \(group.quantity.label), \(place) (\(group.stations.count)): "
      if let slopes = group.slopes {
        let interval = slopes.random.interval()
        lines +=
          "\(number(factor * slopes.random.slope)) (\(number(factor * interval.lowerBound)) to "
          + "\(number(factor * interval.upperBound))), "
          + "fixed \(number(factor * slopes.fixed.slope)), "
          + "I2 \(Shown.number(100 * slopes.iSquared, decimals: 0)) %"
      } else {
        lines += "no pooled slope"
      }
      for detection in group.detection {
        let target = detection.target
        lines += "; \(percent(target.reduction)) by \(target.year) detectable from "
        lines += "\(detection.year)"
      }
      if let verdict = group.verdict {
        lines += "; measured and modelled (\(group.compared) compared): \(words(verdict))"
      }
      lines += "\n"
    }
    return lines
  }

  private func comparisons(_ network: NetworkFit) -> String {
    var lines = ""
    for fit in network.stations {
      guard let comparison = fit.comparison else { continue }
      lines += "  \(fit.series.label): "
      if let difference = comparison.difference {
        lines +=
          "trend measured minus modelled \(number(factor * difference.difference)) \(unit), z "
          + "\(Shown.number(difference.z, decimals: 2)), \(words(difference.verdict))"
      } else {
        lines += comparison.refusal?.sentence ?? "cannot tell"
      }
      if let bias = comparison.evaluation?.normalisedMeanBias {
        lines += "; bias \(Shown.number(100 * bias)) %"
      }
      lines += "\n"
    }
    return lines.isEmpty
      ? "" : "\nMeasured against modelled (not corrected for weather)\n" + lines
  }

  private func remarks(_ network: NetworkFit) -> String {
    var lines = ""
    for fit in network.stations {
      if let refusal = fit.refusal {
        lines += "  refused  \(fit.series.label): \(refusal.sentence) (\(refusal.code.rawValue))\n"
      }
      if let refusal = fit.testRefusal, fit.refusal == nil {
        lines += "  no tests  \(fit.series.label): \(refusal.sentence) (\(refusal.code.rawValue))\n"
      }
      for finding in fit.findings { lines += "  \(finding.message)\n" }
    }
    return lines.isEmpty ? "" : "\nRemarks\n" + lines
  }

  private func lines(of table: TextTable) -> String {
    table.lines(colour: colour, width: 100).map { $0 + "\n" }.joined()
  }

  // MARK: - Numbers

  /// A slope in percent per year: of the level on a log scale, of the mean on a linear one.
  private func yearly(_ fit: StationFit, _ slope: Double?) -> Double? {
    guard let slope, let estimate = fit.estimate else { return nil }
    switch estimate.design.scale {
    case .log: return 100 * slope
    case .linear: return meanLevel(fit).map { 100 * slope / $0 }
    }
  }

  private func meanLevel(_ fit: StationFit) -> Double? {
    guard let first = fit.months.first, let last = fit.months.last else { return nil }
    let window = (first.time - 0.5)...(last.time + 0.5)
    let known = fit.series.known.filter { window.contains($0.period.middle) }
      .compactMap(\.value)
    guard !known.isEmpty else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    return mean > 0 ? mean : nil
  }

  private func number(_ value: Double?) -> String { Shown.number(value, decimals: 2) }

  /// A target in percent with the digits it was given, at most six after the point.
  private func percent(_ fraction: Double) -> String {
    let percent = 100 * fraction
    var decimals = 0
    var scaled = percent
    while decimals < 6, abs(scaled - scaled.rounded()) > 1e-6 {
      decimals += 1
      scaled *= 10
    }
    return "\(Shown.number(percent, decimals: decimals)) %"
  }

  /// What a slope in the scale of the fit is multiplied by to be shown.
  private var factor: Double { scale == .log ? 100 : 1 }

  private var unit: String { scale == .log ? "%/yr" : "per year in the unit of the series" }

  private func probability(_ value: Double?) -> String {
    value.map { $0 < 0.001 ? "<0.001" : Shown.number($0, decimals: 3) } ?? Shown.missing
  }

  private func words(_ verdict: TrendDifference.Verdict) -> String {
    switch verdict {
    case .agrees: "agrees"
    case .disagrees: "disagrees"
    case .cannotTell: "cannot tell"
    }
  }
}
