// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof fit`: what has no answer is refused with its reason, and no number that is not finite
/// leaves the program.
@Suite struct FitRefusalTests {
  static let folder = "Fixtures/refusals"

  /// A series without an answer.
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    var options: [String] = []
    let code: String
    let sentence: String

    var testDescription: String { ([file] + options).joined(separator: " ") }
    var arguments: [String] { ["\(FitRefusalTests.folder)/\(file).csv"] + options }
  }

  static let weights = ["--uncertainty", "u", "--weights", "knownSigma"]

  static let cases = [
    Case(
      file: "too-short", code: "tooShort",
      sentence: "7 months with a value, expected at least 8 for a model of 6 coefficients"),
    Case(
      file: "too-few-years", code: "tooShort",
      sentence: "values in 2 calendar years, expected at least 4"),
    Case(
      file: "too-short", options: ["--model", "decline"], code: "tooShort",
      sentence: "7 months have a value, an exponential decline needs 24"),
    Case(
      file: "all-missing", code: "allMissing", sentence: "none of 24 months has a value"),
    Case(
      file: "accepted", options: ["--from", "2030"], code: "allMissing",
      sentence: "no value lies in the window asked for"),
    Case(
      file: "constant", code: "constant", sentence: "all 60 values are 4.2: no spread to fit"),
    Case(
      file: "constant", options: ["--model", "decline"], code: "constant",
      sentence: "all values are 4.2"),
    Case(
      file: "non-positive", code: "nonPositive",
      sentence: "the value of 2013-8 is 0.0, expected a number above 0 on a log scale; fit it as "
        + "left-censored or on a linear scale"),
    Case(
      file: "season-missing", code: "seasonMissing",
      sentence: "month 2 of the year never has a value; harmonics would guess it"),
    Case(
      file: "rank-deficient", options: ["--step", "2014-03", "--step", "2014-05"],
      code: "rankDeficient",
      sentence: "coefficient 'step_2014_5' cannot be told apart from those before it: leave it out"),
    Case(
      file: "zero-uncertainty", options: weights, code: "badWeight",
      sentence: "the uncertainty of 2013-5 is 0.0, expected a number above 0"),
    Case(
      file: "missing-uncertainty", options: weights, code: "badWeight",
      sentence: "the uncertainty of 2013-5 is missing, expected a number above 0"),
    Case(
      file: "accepted", options: ["--weights", "scaledSigma"], code: "badWeight",
      sentence: "the uncertainty of 2012-1 is missing, expected a number above 0"),
    Case(
      file: "no-level", options: ["--model", "decline"], code: "didNotConverge",
      sentence: "the fit did not converge: a small step does not change the model as its "
        + "derivatives say; try other start values or a simpler model"),
  ]

  @Test(arguments: cases) func aRefusalSaysWhatWasFoundAndExpected(_ example: Case) throws {
    let series = try FitCommand.only(example.arguments, exitCode: 2)
    #expect(series.refusal() == ["code": example.code, "sentence": example.sentence])
    #expect(series["converged"] as? Bool == false)
    for name in ["coef_x", "slope_log_per_year", "coef_k"] { #expect(series[name] == nil) }
    let text = try CommandRunner.run(["fit"] + example.arguments)
    #expect(text.exitCode == 2)
    #expect(
      text.standardOutput.contains(
        "  refused  made-1 value: \(example.sentence) (\(example.code))\n"))
    let table = try CommandRunner.run(["fit"] + example.arguments + ["--format", "csv"])
    #expect(table.exitCode == 2)
    #expect(table.standardOutput.contains("\(example.code): "))
  }

  /// Every code but `duplicateMonths` and `notFinite`, which the reader turns away before a fit.
  @Test func everyReasonHasACase() {
    #expect(
      Set(Self.cases.map(\.code)) == [
        "tooShort", "allMissing", "constant", "nonPositive", "seasonMissing", "rankDeficient",
        "badWeight", "didNotConverge",
      ])
  }

  @Test(arguments: [
    (
      "duplicate-months", [String](),
      """
      Fixtures/refusals/duplicate-months.csv:32:15: error: a second value of value at station \
      'made-1' for 2014-06; take one out
      Fixtures/refusals/duplicate-months.csv:32:15: note: the first is on line 31
      stikstof: error: there is no series to fit

      """
    ),
    (
      "negative-uncertainty", weights,
      """
      Fixtures/refusals/negative-uncertainty.csv:18:20: error: uncertainty must be 0 ug/m3 or \
      more, found '-0.3' ug/m3
      stikstof: error: there is no series to fit

      """
    ),
  ])
  func whatTheReaderTurnsAwayIsLocated(file: String, options: [String], text: String) throws {
    let run = try CommandRunner.run(["fit", "\(Self.folder)/\(file).csv"] + options)
    #expect(run.exitCode == 2)
    #expect(run.standardError == text)
    #expect(run.standardOutput.isEmpty)
  }

  @Test func oneFittedSeriesIsEnoughForExitCode0() throws {
    let series = try FitCommand.series(["\(Self.folder)/some-refused.csv"])
    #expect(series.compactMap { $0.text("station") } == ["made-1", "made-2", "made-3"])
    #expect(series.map { $0["converged"] as? Bool } == [true, false, false])
    #expect(series.map { $0.refusal()?["code"] } == [nil, "constant", "tooShort"])
    #expect(series[0]["refusal"] is NSNull)
  }

  @Test func theUnrefusedNeighboursOfTheRefusedAreFitted() throws {
    let file = "\(Self.folder)/rank-deficient.csv"
    #expect(try FitCommand.only([file, "--step", "2014-03"])["coef_step_2014_3"] is NSNumber)
    #expect(
      try FitCommand.only(["\(Self.folder)/non-positive.csv", "--linear"])["converged"] as? Bool
        == true)
    #expect(
      try FitCommand.only(["\(Self.folder)/season-missing.csv", "--harmonics", "0"])["converged"]
        as? Bool == true)
  }

  static let unusual = [
    [], ["--linear"], ["--errors", "ar1"], ["--errors", "independent", "--harmonics", "0"],
    ["--robust", "bisquare"], ["--model", "decline"], ["--break", "kink"], ["--bootstrap", "100"],
    ["--target", "2200:0.999", "--target", "2020:0.0001", "--drift", "1e300"],
    ["--origin", "1e308"], ["--harmonics", "5"], ["--from", "2016-12", "--linear"],
    ["--baseline-year", "9223372036854775807"],
  ]

  @Test(arguments: unusual) func noNumberThatIsNotFiniteIsWritten(options: [String]) throws {
    let files = [
      "accepted", "all-missing", "constant", "no-level", "non-positive", "rank-deficient",
      "season-missing", "some-refused", "too-few-years", "weights", "zero-uncertainty",
    ]
    for file in files {
      let formats = file == "accepted" || file == "no-level" ? ["json", "csv", "text"] : ["json"]
      for format in formats {
        let run = try CommandRunner.run(
          ["fit", "\(Self.folder)/\(file).csv", "--format", format]
            + (options.contains("--baseline-year") ? [] : ["--baseline-year", "2019"]) + options)
        #expect([0, 2].contains(run.exitCode), "\(file) \(options): \(run.standardError)")
        let words = FitCommand.notFinite(run.standardOutput)
        #expect(words.isEmpty, "\(file) \(options) \(format): \(words)")
      }
    }
  }
}
