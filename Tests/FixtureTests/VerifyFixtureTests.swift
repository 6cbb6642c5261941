// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `Fixtures/verify`: results that anybody can recompute from a clone.
@Suite(.serialized) struct VerifyFixtureTests {
  private static let folder = FixturePaths.fixtures.appendingPathComponent("verify")
  private static let arguments = [
    "assess", "Fixtures/made/off-track/input", "Fixtures/made/on-track/input", "--assume",
    "target.agriculture.NOx.2035=0.3..0.4", "--as-of", "2023", "--format", "csv", "--output",
  ]

  @Test func theRunIsTheCommittedOne() throws {
    try withTemporaryFolder { folder in
      let run = try CommandRunner.run(Self.arguments + [folder.path])
      #expect(run.exitCode == 1, "\(run.standardError)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for name in names.sorted() {
        GoldenFile(Self.folder.appendingPathComponent(name)).expect(
          try Data(contentsOf: folder.appendingPathComponent(name)))
      }
      let committed = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      #expect(Set(committed) == Set(names + ["README.md"]))
    }
  }

  @Test func theCommittedRunVerifies() throws {
    let run = try CommandRunner.run(["verify", "Fixtures/verify/manifest.json"])
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardOutput.contains("inputs: 5 of 5 verified\n"))
    #expect(
      run.standardOutput.hasSuffix(
        "recomputed: 4 outputs and the manifest, the same bytes\nverified\n"))
  }

  @Test func oneChangedDigitOfACopyDoesNotVerify() throws {
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("verify")
      try FileManager.default.copyItem(at: Self.folder, to: copy)
      let file = copy.appendingPathComponent("nation.csv")
      var bytes = [UInt8](try Data(contentsOf: file))
      let digit = try #require(bytes.lastIndex { $0 >= 0x30 && $0 < 0x39 })
      bytes[digit] += 1
      try Data(bytes).write(to: file)
      let run = try CommandRunner.run(["verify", copy.path])
      #expect(run.exitCode == 2)
      #expect(run.standardError.contains("output '\(file.path)' is not the one of the run"))
      #expect(run.standardError.contains("recomputed, 1 of 5 files differ, first '\(file.path)'"))
    }
  }
}
