// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// `stikstof fit --format json`, read back.
enum FitCommand {
  /// One series of the result.
  struct Series {
    let members: [String: Any]

    subscript(name: String) -> Any? { members[name] }

    func text(_ name: String) -> String? { members[name] as? String }

    func number(_ name: String) -> Double? { (members[name] as? NSNumber)?.doubleValue }

    /// The number of a name; fails the test where there is none.
    func require(_ name: String) throws -> Double {
      try #require(number(name), "\(text("station") ?? "?") has no number '\(name)'")
    }

    func refusal(_ name: String = "refusal") -> [String: String]? {
      members[name] as? [String: String]
    }
  }

  /// The whole result of a run.
  static func result(_ arguments: [String], exitCode: Int32 = 0) throws -> [String: Any] {
    let run = try CommandRunner.run(["fit"] + arguments + ["--format", "json"])
    try #require(run.exitCode == exitCode, "\(arguments): \(run.standardError)")
    let read = try JSONSerialization.jsonObject(with: Data(run.standardOutput.utf8))
    return try #require(read as? [String: Any])
  }

  /// The series of a run.
  static func series(_ arguments: [String], exitCode: Int32 = 0) throws -> [Series] {
    let all = try result(arguments, exitCode: exitCode)["series"] as? [[String: Any]]
    return try #require(all).map(Series.init)
  }

  /// The one series of a run.
  static func only(_ arguments: [String], exitCode: Int32 = 0) throws -> Series {
    let all = try series(arguments, exitCode: exitCode)
    try #require(all.count == 1)
    return all[0]
  }

  /// The words of a text that would stand for a number that is not finite.
  static func notFinite(_ text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.filter { ["nan", "inf", "infinity"].contains($0) }.map(String.init)
  }

  /// Checks numbers by name against ones of another tool.
  static func expect(
    _ series: Series, _ expected: [(String, Double)], relative: Double, absolute: Double = 0
  ) throws {
    for (name, value) in expected {
      expectClose(
        try series.require(name), value, relative: relative, absolute: absolute, name)
    }
  }
}

/// Series made for a test: 20 years of months with a season, a trend and a wiggle.
enum MadeSeries {
  /// A table of one station.
  static func table(station: String, slope: Double, wiggle: Double = 0.1, seed: Int = 1) -> String {
    var state = seed
    var rows = "station,year,month,value\n"
    for year in 2002...2021 {
      for month in 1...12 {
        state = 75 * state % 65_537
        let time = Double(year) + (Double(month) - 0.5) / 12
        let value =
          10 * exp(slope * (time - 2012)) * (1 + 0.3 * cos(2 * Double.pi * time))
          * (1 + wiggle * (Double(state) / 65_537 - 0.5))
        rows += "\(station),\(year),\(month),\((value * 1_000).rounded() / 1_000)\n"
      }
    }
    return rows
  }

  /// Writes a table into a folder.
  static func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
