// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Projections as an assessment makes them. Expected numbers were worked out apart from the program
/// in Python with numpy and scipy 1.17.1: least squares for the line, quadrature over χ² for P.
@Suite struct SeriesProjectionTests {
  /// Six years of a made municipality, kg/yr, from the baseline year on.
  private static let years = [1000.0, 975, 955, 930, 915, 895]

  private static func assess(
    _ dataset: Dataset? = nil, assuming assumptions: [(String, String)] = []
  ) throws -> AssessmentResult {
    let library = try RealData.requireLibrary()
    let records = try assumptions.map { try library.record(key: $0.0, assuming: $0.1) }
    let policy = try RealData.requirePolicy([
      PolicyPack(
        id: "test", title: "", date: "", kind: .user, isDefault: false, isSecondHand: false,
        order: .max, records: records, file: "")
    ])
    return Assessor.assess(
      dataset.map { [$0] } ?? [], reference: try RealData.requireReference(), policy: policy,
      options: AssessmentOptions())
  }

  /// A municipality with emissions from 2019 on, or several areas that share them.
  private static func dataset(
    _ emissions: [Double], areas: [Int] = [], plan: [PlanPoint] = [],
    correlations: [ZoneCorrelation] = []
  ) throws -> Dataset {
    let boundary = BoundaryID(rawValue: "er-default")
    let territories: [Territory] =
      areas.isEmpty
      ? [.municipality(code: "GM9901")]
      : try areas.map { .ring(AreaCode(rawValue: $0), try #require(Ring(label: "inside"))) }
    let records = territories.flatMap { territory in
      emissions.enumerated().map { offset, emission in
        EmissionRecord(
          territory: territory, activity: .slice(SectorSlice(.agriculture), boundary: boundary),
          pollutant: .nh3, year: 2019 + offset, emission: EmissionRate(kilogramsPerYear: emission),
          vintage: Vintage(rawValue: "made"), origin: RowReference(file: "made", line: offset + 2))
      }
    }
    return Dataset(
      name: "made", title: "", folder: "", grade: .made, boundary: nil, records: records,
      names: [:], files: [], plan: plan, correlations: correlations)
  }

  private static func municipality(_ result: AssessmentResult) throws -> Assessment {
    try #require(
      RealAssessmentTests.find(
        result, .municipality(code: "GM9901"), .agriculture, .nh3))
  }

  // MARK: - The nation

  @Test func theNationsLineAndProbabilitiesAgreeWithQuadrature() throws {
    let result = try Self.assess(assuming: [("uncertainty.rho", "0.9")])
    let nation = try #require(RealAssessmentTests.find(result, .nation, .agriculture, .nh3))
    let projection = try #require(nation.projections.first)
    let trend = try #require(projection.trend)
    #expect(trend.years == [2015, 2019, 2020, 2021, 2022, 2023])
    expectClose(trend.slope, -0.0136212394, relative: 1e-8)
    expectClose(trend.residual, 0.00023495879037399746.squareRoot(), relative: 1e-9)
    #expect(trend.degreesOfFreedom == 4)
    #expect(projection.draws == nil)
    #expect(projection.probabilities.map(\.rho) == [0.9, 0.8, 0.95])
    #expect(projection.probabilities.map(\.isGiven) == [true, false, false])
    let expected: [Double: (low: Double, high: Double, low35: Double)] = [
      0.8: (0.09300888912960759, 0.0506940100721911, 0.001165413954360535),
      0.9: (0.044384457978129455, 0.019178790650623476, 0.0008103631692924539),
      0.95: (0.02158242009742802, 0.008956867374634839, 0.0007071034534677594),
    ]
    for one in projection.probabilities {
      let known = try #require(expected[one.rho])
      let near = try #require(one.targets.first { $0.year == 2030 })
      let far = try #require(one.targets.first { $0.year == 2035 })
      expectClose(near.low, known.low, relative: 1e-8)
      expectClose(near.high, known.high, relative: 1e-8)
      expectClose(far.low, known.low35, relative: 1e-7)
    }
    #expect(nation.verdicts.map(\.status) == [.offTrack, .offTrack])
  }

  /// POLICY 8.4 wants no silent default: without a correlation the path alone decides.
  @Test func withoutACorrelationThePathDecidesAndTheShownOnesStand() throws {
    let nation = try #require(
      RealAssessmentTests.find(try Self.assess(), .nation, .agriculture, .nh3))
    #expect(nation.verdicts.map(\.status) == [.atRisk, .atRisk])
    #expect(nation.verdicts.allSatisfy { $0.probability == nil })
    #expect(
      nation.verdicts.allSatisfy {
        $0.reasons.contains { $0.code == "unresolved(uncertainty.rho)" }
      })
    let projection = try #require(nation.projections.first)
    #expect(projection.probabilities.map(\.rho) == [0.8, 0.9, 0.95])
    #expect(projection.probabilities.allSatisfy { !$0.isGiven })
    let result = try Self.assess()
    #expect(result.unresolved.contains { $0.key == "uncertainty.rho" })
    #expect(result.unresolved.contains { $0.key == "uncertainty.mobility.NOx" })
  }

  // MARK: - A series of its own

  @Test(arguments: [
    ("lower", 0.374443115479423), ("midpoint", 0.28393000777100147), ("upper", 0.20451783639107668),
  ])
  func theEdgeThatDecidesIsThatOfTheReading(reading: String, expected: Double) throws {
    let result = try Self.assess(
      Self.dataset(Self.years),
      assuming: [("uncertainty.rho", "0.9"), ("reading.A02", reading)])
    let verdict = try #require(try Self.municipality(result).verdict(for: 2030))
    expectClose(try #require(verdict.probability), expected, relative: 1e-8)
  }

  @Test func aHalfLifeWeighsLateYears() throws {
    let result = try Self.assess(
      Self.dataset(Self.years),
      assuming: [("uncertainty.rho", "0.9"), ("projection.half-life", "3")])
    let verdict = try #require(try Self.municipality(result).verdict(for: 2030))
    expectClose(try #require(verdict.probability), 0.3576819918655745, relative: 1e-8)
  }

  @Test func threeYearsAreTooFew() throws {
    let result = try Self.assess(
      Self.dataset(Array(Self.years.prefix(3))), assuming: [("uncertainty.rho", "0.9")])
    let row = try Self.municipality(result)
    #expect(row.projections.isEmpty)
    #expect(
      row.noProjection?.sentence
        == "read from the path alone: 3 whole years since 2011, a probability needs 4")
    #expect(row.verdicts.allSatisfy { $0.probability == nil && $0.status != .undetermined })
  }

  @Test func anEmissionThatEndedHasNoLine() throws {
    let result = try Self.assess(
      Self.dataset([1000, 800, 600, 400, 200, 0]), assuming: [("uncertainty.rho", "0.9")])
    let row = try Self.municipality(result)
    #expect(row.noProjection?.code == "noTrend")
    #expect(
      row.noProjection?.sentence
        == "read from the path alone: the emission of 2024 is 0, which has no logarithm")
  }

  @Test(arguments: ["robust", "ar1", "none", "plan"])
  func otherModelsSayWhatTheyAreOrWhyNot(model: String) throws {
    let result = try Self.assess(
      Self.dataset([1000, 978, 951, 932, 917, 893]),
      assuming: [("uncertainty.rho", "0.9"), ("projection.model", model)])
    let row = try Self.municipality(result)
    switch model {
    case "robust":
      let trend = try #require(row.projections.first?.trend)
      #expect(row.projections.first?.model == .robust)
      #expect((-0.024 ... -0.020).contains(trend.slope))
    case "ar1":
      #expect(
        row.projections.first?.model == .autoregressive
          || row.noProjection?.sentence.contains("how far errors follow") == true)
    case "none": #expect(row.noProjection?.code == "noProjection")
    default:
      #expect(
        row.noProjection?.sentence
          == "read from the path alone: there is no plan for this sector here")
    }
  }

  // MARK: - A plan

  private static func point(_ year: Int, _ rate: Double, _ spread: Double) -> PlanPoint {
    PlanPoint(
      territory: .municipality(code: "GM9901"), slice: SectorSlice(.agriculture), pollutant: .nh3,
      year: year, rate: Fraction(rate), spread: Fraction(spread), evidence: .enforceableLaw,
      origin: RowReference(file: "plan.csv", line: year - 2028))
  }

  /// Φ of (ln(1 - τ) - ln(1 - rate)) over the root of ln(1 + (spread/(1 - rate))²) + s² + (2 w - s²).
  @Test func aPlanIsFollowedWithItsSpread() throws {
    let dataset = try Self.dataset(
      Self.years, plan: [Self.point(2030, 0.30, 0.02), Self.point(2035, 0.50, 0.04)])
    let row = try Self.municipality(
      Self.assess(dataset, assuming: [("uncertainty.rho", "0.9"), ("projection.model", "plan")]))
    let projection = try #require(row.projections.first)
    #expect(projection.model == .plan && projection.trend == nil)
    expectClose(
      try #require(projection.probability(of: 2030)).low, 0.947393429075148, relative: 1e-8)
    expectClose(
      try #require(projection.probability(of: 2035)).low, 0.9408972043946178, relative: 1e-8)
    expectClose(
      try #require(projection.fan.first { $0.year == 2030 }).median.value, 0.30, relative: 1e-9)
  }

  // MARK: - Areas together

  @Test func areasAreTakenTogetherOnlyWithACorrelation() throws {
    let dataset = try Self.dataset(Self.years, areas: [57, 58])
    let silent = try Self.assess(dataset, assuming: [("uncertainty.rho", "0.9")])
    #expect(silent.joint.isEmpty)
    #expect(silent.unresolved.contains { $0.key == "uncertainty.zone-correlation" })
    let one = try #require(
      RealAssessmentTests.find(silent, .area(AreaCode(rawValue: 57)), .agriculture, .nh3))
    let alone = try #require(one.projections.first?.probability(of: 2030)).low
    let whole = try Self.assess(
      dataset, assuming: [("uncertainty.rho", "0.9"), ("uncertainty.zone-correlation", "1")])
    let joint = try #require(whole.joint.first)
    #expect(joint.areas.map(\.rawValue) == [57, 58] && joint.leftOut.isEmpty)
    expectClose(joint.baseline.kilogramsPerYear, 2000, relative: 1e-12)
    let together = try #require(joint.projection.probability(of: 2030))
    #expect(abs(together.low - alone) < 3 * together.standardError + 1e-9)
    #expect(together.standardError > 0)
  }

  @Test func correlationsThatContradictOneAnotherAreRefusedAtTheirRow() throws {
    func pair(_ first: Int, _ second: Int, _ value: Double, line: Int) -> ZoneCorrelation {
      ZoneCorrelation(
        sector: .agriculture, pollutant: .nh3, first: AreaCode(rawValue: first),
        second: AreaCode(rawValue: second), value: value,
        origin: RowReference(file: "zone-correlations.csv", line: line))
    }
    let dataset = try Self.dataset(
      Self.years, areas: [57, 58, 61],
      correlations: [
        pair(57, 58, 0.9, line: 2), pair(57, 61, 0.9, line: 3), pair(58, 61, -0.9, line: 4),
      ])
    let found = ZoneCorrelationMatrix.check([dataset], policy: try RealData.requirePolicy())
    #expect(
      found.map(\.text) == [
        "zone-correlations.csv:3: error: agriculture NH3: the correlations are not positive "
          + "definite: those of the first 2 series can hold together, with '61' they contradict one "
          + "another; correlations nearer to 0 can hold"
      ])
    // Whoever assesses without that check is told all the same, and gets no sum.
    let result = try Self.assess(dataset, assuming: [("uncertainty.rho", "0.9")])
    #expect(result.joint.isEmpty)
    let findings = result.findings.filter { $0.code == "zonesNotTakenTogether" }
    #expect(findings.count == 1)
    #expect(
      findings.first?.message.hasPrefix(
        "the areas of dataset made are not taken together for agriculture NH3: the correlations are "
          + "not positive definite") == true)
  }
}
