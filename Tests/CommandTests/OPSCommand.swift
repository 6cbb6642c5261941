// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// Runs of `stikstof ops` in a folder of their own.
enum OPSCommand {
  /// The head of a table of sources.
  static let head = "id,x,y,sector,pollutant,year,emission_kg_per_yr,vintage\n"

  /// Runs the command in a folder, on a table of sources in it and with output `out` there.
  static func run(
    _ rows: String, _ arguments: [String] = ["--height", "5"], in folder: URL,
    name: String = "sources.csv"
  ) throws -> CommandRunner.Result {
    try (name.hasSuffix(".csv") ? head + rows : rows).write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    return try run([name] + arguments, in: folder)
  }

  /// Runs the command in a folder with output `out` there.
  static func run(_ arguments: [String], in folder: URL) throws -> CommandRunner.Result {
    try CommandRunner.run(
      ["ops", "--output", "out", "--areas-dir", FixturePaths.areas.path] + arguments, in: folder)
  }

  /// A file of the output.
  static func text(_ name: String, in folder: URL) throws -> String {
    try String(
      contentsOf: folder.appendingPathComponent("out").appendingPathComponent(name),
      encoding: .utf8)
  }

  /// The names of the files of the output; none when there is no folder.
  static func names(in folder: URL) -> [String] {
    let out = folder.appendingPathComponent("out").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []).sorted()
  }
}
