// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import Testing

/// `stikstof fit`: wrong usage is exit code 64 and says what is taken.
@Suite struct FitUsageTests {
  @Test(arguments: [
    (["--harmonics", "6"], "--harmonics takes 0 to 5, found '6'."),
    (["--harmonics=-1"], "--harmonics takes 0 to 5, found '-1'."),
    (["--step", "2014-13"], "--step takes a month as in 2019-04, or a year, found '2014-13'."),
    (["--from", "spring"], "--from takes a month as in 2019-04, or a year, found 'spring'."),
    (["--to", "2019-00"], "--to takes a month as in 2019-04, or a year, found '2019-00'."),
    (["--origin", "nan"], "--origin takes a year."),
    (["--estimator", "ml"], "--estimator ml goes with --errors ar1."),
    (
      ["--robust", "huber", "--weights", "knownSigma"],
      "--robust and --weights exclude each other."
    ),
    (
      ["--target", "2030"],
      "--target takes a year and a fraction below 1 as in 2030:0.23, found '2030'."
    ),
    (
      ["--target", "2030:23"],
      "--target takes a year and a fraction below 1 as in 2030:0.23, found '2030:23'."
    ),
    (
      ["--target", "2030:nan"],
      "--target takes a year and a fraction below 1 as in 2030:0.23, found '2030:nan'."
    ),
    (
      ["--target", "2019:0.2"],
      "--target 2019 does not lie after the baseline year 2019."
    ),
    (["--bootstrap", "99"], "--bootstrap takes 100 to 1000000, found '99'."),
    (["--bootstrap=-100"], "--bootstrap takes 100 to 1000000, found '-100'."),
    (["--bootstrap", "1000001"], "--bootstrap takes 100 to 1000000, found '1000001'."),
    (["--from", "2016", "--to", "2015"], "--from 2016 lies after --to 2015."),
    (
      ["--weights", "knownSigma", "--errors", "ar1"],
      "--weights takes the errors of months as independent; it does not go with --errors ar1."
    ),
    (
      ["--model", "decline", "--step", "2014-05"],
      "--model decline has its own shape and errors; leave out --step."
    ),
    (
      ["--model", "decline", "--target", "2030:0.23"],
      "--model decline goes without --target, --censored and --modelled: use the trend model."
    ),
    (["--drift=-0.1"], "--drift takes 0 or more, found '-0.1'."),
    (["--drift", "nan"], "--drift takes 0 or more, found 'nan'."),
    (["--drift", "inf"], "--drift takes 0 or more, found 'inf'."),
    (["--quantity", "SO2"], "--quantity takes one of NH3, NO, NO2, NOx, found 'SO2'."),
    (["--log", "--linear"], "Value to be set with flag '--linear' had already been set"),
    (["--errors", "ar2"], "The value 'ar2' is invalid for '--errors <errors>'."),
    (["--robust", "tukey"], "The value 'tukey' is invalid for '--robust <robust>'."),
    (["--weights", "yes"], "The value 'yes' is invalid for '--weights <weights>'."),
    (["--model", "spline"], "The value 'spline' is invalid for '--model <model>'."),
    (["--break", "jump"], "The value 'jump' is invalid for '--break <break>'."),
    (["--format", "xml"], "The value 'xml' is invalid for '--format <format>'."),
    (["--seed", "one"], "The value 'one' is invalid for '--seed <seed>'"),
  ])
  func wrongUsageIsExitCode64(options: [String], message: String) throws {
    let run = try CommandRunner.run(["fit", "Fixtures/refusals/accepted.csv"] + options)
    #expect(run.exitCode == 64, "\(options)")
    #expect(run.standardError.hasPrefix("Error: \(message)"), "\(run.standardError)")
    #expect(run.standardError.contains("Usage: stikstof"))
    #expect(run.standardOutput.isEmpty)
  }

  @Test func noFileIsWrongUsage() throws {
    let run = try CommandRunner.run(["fit"])
    #expect(run.exitCode == 64)
    #expect(run.standardError.hasPrefix("Error: Missing expected argument '<files> ...'"))
  }
}
