// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

/// A series made by hand: 100 t in 2019, 90 t in 2024, 23 to 25 % asked by 2030 and 42 to 46 % by 2035.
///
/// Every figure is made up; nothing here says anything about any place.
enum MadeSeries {
  static let area = AreaCode(rawValue: 23)
  static let vintage = Vintage(rawValue: "made 2024")

  static let entry: PolicyEntry? = {
    let key: PolicyKey = "target.agriculture.NH3.2035"
    let pack = PolicyPack(
      id: "made-law", title: "A law made up for tests", date: "2026-01-01", kind: .law,
      isDefault: true, isSecondHand: false, order: 10,
      records: [
        PolicyRecord(
          key: key, value: .band(low: 0.42, high: 0.46), unit: "fraction", status: .stated,
          kind: .statutory, origin: RowReference(file: "made.yaml", line: 1))
      ], file: "made.yaml")
    return Policy(packs: [pack])[key]
  }()

  static func band(_ low: Double, _ high: Double) -> Band {
    Band(low: Fraction(low), high: Fraction(high))
  }

  static func year(
    _ year: Int, _ tonnes: Double?, base: Double = 100, provenance: Provenance = .stated,
    provisional: Bool = false, missing: [String] = []
  ) -> AssessedYear {
    AssessedYear(
      point: SeriesPoint(
        year: year, emission: tonnes.map { EmissionRate.tonnes($0) }, missing: missing,
        provenance: provenance, vintage: vintage,
        basis: provenance == .stated ? .stated : .nationalIndex, provisional: provisional,
        rows: []),
      reduction: missing.isEmpty ? tonnes.map { Fraction(1 - $0 / base) } : nil)
  }

  static func assessment(
    _ territory: Territory = .area(area), basis: VerdictBasis = .path, years: [AssessedYear]? = nil,
    targets: Bool = true, fan: Bool = true, pace: Pace? = nil, slice: SectorSlice? = nil
  ) -> Assessment {
    let series =
      years ?? [
        year(2019, 100), year(2021, 97, provenance: .derived(rule: "E x I")), year(2024, 90),
        year(2025, 88, provisional: true),
      ]
    let asked = [(2030, band(0.23, 0.25)), (2035, band(0.42, 0.46))]
    let path = (2019...2035).map { year -> PathYear in
      let share = Double(year - 2019)
      return PathYear(
        year: year,
        band: year <= 2030
          ? band(share / 11 * 0.23, share / 11 * 0.25)
          : band(0.23 + Double(year - 2030) / 5 * 0.19, 0.25 + Double(year - 2030) / 5 * 0.21))
    }
    let baseline = Baseline(
      year: 2019, emission: .tonnes(100), provenance: .stated, vintage: vintage)
    let ahead = (2026...2035).map { year in
      FanYear(
        year: year,
        reductions: [-0.1, -0.04, 0, 0.04, 0.1].map {
          Fraction(0.1 + 0.02 * Double(year - 2024) + $0)
        })
    }
    let projection = Projection(
      model: .logLinear, measureSet: .existingMeasures, measures: [], trend: nil,
      uncertainty: Fraction(0.2), probabilities: [], fanCorrelation: 0.9, fan: ahead, shares: [],
      draws: nil)
    return Assessment(
      territory: territory, dataset: "made", grade: .made,
      slice: slice ?? SectorSlice(.agriculture), pollutant: .nh3,
      boundary: BoundaryID(rawValue: "made"), isShadow: false, missing: [], baseline: baseline,
      series: series, path: targets ? path : [],
      targets: targets
        ? asked.compactMap { asked in
          entry.map {
            Target(year: asked.0, band: asked.1, kind: .statutory, entry: $0)
          }
        } : [],
      verdicts: asked.map { asked in
        Verdict(
          target: asked.0, status: .atRisk, basis: basis, assessedYear: 2024, isInherited: false,
          isFlagged: false, reasons: [])
      },
      remainingGap: targets
        ? asked.map { asked in
          TargetGap(
            target: asked.0,
            low: baseline.remainingGap(reached: Fraction(0.1), required: asked.1.low),
            high: baseline.remainingGap(reached: Fraction(0.1), required: asked.1.high))
        } : [],
      pace: pace ?? .unknown, projections: fan ? [projection] : [], policyKeys: [])
  }

  static func result(
    _ assessments: [Assessment], name: String = "Made moor", context: AreaContext = AreaContext()
  ) -> AssessmentResult {
    let reference = ReferenceData(
      catalogue: AreaCatalogue(
        areas: [
          Area(
            code: area, name: name, directive: nil, provinces: ["Drenthe"], surface: nil,
            representativePoint: nil, nitrogenSensitive: nil, inDepositionMonitor: nil,
            origin: RowReference(file: "areas.csv", line: 2))
        ], aliases: [], provinces: []),
      boundaries: [:],
      inventory: NationalInventory(records: [], totals: [], zones: [], provinceFigures: []),
      context: context, files: [])
    return AssessmentResult(
      options: AssessmentOptions(), policy: Policy(packs: []), reference: reference, datasets: [],
      assessments: assessments, closure: [], unresolved: [], findings: [], names: [:])
  }

  static func narrator(
    _ assessments: [Assessment], _ language: Language = .english, name: String = "Made moor",
    context: AreaContext = AreaContext()
  ) -> Narrator {
    Narrator(result(assessments, name: name, context: context), words: Words(language))
  }
}
