// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

@Suite struct OPSRefusalTests {
  private static let row = "a,185000,450000,agriculture.housing,NH3,2019,1000,made\n"

  /// Every refusal of a run: what was said, and that nothing was written.
  private func refusal(
    _ rows: String, _ arguments: [String] = ["--height", "5"]
  ) throws -> String {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(rows, arguments, in: folder)
      #expect(run.exitCode == 2)
      #expect(run.standardOutput == "")
      #expect(OPSCommand.names(in: folder) == [])
      return run.standardError
    }
  }

  @Test func sectorsWithoutACategoryAreAskedFor() throws {
    #expect(
      try refusal(
        """
        a,185000,450000,industry,NOx,2019,1000,made
        b,185000,450000,agriculture,NH3,2019,,made
        c,185000,450000,industry,NOx,2022,500.5,made

        """) == """
          sources.csv: error: no category of OPS is known for sector 'agriculture', 1 emission, 0.0 \
          kg/yr; give --category 'agriculture=N', or --category N for all without one, N from 1 to 9999
          sources.csv: error: no category of OPS is known for sector 'industry', 2 emissions, 1 500.5 \
          kg/yr; give --category 'industry=N', or --category N for all without one, N from 1 to 9999
          stikstof: error: the sources cannot be used; no file was written

          """)
  }

  @Test func codesWithoutACategoryAreAskedFor() throws {
    #expect(
      try refusal(
        "a,185000,450000,3111,NOx,2019,1000,made\n",
        ["--height", "5", "--classification", "aerius"]) == """
          sources.csv: error: no category of OPS is known for '3111' of classification 'aerius', 1 \
          emission, 1 000.0 kg/yr; give --category '3111=N', or --category N for all without one, N \
          from 1 to 9999
          stikstof: error: the sources cannot be used; no file was written

          """)
  }

  @Test func aCategoryForNoSectorIsSaid() throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(
        Self.row, ["--height", "5", "--category", "houses=4110"], in: folder)
      #expect(run.exitCode == 0)
      #expect(
        run.standardError == """
          --category houses: warning: no source is of sector 'houses'; its category serves nothing
          wrote 2 files to out

          """)
    }
  }

  @Test func withoutSourcesNothingIsWritten() throws {
    #expect(
      try refusal("a,185000,450000,agriculture.housing,NH3,2019,,made\n") == """
        sources.csv: error: no source with an emission is left to write
        sources.csv: note: left out, unknown emission in 2019, made: 1 emission, 0.0 kg/yr of NH3
        stikstof: error: the sources cannot be used; no file was written

        """)
  }

  @Test func errorsInSourcesArePrinted() throws {
    #expect(
      try refusal("a,450000,185000,agriculture.housing,NH3,2019,1,made\n")
        .hasSuffix("\nstikstof: error: the sources cannot be used; no file was written\n"))
  }

  @Test func whatOPSCannotTakeIsRefused() throws {
    #expect(
      try refusal("a,185000,450000,agriculture.housing,NH3,2019,4e9,made\n") == """
        stikstof: error: 'sources.csv': 'q' of source 1 is 126839.16793505834; OPS takes 0 to 99999 \
        g/s

        """)
  }

  @Test func receptorsThatAreNoneAreRefused() throws {
    #expect(
      try refusal(Self.row, ["--height", "5", "--receptors", "none.csv"]) == """
        none.csv: error: no such file; expected 'centres', or a table of receptors name,x,y
        stikstof: error: the sources cannot be used; no file was written

        """)
  }

  @Test func aBoundaryThatIsNotKnownIsRefused() throws {
    #expect(
      try refusal(Self.row, ["--height", "5", "--boundary", "er"]).hasPrefix(
        "stikstof: error: unknown boundary 'er': expected one of 'er-agriculture-commercial', "))
  }

  @Test func aFolderWithADatasetIsLeftAlone() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try "{}".write(
        to: out.appendingPathComponent("datapackage.json"), atomically: true, encoding: .utf8)
      let run = try OPSCommand.run(Self.row, in: folder)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: 'out' holds a dataset; name another folder for the results\n")
      #expect(OPSCommand.names(in: folder) == ["datapackage.json"])
    }
  }

  @Test func allFilesAreWrittenOrNone() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("out/receptors.rcp"), withIntermediateDirectories: true)
      let run = try OPSCommand.run(
        Self.row, ["--height", "5", "--receptors", "centres"], in: folder)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write 'out/receptors.rcp': it is a folder; nothing that stood "
          + "there before was changed\n")
      #expect(OPSCommand.names(in: folder) == ["receptors.rcp"])
    }
  }

  @Test(arguments: [
    ([], "Missing expected argument '--height <m>'"),
    (["--height", "5001"], "--height takes 0 to 5000 m, found '5001.0'."),
    (["--height", "nan"], "--height takes 0 to 5000 m, found 'nan'."),
    (["--height", "5", "--heat-content=-1"], "--heat-content takes 0 to 999 MW, found '-1.0'."),
    (["--height", "5", "--diameter=-60"], "--diameter takes 0 to 999999 m, found '-60.0'."),
    (["--height", "5", "--spread", "6"], "--spread takes 0 m to the height, 5.0 m, found '6.0'."),
    (["--height", "5", "--pieces", "0.5"], "--pieces takes 1 to 100000 m, found '0.5'."),
    (["--height", "5", "--country", "0"], "--country takes 1 to 9999, found '0'."),
    (
      ["--height", "5", "--diurnal-variation", "1000"],
      "--diurnal-variation takes -999 to 999, found '1000'."
    ),
    (
      ["--height", "5", "--stack-diameter", "0", "--exit-velocity", "1"],
      "--stack-diameter takes 0.01 to 30 m, found '0.0'."
    ),
    (
      ["--height", "5", "--stack-diameter", "1", "--exit-velocity", "51"],
      "--exit-velocity takes -50 to 50 m/s, found '51.0'."
    ),
    (
      ["--height", "5", "--exit-temperature", "2001"],
      "--exit-temperature takes 0 to 2000 °C, found '2001.0'."
    ),
    (
      ["--height", "5", "--exit-velocity", "1"],
      "--stack-diameter and --exit-velocity go together: give both."
    ),
    (
      ["--height", "5", "--exit-temperature", "80"],
      "--exit-temperature needs --stack-diameter and --exit-velocity: give all three."
    ),
    (
      [
        "--height", "5", "--exit-temperature", "80", "--heat-content", "1", "--stack-diameter",
        "1", "--exit-velocity", "2",
      ],
      "OPS takes --heat-content or --exit-temperature: leave one of them out."
    ),
    (["--height", "5", "--brn-version", "3"], "--brn-version takes 0, 1, 2 or 4, found '3'."),
    (
      [
        "--height", "5", "--brn-version", "1", "--stack-diameter", "1", "--exit-velocity", "2",
      ],
      "--brn-version 1 has no place for a stack: take 2 or 4."
    ),
    (
      ["--height", "5", "--category", "0"],
      "--category takes N or SECTOR=N, N from 1 to 9999, found '0'."
    ),
    (
      ["--height", "5", "--category", "=4110"],
      "--category takes N or SECTOR=N, N from 1 to 9999, found '=4110'."
    ),
    (
      ["--height", "5", "--category", "1", "--category", "2"],
      "--category takes one number for all sectors without one; give one."
    ),
    (["--height", "5", "--receptors", ""], "--receptors takes 'centres' or a file, found ''."),
    (["--height", "5", "--output", ""], "--output takes the name of a folder, found ''."),
  ])
  func wrongUsageIsSaid(arguments: [String], message: String) throws {
    try withTemporaryFolder { folder in
      let run = try OPSCommand.run(Self.row, arguments, in: folder)
      #expect(run.exitCode == 64)
      #expect(run.standardError.split(separator: "\n").first == "Error: \(message)")
      #expect(OPSCommand.names(in: folder) == [])
    }
  }
}
