// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenReports

/// The sample with projections made by hand: with and without a given correlation, with existing and
/// additional measures, in closed form and drawn, inherited, together, and none with a reason.
///
/// Every figure is made up; nothing here says anything about any place.
enum SampleProjections {
  static let shown = [0.8, 0.9, 0.95]
  static let uncertainty: PolicyKey = "uncertainty.agriculture.NH3"
  static let municipality = Territory.municipality(code: "GM0001")

  static func policy(rho: Double?) -> Policy {
    let origin = RowReference(file: "chances.yaml", line: 1)
    func record(_ key: PolicyKey, _ value: PolicyValue?, _ status: PolicyStatus) -> PolicyRecord {
      PolicyRecord(
        key: key, value: value, unit: "fraction", status: status,
        reference: PolicyReference(
          document: "made-report", chapter: "Table 1", firstLine: nil, lastLine: nil, keyword: nil),
        origin: origin)
    }
    let chances = PolicyPack(
      id: "made-chances", title: "Chances made up for tests", date: "2026-01-01", kind: .report,
      isDefault: true, isSecondHand: false, order: 20,
      records: [
        record(uncertainty, .number(0.23), .stated),
        record("uncertainty.rho", rho.map { .number($0) }, rho == nil ? .silent : .assumed),
        record("uncertainty.rho.shown", .numbers(shown), .assumed),
        record("status.probability.met", .number(0.9), .assumed),
        record("status.probability.on-track", .number(0.66), .assumed),
        record("status.probability.at-risk", .number(0.33), .assumed),
      ], file: "chances.yaml")
    return Policy(packs: SampleResult.policy.packs + [chances])
  }

  /// A projection whose ln(E/B) is normal: -0.035 a year from 2019 on, less what measures take away,
  /// with a standard deviation that grows by 0.004 a year.
  static func projection(
    _ set: MeasureSet = .existingMeasures, rho given: Double?, measures: [String] = [],
    taken: Double = 0, draws: Int? = nil, years: [Int] = [2019, 2024],
    targets: [(year: Int, low: Double, high: Double)] = [(2035, 0.5, 0.625)]
  ) -> Projection {
    func location(_ year: Int) -> Double { -0.035 * Double(year - 2019) + log(1 - taken) }
    func spread(_ year: Int, _ rho: Double) -> Double {
      let inventory = 0.23 / 2 * sqrt(2 * (1 - rho))
      let trend = 0.004 * Double(year - 2019)
      return sqrt(inventory * inventory + trend * trend)
    }
    func probability(_ year: Int, _ reduction: Double, _ rho: Double) -> Double {
      erfc(-(log(1 - reduction) - location(year)) / spread(year, rho) / sqrt(2)) / 2
    }
    func at(_ rho: Double, isGiven: Bool) -> Projection.AtCorrelation {
      Projection.AtCorrelation(
        rho: rho, isGiven: isGiven,
        targets: targets.map { target in
          TargetProbability(
            year: target.year, low: probability(target.year, target.low, rho),
            high: probability(target.year, target.high, rho),
            standardError: draws.map { 0.5 / Double($0).squareRoot() } ?? 0)
        })
    }
    let fanRho = given ?? 0.9
    let share = pow(0.064 / spread(2035, fanRho), 2)
    return Projection(
      model: .logLinear, measureSet: set, measures: measures,
      trend: Projection.Trend(
        years: years, slope: -0.035, standardError: 0.004, residual: 0.015,
        degreesOfFreedom: 8),
      uncertainty: Fraction(0.23),
      probabilities: (given.map { [at($0, isGiven: true)] } ?? [])
        + shown.filter { $0 != given }.map { at($0, isGiven: false) },
      fanCorrelation: fanRho,
      fan: (2025...2035).map { year in
        FanYear(
          year: year,
          reductions: [1.959_964, 0.994_458, 0, -0.994_458, -1.959_964].map { z in
            Fraction(1 - exp(location(year) + z * spread(year, fanRho)))
          })
      },
      shares: [
        UncertaintyShares(
          year: 2035, parameters: share * 0.75, residual: share * 0.25 - (taken > 0 ? 0.02 : 0),
          measures: taken > 0 ? 0.02 : 0, inventory: 1 - share)
      ],
      draws: draws,
      course: (2025...2035).map { year in
        Projection.CourseYear(
          year: year, location: -0.035 * Double(year - 2019),
          factor: year < 2030 ? 1 : 1 - taken)
      })
  }

  static func both(rho: Double?) -> [Projection] {
    [
      projection(rho: rho, measures: ["fryslan/stable"], taken: 0.04, draws: 10_000),
      projection(
        .additionalMeasures, rho: rho, measures: ["fryslan/stable", "fryslan/buyout"], taken: 0.15,
        draws: 10_000),
    ]
  }

  /// A sample assessment with more said about where it is heading.
  static func with(
    _ row: Assessment, _ projections: [Projection] = [], none: Reason? = nil,
    status: Status? = nil, reasons: [Reason] = []
  ) -> Assessment {
    let verdicts = row.verdicts.map { verdict in
      Verdict(
        target: verdict.target, status: status ?? verdict.status, basis: verdict.basis,
        assessedYear: verdict.assessedYear, isInherited: verdict.isInherited,
        isFlagged: verdict.isFlagged, isProvisional: verdict.isProvisional,
        reasons: verdict.reasons + reasons,
        probability: verdict.target.flatMap { projections.first?.probability(of: $0)?.low },
        consequence: verdict.consequence)
    }
    return Assessment(
      territory: row.territory, dataset: row.dataset, grade: row.grade, slice: row.slice,
      pollutant: row.pollutant, boundary: row.boundary, isShadow: row.isShadow,
      missing: row.missing, baseline: row.baseline, series: row.series, path: row.path,
      targets: row.targets, verdicts: verdicts, remainingGap: row.remainingGap, pace: row.pace,
      projections: projections, noProjection: none,
      policyKeys: (row.policyKeys + [uncertainty]).sorted())
  }

  static func result(rho: Double?) -> AssessmentResult {
    let sample = SampleResult.result.assessments
    let local = Reason("noLocalSeries", "one stated year says nothing of a trend")
    let few = Reason("tooFewYearsForProbability", "2 years are stated, 4 are needed")
    let open = Reason("unknownCell", "the source leaves the figure open")
    let path =
      rho == nil
      ? [Reason("unresolved(uncertainty.rho)", "policy gives no correlation of two years")] : []
    let town = SampleResult.assessment(
      municipality, .agriculture, kilograms: 399_100, dataset: "town")
    let assessments = [
      with(sample[0], both(rho: rho), reasons: path),
      with(sample[1], [projection(rho: rho)], reasons: path),
      with(
        SampleResult.assessment(
          SampleResult.province, .agriculture, kilograms: 14_068_000, dataset: "fryslan",
          inherited: true), none: local, reasons: path),
      with(town, none: few, status: .onTrack, reasons: [few]),
      with(
        SampleResult.assessment(
          .area(SampleResult.area), .agriculture, kilograms: 63_200, dataset: "fryslan"),
        both(rho: rho), reasons: path),
      with(sample[4], none: open),
      with(sample[5], [projection(rho: rho)], reasons: path),
    ]
    func joint(_ projection: Projection) -> JointProjection {
      JointProjection(
        dataset: "fryslan", slice: SectorSlice(.agriculture), pollutant: .nh3,
        areas: [SampleResult.area, AreaCode(rawValue: 24)], leftOut: [AreaCode(rawValue: 25)],
        zoneCorrelation: 0.5, baseline: EmissionRate(kilogramsPerYear: 126_400),
        projection: projection)
    }
    let base = SampleResult.result
    return AssessmentResult(
      options: AssessmentOptions(asOf: 2025, seed: 7), policy: policy(rho: rho),
      reference: base.reference, datasets: base.datasets, assessments: assessments,
      joint: both(rho: rho).map(joint), closure: base.closure, unresolved: base.unresolved,
      findings: base.findings,
      names: base.names.merging([municipality: "Made"]) { first, _ in first })
  }

  static func text(_ format: some ResultFormat, rho: Double?) -> String {
    var text = ""
    format.write(result(rho: rho), run: SampleResult.run, to: &text)
    return text
  }

  /// The text of a result with these assessments, and a flag for each of its own that is off track.
  static func text(
    _ format: some ResultFormat, of assessments: [Assessment], rho: Double?,
    national: [Assessment] = [], reference: ReferenceData = SampleResult.reference
  ) -> String {
    let base = SampleResult.result
    let findings = assessments.flatMap { row in
      row.verdicts.filter { $0.isFlagged && $0.status == .offTrack }.map { verdict in
        Finding(
          territory: row.territory, slice: row.slice, pollutant: row.pollutant,
          target: verdict.target, code: verdict.status.rawValue, severity: .hard, isFlag: true,
          message: "too little, too late")
      }
    }
    let result = AssessmentResult(
      options: base.options, policy: policy(rho: rho), reference: reference,
      datasets: base.datasets, assessments: assessments, closure: [], unresolved: [],
      findings: findings, names: base.names, national: national)
    var text = ""
    format.write(result, run: SampleResult.run, to: &text)
    return text
  }
}
