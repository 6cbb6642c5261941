// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What stands in the way of a verdict.
extension SeriesAssessor {
  func obstacles(
    series: EmissionSeries, basePoint: SeriesPoint?, baseline: Baseline?, baselineYear: Int?,
    assessed: AssessedYear?, targets: TargetSet, whyEmpty: Reason?, isExplained: Bool
  ) -> [Reason] {
    var reasons: [Reason] = []
    if targets.targets.isEmpty { reasons += noTargetReasons(series, targets) }
    if series.points.isEmpty {
      let notInSource = Reason(
        "notInSource",
        "the source has no rows for \(series.slice.label) \(series.pollutant.label) here",
        Self.facts(of: series))
      return reasons + [whyEmpty ?? notInSource]
    }
    if series.points.allSatisfy({ $0.emission == nil }) {
      let missing = series.missing(in: Set(series.points.map(\.year)))
      return reasons + [
        Reason(
          "unknownCell", "the source leaves the figure open: \(Figures.list(missing))",
          ["cells": .cells(missing)])
      ]
    }
    if let baselineYear, basePoint == nil, !isExplained {
      reasons.append(
        Reason(
          "noBaseline", "there is no figure for \(baselineYear), stated or rebuilt",
          ["year": .year(baselineYear)]))
    }
    let lacking = [basePoint, assessed?.point].compactMap { $0 }.filter { !$0.missing.isEmpty }
    if !lacking.isEmpty {
      reasons.append(incomplete(lacking))
    } else if let baseline, baseline.emission == .zero {
      reasons.append(
        Reason(
          "zeroBaseline", "the emission of \(baseline.year) is 0 kg/yr: no reduction exists",
          ["year": .year(baseline.year)]))
    }
    if let assessed {
      if let baselineYear, assessed.point.year <= baselineYear {
        reasons.append(
          Reason(
            "noYearAfterBaseline",
            "the latest definitive year is \(assessed.point.year), the baseline \(baselineYear)",
            ["year": .year(assessed.point.year), "baseline": .year(baselineYear)]))
      }
    } else {
      reasons.append(
        Reason("noDefinitiveYear", "there is no definitive year up to the year asked about"))
    }
    return reasons
  }

  /// One reason for all years whose totals lack figures.
  func incomplete(_ points: [SeriesPoint]) -> Reason {
    var seen: Set<Int> = []
    let years = points.filter { seen.insert($0.year).inserted }
    let sentences = years.map { point in
      "the total of \(point.year) lacks \(point.missing.count) of its figures: "
        + Figures.list(point.missing)
    }
    let tellings = years.map { point in
      Telling(
        "incompleteYear",
        [
          "year": .year(point.year), "count": .count(point.missing.count),
          "cells": .cells(point.missing),
        ])
    }
    return Reason(
      "incomplete", sentences.joined(separator: "; "), ["years": .tellings(tellings)])
  }

  func noTargetReasons(_ series: EmissionSeries, _ targets: TargetSet) -> [Reason] {
    if series.slice.part != nil {
      return [
        Reason(
          "partOfSector",
          "the text sets its goal for \(series.slice.sector.rawValue) as a whole, not for a part",
          ["sector": .slice(SectorSlice(series.slice.sector))])
      ]
    }
    if targets.silent.isEmpty {
      return [
        Reason(
          "noTarget",
          "no pack has a target for \(series.slice.label) \(series.pollutant.label)",
          Self.facts(of: series))
      ]
    }
    return targets.silent.map { Reason(silent: $0) }
  }

  private static func facts(of series: EmissionSeries) -> [String: Telling.Fact] {
    ["slice": .slice(series.slice), "pollutant": .pollutant(series.pollutant)]
  }

  func undetermined(
    _ targets: TargetSet, _ reasons: [Reason], _ assessed: AssessedYear?
  ) -> [Verdict] {
    let years: [Int?] = targets.targets.isEmpty ? [nil] : targets.targets.map(\.year)
    return years.map { year in
      Verdict(
        target: year, status: .undetermined, basis: nil, assessedYear: assessed?.point.year,
        isInherited: false, isFlagged: false, reasons: reasons)
    }
  }
}
