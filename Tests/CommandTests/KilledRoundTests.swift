// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A round that is killed while it is made is there as a whole or not at all.
@Suite struct KilledRoundTests {
  @Test func whateverTheMomentTheRoundIsWholeOrNotThere() throws {
    try withTemporaryFolder { folder in
      let whole = MadeRounds(folder: folder.appendingPathComponent("whole"))
      try FileManager.default.createDirectory(
        at: whole.folder, withIntermediateDirectories: true)
      try whole.create(2028)
      let expected = try whole.snapshot()
      var random = SplitMix64(seed: 2028)
      var killed = 0
      for attempt in 0..<30 {
        let place = folder.appendingPathComponent("\(attempt)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let rounds = MadeRounds(folder: place)
        let process = Process()
        process.executableURL = try CommandRunner.executable()
        process.arguments = [
          "round", "create", "Fixtures/rounds/input/2028", "--rounds", rounds.path, "--name",
          "2028", "--date", "2028-10-01",
        ]
        process.currentDirectoryURL = FixturePaths.packageRoot
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32.random(in: 0...300_000, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { killed += 1 }
        if !FileManager.default.fileExists(atPath: rounds.path + "/2028") {
          try rounds.create(2028)
        }
        let list = try rounds.run(["list"])
        #expect(list.exitCode == 0, "\(list.standardError)")
        let found = try rounds.snapshot()
        #expect(found == expected)
      }
      #expect(killed > 0)
    }
  }
}
