// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// The commands that look things up: areas, policy, explain, validate.
@Suite struct LookupCommandTests {
  @Test func areasListHoldsAll162() throws {
    let run = try CommandRunner.run(["areas", "list"])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.split(separator: "\n").count == 162)
  }

  @Test func areasListOfAProvinceHoldsThoseThatLieInIt() throws {
    let run = try CommandRunner.run(["areas", "list", "--province", "gelderland"])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("Veluwe"))
    #expect(!run.standardOutput.contains("Waddenzee"))
    let wrong = try CommandRunner.run(["areas", "list", "--province", "holland"])
    #expect(wrong.exitCode == 64)
    #expect(wrong.standardError.contains("Unknown province 'holland'"))
  }

  @Test func anUnknownAreaIsRefused() throws {
    let run = try CommandRunner.run(["areas", "show", "Veluwse"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: no area 'Veluwse': expected a number, a name as in 'stikstof areas "
        + "list', or one of 'Veluwe', 'Peel'\n")
  }

  @Test func policyListSaysWhatIsSilent() throws {
    let run = try CommandRunner.run(["policy", "list", "--silent"])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("zone.widths"))
    #expect(!run.standardOutput.contains("target.agriculture.NH3.2035"))
  }

  @Test func policyShowLeadsToTheLine() throws {
    let run = try CommandRunner.run(["policy", "show", "target.agriculture.NH3.2035"])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("42 to 46 %"))
    #expect(run.standardOutput.contains("L1621"))
    #expect(run.standardOutput.contains("nl-coalitie-2026-01-30.yaml:"))
    let wrong = try CommandRunner.run(["policy", "show", "target.farming"])
    #expect(wrong.exitCode == 2)
    #expect(
      wrong.standardError
        == "stikstof: error: no pack in force has the key 'target.farming': see "
        + "'stikstof policy list'\n")
  }

  @Test func explainLeadsOneZoneBackToRowsFormulaAndPolicy() throws {
    let run = try CommandRunner.run([
      "explain", "Fixtures/provinces/gelderland", "--area", "57", "--ring", "0-250",
    ])
    #expect(run.exitCode == 0)
    for piece in [
      "Veluwe (57), ring 0-250: agriculture NH3", "E(2021) = 234164.6 kg/yr, stated",
      "Fixtures/provinces/gelderland/zone-emissions.csv:", "150344 kg/yr",
      "I(2019) = 113982710 kg/yr", "Areas/inventory/national-emissions.csv:",
      "inherited from the nation", "nl-coalitie-2026-01-30#target.agriculture.NH3.2035",
      "coalition-agreement-2026, Landbouw, natuur en stikstof, L1621",
    ] {
      #expect(run.standardOutput.contains(piece), "\(piece) is not in\n\(run.standardOutput)")
    }
  }

  @Test func explainSaysWhatTheInputsHave() throws {
    let run = try CommandRunner.run([
      "explain", "Fixtures/municipalities/nijkerk", "--area", "Veluwe",
    ])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError
        == "stikstof: error: nothing about area 57 in the inputs, which have the nation; "
        + "territories GM0267; its figures are summed under Gelderland\n")
  }

  @Test(arguments: [
    (
      ["--area", "57", "--ring", "0-300"],
      "no ring '0-300' there: the inputs have inside, 0-250, "
        + "250-500, 500-1000"
    ),
    (
      ["--area", "57", "--part", "grazing"],
      "nothing about agriculture.grazing NH3 there: the "
        + "inputs have agriculture NH3, agriculture NOx, agriculture.field NH3, "
        + "agriculture.field NOx, agriculture.housing NH3, agriculture.housing NOx, industry NH3, "
        + "industry NOx, mobility NOx"
    ),
    (
      ["--area", "57", "--target", "2031"],
      "no target 2031 for agriculture NH3: policy has 2030, "
        + "2035"
    ),
    (
      ["--area", "139"],
      "nothing about area 139 in the inputs, which have the nation; territories "
        + "PV25; areas 38, 57, 58, 60, 61, 62, 63, 64, 69, 70, 71; its figures are summed under "
        + "Noord-Brabant"
    ),
  ])
  func explainNamesWhatIsNotThere(arguments: [String], message: String) throws {
    let run = try CommandRunner.run(["explain", "Fixtures/provinces/gelderland"] + arguments)
    #expect(run.exitCode == 2)
    #expect(run.standardError == "stikstof: error: \(message)\n")
  }

  @Test func explainKnowsTerritoriesByName() throws {
    let run = try CommandRunner.run([
      "explain", "Fixtures/municipalities/nijkerk", "--territory", "nijkerk",
    ])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("pace so far = r(2024) / (2024 - 2019)"))
    #expect(run.standardOutput.contains("straight line through 6 stated reductions"))
  }

  @Test func validateAcceptsTheEmbeddedDatasets() throws {
    let run = try CommandRunner.run([
      "validate", "Fixtures/provinces", "Fixtures/municipalities/nijkerk",
    ])
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.split(separator: "\n").count == 13)
    #expect(run.standardError.hasSuffix("13 datasets: 0 errors, 0 warnings\n"))
  }

  @Test func validateRefusesAFolderThatIsNoDataset() throws {
    let run = try CommandRunner.run(["validate", "Sources"])
    #expect(run.exitCode == 2)
    #expect(run.standardError.contains("Sources: error: "))
    #expect(run.standardError.contains("datapackage.yaml"))
  }

  @Test func versionAndHelpAreFine() throws {
    #expect(try CommandRunner.run(["--version"]).standardOutput.hasPrefix("stikstof "))
    let help = try CommandRunner.run(["--help"])
    #expect(help.exitCode == 0)
    #expect(help.standardOutput.contains("Exit codes"))
  }
}
