// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenTestSupport
import Testing

@testable import NitrogenAssessment

/// Small tables whose withheld cells were worked out by hand; five farms are asked for, and bounds a
/// tenth away.
@Suite struct PublishedResultTests {
  /// A ring's agriculture in 2019 and 2023.
  struct Zone {
    var part: SectorPart?
    let ring: Int
    let farms: [Int?]
    let emission: [Double]
  }

  private static let rings = Ring.rings(outerBounds: [250, 500, 1000])
  private static let area = AreaCode(rawValue: 57)

  private static func assessed(
    _ zones: [Zone], disclosure: Disclosure = .protected, measures: [Measure] = [],
    policy: Policy? = nil
  ) throws -> AssessmentResult {
    let boundary = BoundaryID(rawValue: "er-default")
    let records = zones.flatMap { zone in
      zip([2019, 2023], zip(zone.farms, zone.emission)).map { year, amount in
        EmissionRecord(
          territory: .ring(area, rings[zone.ring]),
          activity: .slice(SectorSlice(.agriculture, zone.part), boundary: boundary),
          pollutant: .nh3, year: year, emission: EmissionRate(kilogramsPerYear: amount.1),
          vintage: Vintage(rawValue: "made"), origin: RowReference(file: "made", line: 2),
          sources: amount.0, disclosure: disclosure)
      }
    }
    let dataset = Dataset(
      name: "made", title: "", folder: "", grade: .made, boundary: nil, records: records,
      names: [:], files: [], measures: measures)
    return Assessor.assess(
      [dataset], reference: try RealData.requireReference(),
      policy: try policy ?? RealData.requirePolicy(), options: AssessmentOptions())
  }

  /// The withheld figures of agriculture NH3, such as `0-250 agriculture.housing`.
  private static func withheld(_ result: AssessmentResult) -> [String] {
    result.assessments.filter(\.isWithheld).map {
      "\($0.territory.ring?.label ?? "area") \($0.slice.label)"
    }
  }

  private static func rings(_ zones: [(farms: [Int?], emission: [Double])]) -> [Zone] {
    zones.enumerated().map { Zone(ring: $0, farms: $1.farms, emission: $1.emission) }
  }

  @Test func theSmallestRingGoesWithOneOfFewFarms() throws {
    let result = try Self.assessed(
      Self.rings([([2, 2], [100, 90]), ([10, 10], [400, 380]), ([20, 20], [1_000, 900])]))
    #expect(Self.withheld(result).isEmpty)
    #expect(Self.withheld(result.published()) == ["inside agriculture", "0-250 agriculture"])
  }

  /// 3 kg more or less cannot hide 100 kg within a tenth: the next ring goes, and the small one stays.
  @Test func aRingTooSmallToHideAnotherIsNotTakenForIt() throws {
    let result = try Self.assessed(
      Self.rings([([2, 2], [100, 90]), ([10, 10], [3, 3]), ([20, 20], [1_000, 900])])
    ).published()
    #expect(Self.withheld(result) == ["inside agriculture", "250-500 agriculture"])
  }

  /// Two and two farms make four, whose sum would be the area less the third ring.
  @Test func twoRingsOfTwoFarmsDoNotHideEachOther() throws {
    let result = try Self.assessed(
      Self.rings([([2, 2], [100, 90]), ([2, 2], [110, 90]), ([20, 20], [1_000, 900])])
    ).published()
    #expect(
      Self.withheld(result)
        == ["inside agriculture", "0-250 agriculture", "250-500 agriculture"])
  }

  @Test func anAreaOfFewFarmsIsWithheldAsAWhole() throws {
    let result = try Self.assessed(
      Self.rings([([2, 2], [100, 90]), ([1, 1], [110, 90])])
    ).published()
    #expect(
      Self.withheld(result) == ["area agriculture", "inside agriculture", "0-250 agriculture"])
  }

  @Test func ringsWithoutFarmsAreShownAsZero() throws {
    let result = try Self.assessed(
      Self.rings([([0, 0], [0, 0]), ([8, 8], [110, 90]), ([9, 9], [200, 180])])
    ).published()
    #expect(Self.withheld(result).isEmpty)
  }

  /// That two farms are gone is told by no zero; that ten are, is.
  @Test func aRingIsWithheldInAllYearsForTheSakeOfOne() throws {
    let result = try Self.assessed(
      Self.rings([
        ([2, 0], [100, 0]), ([10, 0], [400, 0]), ([6, 4], [300, 200]), ([20, 20], [1_000, 900]),
      ])
    ).published()
    let withheld = Self.withheld(result)
    #expect(withheld.contains("inside agriculture"))
    #expect(withheld.contains("250-500 agriculture"))
    #expect(!withheld.contains("0-250 agriculture"))
    for one in result.assessments where one.isWithheld {
      #expect(one.series.map(\.point.year) == [2019, 2023])
      #expect(one.series.allSatisfy { $0.point.emission == nil && $0.point.isWithheld })
    }
  }

  /// Housing of 2 farms within 250 m; the smallest rectangle with it is that with storage.
  @Test func aPartGoesWithThePartsThatWouldTellIt() throws {
    let result = try Self.assessed([
      Zone(part: .housing, ring: 0, farms: [2, 2], emission: [100, 90]),
      Zone(part: .storage, ring: 0, farms: [8, 8], emission: [50, 50]),
      Zone(part: .field, ring: 0, farms: [30, 30], emission: [900, 800]),
      Zone(part: .housing, ring: 1, farms: [20, 20], emission: [1_000, 900]),
      Zone(part: .storage, ring: 1, farms: [20, 20], emission: [300, 300]),
      Zone(part: .field, ring: 1, farms: [50, 50], emission: [2_000, 1_900]),
    ]).published()
    #expect(
      Self.withheld(result) == [
        "inside agriculture.housing", "inside agriculture.storage",
        "0-250 agriculture.housing", "0-250 agriculture.storage",
      ])
  }

  /// What a sector has beside its parts is shown nowhere and would follow from them.
  @Test func whatIsLeftBesideThePartsIsProtected() throws {
    let result = try Self.assessed([
      Zone(part: nil, ring: 0, farms: [2, 2], emission: [70, 60]),
      Zone(part: .housing, ring: 0, farms: [20, 20], emission: [1_000, 900]),
      Zone(part: nil, ring: 1, farms: [0, 0], emission: [0, 0]),
      Zone(part: .housing, ring: 1, farms: [30, 30], emission: [2_000, 1_900]),
    ]).published()
    #expect(
      Self.withheld(result).contains { $0.hasPrefix("inside ") },
      "the sector less its housing would be 70 kg of 2 farms")
  }

  @Test func whereCountsAreNotToldNothingIsShown() throws {
    let result = try Self.assessed(
      Self.rings([([nil, nil], [100, 90]), ([nil, nil], [400, 380])]))
    #expect(Self.withheld(result.published()).count == 3)
  }

  @Test func publishedFiguresStayAsTheyAre() throws {
    let zones = Self.rings([([2, 2], [100, 90]), ([10, 10], [400, 380])])
    let result = try Self.assessed(zones, disclosure: .published)
    let shown = result.published()
    #expect(Self.withheld(shown).isEmpty)
    #expect(shown.findings.map(\.message) == result.findings.map(\.message))
    #expect(shown.closure.count == result.closure.count)
  }

  @Test func wherePolicyIsSilentNothingProtectedIsShown() throws {
    let whole = try RealData.requirePolicy()
    let packs = whole.packs.map { pack in
      PolicyPack(
        id: pack.id, title: pack.title, date: pack.date, kind: pack.kind,
        isDefault: pack.isDefault, isSecondHand: pack.isSecondHand, order: pack.order,
        records: pack.records.filter { $0.key != DisclosureRule.minimumKey }, file: pack.file)
    }
    let policy = Policy(packs: packs)
    let result = try Self.assessed(
      Self.rings([([20, 20], [100, 90]), ([30, 30], [400, 380])]), policy: policy
    ).published()
    #expect(Self.withheld(result).count == 3)
    #expect(
      result.assessments.first(where: \.isWithheld)?.verdicts.first?.reasons.first?.sentence
        == "withheld: policy does not say how many farms must stand behind a figure")
  }

  @Test func aWithheldAssessmentHoldsNoFigure() throws {
    let result = try Self.assessed(
      Self.rings([([2, 2], [100, 90]), ([10, 10], [400, 380]), ([20, 20], [1_000, 900])]))
    let shown = result.published()
    let one = try #require(shown.assessments.first { $0.isWithheld })
    #expect(one.baseline == nil)
    #expect(one.series.allSatisfy { $0.reduction == nil && $0.point.rows.isEmpty })
    #expect(one.remainingGap.isEmpty)
    #expect(one.pace.soFar == nil && one.pace.fit == nil && one.pace.needed.isEmpty)
    #expect(one.projections.isEmpty)
    #expect(!one.verdicts.isEmpty)
    for verdict in one.verdicts {
      #expect(verdict.status == .undetermined && verdict.probability == nil)
      #expect(verdict.reasons.map(\.code) == ["withheld"])
      #expect(verdict.reasons.map(\.sentence) == ["withheld (fewer than 5 farms)"])
    }
    // The flags of withheld figures go with them; of those that are shown they stay.
    let subjects = Set(shown.assessments.filter(\.isWithheld).map(\.territory))
    #expect(
      shown.findings.allSatisfy { finding in
        finding.territory.map { !subjects.contains($0) || finding.target == nil } ?? true
      })
    #expect(shown.findings.contains { $0.code == "withheld" })
    #expect(
      result.findings.contains { finding in
        finding.isFlag && finding.territory.map(subjects.contains) == true
      }, "the whole result flags what is withheld, or this test shows nothing")
  }

  /// A measure in a ring takes away a share of the area that tells of the ring.
  @Test(arguments: [(2, true), (12, false)])
  func whatMeasuresDoIsNotToldBesideWithheldFigures(farms: Int, isWithheld: Bool) throws {
    let result = try Self.assessed(
      Self.rings([
        ([farms, farms], [100, 90]), ([10, 10], [400, 380]), ([20, 20], [1_000, 900]),
      ])
    ).projectingAreas(with: ["buy-out"])
    let area = try #require(
      result.published().assessments.first { one in
        one.territory == .area(Self.area) && one.isProtected
      })
    #expect(area.projections.isEmpty == isWithheld)
    #expect((area.noProjection?.code == "withheld") == isWithheld)
    #expect(area.verdicts.contains { $0.status == .undetermined } == isWithheld)
    #expect(!area.isWithheld)
    #expect(area.series.compactMap(\.point.emission?.kilogramsPerYear) == [1_500, 1_370])
  }
}

extension AssessmentResult {
  /// The same with a projection of every area that counts measures.
  fileprivate func projectingAreas(with measures: [String]) -> AssessmentResult {
    let projection = Projection(
      model: .logLinear, measureSet: .existingMeasures, measures: measures, trend: nil,
      uncertainty: Fraction(0.1), probabilities: [], fanCorrelation: 0, fan: [], shares: [],
      draws: nil)
    return AssessmentResult(
      options: options, policy: policy, reference: reference, datasets: datasets,
      assessments: assessments.map { one in
        guard case .area = one.territory else { return one }
        return Assessment(
          territory: one.territory, dataset: one.dataset, grade: one.grade, slice: one.slice,
          pollutant: one.pollutant, boundary: one.boundary, isShadow: one.isShadow,
          missing: one.missing, baseline: one.baseline, series: one.series, path: one.path,
          targets: one.targets, verdicts: one.verdicts, remainingGap: one.remainingGap,
          pace: one.pace, projections: [projection], policyKeys: one.policyKeys)
      },
      joint: joint, closure: closure, unresolved: unresolved, findings: findings, names: names)
  }
}
