// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct MeasureCheckTests {
  private typealias Made = MadeMeasures

  private static func check(_ datasets: [Dataset], _ more: [PolicyPack] = []) throws -> String {
    MeasureSelection.check(
      datasets, policy: try RealData.requirePolicy(more),
      catalogue: try RealData.requireReference().catalogue
    ).map { $0.text + "\n" }.joined()
  }

  private static func check(_ measures: [Measure]) throws -> String {
    try check([Made.dataset(measures)])
  }

  @Test func measuresThatTakeAwayMoreThanThereIsAreNamed() throws {
    let text = try Self.check([
      Made.measure("a", effect: 0.6, line: 2),
      Made.measure("b", Made.area(41), from: "2027-01-01", effect: 0.3, line: 3),
      Made.measure("c", Made.area(41), from: "2028-07-01", effect: 0.2, line: 4),
    ])
    // 0.6 + 0.3 + 0.2 · 184/366 in 2028 is 1.001.
    #expect(
      text == """
        measures.csv:4: error: measures 'a', 'b' and 'c' together take away 1.001 of the emission \
        agriculture NH3 of area 41 in 2028, expected at most 1; lower an effect, or give those that \
        work on the same emission one overlap_group
        measures.csv:4: note: 'a' is on line 2
        measures.csv:4: note: 'b' is on line 3

        """)
  }

  @Test func measuresOfOneGroupNeverTakeAwayMoreThanThereIs() throws {
    let measures = try (0..<5).map {
      try Made.measure("m\($0)", effect: 0.9, group: "g", line: $0 + 2)
    }
    let text = try Self.check(measures)
    #expect(text == "")
  }

  @Test func measuresThatNeverMeetDoNotAddUp() throws {
    let text = try Self.check([
      Made.measure("a", Made.area(41), effect: 0.8, line: 2),
      Made.measure("b", Made.area(42), effect: 0.8, line: 3),
      Made.measure("c", Made.area(43), Made.houses, effect: 0.8, line: 4),
      Made.measure("d", Made.area(43), SectorSlice(.agriculture, .field), effect: 0.8, line: 5),
      Made.measure("e", Made.area(44), to: "2028-12-31", effect: 0.8, line: 6),
      Made.measure("f", Made.area(44), from: "2029-01-01", effect: 0.8, line: 7),
      // 35 De Wieden lies in two provinces, so that it is not known what a province's does there.
      Made.measure("g", .province(code: "PV24"), effect: 0.2, line: 8),
      Made.measure("h", Made.area(35), effect: 0.9, line: 9),
    ])
    #expect(text == "")
  }

  @Test func aSectorAndARingAndAPartMeetInWhatIsCommon() throws {
    let text = try Self.check([
      Made.dataset([try Made.measure("a", Made.area(41), effect: 0.8, line: 2, file: "a.csv")]),
      Made.dataset(
        [
          try Made.measure(
            "b", Made.ring(41, "0-250"), Made.houses, effect: 0.3, line: 3, file: "b.csv")
        ], name: "other"),
    ])
    #expect(
      text == """
        b.csv:3: error: measures 'made/a' and 'b' together take away 1.1 of the emission \
        agriculture.housing NH3 of area 41, ring 0-250 in 2027, expected at most 1; lower an effect, \
        or give those that work on the same emission one overlap_group
        b.csv:3: note: 'made/a' is at a.csv:2

        """)
  }

  @Test func manyMeasuresAreNotAllNamed() throws {
    let measures = try (1...20).map { try Made.measure("m\($0)", effect: 0.09, line: $0 + 1) }
    let text = try Self.check(measures)
    #expect(
      text.hasPrefix(
        "measures.csv:13: error: measures 'm8', 'm9', 'm10', 'm11' and 'm12' with 7 more together "
          + "take away 1.08 of the emission agriculture NH3 of the nation in 2027"))
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test func datesAfterTheLastTargetAreToldSo() throws {
    let points = [(2035, 0.4), (2041, 0.5)].map { year, rate in
      PlanPoint(
        territory: .nation, slice: Made.farming, pollutant: .nh3, year: year, rate: Fraction(rate),
        evidence: .planned, origin: RowReference(file: "plan.csv", line: year - 2030))
    }
    let text = try Self.check([
      Made.dataset([try Made.measure("late", from: "2041-01-01")], plan: points)
    ])
    #expect(
      text == """
        measures.csv:2: warning: 2041-01-01 lies after 2035, the last year of any target; measure \
        'late' would change nothing
        plan.csv:11: warning: year 2041 lies after 2035, the last year of any target; this point of \
        the plan would change nothing

        """)
    // Without a point for 2035 the later one tells where the path goes.
    let lone = try Self.check([Made.dataset([], plan: [points[1]])])
    #expect(lone == "")
  }

  @Test func twoPlansForOneSeriesAreRefused() throws {
    func plan(_ name: String, _ rate: Double) -> Dataset {
      let point = PlanPoint(
        territory: Made.area(41), slice: Made.houses, pollutant: .nh3, year: 2030,
        rate: Fraction(rate), evidence: .planned,
        origin: RowReference(file: "\(name).csv", line: 2))
      return Made.dataset([], plan: [point], name: name)
    }
    let text = try Self.check([plan("b", 0.3), plan("a", 0.4)])
    #expect(
      text == """
        b.csv:2: error: dataset 'a' has another plan for 2030 of area 41, agriculture.housing, NH3; \
        keep one
        b.csv:2: note: the other is at a.csv:2

        """)
    let alike = try Self.check([plan("b", 0.3), plan("a", 0.3)])
    #expect(alike == "")
  }

  @Test func aMeasureOfTwoDatasetsCountsOnce() throws {
    let datasets = try ["a", "b"].map {
      Made.dataset([try Made.measure("m", effect: 0.6, line: 4, file: "\($0).csv")], name: $0)
    }
    let text = try Self.check(datasets)
    #expect(
      text == """
        b.csv:4: warning: dataset 'a' has measure 'm' too, alike in all that counts; it counts once
        b.csv:4: note: the other is at a.csv:4

        """)
    let selection = MeasureSelection(
      datasets, policy: try RealData.requirePolicy(),
      catalogue: try RealData.requireReference().catalogue)
    #expect(selection.entries.map(\.name) == ["a/m"])
  }

  @Test func aGradeThatPolicyMisspellsIsAnError() throws {
    let pack = PolicyPack(
      id: "p", title: "p", date: "2026-01-01", kind: .user, isDefault: false, isSecondHand: false,
      order: 99,
      records: [
        PolicyRecord(
          key: "measure.secured-grades", value: .list(["contract", "contracts"]), unit: "none",
          status: .assumed, origin: RowReference(file: "pack.yaml", line: 9))
      ], file: "pack.yaml")
    let text = try Self.check([Made.dataset([try Made.measure("a")])], [pack])
    #expect(
      text == """
        pack.yaml:9: error: unknown grade of evidence 'contracts' in 'measure.secured-grades'; \
        expected enforceable-law, permit-changed, contract, subsidy-realised, planned, assumed

        """)
  }

  @Test func theHorizonIsTheLastTargetYearOfPolicy() throws {
    #expect(MeasureSelection.horizon(of: try RealData.requirePolicy()) == 2035)
    #expect(MeasureSelection.horizon(of: Policy(packs: [])) == nil)
  }
}
