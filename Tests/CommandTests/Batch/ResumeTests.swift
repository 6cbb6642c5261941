// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `assess --resume`: what is taken from a run that broke off, and what is not.
@Suite struct ResumeTests {
  @Test func whatIsCompleteIsNotAssessedAgain() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 4)
      let whole = try batch.run(to: "whole")
      let broken = try batch.breakOff(after: 2, in: "out")
      #expect(broken.exitCode == 2)
      #expect(broken.standardOutput.isEmpty)
      #expect(
        broken.standardError
          == "stikstof: error: cannot write 'out/made-02.json': is a directory; nothing that stood "
          + "there before was changed; 2 finished results are kept in 'out/.stikstof-run': run "
          + "again with --resume\n")
      #expect(try batch.files(of: "out").keys.sorted() == [".stikstof-run/"])
      let run = try batch.run(to: "out", "--resume")
      #expect(run.exitCode == whole.exitCode)
      #expect(
        run.standardError
          == "2 of 4 datasets were complete and were not assessed again: made-00, made-01\n"
          + "wrote 7 files to out\n")
      #expect(try batch.files(of: "out") == batch.files(of: "whole"))
      // Standard output shows the nation and what was assessed now.
      #expect(!run.standardOutput.contains(#""dataset": "made-00""#))
      #expect(run.standardOutput.contains(#""dataset": "made-02""#))
    }
  }

  @Test func aFlagOfAResultThatWasTakenCounts() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      // Only the first of the two misses its path.
      try batch.replace("951,", with: "700,", in: "in/made-01/zone-emissions.csv")
      _ = try batch.breakOff(after: 1, in: "out")
      let run = try batch.run(to: "out", "--resume")
      #expect(!run.standardOutput.contains(#""flag": true"#))
      #expect(run.exitCode == 1)
    }
  }

  @Test func aChangedInputIsAssessedAgain() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 3)
      _ = try batch.breakOff(after: 2, in: "out")
      try batch.replace("950,", with: "949,", in: "in/made-00/zone-emissions.csv")
      let run = try batch.run(to: "out", "--resume")
      #expect(
        run.standardError
          == "1 of 3 datasets were complete and were not assessed again: made-01\n"
          + "of other inputs or options, or changed since, and not taken from the run that broke "
          + "off: made-00\nwrote 6 files to out\n")
      _ = try batch.run(to: "whole")
      #expect(try batch.files(of: "out") == batch.files(of: "whole"))
    }
  }

  @Test(arguments: [["--as-of", "2021"], ["--fail-on", "at-risk"], ["--format", "csv"]])
  func anotherOptionTakesNothing(option: [String]) throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      _ = try batch.breakOff(after: 1, in: "out")
      let run = try CommandRunner.run(
        batch.arguments(to: "out", "--resume") + option, in: folder)
      #expect(
        run.standardError
          == "of other inputs or options, or changed since, and not taken from the run that broke "
          + "off: made-00\nwrote 5 files to out\n")
      _ = try CommandRunner.run(batch.arguments(to: "whole") + option, in: folder)
      #expect(try batch.files(of: "out") == batch.files(of: "whole"))
    }
  }

  @Test func aStagedResultThatWasEditedIsNotTaken() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      _ = try batch.breakOff(after: 1, in: "out")
      try batch.replace("950", with: "940", in: "out/.stikstof-run/made-00.json")
      _ = try batch.run(to: "out", "--resume")
      _ = try batch.run(to: "whole")
      #expect(try batch.files(of: "out") == batch.files(of: "whole"))
    }
  }

  @Test func withoutResumeNothingOldIsTrusted() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      _ = try batch.breakOff(after: 1, in: "out")
      let run = try batch.run(to: "out")
      #expect(
        run.standardError
          == "out held 1 result of a run that broke off, and all was assessed again: --resume "
          + "takes what is complete\nwrote 5 files to out\n")
      _ = try batch.run(to: "whole")
      #expect(try batch.files(of: "out") == batch.files(of: "whole"))
    }
  }

  @Test func resumeNeedsAFolder() throws {
    let run = try CommandRunner.run(
      ["assess", "Fixtures/municipalities/nijkerk", "--resume"])
    #expect(run.exitCode == 64)
    #expect(
      run.standardError.hasPrefix("Error: --resume goes on in a folder: give --output too.\n"))
  }

  @Test func twoRunsDoNotWriteToOneFolder() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 1)
      let staging = folder.appendingPathComponent("out/.stikstof-run")
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
      let held = open(staging.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      defer { close(held) }
      #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
      let run = try batch.run(to: "out")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: another run is writing to 'out'; wait until it has ended, or name "
          + "another folder\n")
    }
  }
}
