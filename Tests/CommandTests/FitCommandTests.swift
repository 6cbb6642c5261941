// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof fit`: models and options, one series at a time.
///
/// Where no other source is named, expected numbers come from numpy 2 and scipy on the same file: the
/// design is `X = [1, x, cos 2πt, sin 2πt, cos 4πt, sin 4πt]`, x = t - origin, t = year + (month - 0.5)/12.
@Suite struct FitCommandTests {
  static let accepted = "Fixtures/refusals/accepted.csv"
  static let weighted = ["Fixtures/refusals/weights.csv", "--uncertainty", "u"]
  static let names = ["(Intercept)", "x", "c1", "s1", "c2", "s2"]

  /// y = log value, s = u / value; C = inv(X' diag(1/s²) X); b = C X' (y/s²);
  /// q = sum((y - X b)²/s²)/(n - 6); known sqrt(diag C), scaled sqrt(q diag C).
  @Test(arguments: ["knownSigma", "scaledSigma"])
  func aWeightedFitPrintsBothConventions(convention: String) throws {
    let series = try FitCommand.only(
      Self.weighted + ["--weights", convention, "--origin", "2015.5"])
    let coefficients = [
      2.27040264384, -0.0242188773008, 0.318048945347, 0.00881700421935, -0.0198024988505,
      0.000135959645923,
    ]
    let known = [
      0.00957584645665, 0.0054716459444, 0.0110712088732, 0.0111225963108, 0.0110016695575,
      0.011054059705,
    ]
    let scaled = [
      0.00706125133307, 0.00403480437932, 0.0081639350389, 0.00820182825427, 0.00811265658662,
      0.0081512892026,
    ]
    let chosen = convention == "knownSigma" ? known : scaled
    for (prefix, values) in [
      ("coef", coefficients), ("se_known_sigma", known), ("se_scaled", scaled), ("se", chosen),
    ] {
      try FitCommand.expect(
        series, zip(Self.names, values).map { ("\(prefix)_\($0)", $1) }, relative: 1e-9,
        absolute: 1e-14)
    }
    expectClose(try series.require("reduced_chisq"), 0.543762172296, relative: 1e-9)
    expectClose(try series.require("slope_se"), chosen[1], relative: 1e-9)
    #expect(series.text("model") == "log, 2 harmonics, weighted (\(convention))")
  }

  /// scipy.optimize.curve_fit with x from 2019.5: plain, then sigma=u with absolute_sigma True and
  /// False.
  @Test func aDeclinePrintsItsPlainAndItsWeightedFit() throws {
    let names = ["A", "k", "a1", "b1", "a2", "b2"]
    let series = try FitCommand.only(
      Self.weighted + ["--weights", "scaledSigma", "--model", "decline"])
    let lists: [(String, [Double])] = [
      (
        "coef",
        [9.04307578, 0.023586588, 3.16775942, 0.09922218, 0.0614196977, 0.0258114262]
      ),
      (
        "se",
        [0.196314778, 0.00410353913, 0.0838432493, 0.0849140912, 0.0838432023, 0.0841314713]
      ),
      (
        "w_coef",
        [9.07011472, 0.0224112511, 3.15498634, 0.100135519, 0.0416369661, 0.0407362406]
      ),
      (
        "w_se_known_sigma",
        [0.244549214, 0.00514024434, 0.113939795, 0.112593622, 0.109602449, 0.108593955]
      ),
      (
        "w_se_scaled",
        [0.179970355, 0.00378284428, 0.0838513648, 0.0828606796, 0.0806593945, 0.0799172169]
      ),
    ]
    for (prefix, values) in lists {
      try FitCommand.expect(
        series, zip(names, values).map { ("\(prefix)_\($0)", $1) }, relative: 2e-6)
    }
    try FitCommand.expect(
      series, [("rss", 11.3880827780), ("w_rss", 29.2457767800)], relative: 1e-9)
    #expect(series.text("model") == "exponential decline, 2 harmonics")
    let plain = try FitCommand.only([Self.accepted, "--model", "decline"])
    expectClose(try plain.require("coef_k"), 0.023586588, relative: 2e-6)
    #expect(plain["w_coef_k"] == nil)
  }

  /// scipy.optimize.minimize of -sum(norm.logpdf) of the measured and -sum(norm.logcdf) of the
  /// censored months; 8 of 60.
  @Test func censoredValuesAreTakenAsBounds() throws {
    let file = "Fixtures/refusals/censored.csv"
    let series = try FitCommand.only([file, "--censored", "censored"])
    try FitCommand.expect(
      series,
      [
        ("coef_(Intercept)", 2.18211424474), ("coef_x", -0.0228975993777),
        ("coef_c1", 0.313668240886), ("sigma", 0.0410715320068), ("loglik", 88.7844302277),
        ("n_censored", 8), ("n_valid", 60),
      ], relative: 2e-7)
    #expect(series.text("model") == "log, 2 harmonics, left-censored normal errors (ML)")
  }

  @Test func aRobustFitIsHardlyMovedByAnOutlier() throws {
    let clean = try FitCommand.only([Self.accepted, "--robust", "bisquare"])
    #expect(clean.text("model") == "log, 2 harmonics, robust (bisquare)")
    try withTemporaryFolder { folder in
      let text = try String(
        contentsOf: FixturePaths.packageRoot.appendingPathComponent(Self.accepted),
        encoding: .utf8)
      let last = try #require(text.split(separator: "\n").last { $0.contains(",2016,11,") })
      let file = try MadeSeries.write(
        text.replacing(last, with: "made-1,2016,11,90"), "made.csv", in: folder)
      let slope = try clean.require("coef_x")
      let robust = try FitCommand.only([file, "--robust", "bisquare"]).require("coef_x")
      let plain = try FitCommand.only([file, "--errors", "independent"]).require("coef_x")
      #expect(abs(robust - slope) < 0.002)
      #expect(abs(plain - slope) > 0.02)
    }
  }

  @Test func aStepIsAColumnOfItsOwnAndOnlyWithinTheSeries() throws {
    let series = try FitCommand.only([Self.accepted, "--step", "2014-05", "--step", "2030-01"])
    #expect(series.number("coef_step_2014_5") != nil)
    #expect(series.number("se_step_2014_5") != nil)
    #expect(series["coef_step_2030_1"] == nil)
  }

  @Test func aBreakIsFoundWhereItWasMade() throws {
    try withTemporaryFolder { folder in
      let rows = MadeSeries.table(station: "made", slope: -0.01, wiggle: 0.05)
        .split(separator: "\n").map { row -> String in
          let cells = row.split(separator: ",")
          guard let year = Int(cells[1]), year >= 2013, let value = Double(cells[3]) else {
            return String(row)
          }
          return "\(cells[0]),\(year),\(cells[2]),\(value * 1.3)"
        }
      let file = try MadeSeries.write(rows.joined(separator: "\n"), "made.csv", in: folder)
      let series = try FitCommand.only([file, "--break", "step"])
      expectClose(try series.require("break_time"), 2013 + 0.5 / 12, absolute: 1e-9)
      expectClose(try series.require("break_effect"), log(1.3), absolute: 0.02)
      #expect(try series.require("break_p") < 0.001)
      let from = try series.require("break_from")
      #expect(from <= 2013.05)
      #expect(try series.require("break_to") >= from)
    }
  }

  @Test func replicatesDependOnTheSeedAlone() throws {
    func run(_ seed: Int) throws -> FitCommand.Series {
      try FitCommand.only([Self.accepted, "--bootstrap", "200", "--seed", "\(seed)"])
    }
    let names = [
      "bootstrap_slope_per_year", "bootstrap_se", "bootstrap_ci95_low", "bootstrap_ci95_high",
      "bootstrap_p_two_sided", "bootstrap_block_length",
    ]
    let (one, again, other) = (try run(7), try run(7), try run(8))
    for name in names { #expect(try one.require(name) == again.require(name), "\(name)") }
    #expect(try one.require("bootstrap_se") != other.require("bootstrap_se"))
    #expect(try one.require("bootstrap_slope_per_year") == one.require("sen_slope_per_year"))
  }

  @Test func aProjectionWithDriftStandsBesideTheOneWithout() throws {
    let targets = ["--target", "2030:0.23", "--target", "2030:0.234", "--target", "2030:0.23"]
    let plain = try FitCommand.only([Self.accepted] + targets)
    let drifting = try FitCommand.only([Self.accepted, "--drift", "0.002"] + targets)
    let certain = try plain.require("P_p23_2030")
    #expect(certain > (try plain.require("P_p23.4_2030")))
    #expect(try drifting.require("P_p23_2030") == certain)
    #expect(abs(try drifting.require("drift_P_p23_2030") - 0.5) < abs(certain - 0.5))
    #expect(try drifting.require("drift_variance_per_year") == 0.002)
  }

  @Test func onALinearScaleTheSlopeBearsNoLogarithmInItsName() throws {
    let series = try FitCommand.only([Self.accepted, "--linear", "--target", "2030:0.2"])
    #expect(try series.require("slope_per_year") == series.require("coef_x"))
    #expect(series["slope_log_per_year"] == nil)
    #expect(series["P_p20_2030"] is NSNumber)
  }

  @Test func theWindowIsThatOfTheUser() throws {
    let series = try FitCommand.only([Self.accepted, "--from", "2012-03", "--to", "2015"])
    #expect(series.text("from") == "2012-03")
    #expect(series.text("to") == "2015-12")
    #expect(series.number("n_valid") == 46)
  }

  @Test func withoutTestsThereAreNone() throws {
    let series = try FitCommand.only([Self.accepted, "--no-tests"])
    #expect(series["mk_S"] == nil)
    #expect(series["hamed_rao_Z"] == nil)
    #expect(series["coef_x"] is NSNumber)
  }
}
