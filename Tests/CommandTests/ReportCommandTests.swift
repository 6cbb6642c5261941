// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof report` as it is run: what it says where it cannot do as asked, and what it then leaves.
@Suite struct ReportCommandTests {
  private static let dataset = "Fixtures/made/on-track"
  private static let bare = ["--no-pdf", "--no-figures", "--no-files"]

  private static func report(
    _ arguments: [String], output: URL, path: String? = nil, dataset: String = dataset
  ) throws -> CommandRunner.Result {
    var environment = ["XDG_DATA_HOME": "/nonexistent", "HOME": "/nonexistent"]
    environment["PATH"] = path
    return try CommandRunner.run(
      ["report", dataset, "--output", output.path] + arguments, environment: environment)
  }

  /// Every file below a folder with its bytes.
  private static func snapshot(_ folder: URL) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return Dictionary(
      uniqueKeysWithValues: (names ?? []).map {
        let path = folder.appendingPathComponent($0).path
        return ($0, FileManager.default.contents(atPath: path) ?? Data())
      })
  }

  /// A program that says what it is and then fails.
  private static func failing(_ name: String, _ end: String, in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = """
      #!/bin/bash
      [ "$1" = --version ] && exit 0
      echo 'on the way' >&2
      echo 'OSError: no such library' >&2
      \(end)
      """
    let file = folder.appendingPathComponent(name)
    try Data((script + "\n").utf8).write(to: file)
    chmod(file.path, 0o755)
    return folder.path
  }

  // MARK: - What is asked

  @Test(arguments: [
    (
      ["--area", "Nowhere"],
      "no area 'Nowhere': expected a number, a name as in 'stikstof areas list', or one of "
        + "'Veluwe', 'Peel'\n"
    ),
    (
      ["--area", "58"],
      "the datasets have no figures of '58': give the dataset that holds the area, or name another\n"
    ),
    (
      ["--all", "--rounds", "/nonexistent"],
      "there is no folder '/nonexistent'; make the first round with 'stikstof round create'\n"
    ),
    (
      ["--all", "--rounds", "Fixtures/rounds/input"],
      "folder '2028' is among the rounds and has no 'round.json': take it out, or restore it\n"
    ),
  ])
  func whatCannotBeMadeIsSaid(more: [String], message: String) throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out")
      let run = try Self.report(more + Self.bare, output: output)
      #expect(run.exitCode == 2)
      #expect(run.standardError == "stikstof: error: " + message)
      #expect(run.standardOutput.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: output.path))
    }
  }

  @Test(arguments: [[], ["--all", "--priority"], ["--area", "57", "--all"]])
  func whichAreasIsSaidInOneWay(ways: [String]) throws {
    try withTemporaryFolder { folder in
      let run = try Self.report(ways, output: folder.appendingPathComponent("out"))
      #expect(run.exitCode == 64)
      #expect(
        run.standardError.hasPrefix(
          "Error: Say which areas: --area NUMBER|NAME, --priority or --all.\n"))
    }
  }

  @Test func unreadableMeasurementsStopTheReport() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out")
      let run = try Self.report(["--all", "--measurements", "/nonexistent"], output: output)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "/nonexistent: error: no such file or folder; expected a CSV file or the folder of a "
          + "dataset\nstikstof: error: the inputs cannot be used; nothing was written\n")
      #expect(!FileManager.default.fileExists(atPath: output.path))
    }
  }

  @Test func sourcesNeedOutlines() throws {
    try withTemporaryFolder { folder in
      let sources = "Fixtures/zones/by-hand/sources.csv"
      let run = try Self.report(
        ["--all"], output: folder.appendingPathComponent("out"), dataset: sources)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "\(sources): error: these are sources, whose zones need outlines: assess them with "
          + "--outlines FILE, fetch the official ones with `stikstof areas fetch`, or make a dataset "
          + "with `stikstof zone`\n"
          + "stikstof: error: the inputs cannot be used; nothing was written\n")
    }
  }

  @Test func privateRoundsAreNotShown() throws {
    try withTemporaryFolder { folder in
      let rounds = folder.appendingPathComponent("rounds").path
      let made = try CommandRunner.run([
        "round", "create", Self.dataset, "--rounds", rounds, "--name", "2028", "--date",
        "2028-10-01", "--private",
      ])
      #expect(made.exitCode < 2, "\(made.standardError)")
      let run = try Self.report(
        ["--all", "--rounds", rounds] + Self.bare, output: folder.appendingPathComponent("out"))
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: round '2028' was made with --private, and a report is for everybody: "
          + "name a folder of rounds made without it\n")
    }
  }

  // MARK: - Where it is written

  @Test func aFolderThatHoldsADatasetIsNotWrittenTo() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("datapackage.yaml")
      try Data("name: other\n".utf8).write(to: file)
      let run = try Self.report(["--all"] + Self.bare, output: folder)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: '\(folder.path)' holds a dataset; name another folder for the results\n"
      )
      #expect(Self.snapshot(folder).count == 1)
    }
  }

  @Test func whatIsReadIsNotWrittenTo() throws {
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("data")
      try FileManager.default.copyItem(
        at: FixturePaths.packageRoot.appendingPathComponent(Self.dataset), to: copy)
      let before = Self.snapshot(copy)
      let run = try Self.report(["--all"] + Self.bare, output: copy, dataset: copy.path)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: '\(copy.path)' is read, and would be written to: name another folder "
          + "for the results\n")
      let inner = copy.appendingPathComponent("report")
      let second = try Self.report(["--all"] + Self.bare, output: inner, dataset: copy.path)
      #expect(
        second.standardError
          == "stikstof: error: '\(inner.path)' lies in '\(copy.path)', which is read: name a folder "
          + "outside it for the results\n")
      #expect(Self.snapshot(copy) == before)
    }
  }

  @Test(arguments: [("files", "not a directory"), ("index.html/", "it is a folder")])
  func whatStandsInTheWayStays(name: String, reason: String) throws {
    try withTemporaryFolder { folder in
      let place = folder.appendingPathComponent(name).path
      if name.hasSuffix("/") {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      } else {
        try Data("mine\n".utf8).write(to: URL(fileURLWithPath: place))
      }
      try Data("{}\n".utf8).write(to: folder.appendingPathComponent("manifest.json"))
      let before = Self.snapshot(folder)
      let run = try Self.report(["--all", "--no-pdf", "--no-figures"], output: folder)
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(place)': \(reason); nothing that stood there before "
          + "was changed\n")
      #expect(Self.snapshot(folder) == before)
    }
  }

  // MARK: - Programs of others

  @Test func withoutThoseProgramsThereArePagesAndDrawings() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out")
      let run = try Self.report(["--all", "--no-files"], output: output, path: "/nonexistent")
      let names = Self.snapshot(output).keys
      let count = names.count { $0.hasSuffix(".html") || $0.hasSuffix(".svg") } + 1
      #expect(run.exitCode == 0)
      #expect(
        run.standardError
          == "stikstof: figures were written as SVG and not as PNG: there is no rsvg-convert on the "
          + "PATH; install it, with Debian `apt-get install librsvg2-bin`\n"
          + "stikstof: no PDF was written: there is no weasyprint on the PATH; install it, with Debian "
          + "`apt-get install weasyprint`, or print the pages from a browser\n"
          + "wrote \(count) files to \(output.path)\n")
      #expect(names.contains("index.html") && names.contains("area-57.html"))
      #expect(!names.contains { $0.hasSuffix(".png") || $0.hasSuffix(".pdf") })
    }
  }

  @Test(arguments: [
    (
      "weasyprint", "--no-figures", "--no-pdf", "exit 3",
      "ended with exit code 3: OSError: no such library"
    ),
    (
      "rsvg-convert", "--no-pdf", "--no-figures", "exit 3",
      "ended with exit code 3: OSError: no such library"
    ),
    ("weasyprint", "--no-figures", "--no-pdf", "kill -KILL $$", "was ended by signal 9"),
  ])
  func aProgramThatFailsLeavesWhatWasThere(
    name: String, other: String, without: String, end: String, words: String
  ) throws {
    try withTemporaryFolder { folder in
      let path = try Self.failing(name, end, in: folder.appendingPathComponent("bin"))
      let output = folder.appendingPathComponent("out")
      for isThere in [false, true] {
        if isThere { _ = try Self.report(["--all"] + Self.bare, output: output) }
        let before = Self.snapshot(output)
        let run = try Self.report(
          ["--all", "--no-files", "--lang", "en", other], output: output, path: path)
        #expect(run.exitCode == 2)
        #expect(
          run.standardError
            == "stikstof: error: \(name) \(words); nothing was written; \(without) does without\n")
        #expect(run.standardOutput.isEmpty)
        #expect(FileManager.default.fileExists(atPath: output.path) == isThere)
        #expect(Self.snapshot(output) == before)
      }
    }
  }

  // MARK: - Broken off

  @Test(.enabled(if: Mount.isPermitted, "mounting is not permitted here"))
  func aFullDiskLeavesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let mount = try Mount(on: folder, kilobytes: 400)
      defer { try? mount.remove() }
      let output = folder.appendingPathComponent("out")
      let run = try Self.report(["--all", "--no-pdf", "--no-figures"], output: output)
      #expect(run.exitCode == 2)
      let pieces = run.standardError.split(separator: "'")
      #expect(pieces.first == "stikstof: error: cannot write ")
      #expect(pieces.dropFirst().first?.hasPrefix(output.path + "/") == true)
      #expect(
        pieces.last
          == ": no space left on device; nothing that stood there before was changed\n")
      #expect(Self.snapshot(folder).isEmpty)
    }
  }

  @Test func whateverTheMomentAReportIsKilledTheNextIsWhole() throws {
    try withTemporaryFolder { folder in
      let arguments = ["--all", "--no-pdf", "--no-figures"]
      let whole = folder.appendingPathComponent("whole")
      _ = try Self.report(arguments, output: whole)
      let expected = Self.snapshot(whole)
      var random = SplitMix64(seed: 57)
      for attempt in 0..<8 {
        let output = folder.appendingPathComponent("\(attempt)")
        let process = Process()
        process.executableURL = try CommandRunner.executable()
        process.arguments = ["report", Self.dataset, "--output", output.path] + arguments
        process.currentDirectoryURL = FixturePaths.packageRoot
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32.random(in: 0...700_000, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // A manifest stands only beside all that it names.
        let manifest = output.appendingPathComponent("manifest.json").path
        if FileManager.default.fileExists(atPath: manifest) {
          let found = Self.snapshot(output)
          #expect(expected.allSatisfy { found[$0.key] == $0.value })
        }
        _ = try Self.report(arguments, output: output)
        #expect(Self.snapshot(output) == expected)
      }
    }
  }
}
