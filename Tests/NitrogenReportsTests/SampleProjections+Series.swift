// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore

extension SampleProjections {
  /// A series of many years, some of them derived or provisional, with a corridor and two targets.
  static func long(rho: Double?) -> Assessment {
    let row = SampleResult.assessment(
      .area(SampleResult.area), .agriculture, kilograms: 63_200, dataset: "fryslan")
    let asked = [(year: 2030, low: 0.23, high: 0.25), (year: 2035, low: 0.42, high: 0.46)]
    let series = (2012...2025).map { year in
      let reduction =
        year == 2019 ? 0 : 0.021 * Double(year - 2019) + 0.012 * sin(Double(year) * 2.5)
      return AssessedYear(
        point: SeriesPoint(
          year: year, emission: EmissionRate(kilogramsPerYear: 63_200 * (1 - reduction)),
          provenance: year < 2015 ? .derived(rule: "E x I") : .stated,
          vintage: SampleResult.vintage, basis: year < 2015 ? .nationalIndex : .stated,
          provisional: year == 2025,
          rows: [RowReference(file: "made.csv", line: year - 2010)]),
        reduction: Fraction(reduction))
    }
    let path = (2019...2035).map { year in
      let share = Double(year - 2019)
      let band =
        year <= 2030
        ? (share / 11 * 0.23, share / 11 * 0.25)
        : (0.23 + Double(year - 2030) / 5 * 0.19, 0.25 + Double(year - 2030) / 5 * 0.21)
      return PathYear(year: year, band: Band(low: Fraction(band.0), high: Fraction(band.1)))
    }
    return Assessment(
      territory: row.territory, dataset: row.dataset, grade: row.grade, slice: row.slice,
      pollutant: row.pollutant, boundary: row.boundary, isShadow: false, missing: [],
      baseline: row.baseline, series: series, path: path,
      targets: asked.compactMap { target in
        SampleResult.policy[SampleResult.target].map {
          Target(
            year: target.year,
            band: Band(low: Fraction(target.low), high: Fraction(target.high)),
            kind: .statutory, entry: $0)
        }
      },
      verdicts: row.verdicts, remainingGap: row.remainingGap, pace: row.pace,
      projections: [
        projection(
          rho: rho, measures: ["fryslan/stable"], draws: 10_000, years: Array(2014...2024),
          targets: asked),
        projection(
          .additionalMeasures, rho: rho, measures: ["fryslan/stable", "fryslan/buyout"], taken: 0.1,
          draws: 10_000, years: Array(2014...2024), targets: asked),
      ], policyKeys: row.policyKeys)
  }

  /// A target whose year has passed, 56 % of it left: the values of finding 6 of the policy, for
  /// 44 % less against 42 % asked.
  static func passed(rho: Double?) -> Assessment {
    let row = SampleResult.assessment(
      .area(SampleResult.area), .agriculture, kilograms: 100_000, dataset: "fryslan")
    func at(_ rho: Double, _ low: Double, isGiven: Bool) -> Projection.AtCorrelation {
      Projection.AtCorrelation(
        rho: rho, isGiven: isGiven,
        targets: [TargetProbability(year: 2035, low: low, high: 0.4, standardError: 0)])
    }
    return Assessment(
      territory: row.territory, dataset: row.dataset, grade: row.grade, slice: row.slice,
      pollutant: row.pollutant, boundary: row.boundary, isShadow: false, missing: [],
      baseline: row.baseline,
      series: [
        row.series[0],
        AssessedYear(point: SampleResult.point(2035, 56_000), reduction: Fraction(0.44)),
      ],
      path: [],
      targets: row.targets.map {
        Target(
          year: 2035, band: Band(low: Fraction(0.42), high: Fraction(0.46)), kind: $0.kind,
          entry: $0.entry)
      },
      verdicts: row.verdicts, remainingGap: [], pace: row.pace,
      projections: [
        Projection(
          model: .none, measureSet: .existingMeasures, measures: [], trend: nil,
          uncertainty: Fraction(0.23),
          probabilities: [at(0.9, 0.752, isGiven: true), at(0, 0.585, isGiven: false)],
          fanCorrelation: 0.9, fan: [], shares: [], draws: nil)
      ], policyKeys: row.policyKeys)
  }
}
