// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof compare`: what it refuses, and what it leaves behind.
@Suite struct CompareCommandTests {
  static let old = "Fixtures/rounds/input/2028"
  static let new = "Fixtures/rounds/input/2030"

  /// A copy of a side of the fixture, with a text in its files replaced.
  private static func copy(
    _ side: String, to folder: URL, replacing text: String, with other: String
  ) throws -> String {
    let target = folder.appendingPathComponent("side-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: FixturePaths.packageRoot.appendingPathComponent(side), to: target)
    for name in try FileManager.default.contentsOfDirectory(atPath: target.path) {
      let file = target.appendingPathComponent(name)
      let content = try String(contentsOf: file, encoding: .utf8)
      try content.replacingOccurrences(of: text, with: other)
        .write(to: file, atomically: false, encoding: .utf8)
    }
    return target.path
  }

  @Test func theSameFolderOnBothSidesIsNothingToCompare() throws {
    let run = try CommandRunner.run(["compare", Self.old, Self.old])
    #expect(run.exitCode == 2)
    #expect(run.standardOutput.isEmpty)
    #expect(
      run.standardError
        == "stikstof: error: both sides are of one release, and the figures of all 6 series are "
        + "the same: there is nothing to compare\n")
  }

  @Test func oneReleaseNameWithOtherFiguresIsRefused() throws {
    try withTemporaryFolder { folder in
      let changed = try Self.copy(Self.old, to: folder, replacing: ",950000,", with: ",951000,")
      let run = try CommandRunner.run(["compare", Self.old, changed])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: both sides name release 'Made 2028' and yet differ, first in area "
          + "57, agriculture NH3, 2026: 950000 kg/yr on the old side, 951000 kg/yr on the new one; give "
          + "a release of other figures another name\n")
    }
  }

  @Test func anotherBoundaryIsRefused() throws {
    try withTemporaryFolder { folder in
      let redrawn = try Self.copy(
        Self.new, to: folder, replacing: "stikstof:boundary: rivm-dash",
        with: "stikstof:boundary: er-default")
      let run = try CommandRunner.run(["compare", Self.old, redrawn])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: area 57, agriculture NH3 is drawn by boundary 'rivm-dash' on the "
          + "old side and by 'er-default' on the new one: a change of boundary is no change of "
          + "emission; compare figures of one boundary\n")
    }
  }

  @Test func aSideOfTwoReleasesIsRefused() throws {
    let run = try CommandRunner.run([
      "compare", "Fixtures/made/mixed-vintage/input", Self.new,
    ])
    #expect(run.exitCode == 2)
    #expect(run.standardError.contains("Made 2025"))
    #expect(
      run.standardError.hasSuffix(
        "stikstof: error: 'Fixtures/made/mixed-vintage/input' cannot be used as a whole; nothing "
          + "was compared\n"))
  }

  @Test func theFolderHoldsTheComparisonAndItsManifest() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("out").path
      let run = try CommandRunner.run([
        "compare", Self.old, Self.new, "--format", "json", "--output", output,
      ])
      #expect(run.exitCode == 0)
      #expect(run.standardError == "wrote 2 files to \(output)\n")
      let written = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(written == ["comparison.json", "manifest.json"])
      #expect(
        try String(contentsOfFile: output + "/comparison.json", encoding: .utf8)
          == run.standardOutput)
      let manifest = try String(contentsOfFile: output + "/manifest.json", encoding: .utf8)
      #expect(manifest.contains("\"path\": \"comparison.json\""))
      #expect(manifest.contains("Fixtures/rounds/input/2030/zone-emissions.csv"))
    }
  }

  /// Below a file nothing can be written, not even by root.
  @Test func anUnwritableOutputIsSaid() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      try Data("mine".utf8).write(to: file)
      let run = try CommandRunner.run([
        "compare", Self.old, Self.new, "--output", file.path + "/out",
      ])
      #expect(run.exitCode == 2)
      #expect(run.standardOutput.isEmpty)
      #expect(
        run.standardError
          == "stikstof: error: cannot write '\(file.path)/out': not a directory; nothing that "
          + "stood there before was changed\n")
    }
  }

  @Test(arguments: [
    ["compare", old], ["compare", old, new, "--format", "yaml"],
    ["compare", old, new, "--output", ""],
  ])
  func wrongUsageIsExitCode64(arguments: [String]) throws {
    let run = try CommandRunner.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.standardOutput.isEmpty)
  }

  /// What the program writes has the members that the published schema asks for, and no other.
  @Test func theSchemaNamesEveryMember() throws {
    let file = FixturePaths.packageRoot.appendingPathComponent(
      "Sources/NitrogenReports/Schema/comparison.schema.json")
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let run = try CommandRunner.run(["compare", Self.old, Self.new, "--format", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.standardOutput.utf8)) as? [String: Any])
    #expect(Set(try #require(schema["required"] as? [String])) == Set(document.keys))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let required = try #require(definitions["change"]?["required"] as? [String])
    let changes = try #require(document["changes"] as? [[String: Any]])
    #expect(changes.count == 6)
    for change in changes { #expect(Set(change.keys) == Set(required)) }
  }
}
