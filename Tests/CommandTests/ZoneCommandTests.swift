// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof zone`: what it says of zones worked out by hand, and how it ends.
@Suite struct ZoneCommandTests {
  static let folder = "Fixtures/zones/by-hand"
  static let sources = folder + "/sources.csv"
  static let outlines = ["--outlines", folder + "/outlines.geojson"]

  private func zone(_ arguments: [String]) throws -> CommandRunner.Result {
    // Outlines that somebody fetched on this machine must not count.
    try CommandRunner.run(
      ["zone"] + arguments, environment: ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"])
  }

  private func golden(_ name: String) -> GoldenFile {
    GoldenFile(
      FixturePaths.packageRoot.appendingPathComponent("\(Self.folder)/expected/\(name)"))
  }

  @Test func theTableIsThatWorkedOutByHand() throws {
    let run = try zone([Self.sources, "--format", "csv"] + Self.outlines)
    #expect(run.exitCode == 0)
    golden("zones.csv").expect(run.standardOutput)
    #expect(
      run.standardError.contains(
        "sources.csv:16:17: warning: unknown sector 'farms'; expected agriculture, industry, "
          + "mobility or other; its rows are counted and left out"))
    #expect(
      run.standardError.hasSuffix(
        """
        kept: 10 rows, 12 868.0 kg/yr NH3; 4 rows, 154.0 kg/yr NOx, 1 of them unknown
        left out: unknown sector 'farms': 1 row, 12.5 kg/yr NH3
        12 of 12 zone figures of agriculture rest on fewer than 5 farms or places: they and any list \
        of pairs are not for publication

        """), "\(run.standardError)")
  }

  @Test func theTextTellsWhatWentInAndWhatOverlaps() throws {
    let run = try zone([Self.sources] + Self.outlines)
    #expect(run.exitCode == 0)
    golden("zones.txt").expect(run.standardOutput)
  }

  @Test func theStudyAddsUpWidths() throws {
    try withTemporaryFolder { folder in
      let plot = folder.appendingPathComponent("study.svg")
      let run = try zone(
        [Self.sources, "--study", "250..1000:250", "--area", "57", "--plot", plot.path]
          + Self.outlines)
      #expect(run.exitCode == 0)
      golden("study.txt").expect(run.standardOutput)
      golden("study.svg").expect(try Data(contentsOf: plot))
      let all = try zone(
        [Self.sources, "--study", "500..1000:500", "--format", "csv"] + Self.outlines)
      // Each source once: a is nearest to 57, where it lies within 250 m.
      #expect(
        all.standardOutput.contains(",500,agriculture.housing,NH3,2019,made,3,1310.0,0.2076"),
        "\(all.standardOutput)")
    }
  }

  @Test func threadsAndOrderChangeNoByte() throws {
    try withTemporaryFolder { folder in
      let lines = try String(
        contentsOfFile: FixturePaths.packageRoot.appendingPathComponent(Self.sources).path,
        encoding: .utf8
      ).split(separator: "\n")
      let turned = folder.appendingPathComponent("turned.csv")
      let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: turned)
      let one = try zone([Self.sources, "--format", "csv"] + Self.outlines)
      let two = try zone([Self.sources, "--format", "csv", "--threads", "2"] + Self.outlines)
      let other = try zone([turned.path, "--format", "csv"] + Self.outlines)
      #expect(one.standardOutput == two.standardOutput)
      #expect(one.standardOutput == other.standardOutput)
    }
  }

  @Test func theDatasetIsTakenByAssessAsItIs() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("made").path
      let run = try zone(
        [Self.sources, "--output", output, "--name", "sources"] + Self.outlines)
      #expect(run.exitCode == 0, "\(run.standardError)")
      let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(
        names == ["datapackage.json", "manifest.json", "zone-emissions.csv", "zone-unions.csv"])
      golden("zone-emissions.csv").expect(
        try Data(contentsOf: folder.appendingPathComponent("made/zone-emissions.csv")))
      golden("zone-unions.csv").expect(
        try Data(contentsOf: folder.appendingPathComponent("made/zone-unions.csv")))
      let valid = try CommandRunner.run(["validate", output])
      #expect(valid.exitCode == 0, "\(valid.standardError)")
      let two = try CommandRunner.run(["assess", output, "--format", "csv"])
      let one = try CommandRunner.run(
        ["assess", Self.sources, "--format", "csv"] + Self.outlines)
      #expect(two.exitCode == 0, "\(two.standardError)")
      #expect(one.exitCode == 0, "\(one.standardError)")
      #expect(
        one.standardOutput.contains("area,57,,,Veluwe,Gelderland,agriculture,,NH3,er-default"))
      let isSame = one.standardOutput == two.standardOutput
      #expect(isSame, "assessing sources differs from assessing the zones made of them")
      // A second run writes over its own dataset.
      #expect(try zone([Self.sources, "--output", output] + Self.outlines).exitCode == 0)
    }
  }

  @Test func pairsHaveTheirDistances() throws {
    try withTemporaryFolder { folder in
      let pairs = folder.appendingPathComponent("pairs.csv")
      let run = try zone([Self.sources, "--pairs", pairs.path] + Self.outlines)
      #expect(run.exitCode == 0)
      golden("pairs.csv").expect(try Data(contentsOf: pairs))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["pairs.csv"])
    }
  }

  @Test func nothingIsWrittenOverAnotherDataset() throws {
    let run = try zone([Self.sources, "--output", "Fixtures/provinces/utrecht"] + Self.outlines)
    #expect(run.exitCode == 2)
    #expect(
      run.standardError.contains(
        "'Fixtures/provinces/utrecht' holds a dataset; name another folder for the results"))
  }

  @Test func twoReleasesOfAYearAreRefusedBeforeAnythingIsWritten() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("two.csv")
      let text = """
        id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage
        a,100500,400500,industry,NH3,2019,1,first
        a,100500,400500,industry,NH3,2019,1,second

        """
      try Data(text.utf8).write(to: file)
      let output = folder.appendingPathComponent("out").path
      let pairs = folder.appendingPathComponent("pairs.csv").path
      for arguments in [["--format", "csv"], ["--output", output]] {
        let run = try zone([file.path, "--pairs", pairs] + arguments + Self.outlines)
        #expect(run.exitCode == 2)
        #expect(run.standardOutput.isEmpty)
        #expect(
          run.standardError.contains(
            "error: there are sources of two releases for 2019, 'first' and 'second', and levels of "
              + "two releases are never added: give the sources of each apart"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["two.csv"])
      #expect(try zone([file.path] + Self.outlines).exitCode == 0)
    }
  }

  @Test func noInputIsWrittenOver() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("sources.csv")
      let original = FixturePaths.packageRoot.appendingPathComponent(Self.sources)
      try FileManager.default.copyItem(at: original, to: file)
      let same = try zone([file.path, "--pairs", file.path] + Self.outlines)
      #expect(same.exitCode == 2)
      #expect(
        same.standardError.contains(
          "'\(file.path)' is to be written, and is an input or another output too: name another "
            + "file"))
      #expect(try Data(contentsOf: file) == Data(contentsOf: original))
      let picture = folder.appendingPathComponent("a.svg").path
      let twice = try zone(
        [file.path, "--study", "100..200:100", "--plot", picture, "--pairs", picture]
          + Self.outlines)
      #expect(twice.exitCode == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sources.csv"])
    }
  }

  @Test func aFileGivenTwiceIsRefused() throws {
    let run = try zone([Self.sources, Self.sources] + Self.outlines)
    #expect(run.exitCode == 2)
    #expect(
      run.standardError.contains(
        "'\(Self.sources)' is given twice, and its sources would count twice"))
  }

  @Test func whereNothingIsKeptNothingIsMade() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("none.csv")
      let text = """
        id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage
        a,100500,400500,Landbouw,NH3,2019,12,first

        """
      try Data(text.utf8).write(to: file)
      let output = folder.appendingPathComponent("out").path
      let run = try zone([file.path, "--output", output] + Self.outlines)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError.contains("error: no row of it is a source that can be placed in a zone"))
      #expect(
        run.standardError.contains(
          "note: left out: unknown sector 'Landbouw': 1 row, 12.0 kg/yr NH3"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["none.csv"])
      #expect(try CommandRunner.run(["assess", file.path] + Self.outlines).exitCode == 2)
    }
  }

  @Test func figuresOfProvincesAreAssessedAsTheyAre() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      let export = "Fixtures/sources/er-wide/export.xlsx"
      let run = try zone([export, "--output", output, "--name", "export"] + Self.outlines)
      #expect(run.exitCode == 0, "\(run.standardError)")
      let table = try String(
        contentsOfFile: output + "/territory-emissions-er.csv", encoding: .utf8)
      #expect(table.contains("\nprovince,PV25,Gelderland,Landbouw,"), "\(table)")
      let valid = try CommandRunner.run(["validate", output])
      #expect(valid.exitCode == 0, "\(valid.standardError)")
      let two = try CommandRunner.run(["assess", output, "--format", "csv"])
      let one = try CommandRunner.run(["assess", export, "--format", "csv"] + Self.outlines)
      let isSame = one.standardOutput == two.standardOutput
      #expect(isSame, "assessing the export differs from assessing the dataset made of it")
      #expect(one.standardOutput.contains("province,,,PV25,Gelderland"))
    }
  }

  @Test func noEmptyDatasetIsWritten() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      let file = folder.appendingPathComponent("far.csv")
      let text = """
        id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage
        a,250000,600000,industry,NH3,2019,12,made

        """
      try Data(text.utf8).write(to: file)
      let run = try zone([file.path, "--output", output] + Self.outlines)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError.contains(
          "error: no source lies in any zone and no figure is of a province or municipality: there "
            + "is no dataset to write to '\(output)'"), "\(run.standardError)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["far.csv"])
    }
  }

  @Test func aResultThatCannotBeWrittenIsSaid() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = try CommandRunner.executable().path
    process.arguments = [
      "-c",
      "'\(program)' zone '\(Self.sources)' --outlines '\(Self.outlines[1])' > /dev/full",
    ]
    process.currentDirectoryURL = FixturePaths.packageRoot
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said.contains("stikstof: error: the result cannot be written"), "\(said)")
  }

  @Test(arguments: [
    (["--rings", "500,250"], "--rings takes whole metres from 1 to 25000"),
    (["--rings", "0,250"], "--rings takes whole metres from 1 to 25000"),
    (["--rings", "250,30000"], "--rings takes whole metres from 1 to 25000"),
    (["--study", "100..50:10"], "--study takes widths in metres up to 25000"),
    (["--study", "1..25000:1"], "--study takes widths in metres up to 25000"),
    (["--study", "100..500:100", "--rings", "250"], "--study has rings of its own"),
    (["--study", "100..500:100", "--output", "out"], "--study makes no dataset"),
    (["--plot", "a.svg"], "--plot draws a study"), (["--threads", "0"], "--threads takes 1 to 64"),
    (["--output", ""], "--output takes the name of a folder"),
    (["--name", "Made"], "--name takes lower-case letters"),
    (["--year", "19"], "--year takes a year from 1990 to 2100"),
    (["--column", "emission"], "--column takes OURS=THEIRS"),
  ])
  func wrongUsageIsExitCode64(arguments: [String], expected: String) throws {
    let run = try zone([Self.sources] + Self.outlines + arguments)
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains(expected), "\(run.standardError)")
  }

  @Test func zonesNeedOutlines() throws {
    let run = try zone([Self.sources])
    #expect(run.exitCode == 64)
    #expect(
      run.standardError.contains(
        "zones need outlines: give --outlines FILE, or fetch the official ones with `stikstof areas "
          + "fetch`."), "\(run.standardError)")
    let assess = try CommandRunner.run(
      ["assess", Self.sources],
      environment: ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"])
    #expect(assess.exitCode == 2)
    #expect(
      assess.standardError.contains("these are sources, whose zones need outlines"),
      "\(assess.standardError)")
  }

  @Test func anAreaWithoutOutlineIsNamed() throws {
    let run = try zone([Self.sources, "--area", "1"] + Self.outlines)
    #expect(run.exitCode == 2)
    #expect(
      run.standardError.contains("'\(Self.folder)/outlines.geojson' has no outline of area 1"))
  }

  @Test func habitatMovesTheOrigin() throws {
    let run = try zone(
      [Self.sources, "--format", "csv", "--habitat", Self.folder + "/habitat.geojson"]
        + Self.outlines)
    #expect(run.exitCode == 0, "\(run.standardError)")
    golden("habitat.csv").expect(run.standardOutput)
    let silent = try zone(
      [Self.sources, "--assume", "reading.A13=sensitive-habitat"] + Self.outlines)
    #expect(silent.exitCode == 2)
    #expect(
      silent.standardError.contains(
        "unresolved(reading.A13): it says 'sensitive-habitat': give its outlines with --habitat"),
      "\(silent.standardError)")
  }
}
