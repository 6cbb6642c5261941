// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct ClosureTests {
  @Test func ringsAddUpToTheirAreaExactly() throws {
    let result = try RealAssessmentTests.assess(try RealData.requireProvinces())
    let checks = result.closure.filter { $0.kind == .ringsToArea }
    #expect(checks.count == 11 * 8)
    for check in checks {
      expectClose(
        check.sum.kilogramsPerYear, try #require(check.reference).kilogramsPerYear,
        relative: 1e-12, check.slice.label)
    }
  }

  /// From the figures by area against the national ones that count each source once: -0.3 to 5 %,
  /// and 33 % for industry NH3 between 500 and 1,000 m.
  @Test func theNationIsClosedWithItsSignedDifference() throws {
    let result = try RealAssessmentTests.assess(try RealData.requireProvinces())
    let checks = result.closure.filter { $0.kind == .zonesToNation }
    #expect(checks.count == 24)
    for check in checks {
      let points = try #require(check.relativeDifference).points
      let isTheOne =
        check.slice.sector == .industry && check.pollutant == .nh3
        && check.ring == Ring(label: "500-1000")
      if isTheOne {
        expectClose(points, 33, relative: 0, absolute: 0.5)
      } else {
        #expect(points > -0.35 && points < 5.5, "\(check.slice.label) \(points)")
      }
      #expect(check.isUpperBound)
    }
  }

  @Test func partOfTheCountryIsNotHeldAgainstTheNation() throws {
    let result = try RealAssessmentTests.assess([
      try RealData.requireDataset("provinces/gelderland")
    ])
    #expect(result.closure.allSatisfy { $0.kind != .zonesToNation })
  }

  @Test func zonesNeverExceedTheirProvince() throws {
    let result = try RealAssessmentTests.assess(try RealData.requireProvinces())
    let checks = result.closure.filter { $0.kind == .zonesToProvince }
    #expect(!checks.isEmpty)
    for check in checks {
      let reference = try #require(check.reference)
      #expect(
        check.sum < reference,
        "\(check.dataset ?? "") \(check.slice.label) \(check.pollutant.label)")
    }
  }
}
