// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct MeasurementReaderTests {
  /// Cases whose diagnostics are warnings and notes only.
  static let usable: Set<String> = ["emissions-beside"]

  @Test func everyDiagnosticHasACase() {
    #expect(DataFixtures.names(in: "bad-measurements").count >= 70)
  }

  @Test(arguments: DataFixtures.names(in: "bad-measurements"))
  func diagnosticsReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("bad-measurements", name)
    let reading = try MeasurementFixtures.read(folder)
    GoldenFile(URL(fileURLWithPath: folder + "/expected.txt"))
      .expect(DataFixtures.text(of: reading.diagnostics))
    #expect((reading.value != nil) == Self.usable.contains(name))
  }

  @Test(arguments: DataFixtures.names(in: "accepted-measurements"))
  func seriesReadAsExpected(_ name: String) throws {
    let folder = DataFixtures.path("accepted-measurements", name)
    let reading = try MeasurementFixtures.read(folder)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
    let set = try #require(reading.value, "\(DataFixtures.text(of: reading.diagnostics))")
    GoldenFile(URL(fileURLWithPath: folder + "/expected.txt"))
      .expect(MeasurementFixtures.words(set) + DataFixtures.text(of: reading.diagnostics))
  }

  @Test func aPathThatLeadsNowhereSaysSo() {
    let reading = MeasurementReader.read(path: "nowhere/at/all")
    #expect(reading.value == nil)
    #expect(
      DataFixtures.text(of: reading.diagnostics)
        == "nowhere/at/all: error: no such file or folder; expected a CSV file or the folder of a "
        + "dataset\n")
  }

  @Test func anAssessmentLeavesMeasurementsAlone() throws {
    let reading = try DatasetReader.read(
      folder: DataFixtures.path("bad-measurements", "emissions-beside"),
      reference: DataFixtures.requireReference())
    let words =
      "role 'measurements' is read by `stikstof fit` and not here; the table is left alone"
    #expect(
      reading.diagnostics.contains {
        $0.severity == .warning && $0.message == words && $0.line == 7
      }
    )
  }

  @Test func theOrderOfRowsIsIrrelevant() throws {
    let path = DataFixtures.path("accepted-measurements", "hours-with-flags", "series.csv")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("series.csv")
      let shuffled = [lines[0]] + lines.dropFirst().reversed()
      try (shuffled.joined(separator: "\n") + "\n").write(
        to: file, atomically: true, encoding: .utf8)
      let one = try #require(MeasurementReader.read(path: path).value)
      let other = try #require(MeasurementReader.read(path: file.path).value)
      #expect(one.map { $0.values.map(\.value) } == other.map { $0.values.map(\.value) })
    }
  }
}
