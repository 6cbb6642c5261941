// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Testing

@Suite struct PolicyLayerTests {
  static func record(
    _ key: String, _ value: PolicyValue?, from: String? = nil, to: String? = nil
  ) -> PolicyRecord {
    PolicyRecord(
      key: PolicyKey(rawValue: key), value: value, unit: "fraction",
      status: value == nil ? .silent : .stated, validFrom: from, validTo: to,
      origin: RowReference(file: "made.yaml", line: 1))
  }

  static func pack(
    _ id: String, _ kind: PolicyPackKind, date: String, _ records: [PolicyRecord]
  ) -> PolicyPack {
    PolicyPack(
      id: id, title: id, date: date, kind: kind, isDefault: true, isSecondHand: false, order: 0,
      records: records, file: "made.yaml")
  }

  @Test func aLaterPackOverridesAndSaysSo() {
    let policy = Policy(packs: [
      Self.pack("early", .agreement, date: "2026-01-30", [Self.record("a", .number(0.1))]),
      Self.pack("late", .letter, date: "2026-06-26", [Self.record("a", .number(0.2))]),
    ])
    #expect(policy.number("a") == 0.2)
    #expect(policy["a"]?.citation == "late#a")
    #expect(policy.overrides.map(\.earlier.citation) == ["early#a"])
  }

  @Test func aSilentRecordNeverTakesAValueAway() {
    let policy = Policy(packs: [
      Self.pack("early", .agreement, date: "2026-01-30", [Self.record("a", .number(0.1))]),
      Self.pack("late", .letter, date: "2026-06-26", [Self.record("a", nil)]),
    ])
    #expect(policy.number("a") == 0.1)
    #expect(policy.overrides.isEmpty)
    #expect(policy.silent.isEmpty)
  }

  @Test func aUserLayerFillsASilentKeyAsAnAssumptionOfTheUser() {
    let policy = Policy(packs: [
      Self.pack("early", .agreement, date: "2026-01-30", [Self.record("a", nil)]),
      Self.pack("mine", .user, date: "2030-01-01", [Self.record("a", .number(0.3))]),
    ])
    #expect(policy.number("a") == 0.3)
    #expect(policy["a"]?.isUserAssumption == true)
    #expect(policy.overrides.isEmpty)
    #expect(policy.date == "2030-01-01")
  }

  @Test func anAssumptionOfTheUserHoldsFromItsDayOnOnly() {
    let policy = Policy(packs: [
      Self.pack("early", .agreement, date: "2026-01-30", [Self.record("a", .number(0.1))]),
      Self.pack(
        "mine", .user, date: "2026-10-01", [Self.record("a", .number(0.3), from: "2040-01-01")]),
    ])
    #expect(policy.number("a") == 0.1)
    #expect(policy.notInForce.map(\.citation) == ["mine#a"])
  }

  @Test func silenceIsKnownAndDifferentFromAbsence() {
    let policy = Policy(packs: [
      Self.pack("early", .agreement, date: "2026-01-30", [Self.record("a", nil)])
    ])
    #expect(policy["a"] != nil)
    #expect(policy.number("a") == nil)
    #expect(policy.silent.map(\.citation) == ["early#a"])
    #expect(policy["b"] == nil)
  }

  @Test func recordsOutsideTheirDatesAreLeftOutAndNamed() {
    let policy = Policy(packs: [
      Self.pack(
        "law", .law, date: "2026-01-30",
        [
          Self.record("a", .number(0.1), to: "2025-12-31"),
          Self.record("a", .number(0.2), from: "2026-01-01"),
          Self.record("b", .number(0.3), from: "2027-01-01"),
        ])
    ])
    #expect(policy.number("a") == 0.2)
    #expect(policy["b"] == nil)
    #expect(policy.notInForce.map(\.record.key) == ["a", "b"])
  }

  @Test func targetYearsComeFromTheKeys() {
    let policy = Policy(packs: [
      Self.pack(
        "early", .agreement, date: "2026-01-30",
        [
          Self.record("target.industry.NH3.2035", .band(low: 0.5, high: 0.5)),
          Self.record("target.industry.NH3.2030", nil),
          Self.record("target.industry.NOx.2035", nil),
        ])
    ])
    #expect(policy.targetYears(prefix: "target", .industry, .nh3) == [2030, 2035])
  }
}
