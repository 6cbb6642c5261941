// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Workbooks with bytes changed at random: whatever comes, reading ends and says little.
@Suite struct MutatedWorkbookTests {
  @Test(arguments: ["er-wide", "er-long"])
  func changedBytesEndInABoundedList(name: String) throws {
    let good = try Data(
      contentsOf: URL(fileURLWithPath: DataFixtures.path("sources", name, "export.xlsx")))
    var random = SplitMix64(seed: 4)
    for _ in 0..<150 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let read = try ReadSources(bytes: bytes, as: "er.xlsx")
      #expect(read.reading.diagnostics.count <= 1001)
    }
  }

  /// The XML itself changed, so that the damage is not noticed as such.
  @Test func changedSheetsEndInABoundedList() throws {
    let rows: [[MadeWorkbook.Cell]] = [
      ["Stofcode", "Sector", "Gebied", "Xcoord", "Ycoord", "Jaar_2019", "Eenheid", "Dataset"],
      [301, "Landbouw", "Nederland", 0, 0, 12, "kg", "ER Reeks 1990-2023 Definitief"],
      [
        305, "Landbouw", "Nederland", 180_000, 450_000, "1,5", "kg",
        "ER Reeks 1990-2023 Definitief",
      ],
    ]
    let good = Array(MadeWorkbook.sheetXML(rows).utf8)
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0x20...0x7E, using: &random)
      }
      let read = try ReadSources(
        bytes: MadeWorkbook.workbook(sheetXML: String(decoding: bytes, as: UTF8.self)),
        as: "er.xlsx")
      #expect(read.reading.diagnostics.count <= 1001)
      #expect(read.reading.hasErrors || read.rows.count + read.reading.territories.count <= 2)
    }
  }
}
