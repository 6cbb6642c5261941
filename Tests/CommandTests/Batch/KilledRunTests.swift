// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// A run that is killed without warning, at any moment.
@Suite(.serialized) struct KilledRunTests {
  private static let kills = 200

  /// The moments are drawn from a fixed seed; what the machine does in them is its own.
  @Test(.timeLimit(.minutes(10)))
  func aRunKilledAtAnyMomentIsGoneOnWithAndComesOutTheSame() throws {
    try withTemporaryFolder { folder in
      let batch = try MadeBatch(in: folder, count: 6)
      let clock = ContinuousClock()
      var whole: [String: Data] = [:]
      let span = try clock.measure {
        #expect(try batch.run(to: "whole").exitCode == 1)
        whole = try batch.files(of: "whole")
      }
      #expect(try batch.run(to: "before", "--as-of", "2021").exitCode == 1)
      let before = try batch.files(of: "before")
      #expect(whole.keys.sorted() == before.keys.sorted() && whole != before)

      var random = SplitMix64(seed: 20_350_101)
      var (killed, midway, replacing, chains) = (0, 0, 0, 0)
      while killed < Self.kills && chains < Self.kills {
        chains += 1
        let output = "out-\(chains)"
        // Every other time the results of another run stand there already.
        if chains.isMultiple(of: 2) {
          try FileManager.default.copyItem(
            at: folder.appendingPathComponent("before"), to: folder.appendingPathComponent(output))
        }
        for _ in 0..<10 where killed < Self.kills {
          let share = Double(random.next() >> 11) / Double(1 << 53)
          let from = Beginning.allCases[Int(random.next() % 4)]
          guard try kill(batch, output, after: span * share * from.share, from: from) else { break }
          killed += 1
          let seen = try check(batch, output, whole, before)
          if seen.holdsResults { midway += 1 }
          if seen.isReplacing { replacing += 1 }
        }
        let last = try batch.run(to: output, "--resume")
        #expect(last.exitCode == 1, "\(last.standardError)")
        #expect(try batch.files(of: output) == whole, "chain \(chains)")
      }
      // The moment in which results are put in place is short: it is sought until it is met.
      for attempt in 0..<100 where replacing == 0 {
        let output = "replaced-\(attempt)"
        try FileManager.default.copyItem(
          at: folder.appendingPathComponent("before"), to: folder.appendingPathComponent(output))
        let share = 0.002 * Double(random.next() >> 11) / Double(1 << 53)
        guard try kill(batch, output, after: span * share, from: .replacing) else { continue }
        if try check(batch, output, whole, before).isReplacing { replacing += 1 }
        #expect(try batch.run(to: output, "--resume").exitCode == 1)
        #expect(try batch.files(of: output) == whole, "\(output)")
      }
      #expect(killed == Self.kills)
      #expect(midway > 20, "hardly a run was killed while it held finished results")
      #expect(replacing > 0, "no run was killed while it put results in place of others")
    }
  }

  /// From when on the time is counted that a run is left alive.
  private enum Beginning: CaseIterable {
    /// From its start.
    case start
    /// From its first sign in the folder.
    case staging, stagingToo
    /// From when the manifest of the run before is gone.
    case replacing

    /// How much of the time of a whole run is left at most.
    var share: Double {
      switch self {
      case .start: 1
      case .staging, .stagingToo: 0.5
      case .replacing: 0.01
      }
    }
  }

  /// Starts a run and kills it after a while. Says whether it was killed before its end.
  private func kill(
    _ batch: MadeBatch, _ output: String, after time: Duration, from: Beginning
  ) throws -> Bool {
    let process = Process()
    process.executableURL = try CommandRunner.executable()
    process.arguments = batch.arguments(to: output, "--resume")
    process.currentDirectoryURL = batch.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let name = from == .replacing ? "manifest.json" : ".stikstof-run"
    let sign = batch.folder.appendingPathComponent("\(output)/\(name)").path
    let stood = FileManager.default.fileExists(atPath: sign)
    // The hidden folder comes, the manifest goes; what is so already gives no sign.
    if from != .start, stood == (from == .replacing) {
      while process.isRunning, access(sign, F_OK) == (stood ? 0 : -1) {
        if from != .replacing { usleep(50) }
      }
    }
    usleep(UInt32(time / .microseconds(1)))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Whatever is seen is whole, and a manifest stands only beside the files it names. Says whether
  /// finished results wait in the hidden folder, and whether others were being replaced.
  private func check(
    _ batch: MadeBatch, _ output: String, _ whole: [String: Data], _ before: [String: Data]
  ) throws -> (holdsResults: Bool, isReplacing: Bool) {
    let place = batch.folder.appendingPathComponent(output)
    guard FileManager.default.fileExists(atPath: place.path) else { return (false, false) }
    let found = try batch.files(of: output)
    for (name, data) in found where name != ".stikstof-run/" {
      #expect(data == whole[name] || data == before[name], "\(name) is none of either run")
    }
    if let manifest = found["manifest.json"] {
      let own = manifest == whole["manifest.json"] ? whole : before
      for (name, data) in own { #expect(found[name] == data, "\(name) beside a manifest") }
    }
    let staged = try? FileManager.default.contentsOfDirectory(
      atPath: place.appendingPathComponent(".stikstof-run").path)
    return (
      staged?.contains { $0.hasSuffix(".done") } ?? false,
      found["manifest.json"] == nil && found["flags.csv"] != nil
    )
  }
}
