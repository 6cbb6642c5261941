// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct OPSCategoryTests {
  private func code(_ classification: String, _ sector: String) -> Activity {
    .code(ActivityCode(classification: classification, sector: sector, subsector: nil))
  }

  private func slice(_ sector: Sector, _ part: SectorPart? = nil) -> Activity {
    .slice(SectorSlice(sector, part), boundary: BoundaryID(rawValue: "er-default"))
  }

  @Test func codesOfGCNAreKeptAndOthersAreLookedUp() throws {
    let categories = try #require(
      OPSCategoryReader.read(areasFolder: FixturePaths.areas.path).value)
    #expect(categories[code("gcn", "3823")] == 3823)
    #expect(categories[code("gcn", "10000")] == nil)
    #expect(categories[code("aerius", "4114")] == 4110)
    #expect(categories[code("aerius", "3111")] == nil)
    #expect(categories[code("er", "4110")] == nil)
    #expect(categories[slice(.agriculture, .storage)] == 4120)
    #expect(categories[slice(.agriculture)] == nil)
    #expect(categories[slice(.industry)] == nil)
  }

  /// A source keeps its sector when it goes through a file of OPS.
  @Test func everyCategoryIsOfTheSectorItStandsFor() throws {
    let reference = try RealData.requireReference()
    let categories = try #require(
      OPSCategoryReader.read(areasFolder: FixturePaths.areas.path).value)
    for id in ["er-default", "rivm-dash"] {
      let table = try #require(reference.boundaries[BoundaryID(rawValue: id)])
      for number in 1...9999 {
        let name = ActivityCode(
          classification: "aerius", sector: String(number), subsector: nil)
        guard let category = categories[.code(name)] else { continue }
        let written = ActivityCode(
          classification: "gcn", sector: String(category), subsector: nil)
        #expect(table.resolve(written) == table.resolve(name), "\(id) \(number)")
      }
    }
  }

  @Test func whatIsNoCategoryIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("exchange/ops-categories.yaml")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try """
      titel: x
      map:
        aerius:
          "4110": 0
          "4120": none
      """.write(to: file, atomically: true, encoding: .utf8)
      let reading = OPSCategoryReader.read(areasFolder: folder.path)
      #expect(reading.value == nil)
      #expect(
        reading.diagnostics.map(\.text) == [
          "\(file.path):1:1: error: unknown field 'titel' in the list of categories; nearest is "
            + "'title'; expected id, title, status, doubt, reference or map",
          "\(file.path):4:13: error: a category is a number from 1 to 9999, found 0",
          "\(file.path):5:13: error: '4120' must be a whole number, found 'none'",
        ])
    }
  }
}
