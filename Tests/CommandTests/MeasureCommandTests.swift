// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing

/// `stikstof validate` and `assess` on measures, plans and correlations.
@Suite struct MeasureCommandTests {
  private static let made = "Fixtures/measures/made-overijssel"
  private static let tooMuch = "Fixtures/measures/more-than-there-is"

  private static let message = """
    Fixtures/measures/more-than-there-is/measures.csv:3: error: measures 'air-washers' and \
    'fewer-animals' together take away 1.1 of the emission agriculture.housing NH3 of province PV23 \
    in 2028, expected at most 1; lower an effect, or give those that work on the same emission one \
    overlap_group
    Fixtures/measures/more-than-there-is/measures.csv:3: note: 'air-washers' is on line 2

    """

  @Test func whatADatasetHoldsIsSaid() throws {
    let run = try CommandRunner.run(["validate", Self.made, "Fixtures/measures/decimal-comma"])
    #expect(run.exitCode == 0)
    #expect(
      run.standardOutput == """
        made-measures: 72 figures, 3 areas, years 2019 to 2024, from Made 2026, 6 measures, \
        3 points of plans, 3 correlations, made
        made-decimal-comma: 6 measures, 3 points of plans, 3 correlations, made

        """)
  }

  @Test func moreThanThereIsCannotBeUsed() throws {
    let run = try CommandRunner.run(["validate", Self.tooMuch])
    #expect(run.exitCode == 2)
    #expect(run.standardError == Self.message + "1 dataset: 1 error, 0 warnings\n")
  }

  @Test func theOtherDatasetsAreAssessedAllTheSame() throws {
    let run = try CommandRunner.run([
      "assess", "Fixtures/municipalities/nijkerk", Self.tooMuch, "--format", "csv",
    ])
    #expect(run.exitCode == 2)
    #expect(run.standardError.hasPrefix(Self.message))
    #expect(run.standardError.contains("1 of 2 datasets could not be used"))
    #expect(run.standardOutput.contains("GM0267"))
  }

  /// A given correlation of many digits needs width that the names of areas give up.
  @Test func namesOfAreasGiveWayToTheWidth() throws {
    let run = try CommandRunner.run(["assess", Self.made, "--rho", "0.87512"])
    #expect(run.exitCode == 1, "\(run.standardError)")
    let lines = run.standardOutput.split(separator: "\n")
    #expect(lines.contains { $0.contains("41 Boetelerveld") })
    #expect(lines.contains { $0.contains("42 Sallandse") && $0.contains("…") })
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func measuresAloneAreADataset() throws {
    let run = try CommandRunner.run([
      "assess", "Fixtures/measures/decimal-comma", "--format", "csv",
    ])
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardOutput.contains("nation"))
  }
}
