// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `Fixtures/pages/golden`: the pages of reports on committed datasets, through the program, byte for
/// byte. No outlines are at hand, so that what a machine has fetched is not seen.
@Suite struct PagesFixtureTests {
  private static let fixture = FixturePaths.fixtures.appendingPathComponent(
    "pages/golden", isDirectory: true)

  private static let veluwe = [
    "Fixtures/provinces/gelderland", "Fixtures/municipalities/nijkerk", "--area", "57",
  ]
  private static let measures = [
    "Fixtures/measures/made-overijssel", "--area", "35", "--rho", "0.9",
  ]

  @Test(arguments: ["nl", "en"])
  func thePagesOfTheVeluweAreTheAcceptedOnes(language: String) throws {
    try compare(Self.veluwe, language, ["index.html", "area-57.html"], prefix: "")
  }

  @Test(arguments: ["nl", "en"])
  func pagesWithMeasuresAndProbabilitiesAreTheAcceptedOnes(language: String) throws {
    try compare(Self.measures, language, ["index.html", "area-35.html"], prefix: "measures-")
  }

  private func compare(
    _ arguments: [String], _ language: String, _ names: [String], prefix: String
  ) throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("report", isDirectory: true)
      let run = try CommandRunner.run(
        ["report"] + arguments + [
          "--lang", language, "--no-pdf", "--no-figures", "--no-files", "--output", output.path,
        ], environment: ["XDG_DATA_HOME": folder.appendingPathComponent("none").path])
      // 1 says that something was flagged, as meant.
      #expect(run.exitCode == 0 || run.exitCode == 1, "\(run.standardError)")
      for name in names {
        GoldenFile(Self.fixture.appendingPathComponent("\(language)/\(prefix)\(name)"))
          .expect(try Data(contentsOf: output.appendingPathComponent(name)))
      }
    }
  }
}
