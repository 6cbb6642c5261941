// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Policy, boundaries and the areas folder, as named on the command line.
@Suite struct SettingTests {
  static let nijkerk = "Fixtures/municipalities/nijkerk"

  @Test(arguments: [
    (["--rho", "-0.1"], "--rho takes a correlation from 0 to 1, found '-0.1'."),
    (["--rho", "1.5"], "--rho takes a correlation from 0 to 1, found '1.5'."),
    (["--rho", "nan"], "--rho takes a correlation from 0 to 1, found 'nan'."),
    (
      ["--zone-correlation", "2"],
      "--zone-correlation takes a correlation from 0 to 1, found '2.0'."
    ),
    (["--draws", "5"], "--draws takes a number from 100 to 10000000, found '5'."),
    (["--seed", "-1"], "The value '-1' is invalid for '--seed <seed>'"),
  ])
  func aCorrelationOrNumberOutOfRangeIsRefused(options: [String], message: String) throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk] + options)
    #expect(run.exitCode == 64)
    #expect(run.standardError.hasPrefix("Error: \(message)\n"))
  }

  @Test func anUnknownPolicyIsRefusedWithTheKnownOnes() throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--policy", "nl-coalitie-2027"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: policy 'nl-coalitie-2027' is neither a pack nor a file: packs are "
        + "'nl-wsn', 'rivm-nema-2024', 'nl-coalitie-2026-01-30', 'stikstof-readings', "
        + "'nl-kamerbrief-2026-06-26', 'technique-performance', 'example-user'; a pack of your own is named by its path\n"
    )
  }

  @Test func anUnknownBoundaryIsRefusedWithTheKnownOnes() throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--boundary", "er-defualt"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: unknown boundary 'er-defualt': expected one of "
        + "'er-agriculture-commercial', 'er-default', 'er-industry-energy-waste', "
        + "'er-main-sectors', 'er-nec', 'er-road-only', 'rivm-dash'\n")
  }

  @Test func anAreasFolderThatIsNoneIsRefused() throws {
    let run = try CommandRunner.run(["areas", "list", "--areas-dir", "Fixtures"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: no folder with areas found, tried 'Fixtures': name one that holds "
        + "'natura2000/areas.csv' with --areas-dir or STIKSTOF_AREAS\n")
  }

  @Test func theEnvironmentNamesTheAreasFolder() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run(
        ["areas", "show", "Peel"], in: folder,
        environment: ["STIKSTOF_AREAS": FixturePaths.areas.path])
      #expect(run.exitCode == 0)
      #expect(run.standardOutput.contains("139 Deurnsche Peel & Mariapeel"))
      let lost = try CommandRunner.run(["areas", "list"], in: folder)
      #expect(lost.exitCode == 2)
    }
  }

  @Test func aSecondHandPackIsPrintedAsSuch() throws {
    let run = try CommandRunner.run([
      "assess", Self.nijkerk, "--policy", "nl-kamerbrief-2026-06-26",
    ])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("SECOND-HAND"))
  }

  @Test func anAssumptionFillsASilentKeyAndStandsBesideTheResult() throws {
    let without = try CommandRunner.run([
      "explain", Self.nijkerk, "--territory", "GM0267",
      "--pollutant", "NOx",
    ])
    #expect(without.standardOutput.contains("unresolved(target.agriculture.NOx.2035)"))
    let with = try CommandRunner.run([
      "explain", Self.nijkerk, "--territory", "GM0267",
      "--pollutant", "NOx", "--assume", "target.agriculture.NOx.2035=0.3..0.4",
    ])
    #expect(with.exitCode == 0, "\(with.standardError)")
    #expect(with.standardOutput.contains("ASSUMPTION OF THE USER"))
    #expect(with.standardOutput.contains("target 2035: 30 % to 40 %"))
  }

  @Test(arguments: [
    ("target.agriculture.NOx.2035", "expected KEY=VALUE"),
    ("target.agriclture.NOx.2035=0.3", "agriclture"),
    ("target.agriculture.NOx.2035=much", "much"),
    ("reading.A02=middle", "middle"),
  ])
  func anAssumptionThatCannotBeReadIsRefused(assumption: String, named: String) throws {
    let run = try CommandRunner.run(["assess", Self.nijkerk, "--assume", assumption])
    #expect(run.exitCode == 2)
    #expect(run.standardError.hasPrefix("stikstof: error: assumption '\(assumption)'"))
    #expect(run.standardError.contains(named))
  }

  /// The midpoint of the band asks more of the same figures.
  @Test func readingsAreSwitchable() throws {
    func status(_ extra: [String]) throws -> String {
      let run = try CommandRunner.run(
        ["explain", Self.nijkerk, "--territory", "GM0267", "--target", "2035"] + extra)
      let line = run.standardOutput.split(separator: "\n").first { $0.contains("verdict ") }
      return line.map(String.init) ?? run.standardError
    }
    #expect(try status([]).contains("verdict onTrack"))
    #expect(try status(["--assume", "reading.A08=straight"]).contains("straightLine"))
    #expect(try status(["--assume", "baseline.year.agriculture=2023"]).contains("atRisk"))
  }
}
