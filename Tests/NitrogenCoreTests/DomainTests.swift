// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Testing

@Suite struct DomainTests {
  @Test(arguments: ["inside", "0-250", "250-500", "500-1000", "20000-25000"])
  func ringLabelsRoundTrip(label: String) {
    #expect(Ring(label: label)?.label == label)
  }

  @Test(arguments: ["", "Inside", "250", "500-250", "250-250", "0 - 250", "-250", "00-250", "a-b"])
  func whatIsNoRingIsRefused(label: String) {
    #expect(Ring(label: label) == nil)
  }

  @Test func ringsRunOutwards() {
    let labels = ["500-1000", "inside", "250-500", "0-250"]
    let sorted = labels.compactMap { Ring(label: $0) }.sorted().map(\.label)
    #expect(sorted == ["inside", "0-250", "250-500", "500-1000"])
  }

  @Test func ringsThatShareADistanceOverlap() throws {
    let near = try #require(Ring(label: "0-250"))
    #expect(near.overlaps(try #require(Ring(label: "0-500"))))
    #expect(!near.overlaps(try #require(Ring(label: "250-500"))))
    #expect(!near.overlaps(.inside))
    #expect(Ring.rings(outerBounds: [500, 250]).map(\.label) == ["inside", "0-250", "250-500"])
  }

  @Test func territoriesListTheNationFirstAndEachAreaBeforeItsRings() {
    let veluwe = AreaCode(rawValue: 57)
    let territories: [Territory] = [
      .ring(veluwe, .inside), .municipality(code: "GM0267"), .area(AreaCode(rawValue: 58)),
      .area(veluwe), .province(code: "PV25"), .nation,
    ]
    #expect(
      territories.sorted() == [
        .nation, .province(code: "PV25"), .municipality(code: "GM0267"), .area(veluwe),
        .ring(veluwe, .inside), .area(AreaCode(rawValue: 58)),
      ])
  }

  @Test func slicesReadTheirLabels() {
    #expect(SectorSlice(label: "agriculture.housing") == SectorSlice(.agriculture, .housing))
    #expect(SectorSlice(label: "industry") == SectorSlice(.industry))
    #expect(SectorSlice(label: "farming") == nil)
    #expect(SectorSlice(label: "agriculture.barn") == nil)
    #expect(SectorSlice(label: "agriculture.field.x") == nil)
  }

  @Test func diagnosticsPrintTheirPlaceAndSortByIt() {
    let late = Diagnostic(file: "a.csv", line: 10, column: 2, message: "two")
    let early = Diagnostic(file: "a.csv", line: 9, column: 7, message: "one", notes: ["look here"])
    let whole = Diagnostic(file: "a.csv", message: "whole file")
    #expect([late, early, whole].sorted() == [whole, early, late])
    #expect(early.text == "a.csv:9:7: error: one\na.csv:9:7: note: look here")
    #expect(whole.text == "a.csv: error: whole file")
  }

  @Test func boundariesResolveSubsectorsBeforeSectors() {
    let table = BoundaryTable(
      id: BoundaryID(rawValue: "made"), title: "made", doubt: nil,
      map: [
        "er": [
          "Traffic/Road": SectorSlice(.mobility), "Traffic/Ships": SectorSlice(.other),
          "Farming": SectorSlice(.agriculture), "Farming/Hobby": SectorSlice(.other),
          "Works": SectorSlice(.industry),
        ]
      ])
    func resolve(_ sector: String, _ subsector: String? = nil) -> BoundaryTable.Resolution {
      table.resolve(ActivityCode(classification: "er", sector: sector, subsector: subsector))
    }
    #expect(resolve("Traffic", "Road") == .slice(SectorSlice(.mobility)))
    #expect(resolve("Traffic") == .split([SectorSlice(.mobility), SectorSlice(.other)]))
    #expect(resolve("Traffic", "Sleds") == .unknown)
    #expect(resolve("Farming", "Cows") == .slice(SectorSlice(.agriculture)))
    #expect(resolve("Farming") == .split([SectorSlice(.agriculture), SectorSlice(.other)]))
    #expect(resolve("Works", "Steel") == .slice(SectorSlice(.industry)))
    #expect(resolve("Works") == .slice(SectorSlice(.industry)))
    #expect(resolve("Space") == .unknown)
  }
}
