// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A batch of `assess`: the same bytes however it is worked off, and nothing breaks it.
@Suite struct BatchTests {
  static let provinces = "Fixtures/provinces"
  static let nijkerk = "Fixtures/municipalities/nijkerk"

  @Test func threadsChangeNoByte() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 6)
      let one = try batch.run(to: "one", "--threads", "1")
      let two = try batch.run(to: "two", "--threads", "2")
      let many = try batch.run(to: "many", "--threads", "7")
      #expect(one.standardOutput == two.standardOutput)
      #expect(one.standardOutput == many.standardOutput)
      #expect(try batch.files(of: "one") == batch.files(of: "two"))
      #expect(try batch.files(of: "one") == batch.files(of: "many"))
      #expect(try batch.files(of: "one").count == 9)
    }
  }

  /// A province whose data package is misnamed fails, and one without is told: neither vanishes.
  @Test func whatIsNoDatasetIsNotPassedOverInSilence() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      let batch = folder.appendingPathComponent("batch")
      try files.createDirectory(at: batch, withIntermediateDirectories: true)
      for (name, package) in [("on-track", "datapackage.yaml"), ("off-track", "datapackage.yml")] {
        let place = batch.appendingPathComponent(name)
        try files.copyItem(
          at: FixturePaths.fixtures.appendingPathComponent("made/\(name)/input"), to: place)
        guard package != "datapackage.yaml" else { continue }
        try files.moveItem(
          at: place.appendingPathComponent("datapackage.yaml"),
          to: place.appendingPathComponent(package))
      }
      for name in ["tables", "notes"] {
        try files.createDirectory(
          at: batch.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      try Data("area\n".utf8).write(to: batch.appendingPathComponent("tables/zones.csv"))
      try Data("later\n".utf8).write(to: batch.appendingPathComponent("notes/later.txt"))
      let run = try CommandRunner.run(["assess", batch.path])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError == """
          \(batch.path)/off-track: error: the folder is no dataset: expected 'datapackage.yaml' or \
          'datapackage.json' in it
          \(batch.path)/off-track: note: found 'datapackage.yml'; rename it
          \(batch.path)/tables: warning: the folder holds tables and no 'datapackage.yaml' or \
          'datapackage.json': it is passed over
          stikstof: error: 1 of 2 datasets could not be used: \(batch.path)/off-track

          """)
      let check = try CommandRunner.run(["validate", batch.path])
      #expect(check.exitCode == 2)
      #expect(check.standardError.hasSuffix("2 datasets: 1 error, 1 warning\n"))
    }
  }

  /// The areas of one dataset are worked on by threads that have no dataset of their own.
  @Test func threadsChangeNoByteOfOneDatasetWithSeveralAreas() throws {
    let runs = try ["1", "2", "8"].map { threads in
      try CommandRunner.run(
        ["assess", "Fixtures/provinces/zeeland", "--format", "json", "--threads", threads])
    }
    #expect(runs[0].standardOutput.count > 500_000)
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
  }

  @Test(arguments: ["text", "json", "csv"])
  func theResultOfADatasetDoesNotDependOnTheRestOfTheBatch(format: String) throws {
    try withTemporaryFolder { folder in
      func run(_ inputs: [String], to output: String) throws -> [String: Data] {
        let place = folder.appendingPathComponent(output).path
        let run = try CommandRunner.run(
          ["assess"] + inputs + ["--format", format, "--output", place])
        #expect(run.exitCode != 64)
        return Dictionary(
          uniqueKeysWithValues: try FileManager.default.contentsOfDirectory(atPath: place).map {
            ($0, try Data(contentsOf: URL(fileURLWithPath: "\(place)/\($0)")))
          })
      }
      let utrecht = "Fixtures/provinces/utrecht"
      let broken = "Fixtures/bad-input/negative-emission"
      let ending = format == "text" ? "txt" : format
      let all = try run([Self.nijkerk, utrecht, "Fixtures/provinces/zeeland", broken], to: "all")
      let alone = try run([utrecht], to: "alone")
      #expect(all["utrecht.\(ending)"] != nil)
      #expect(all["utrecht.\(ending)"] == alone["utrecht.\(ending)"])
      let nijkerk = try run([Self.nijkerk], to: "nijkerk")
      #expect(all["nijkerk.\(ending)"] == nijkerk["nijkerk.\(ending)"])
    }
  }

  @Test func shuffledRowsAreTheSameResult() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 1)
      _ = try CommandRunner.run(
        [
          "assess", "in", "--areas-dir", FixturePaths.areas.path,
          "--format", "csv", "--output", "one",
        ], in: folder)
      let table = folder.appendingPathComponent("in/made-00/zone-emissions.csv")
      var lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      let header = lines.removeFirst()
      try Data(([header] + lines.reversed()).joined(separator: "\n").appending("\n").utf8)
        .write(to: table)
      _ = try CommandRunner.run(
        [
          "assess", "in", "--areas-dir", FixturePaths.areas.path,
          "--format", "csv", "--output", "two",
        ], in: folder)
      let (one, two) = (try batch.files(of: "one"), try batch.files(of: "two"))
      #expect(one["made-00.csv"] != nil && one["made-00.csv"] == two["made-00.csv"])
      #expect(one["flags.csv"] == two["flags.csv"])
      // What was read is another file.
      #expect(one["manifest.json"] != two["manifest.json"])
    }
  }

  @Test func theOrderOfInputsChangesOnlyTheManifest() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 3)
      let names = (0..<3).map { "in/\(MadeBatch.name($0))" }
      func run(_ inputs: [String], to output: String) throws -> [String: Data] {
        _ = try CommandRunner.run(
          ["assess"] + inputs
            + ["--areas-dir", FixturePaths.areas.path, "--format", "json", "--output", output],
          in: folder)
        return try batch.files(of: output)
      }
      let (one, two) = (try run(names, to: "one"), try run(names.reversed(), to: "two"))
      #expect(one.count == 6)
      for (name, data) in one where name != "manifest.json" {
        #expect(data == two[name], "\(name)")
      }
    }
  }

  @Test func whatConcernsSeveralDatasetsStandsInTheNationsFile() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      _ = try batch.run(to: "out")
      let files = try batch.files(of: "out")
      func holds(_ name: String) throws -> Bool {
        String(decoding: try #require(files[name]), as: UTF8.self).contains(
          "stands in datasets made-00, made-01 and is assessed in each")
      }
      #expect(try holds("nation.json"))
      #expect(try !holds("made-00.json"))
      #expect(try !holds("made-01.json"))
    }
  }

  @Test func aDatasetMayNotTakeTheNameOfTheNation() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      try batch.replace("name: made-01", with: "name: nation", in: "in/made-01/datapackage.yaml")
      let run = try batch.run(to: "out")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: dataset 'in/made-01' is named 'nation', and its result would take "
          + "the place of another file of the run: give it another name in its data package\n")
    }
  }

  @Test func progressIsShownOnATerminalOnly() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 3)
      let piped = try batch.run(to: "piped")
      #expect(piped.standardError == "wrote 6 files to piped\n")
      let shown = try onTerminal(batch.arguments(to: "shown"), in: folder)
      let lines = shown.split(separator: "\r", omittingEmptySubsequences: false)
      #expect(lines.first == "")
      #expect(lines.dropFirst().first == "assessing 0 of 3 datasets\u{1B}[K")
      let last = try #require(lines.last { $0.hasPrefix("assessing") })
      #expect(
        last.hasPrefix("assessing 3 of 3 datasets, ") && last.hasSuffix("/s, 0 s left\u{1B}[K"))
      // The terminal makes a carriage return and a line feed of a line feed.
      #expect(shown.hasSuffix("\r\u{1B}[Kwrote 6 files to shown\r\n"))
      #expect(try batch.files(of: "piped") == batch.files(of: "shown"))
    }
  }

  /// What the program writes to standard error where that is a terminal.
  private func onTerminal(_ arguments: [String], in folder: URL) throws -> String {
    // By the requests of the kernel: the functions of POSIX are not among what Swift imports.
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number) = (Int32(0), UInt32(0))
    let (unlocks, names) = (UInt(0x4004_5431), UInt(0x8004_5430))
    #expect(ioctl(master, unlocks, &lock) == 0 && ioctl(master, names, &number) == 0)
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    #expect(slave >= 0)
    let process = Process()
    process.executableURL = try CommandRunner.executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    try process.run()
    process.waitUntilExit()
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    close(slave)
    close(master)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
