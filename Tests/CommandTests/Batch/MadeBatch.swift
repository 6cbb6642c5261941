// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// A folder with a batch of small made datasets, `made-00`, `made-01` and so on, below `in`.
struct MadeBatch {
  let folder: URL
  let count: Int

  /// Makes the datasets; the figures of each are other ones.
  init(in folder: URL, count: Int) throws {
    self.folder = folder
    self.count = count
    let source = FixturePaths.fixtures.appendingPathComponent("made/off-track/input")
    let package = try String(
      contentsOf: source.appendingPathComponent("datapackage.yaml"), encoding: .utf8)
    let table = try String(
      contentsOf: source.appendingPathComponent("zone-emissions.csv"), encoding: .utf8)
    for number in 0..<count {
      let dataset = folder.appendingPathComponent("in/\(Self.name(number))")
      try FileManager.default.createDirectory(at: dataset, withIntermediateDirectories: true)
      try Data(
        package.replacingOccurrences(of: "made-off-track", with: Self.name(number)).utf8
      ).write(to: dataset.appendingPathComponent("datapackage.yaml"))
      try Data(table.replacingOccurrences(of: ",950,", with: ",\(950 + number),").utf8)
        .write(to: dataset.appendingPathComponent("zone-emissions.csv"))
    }
  }

  static func name(_ number: Int) -> String { "made-\(number < 10 ? "0" : "")\(number)" }

  /// The arguments of a run over the batch into a folder.
  func arguments(to output: String, _ more: String...) -> [String] {
    [
      "assess", "in", "--areas-dir", FixturePaths.areas.path, "--format", "json", "--output",
      output,
    ] + more
  }

  /// Runs it to its end.
  func run(to output: String, _ more: String...) throws -> CommandRunner.Result {
    try CommandRunner.run(arguments(to: output) + more, in: folder)
  }

  /// What stands in a folder, hidden files too; a folder in it is named with a slash.
  func files(of output: String) throws -> [String: Data] {
    let place = folder.appendingPathComponent(output)
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
      let file = place.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue {
        found[name + "/"] = Data()
      } else {
        found[name] = try Data(contentsOf: file)
      }
    }
    return found
  }

  /// Breaks a run off after some datasets, by a folder where the next result is to be written.
  func breakOff(after number: Int, in output: String) throws -> CommandRunner.Result {
    let obstacle = folder.appendingPathComponent(
      "\(output)/.stikstof-run/\(Self.name(number)).json.part")
    try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
    let run = try run(to: output, "--resume", "--threads", "1")
    try FileManager.default.removeItem(at: obstacle)
    return run
  }

  /// Replaces text in a file of a dataset.
  func replace(_ text: String, with other: String, in file: String) throws {
    let place = folder.appendingPathComponent(file)
    let content = try String(contentsOf: place, encoding: .utf8)
    try Data(content.replacingOccurrences(of: text, with: other).utf8).write(to: place)
  }
}
