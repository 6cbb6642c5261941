// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenReports

/// A small result made by hand: the nation, one province, one area with gaps.
///
/// Every figure is made up; nothing here says anything about any place.
enum SampleResult {
  static let vintage = Vintage(rawValue: "made 2024")
  static let boundary = BoundaryID(rawValue: "made-boundary")
  static let area = AreaCode(rawValue: 23)
  static let province = Territory.province(code: "PV21")
  static let target: PolicyKey = "target.agriculture.NH3.2035"

  static let policy: Policy = {
    let origin = RowReference(file: "made.yaml", line: 1)
    let law = PolicyPack(
      id: "made-law", title: "A law made up for tests", date: "2026-01-01", kind: .law,
      isDefault: true, isSecondHand: true, order: 10,
      records: [
        PolicyRecord(
          key: target, value: .band(low: 0.5, high: 0.625), unit: "fraction", status: .stated,
          kind: .statutory, origin: origin),
        PolicyRecord(
          key: "target.mobility.NOx.2030", value: nil, unit: "fraction", status: .silent,
          origin: origin),
        PolicyRecord(
          key: "boundary.default", value: .text("made-boundary"), unit: "none",
          status: .assumed, ambiguity: "A05", origin: origin),
      ], file: "made.yaml")
    let user = PolicyPack(
      id: "mine", title: "Mine", date: "2026-02-01", kind: .user, isDefault: false,
      isSecondHand: false, order: 90,
      records: [
        PolicyRecord(
          key: "reading.A02", value: .text("upper"), unit: "none", status: .assumed,
          ambiguity: "A02", note: "says \"upper\"\n", origin: origin)
      ], file: "mine.yaml")
    return Policy(packs: [law, user])
  }()

  static let reference = ReferenceData(
    catalogue: AreaCatalogue(
      areas: [
        Area(
          code: area, name: "Fochteloërveen", directive: nil, provinces: ["Drenthe", "Fryslân"],
          surface: nil, representativePoint: nil, nitrogenSensitive: nil,
          inDepositionMonitor: nil, origin: RowReference(file: "areas.csv", line: 2))
      ], aliases: [], provinces: []),
    boundaries: [:],
    inventory: NationalInventory(records: [], totals: [], zones: [], provinceFigures: []),
    files: [])

  static func point(
    _ year: Int, _ kilograms: Double?, missing: [String] = [], line: Int = 2
  ) -> SeriesPoint {
    SeriesPoint(
      year: year, emission: kilograms.map { EmissionRate(kilogramsPerYear: $0) },
      missing: missing, provenance: .stated, vintage: vintage, basis: .stated,
      rows: [RowReference(file: "made, \"x\".csv", line: line)])
  }

  /// An assessment with a verdict: 12.5 % less in 2024, asked 15.6 to 19.5 %.
  static func assessment(
    _ territory: Territory, _ sector: Sector, kilograms: Double, dataset: String?,
    inherited: Bool = false, shadow: Bool = false, boundary: BoundaryID = boundary
  ) -> Assessment {
    let baseline = Baseline(
      year: 2019, emission: EmissionRate(kilogramsPerYear: kilograms),
      provenance: inherited ? .derived(rule: "E x I") : .stated, vintage: vintage)
    let band = Band(low: Fraction(0.5), high: Fraction(0.625))
    let targets = policy[target].map {
      [Target(year: 2035, band: band, kind: .statutory, entry: $0)]
    }
    let verdict = Verdict(
      target: 2035, status: .offTrack, basis: .straightLine, assessedYear: 2024,
      isInherited: inherited, isFlagged: !inherited && !shadow,
      reasons: [Reason("belowPathOfYearBefore", "too little, too late")])
    return Assessment(
      territory: territory, dataset: dataset, grade: .made, slice: SectorSlice(sector),
      pollutant: .nh3, boundary: boundary, isShadow: shadow, missing: [], baseline: baseline,
      series: [
        AssessedYear(point: point(2019, kilograms), reduction: .zero),
        AssessedYear(point: point(2024, kilograms * 0.875, line: 3), reduction: Fraction(0.125)),
      ],
      path: [
        PathYear(year: 2024, band: Band(low: Fraction(0.15625), high: Fraction(0.1953125)))
      ],
      targets: targets ?? [], verdicts: [verdict],
      remainingGap: [
        TargetGap(
          target: 2035,
          low: baseline.remainingGap(reached: Fraction(0.125), required: band.low),
          high: baseline.remainingGap(reached: Fraction(0.125), required: band.high))
      ],
      pace: Pace(soFar: 0.025, fit: nil, needed: [.init(target: 2035, low: 0.03, high: 0.04)]),
      policyKeys: ["boundary.default", "reading.A02", target])
  }

  /// An assessment of which little is known.
  static func unknown(_ territory: Territory, _ sector: Sector, dataset: String?) -> Assessment {
    let missing = ["23 0-250 \(sector.rawValue) NH3 2024"]
    return Assessment(
      territory: territory, dataset: dataset, grade: .made, slice: SectorSlice(sector),
      pollutant: .nh3, boundary: boundary, isShadow: false, missing: missing, baseline: nil,
      series: [AssessedYear(point: point(2024, nil, missing: missing), reduction: nil)],
      path: [], targets: [],
      verdicts: [
        Verdict(
          target: nil, status: .undetermined, basis: nil, assessedYear: 2024,
          isInherited: false, isFlagged: false,
          reasons: [Reason("unknownCell", "the source leaves the figure open")])
      ], remainingGap: [], pace: .unknown, policyKeys: ["boundary.default"])
  }

  static let result: AssessmentResult = {
    let assessments = [
      assessment(.nation, .agriculture, kilograms: 114_000_000, dataset: nil),
      assessment(.nation, .industry, kilograms: 2_600_000, dataset: nil, shadow: true),
      assessment(province, .agriculture, kilograms: 14_068_000, dataset: "fryslan"),
      assessment(.area(area), .agriculture, kilograms: 63_200, dataset: "fryslan", inherited: true),
      unknown(.area(area), .industry, dataset: "fryslan"),
      assessment(.ring(area, .inside), .agriculture, kilograms: 12, dataset: "fryslan"),
    ]
    func flag(_ territory: Territory) -> Finding {
      Finding(
        territory: territory, slice: SectorSlice(.agriculture), pollutant: .nh3, target: 2035,
        code: "offTrack", severity: .hard, isFlag: true, message: "too little, too late")
    }
    return AssessmentResult(
      options: AssessmentOptions(asOf: 2025), policy: policy, reference: reference,
      datasets: [
        DatasetSummary(
          name: "fryslan", title: "Fryslân, made", folder: "made/fryslan", grade: .made, rows: 9,
          unknownCells: 1, areas: 1)
      ],
      assessments: assessments,
      closure: [
        ClosureCheck(
          kind: .zonesToProvince, territory: province, dataset: "fryslan", ring: nil,
          slice: SectorSlice(.agriculture), pollutant: .nh3, year: 2024,
          sum: EmissionRate(kilogramsPerYear: 55_300),
          reference: EmissionRate(kilogramsPerYear: 12_309_500), isUpperBound: true,
          isComplete: false, note: "upper bound")
      ],
      unresolved: [
        UnresolvedKey(
          key: "target.mobility.NOx.2030", entry: policy["target.mobility.NOx.2030"],
          neededFor: "a target for mobility NOx")
      ],
      findings: [.nation, province, .ring(area, .inside)].map(flag),
      names: [province: "Fryslân"])
  }()

  static let run = RunRecord(
    tool: RunRecord.Tool(name: "stikstof", version: "0.0.0"),
    policy: [RunRecord.PolicyFile(id: "made-law", sha256: String(repeating: "a", count: 64))],
    inputs: [RunRecord.File(path: "made, \"x\".csv", sha256: String(repeating: "b", count: 64))],
    options: [("asOf", .integer(2025)), ("boundary", .null)],
    failures: [RunRecord.FailedDataset(folder: "made/broken", message: "2 errors in its files")])

  static func text(_ format: some ResultFormat) -> String {
    var text = ""
    format.write(result, run: run, to: &text)
    return text
  }
}
