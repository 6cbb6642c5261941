// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// What the packs hold, and how they layer.
@Suite struct PackTests {
  @Test func theDefaultStackIsTheLawThenFiguresThenTheAgreementThenOurReadings() throws {
    let policy = try RealData.requirePolicy()
    #expect(policy.packs.map(\.kind) == [.law, .report, .agreement, .readings])
    #expect(policy.packs.allSatisfy { !$0.isSecondHand })
    #expect(policy.overrides.isEmpty)
  }

  /// The coalition agreement, L1621-1625.
  @Test(arguments: [
    ("target.agriculture.NH3.2035", 0.42, 0.46, TargetKind.statutory),
    ("target.agriculture.NH3.2030", 0.23, 0.25, .aim),
    ("target.industry.NH3.2035", 0.5, 0.5, .statutory),
    ("target.mobility.NOx.2035", 0.5, 0.5, .statutory),
  ])
  func targetsAreThoseOfTheAgreement(
    key: String, low: Double, high: Double, kind: TargetKind
  ) throws {
    let policy = try RealData.requirePolicy()
    let key = PolicyKey(rawValue: key)
    #expect(policy.band(key) == Band(low: Fraction(low), high: Fraction(high)))
    #expect(policy[key]?.record.kind == kind)
    #expect(policy[key]?.record.status == .stated)
  }

  @Test(arguments: [
    "target.industry.NH3.2030", "target.mobility.NOx.2030", "target.agriculture.NOx.2035",
    "zone.widths", "zone.rate.inside", "lower-bound.value", "secured-package.size",
    "critical-load.replacement", "farm-norm.NH3", "skimming.share", "fund.budget",
  ])
  func whatTheAgreementLeavesOpenIsSilent(key: String) throws {
    let entry = try #require(try RealData.requirePolicy()[PolicyKey(rawValue: key)])
    #expect(entry.record.value == nil)
    #expect(entry.record.status == .silent)
  }

  @Test func statutoryAreaSharesAreThoseOfTheAct() throws {
    let policy = try RealData.requirePolicy()
    let shares = [2025, 2030, 2035].map {
      policy.number(PolicyKey(rawValue: "area-share-below-critical-load.\($0)"))
    }
    #expect(shares == [0.40, 0.50, 0.74])
  }

  @Test func theLetterIsOffByDefaultAndMarkedSecondHand() throws {
    let library = try RealData.requireLibrary()
    let letter = try #require(library.packs.first { $0.kind == .letter })
    #expect(!letter.isDefault)
    #expect(letter.isSecondHand)
    let policy = try RealData.requirePolicy([letter])
    #expect(policy["target.agriculture.NH3.2035"]?.isSecondHand == true)
    #expect(policy.overrides.contains { $0.key == "target.agriculture.NH3.2035" })
    #expect(policy["target.agriculture.NH3.2030"]?.isSecondHand == false)
  }

  @Test func theExampleOfAUserFillsSilentKeysAsAssumptions() throws {
    let library = try RealData.requireLibrary()
    let example = try #require(library.packs.first { $0.kind == .user })
    #expect(!example.isDefault)
    let policy = try RealData.requirePolicy([example])
    let filled = example.records.filter { record in
      policy[record.key]?.isUserAssumption == true
    }
    #expect(filled.count == example.records.count)
  }

  @Test func ourReadingsAreAllAssumedOrSilent() throws {
    let library = try RealData.requireLibrary()
    let readings = try #require(library.packs.first { $0.kind == .readings })
    #expect(readings.records.allSatisfy { $0.status == .assumed || $0.status == .silent })
    #expect(readings.records.allSatisfy { $0.note?.isEmpty == false })
  }

  @Test func everyKeyOfEveryPackIsKnownOnce() throws {
    let library = try RealData.requireLibrary()
    for pack in library.packs {
      for record in pack.records {
        let matching = library.keys.filter { $0.matches(record.key) }
        #expect(matching.count == 1, "\(pack.id)#\(record.key)")
        #expect(matching.first?.unit == record.unit, "\(pack.id)#\(record.key)")
      }
    }
  }
}
