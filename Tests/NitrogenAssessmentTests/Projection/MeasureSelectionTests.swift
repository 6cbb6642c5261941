// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Expected values by hand, from `Measures.md`.
@Suite struct MeasureSelectionTests {
  private typealias Made = MadeMeasures

  private static let area41 = Made.area(41)

  /// Farming of 41 is 1000 kg in 2024: housing 500, ring 0-250 600, housing there 400.
  private static func emission(
    _ territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, _ year: Int
  ) -> EmissionRate? {
    guard pollutant == .nh3, year == 2024, territory.area?.rawValue == 41 else { return nil }
    let kilograms: Double? =
      switch (territory.ring?.label, slice.label) {
      case (nil, "agriculture"): 1000
      case (nil, "agriculture.housing"): 500
      case ("0-250", "agriculture"): 600
      case ("0-250", "agriculture.housing"): 400
      case ("250-500", "agriculture"): 0
      default: nil
      }
    return kilograms.map(EmissionRate.init(kilogramsPerYear:))
  }

  private static func selected(
    _ measures: [Measure], on territory: Territory = area41, _ slice: SectorSlice = Made.farming,
    _ set: MeasureSet = .additionalMeasures, years: [Int] = [2026, 2027, 2028, 2030]
  ) throws -> SelectedMeasures {
    try Made.selection(measures).selected(
      on: territory, slice, .nh3, set: set, years: years, latest: 2024, emission: emission)
  }

  // MARK: - Together

  @Test func measuresOfOneGroupMultiply() throws {
    let found = try Self.selected([
      Made.measure("a", effect: 0.2, group: "g"), Made.measure("b", effect: 0.3, group: "g"),
    ])
    #expect(found.steps.map(\.group) == ["g", "g"])
    expectClose(1 - Made.factor(found.steps, 3), 0.44, relative: 1e-12)
  }

  @Test func measuresOfTwoGroupsAddUp() throws {
    let found = try Self.selected([
      Made.measure("a", effect: 0.2, group: "g"), Made.measure("b", effect: 0.3),
    ])
    expectClose(1 - Made.factor(found.steps, 3), 0.5, relative: 1e-12)
  }

  // MARK: - When

  /// 1 July to 31 December are 184 days.
  @Test func aYearCountsByItsDays() throws {
    let found = try Self.selected([Made.measure("a", from: "2027-07-01", to: "2028-12-30")])
    let weights = try #require(found.steps.first).weights
    #expect(weights[0] == 0)
    expectClose(weights[1], 184.0 / 365, relative: 1e-12)
    expectClose(weights[2], 365.0 / 366, relative: 1e-12)
    #expect(weights[3] == 0)
  }

  /// In force for 184 of 366 days of 2024, whose figure is then 1 - 0.1 · 184/366 of what it would
  /// have been; from 2025 on it is 0.9 of it.
  @Test func whatTheFiguresHoldIsNotCountedTwice() throws {
    let found = try Self.selected([Made.measure("a", from: "2024-07-01", effect: 0.1)])
    let step = try #require(found.steps.first)
    for weight in step.weights {
      expectClose(1 - weight * 0.1, 0.9 / (1 - 0.1 * 184 / 366), relative: 1e-12)
      expectClose(weight, 0.523590, relative: 1e-5)
    }
  }

  @Test func aMeasureInForceAllOfTheLatestYearAddsNothing() throws {
    let found = try Self.selected([Made.measure("a", from: "2024-01-01")])
    #expect(found.steps.isEmpty && found.names.isEmpty)
    #expect(
      found.notes.map(\.text) == [
        "measure 'made/a' adds nothing: it was in force in 2024, and the figures of that year hold it"
      ])
  }

  @Test func measuresBeforeAndAfterTheYearsAheadAddNothing() throws {
    let found = try Self.selected([
      Made.measure("a", from: "2020-01-01", to: "2024-06-30"),
      Made.measure("b", from: "2031-01-01"),
      Made.measure("c", from: "2020-01-01", to: "2026-12-31"),
    ])
    #expect(found.steps.isEmpty)
    #expect(
      found.notes.map(\.text) == [
        "measure 'made/a' adds nothing: it ended on 2024-06-30",
        "measure 'made/b' adds nothing: it begins on 2031-01-01, after the years asked for",
        "measure 'made/c' ends on 2026-12-31; emission that comes back after it is not counted",
        "measure 'made/c' adds nothing: it was in force in 2024, and the figures of that year hold it",
      ])
    #expect(found.notes.allSatisfy { !$0.isCounted })
  }

  // MARK: - Where

  @Test func aPartWorksOnItsShareOfTheSector() throws {
    let found = try Self.selected([Made.measure("a", Self.area41, Made.houses, effect: 0.4)])
    expectClose(1 - Made.factor(found.steps, 3), 0.4 * 0.5, relative: 1e-12)
  }

  @Test func aRingWorksOnItsShareOfTheArea() throws {
    let found = try Self.selected([Made.measure("a", Made.ring(41, "0-250"), effect: 0.5)])
    expectClose(1 - Made.factor(found.steps, 3), 0.5 * 0.6, relative: 1e-12)
  }

  @Test func aPartInARingWorksOnTheShareOfBoth() throws {
    let measure = try Made.measure("a", Made.ring(41, "0-250"), Made.houses, effect: 0.5)
    expectClose(
      1 - Made.factor(try Self.selected([measure]).steps, 3), 0.5 * 0.4, relative: 1e-12)
    // On housing of the area the ring has 400 of 500 kg.
    expectClose(
      1 - Made.factor(try Self.selected([measure], Made.houses).steps, 3), 0.5 * 0.8,
      relative: 1e-12)
  }

  @Test func aSectorWorksOnEachOfItsParts() throws {
    let found = try Self.selected([Made.measure("a")], Made.houses)
    #expect(found.steps.map(\.weights) == [[0, 1, 1, 1]])
    let other = try Self.selected(
      [Made.measure("a", .nation, SectorSlice(.agriculture, .field))], Made.houses)
    #expect(other.steps.isEmpty && other.notes.isEmpty)
  }

  @Test func aScopeHoldsWhatLiesInIt() throws {
    let measures = try [
      Made.measure("nation"), Made.measure("province", .province(code: "PV23")),
      Made.measure("area", Self.area41), Made.measure("elsewhere", Made.area(42)),
      Made.measure("other-province", .province(code: "PV25")),
    ]
    let ring = try Self.selected(measures, on: Made.ring(41, "0-250"))
    #expect(ring.names == ["made/nation", "made/province", "made/area"])
    #expect(ring.steps.map(\.weights) == Array(repeating: [0, 1, 1, 1], count: 3))
    #expect(ring.notes.isEmpty)
    let province = try Self.selected(measures, on: .province(code: "PV23"))
    #expect(province.names == ["made/nation", "made/province"])
    #expect(province.notes.map(\.measure) == ["made/area", "made/elsewhere"])
    #expect(province.notes.allSatisfy { $0.reason == .smallerTerritory })
    let nation = try Self.selected(measures, on: .nation)
    #expect(nation.names == ["made/nation"])
    #expect(nation.notes.count == 4)
    let municipality = try Self.selected(
      measures + [Made.measure("own", .municipality(code: "GM0267"))],
      on: .municipality(code: "GM0267"))
    #expect(municipality.names == ["made/nation", "made/own"])
    #expect(municipality.notes.map(\.reason) == [.unknownOverlap, .unknownOverlap])
  }

  @Test func whatHasNoKnownShareIsLeftOutAndSaid() throws {
    let found = try Self.selected([
      Made.measure("field", Self.area41, SectorSlice(.agriculture, .field)),
      Made.measure("empty", Made.ring(41, "250-500")),
    ])
    #expect(found.steps.isEmpty)
    #expect(
      found.notes.map(\.text) == [
        "measure 'made/field' is left out: the share of what it works on is not known for 2024",
        "measure 'made/empty' is left out: what it works on has no emission in 2024",
      ])
    // 35 De Wieden lies in Overijssel and Flevoland.
    let wieden = try Self.selected(
      [Made.measure("province", .province(code: "PV23"))], on: Made.area(35))
    #expect(
      wieden.notes.map(\.text) == [
        "measure 'made/province' is left out: the area lies in several provinces (Overijssel, "
          + "Flevoland)"
      ])
    let ring = try Self.selected(
      [Made.measure("wide", Made.ring(41, "0-500"))], on: Made.ring(41, "0-250"))
    #expect(
      ring.notes.map(\.text) == [
        "measure 'made/wide' is left out: how far its territory lies in this one is not known"
      ])
  }

  // MARK: - How sure

  @Test func existingMeasuresAreTheSecuredOnes() throws {
    let measures = try EvidenceGrade.allCases.map { try Made.measure($0.rawValue, evidence: $0) }
    let existing = try Self.selected(measures, Made.farming, .existingMeasures)
    #expect(existing.names == ["made/enforceable-law", "made/permit-changed"])
    #expect(existing.notes.count == 4)
    #expect(
      existing.notes.first?.text
        == "measure 'made/contract' is left out: grade 'contract' does not count as secured")
    let additional = try Self.selected(measures)
    #expect(additional.names.count == 6)
  }

  @Test func withoutGradesInPolicyThereAreNoExistingMeasures() throws {
    let selection = MeasureSelection(
      [Made.dataset([try Made.measure("a")])], policy: Policy(packs: []),
      catalogue: try RealData.requireReference().catalogue)
    let existing = selection.selected(
      on: .nation, Made.farming, .nh3, set: .existingMeasures, years: [2030], latest: 2024,
      emission: Self.emission)
    #expect(existing.unresolved == "measure.secured-grades" && existing.steps.isEmpty)
    let additional = selection.selected(
      on: .nation, Made.farming, .nh3, set: .additionalMeasures, years: [2030], latest: 2024,
      emission: Self.emission)
    #expect(additional.unresolved == nil && additional.names == ["made/a"])
  }

  @Test func aTechniqueCountsAsMeasuredWherePolicyKnowsIt() throws {
    let packs = try RealData.requireLibrary().packs
    let pack = try #require(packs.first { $0.id == "technique-performance" })
    let measures = try [
      Made.measure("a", technique: "air-scrubber"), Made.measure("b", technique: "robot"),
      Made.measure("c", spread: nil),
    ]
    let found = try Made.selection(measures, [pack]).selected(
      on: .nation, Made.farming, .nh3, set: .additionalMeasures, years: [2030], latest: 2024,
      emission: Self.emission)
    // Measured 41 to 67 %, required 85 %.
    let band = try #require(found.steps.first?.performance)
    expectClose(band.low.value, 0.41 / 0.85, relative: 1e-12)
    expectClose(band.high.value, 0.67 / 0.85, relative: 1e-12)
    #expect(found.steps.map { $0.performance == nil } == [false, true, true])
    #expect(found.steps.map(\.spread) == [0.05, 0.05, 0])
    #expect(
      found.notes.map(\.text) == [
        "measure 'made/b' counts as on paper: policy does not say how technique 'robot' performs",
        "measure 'made/c' counts as certain: its spread is not given",
      ])
    #expect(found.notes.allSatisfy { $0.isCounted })
  }

  @Test func aTechniqueThatDoesBetterThanRatedGainsNothing() throws {
    func record(_ key: PolicyKey, _ value: PolicyValue) -> PolicyRecord {
      PolicyRecord(
        key: key, value: value, unit: "fraction", status: .assumed,
        origin: RowReference(file: "pack.yaml", line: 1))
    }
    let pack = PolicyPack(
      id: "p", title: "p", date: "2026-01-01", kind: .user, isDefault: false, isSecondHand: false,
      order: 99,
      records: [
        record("technique.required.t", .number(0.5)),
        record("technique.measured.t", .band(low: 0.4, high: 0.6)),
      ], file: "pack.yaml")
    let selection = try Made.selection([], [pack])
    let band = try #require(selection.performance(of: "t"))
    #expect(band == Band(low: Fraction(0.8), high: Fraction(1)))
  }

  @Test func theOrderOfDatasetsChangesNothing() throws {
    let first = Made.dataset([try Made.measure("a")], name: "one")
    let second = Made.dataset([try Made.measure("a", effect: 0.1)], name: "two")
    let policy = try RealData.requirePolicy()
    let catalogue = try RealData.requireReference().catalogue
    let found = [[first, second], [second, first]].map {
      MeasureSelection($0, policy: policy, catalogue: catalogue).selected(
        on: .nation, Made.farming, .nh3, set: .additionalMeasures, years: [2030], latest: 2024,
        emission: Self.emission)
    }
    #expect(found[0] == found[1])
    #expect(found[0].names == ["one/a", "two/a"])
  }
}
