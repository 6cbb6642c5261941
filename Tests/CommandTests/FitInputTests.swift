// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof fit`: months, quarters and years, columns by name, and real measurements.
@Suite struct FitInputTests {
  static let network = "Fixtures/measurements/lml-nh3-no2"

  /// numpy on the five values of vechtstreek-2: X = [1, t - 2019.5], t = year + 6.5/12.
  @Test func annualMeansAreFittedWithoutSeasonAndWithoutYearEffect() throws {
    let series = try FitCommand.series(["Fixtures/measurements/man-vechtstreek"])
    #expect(series.count == 6)
    for one in series {
      #expect(one["converged"] as? Bool == true)
      #expect(one.text("step") == "year")
      #expect(one.text("model") == "log, 0 harmonics, independent errors")
      #expect(
        one.refusal("testRefusal") == [
          "code": "tooShort", "sentence": "5 values, a Mann-Kendall test needs at least 10",
        ])
    }
    try FitCommand.expect(
      series[1],
      [
        ("coef_(Intercept)", 1.38722859), ("coef_x", 0.03812081), ("se_(Intercept)", 0.23593532),
        ("se_x", 0.04575874),
      ], relative: 1e-6)
  }

  /// numpy: X = [1, x, cos 2πt, sin 2πt], t in the middle of March, June, September and December.
  @Test func quartersAsPublishedAreFittedWithOneHarmonic() throws {
    try withTemporaryFolder { folder in
      let periods = (2019...2022).flatMap { year in (1...4).map { "\(year)-\($0)" } }
      let values = [
        "6,1", "5,2", "4,4", "4,9", "5,9", "5,3", "4,1", "4,6", "5,8", "4,8", "4,2", "4,7",
        "5,5", "4,9", "3,9", "4,3",
      ]
      let text =
        "Gebied;Locatienummer;Locatienaam;\(periods.joined(separator: ";"));\n"
        + "Veluwe;5;Grote Ark;\(values.joined(separator: ";"));\n"
      let file = try MadeSeries.write(text, "man.csv", in: folder)
      let series = try FitCommand.only([file, "--errors", "independent"])
      #expect(series.text("step") == "quarter")
      #expect(series.text("model") == "log, 1 harmonic, independent errors")
      try FitCommand.expect(
        series,
        [
          ("coef_(Intercept)", 1.6358331192334044), ("coef_x", -0.03328202264173044),
          ("coef_c1", 0.00720096672456072), ("coef_s1", 0.16509038274041252),
          ("se_x", 0.0055742141368076955), ("se_s1", 0.009031259104512017),
        ], relative: 1e-9)
      #expect(try FitCommand.only([file])["tau_year"] is NSNumber)
    }
  }

  @Test func columnsAndMarksMayBeNamed() throws {
    try withTemporaryFolder { folder in
      let source = FixturePaths.fixtures.appendingPathComponent("refusals/weights.csv")
      let rows = try String(contentsOf: source, encoding: .utf8).split(separator: "\n").dropFirst()
      let text = rows.map { row in
        let cells = row.split(separator: ",")
        let month = cells[2].count == 1 ? "0\(cells[2])" : "\(cells[2])"
        return "\(cells[1])-\(month)-01;\(cells[0]);"
          + "\(cells[3]);\(cells[4])\n".replacing(".", with: ",")
      }
      let file = try MadeSeries.write(
        "date;place;amount;spread\n" + text.joined(), "named.csv", in: folder)
      let named = try FitCommand.only([
        file, "--value", "amount", "--uncertainty", "spread", "--station", "place", "--delimiter",
        ";", "--decimal", ",", "--quantity", "NH3", "--weights", "knownSigma",
      ])
      let plain = try FitCommand.only(FitCommandTests.weighted + ["--weights", "knownSigma"])
      #expect(named.text("quantity") == "NH3")
      #expect(named.text("station") == "made-1")
      for name in ["n_valid", "coef_x", "se_known_sigma_x", "reduced_chisq", "mk_S"] {
        #expect(try named.require(name) == plain.require(name), "\(name)")
      }
    }
  }

  @Test func oneStationOfARealNetworkIsFitted() throws {
    let series = try FitCommand.only([Self.network, "--only", "NL10131", "--quantity", "NH3"])
    #expect(series.text("station") == "NL10131")
    #expect(series.text("quantity") == "NH3")
    #expect(series.text("grade") == "second-hand")
    #expect(series.text("model") == "log, 2 harmonics, year effect (REML)")
    #expect(series["n_valid"] as? Int == 115)
    let low = try series.require("slope_ci95_low")
    let high = try series.require("slope_ci95_high")
    #expect((low...high).contains(try series.require("slope_log_per_year")))
  }

  @Test func everyStationOfTheNetworkIsInTheResult() throws {
    let result = try FitCommand.result([Self.network, "--quantity", "NH3", "--target", "2030:0.23"])
    let series = try #require(result["series"] as? [[String: Any]]).map(FitCommand.Series.init)
    #expect(series.count == 10)
    #expect(series.filter { $0["converged"] as? Bool == true }.count == 8)
    let stations = series.compactMap { $0.text("station") }
    #expect(stations == stations.sorted())
    let pooled = try #require(result["pooled"] as? [[String: Any]])
    #expect(pooled.count == 1)
    #expect((pooled[0]["stations"] as? [String])?.count == 8)
    for one in series where one["converged"] as? Bool == true {
      #expect((0...1).contains(try one.require("P_p23_2030")))
      #expect(try one.require("slope_p_adjusted") >= one.require("slope_p"))
    }
  }

  @Test(arguments: ["json", "csv", "text"])
  func noNumberThatIsNotFiniteLeavesTheRealNetworks(format: String) throws {
    for folder in ["lml-nh3-no2", "emep-nh3", "man-vechtstreek"] {
      let run = try CommandRunner.run([
        "fit", "Fixtures/measurements/\(folder)", "--format", format, "--target", "2035:0.46",
      ])
      #expect(run.exitCode == 0, "\(run.standardError)")
      #expect(FitCommand.notFinite(run.standardOutput).isEmpty, "\(folder)")
    }
  }
}
