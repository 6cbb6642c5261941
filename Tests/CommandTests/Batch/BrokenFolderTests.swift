// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `assess --output` where the folder cannot take the results: full, read-only, gone, taken.
@Suite(.serialized) struct BrokenFolderTests {
  private static let notPermitted: Comment = "mounting a file system is not permitted here"

  /// What a file takes of a file system in memory.
  private static func kilobytes(_ files: [Data]) -> Int {
    files.reduce(0) { $0 + ($1.count + 4_095) / 4_096 * 4 }
  }

  @Test(.enabled(if: Mount.isPermitted, notPermitted))
  func aFullDiskLeavesWhatWasThereAndKeepsWhatIsFinished() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 6)
      #expect(try batch.run(to: "whole").exitCode == 1)
      #expect(try batch.run(to: "old", "--as-of", "2021").exitCode == 1)
      let (whole, old) = (try batch.files(of: "whole"), try batch.files(of: "old"))
      // Room for the old results, three new ones with a note each, and not quite for a fourth.
      let new = try (0..<4).map { try #require(whole["\(MadeBatch.name($0)).json"]) }
      let room = Self.kilobytes(Array(old.values)) + Self.kilobytes(new) + 3 * 4 - 4
      let disk = folder.appendingPathComponent("disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      let mount = try Mount(on: disk, kilobytes: room)
      defer { try? mount.remove() }
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent("old"), to: disk.appendingPathComponent("out"))

      let run = try batch.run(to: "disk/out", "--threads", "1")
      #expect(run.exitCode == 2)
      #expect(run.standardOutput.isEmpty)
      #expect(
        run.standardError
          == "stikstof: error: cannot write 'disk/out/made-03.json': no space left on device; "
          + "nothing that stood there before was changed; 3 finished results are kept in "
          + "'disk/out/.stikstof-run': run again with --resume\n")
      var left = try batch.files(of: "disk/out")
      #expect(left.removeValue(forKey: ".stikstof-run/") != nil)
      #expect(left == old)

      try mount.remount("size=\(room * 4)k")
      let resumed = try batch.run(to: "disk/out", "--resume")
      #expect(resumed.exitCode == 1)
      #expect(
        resumed.standardError
          == "3 of 6 datasets were complete and were not assessed again: made-00, made-01, made-02\n"
          + "wrote 9 files to disk/out\n")
      #expect(try batch.files(of: "disk/out") == whole)
    }
  }

  @Test(.enabled(if: Mount.isPermitted, notPermitted))
  func aReadOnlyFolderLeavesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      let disk = folder.appendingPathComponent("disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      let mount = try Mount(on: disk, kilobytes: 4_096)
      defer { try? mount.remove() }
      #expect(try batch.run(to: "disk/out", "--as-of", "2021").exitCode == 1)
      let old = try batch.files(of: "disk/out")
      try mount.remount("ro")
      for output in ["disk/out", "disk/new"] {
        let run = try batch.run(to: output)
        #expect(run.exitCode == 2)
        #expect(
          run.standardError
            == "stikstof: error: cannot write '\(output)': read-only file system; nothing that "
            + "stood there before was changed\n")
      }
      #expect(try batch.files(of: "disk/out") == old)
    }
  }

  /// A file whose place cannot be taken is found out only when it is its turn.
  @Test(.enabled(if: Mount.isPermitted, notPermitted))
  func whatIsPutInPlaceByHalfHasNoManifestAndIsFinishedByResume() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      #expect(try batch.run(to: "whole").exitCode == 1)
      #expect(try batch.run(to: "out", "--as-of", "2021").exitCode == 1)
      let (whole, old) = (try batch.files(of: "whole"), try batch.files(of: "out"))
      let pinned = folder.appendingPathComponent("out/made-01.json")
      try Mount.pin(pinned)
      defer { try? Mount.unpin(pinned) }
      let run = try batch.run(to: "out")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write 'out/made-01.json': device or resource busy; results of "
          + "this run stand beside those of the one before it, without a manifest: see to it, and "
          + "run again with --resume\n")
      let left = try batch.files(of: "out")
      #expect(left["manifest.json"] == nil)
      #expect(left["made-00.json"] == whole["made-00.json"])
      #expect(left["made-01.json"] == old["made-01.json"])
      let verification = try CommandRunner.run(["verify", "out"], in: folder)
      #expect(verification.exitCode == 2)
      try Mount.unpin(pinned)
      let resumed = try batch.run(to: "out", "--resume")
      #expect(resumed.standardError.contains("2 of 2 datasets were complete"))
      #expect(try batch.files(of: "out") == whole)
    }
  }

  @Test func aFolderThatVanishesIsSaidAndWhatWasFinishedServes() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 12)
      _ = try batch.run(to: "whole")
      let errors = folder.appendingPathComponent("errors")
      try Data().write(to: errors)
      let process = Process()
      process.executableURL = try CommandRunner.executable()
      process.arguments = batch.arguments(to: "out", "--threads", "1")
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      let first = folder.appendingPathComponent("out/.stikstof-run/made-00.done").path
      while process.isRunning, !FileManager.default.fileExists(atPath: first) { usleep(100) }
      kill(process.processIdentifier, SIGSTOP)
      try FileManager.default.moveItem(
        at: folder.appendingPathComponent("out"), to: folder.appendingPathComponent("moved"))
      kill(process.processIdentifier, SIGCONT)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      let said = try String(contentsOf: errors, encoding: .utf8)
      let pattern =
        /stikstof: error: cannot write 'out\/made-[01][0-9]\.json': no such file or directory; nothing that stood there before was changed\n/
      #expect(try pattern.wholeMatch(in: said) != nil, "\(said)")
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
      #expect(try batch.run(to: "moved", "--resume").standardError.contains("not assessed again"))
      #expect(try batch.files(of: "moved") == batch.files(of: "whole"))
    }
  }

  @Test(arguments: ["made-01.json", "nation.json", "flags.csv", "manifest.json"])
  func aNameTakenByAFolderIsSaidBeforeAnythingIsWritten(name: String) throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 2)
      let taken = folder.appendingPathComponent("out/\(name)")
      try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
      let run = try batch.run(to: "out")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write 'out/\(name)': it is a folder; nothing that stood there "
          + "before was changed\n")
      #expect(try batch.files(of: "out").keys.sorted() == ["\(name)/"])
    }
  }

  @Test func aNameTakenByAFileIsSaid() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 1)
      let file = folder.appendingPathComponent("out")
      try Data("mine".utf8).write(to: file)
      let run = try batch.run(to: "out")
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: cannot write 'out': not a directory; nothing that stood there before "
          + "was changed\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
      let hidden = folder.appendingPathComponent("other/.stikstof-run")
      try FileManager.default.createDirectory(
        at: hidden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("mine too".utf8).write(to: hidden)
      let other = try batch.run(to: "other")
      #expect(other.exitCode == 2)
      #expect(
        other.standardError
          == "stikstof: error: cannot write 'other/.stikstof-run': not a directory; nothing that "
          + "stood there before was changed\n")
      #expect(try String(contentsOf: hidden, encoding: .utf8) == "mine too")
    }
  }
}
