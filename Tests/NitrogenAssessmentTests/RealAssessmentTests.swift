// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

/// The assessment of the embedded real figures.
@Suite struct RealAssessmentTests {
  static func assess(
    _ datasets: [Dataset], _ options: AssessmentOptions = AssessmentOptions()
  ) throws -> AssessmentResult {
    Assessor.assess(
      datasets, reference: try RealData.requireReference(),
      policy: try RealData.requirePolicy(), options: options)
  }

  static func find(
    _ result: AssessmentResult, _ territory: Territory, _ sector: Sector, _ pollutant: Pollutant,
    boundary: String? = nil
  ) -> Assessment? {
    result.assessments.first {
      $0.territory == territory && $0.slice == SectorSlice(sector) && $0.pollutant == pollutant
        && (boundary == nil || $0.boundary.rawValue == boundary)
    }
  }

  /// ER 1990-2023 final: 113.98271 kt in 2019, 105.075635 kt in 2023.
  @Test func agricultureOfTheNationIsAtRiskIn2023() throws {
    let nation = try #require(Self.find(try Self.assess([]), .nation, .agriculture, .nh3))
    let last = try #require(nation.series.last)
    #expect(last.point.year == 2023)
    expectClose(try #require(last.reduction).value, 1 - 105.075635 / 113.98271, relative: 1e-12)
    #expect(nation.verdicts.map(\.target) == [2030, 2035])
    #expect(nation.verdicts.map(\.status) == [.atRisk, .atRisk])
    #expect(nation.verdicts.map(\.isFlagged) == [false, false])
    let ceilings = try #require(nation.baseline)
    expectClose(
      ceilings.ceiling(for: Fraction(0.42)).kilotonnesPerYear, 66.1, relative: 0, absolute: 0.05)
    expectClose(
      ceilings.ceiling(for: Fraction(0.46)).kilotonnesPerYear, 61.6, relative: 0, absolute: 0.05)
  }

  @Test func agricultureOfTheNationIsOffTrackAsOf2021() throws {
    let result = try Self.assess([], AssessmentOptions(asOf: 2021))
    let nation = try #require(Self.find(result, .nation, .agriculture, .nh3))
    #expect(nation.verdicts.map(\.status) == [.offTrack, .offTrack])
    #expect(nation.verdicts.map(\.isFlagged) == [true, true])
    #expect(nation.verdict(for: 2030)?.consequence?.name == "additional-measures")
    #expect(nation.verdict(for: 2035)?.consequence?.name == "cut-of-rights")
    let flags = result.findings.filter { $0.isFlag && $0.slice == SectorSlice(.agriculture) }
    #expect(flags.map(\.severity) == [.soft, .hard])
  }

  /// The 2021 figure of every zone times the national index gives its 2019 figure.
  @Test func everyZoneBaselineIsItsFigureTimesTheIndex() throws {
    let result = try Self.assess(try RealData.requireProvinces())
    let nation = try #require(Self.find(result, .nation, .agriculture, .nh3))
    let base = try #require(nation.series.first { $0.point.year == 2019 }?.point.emission)
    let then = try #require(nation.series.first { $0.point.year == 2021 }?.point.emission)
    let zones = result.assessments.filter {
      $0.territory.area != nil && $0.slice.sector == .agriculture && $0.pollutant == .nh3
        && $0.baseline != nil
    }
    // 120 areas, each with four rings and their sum, in three slices; of 98 no housing is known,
    // and of six rings elsewhere.
    #expect(zones.count == 120 * 5 * 3 - 5 - 6)
    for zone in zones {
      let stated = try #require(zone.series.first { $0.point.year == 2021 }?.point)
      #expect(stated.basis == .stated)
      expectClose(
        try #require(zone.baseline).emission.kilogramsPerYear,
        try #require(stated.emission).kilogramsPerYear * (base / then), relative: 1e-9)
      #expect(zone.baseline?.provenance.label == "derived")
    }
  }

  @Test func zonesInheritTheVerdictOfTheNationAndFlagNothing() throws {
    let result = try Self.assess(
      [try RealData.requireDataset("provinces/gelderland")], AssessmentOptions(asOf: 2021))
    let nation = try #require(Self.find(result, .nation, .agriculture, .nh3))
    let veluwe = AreaCode(rawValue: 57)
    let zone = try #require(Self.find(result, .area(veluwe), .agriculture, .nh3))
    #expect(zone.verdicts.map(\.status) == nation.verdicts.map(\.status))
    #expect(zone.verdicts.allSatisfy { $0.isInherited && !$0.isFlagged })
    #expect(zone.targets.map(\.kind) == [.indicative, .indicative])
    #expect(result.findings.filter(\.isFlag).allSatisfy { $0.territory == .nation })
  }

  /// NOx has no release with both years: undetermined, never patched from two.
  @Test func nitrogenOxidesOfZonesAreUndetermined() throws {
    let result = try Self.assess([try RealData.requireDataset("provinces/gelderland")])
    let zones = result.assessments.filter { $0.territory.area != nil && $0.pollutant == .nox }
    #expect(!zones.isEmpty)
    for zone in zones {
      #expect(zone.baseline == nil)
      #expect(zone.verdicts.map(\.status) == [.undetermined])
      let codes = zone.verdicts.flatMap { $0.reasons.map(\.code) }
      let expected = zone.slice.sector == .mobility ? "notInSource" : "noNationalIndex"
      #expect(codes.contains(expected), "\(zone.territory) \(zone.slice.label): \(codes)")
    }
  }

  @Test func industryHasNoVerdictFor2030AndItsNOxIsAShadow() throws {
    let result = try Self.assess([])
    let ammonia = try #require(
      Self.find(result, .nation, .industry, .nh3, boundary: "er-default"))
    #expect(ammonia.verdicts.map(\.target) == [2035])
    #expect(ammonia.verdicts.map(\.basis) == [.straightLine])
    #expect(!ammonia.isShadow)
    let oxides = result.assessments.filter {
      $0.territory == .nation && $0.slice.sector == .industry && $0.pollutant == .nox
    }
    #expect(!oxides.isEmpty)
    #expect(oxides.allSatisfy { $0.isShadow && $0.verdicts.allSatisfy { !$0.isFlagged } })
    let boundaries = result.assessments.filter {
      $0.territory == .nation && $0.slice.sector == .industry && $0.pollutant == .nh3
    }.map(\.boundary.rawValue)
    #expect(Set(boundaries) == ["er-default", "rivm-dash", "er-industry-energy-waste"])
  }

  /// Nijkerk states its own 2019: 399,096.9 kg, and 327,536.2 kg in 2024.
  @Test func nijkerkHasAVerdictOfItsOwn() throws {
    let result = try Self.assess([try RealData.requireDataset("municipalities/nijkerk")])
    let place = Territory.municipality(code: "GM0267")
    let farming = try #require(Self.find(result, place, .agriculture, .nh3))
    expectClose(
      try #require(farming.series.last?.reduction).value, 1 - 327_536.2 / 399_096.9,
      relative: 1e-12)
    #expect(farming.verdicts.map(\.status) == [.onTrack, .onTrack])
    #expect(farming.verdicts.allSatisfy { !$0.isInherited })
    #expect(farming.baseline?.provenance == .stated)
    #expect(farming.pace.fit?.years == 6)
    #expect(farming.grade == .secondHand)
    let mobility = try #require(Self.find(result, place, .mobility, .nox))
    #expect(mobility.verdicts.map(\.status) == [.onTrack])
    #expect(mobility.verdicts.map(\.basis) == [.straightLine])
  }

  /// A sector one of whose parts has no row in the baseline year gets no verdict.
  @Test func aMissingComponentTakesTheVerdictAway() throws {
    let result = try Self.assess([try RealData.requireDataset("municipalities/nijkerk")])
    let industry = try #require(
      Self.find(result, .municipality(code: "GM0267"), .industry, .nh3))
    #expect(industry.missing.contains("Chemische Industrie 2019"))
    #expect(industry.verdicts.map(\.status) == [.undetermined])
    #expect(industry.verdicts.first?.reasons.map(\.code).contains("incomplete") == true)
    #expect(industry.remainingGap.isEmpty)
  }
}
