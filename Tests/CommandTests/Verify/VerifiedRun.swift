// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// Results of a small made batch in `out`, with law and geography of their own in `Areas` and a
/// policy pack of the user, all in one folder.
struct VerifiedRun {
  let batch: MadeBatch
  var folder: URL { batch.folder }

  static let pack = "own.yaml"

  init(in folder: URL, format: String = "json") throws {
    batch = try MadeBatch(in: folder, count: 2)
    try FileManager.default.copyItem(
      at: FixturePaths.areas, to: folder.appendingPathComponent("Areas"))
    try FileManager.default.copyItem(
      at: FixturePaths.areas.appendingPathComponent("policy/example-user.yaml"),
      to: folder.appendingPathComponent(Self.pack))
    try batch.replace("pack: example-user", with: "pack: own", in: Self.pack)
    let run = try CommandRunner.run(
      [
        "assess", "in", "--policy", Self.pack, "--assume", "target.agriculture.NOx.2035=0.3..0.4",
        "--as-of", "2023", "--format", format, "--output", "out",
      ], in: folder)
    guard run.exitCode == 1 || run.exitCode == 0 else { throw Failed(said: run.standardError) }
  }

  struct Failed: Error {
    let said: String
  }

  func verify(_ arguments: [String] = ["out/manifest.json"]) throws -> CommandRunner.Result {
    try CommandRunner.run(["verify"] + arguments, in: folder)
  }

  /// The SHA-256 of a file, by another program.
  func digest(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [folder.appendingPathComponent(path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data.prefix(64), as: UTF8.self)
  }

  /// Replaces the first of some text in a file.
  func replaceFirst(_ text: String, with other: String, in file: String) throws {
    let place = folder.appendingPathComponent(file)
    var content = try String(contentsOf: place, encoding: .utf8)
    guard let range = content.range(of: text) else { throw Failed(said: "no '\(text)' in \(file)") }
    content.replaceSubrange(range, with: other)
    try Data(content.utf8).write(to: place)
  }

  /// Gives the manifest the digest that it has now, as one who forges it would.
  func reseal() throws {
    let place = folder.appendingPathComponent("out/manifest.json")
    let text = try String(contentsOf: place, encoding: .utf8)
    guard let end = text.range(of: ",\n  \"manifestSha256\"") else { throw Failed(said: text) }
    let bare = text[..<end.lowerBound]
    try Data((bare + "\n}\n").utf8).write(to: folder.appendingPathComponent("bare"))
    let seal = ",\n  \"manifestSha256\": \"\(try digest("bare"))\"\n}\n"
    try Data((bare + seal).utf8).write(to: place)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
  }
}
