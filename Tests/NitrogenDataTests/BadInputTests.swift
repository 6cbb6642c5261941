// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct BadInputTests {
  /// Cases whose diagnostics are warnings and notes only.
  static let usable: Set<String> = [
    "measures-with-boundary", "no-grade", "no-role", "plan-falls-back", "subsector-in-no-inventory",
    "table-of-lower-grade",
  ]

  @Test func everyDiagnosticHasACase() {
    #expect(DataFixtures.names(in: "bad-input").count >= 100)
  }

  @Test(arguments: DataFixtures.names(in: "bad-input"))
  func diagnosticsReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("bad-input", name)
    let reading = try DatasetReader.read(
      folder: folder, reference: DataFixtures.requireReference())
    let expected = URL(fileURLWithPath: folder).appendingPathComponent("expected.txt")
    GoldenFile(expected).expect(DataFixtures.text(of: reading.diagnostics))
    #expect((reading.value != nil) == Self.usable.contains(name))
    #expect(reading.diagnostics == reading.diagnostics.sorted())
  }

  @Test func pathsInDiagnosticsStayAsTheUserWroteThem() throws {
    let folder = DataFixtures.path("bad-input", ".", "unknown-ring") + "/"
    let reading = try DatasetReader.read(
      folder: folder, reference: DataFixtures.requireReference())
    #expect(reading.diagnostics.allSatisfy { $0.file == folder + "zones.csv" })
  }

  @Test func aFolderThatIsNotThereSaysSo() throws {
    let reading = try DatasetReader.read(
      folder: "nowhere/at/all", reference: DataFixtures.requireReference())
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "nowhere/at/all: error: no such folder; expected the folder of a dataset\n")
  }

  @Test func aFileInsteadOfAFolderSaysSo() throws {
    let file = DataFixtures.path("bad-input", "unknown-ring", "zones.csv")
    let reading = try DatasetReader.read(file: file)
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "Fixtures/bad-input/unknown-ring/zones.csv: error: "
        + "expected the folder of a dataset, found a file\n")
  }

  @Test func aThousandDiagnosticsOfAFileAreListedAndTheOthersCounted() throws {
    let header = "area,ring,sector,part,pollutant,year,emission_kg_per_yr,vintage\n"
    let rows = (1...1003).map { "57,inside,agriculture,housing,NH3,2021,-\($0),DASH 2023\n" }
    try withTemporaryFolder { folder in
      let package = try String(
        contentsOfFile: DataFixtures.path("accepted-input", "plain", "datapackage.yaml"),
        encoding: .utf8)
      try package.write(
        to: folder.appendingPathComponent("datapackage.yaml"), atomically: true, encoding: .utf8)
      try (header + rows.joined()).write(
        to: folder.appendingPathComponent("zones.csv"), atomically: true, encoding: .utf8)
      let reading = try DatasetReader.read(
        folder: folder.path, reference: DataFixtures.requireReference())
      #expect(reading.value == nil)
      #expect(reading.diagnostics.count == 1001)
      #expect(
        reading.diagnostics.last?.text == "\(folder.path)/zones.csv:1002: error: "
          + "3 more problems of this file are not listed; mend the 1000 above first")
    }
  }
}

extension DatasetReader {
  /// Reads with the reference data of the package.
  fileprivate static func read(file: String) throws -> Reading<Dataset> {
    try read(folder: file, reference: DataFixtures.requireReference())
  }
}
