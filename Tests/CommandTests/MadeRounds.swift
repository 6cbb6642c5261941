// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport

/// A folder of rounds made by the program from the fixture, to be looked at and meddled with.
struct MadeRounds {
  let folder: URL

  var path: String { folder.appendingPathComponent("rounds").path }

  /// Makes a round; both of the fixture are dated 1 October.
  @discardableResult
  func create(_ year: Int, name: String? = nil, date: String? = nil) throws -> CommandRunner.Result
  {
    try CommandRunner.run([
      "round", "create", "Fixtures/rounds/input/\(year)", "--rounds", path, "--name",
      name ?? "\(year)", "--date", date ?? "\(year)-10-01",
    ])
  }

  /// Runs a command on the rounds.
  func run(_ arguments: [String]) throws -> CommandRunner.Result {
    try CommandRunner.run(["round"] + arguments + ["--rounds", path])
  }

  func file(_ name: String) -> URL { folder.appendingPathComponent("rounds/\(name)") }

  func text(_ name: String) throws -> String {
    try String(contentsOf: file(name), encoding: .utf8)
  }

  /// Every file below the rounds with its bytes.
  func snapshot() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    var found: [String: Data] = [:]
    for name in names { found[name] = FileManager.default.contents(atPath: "\(path)/\(name)") }
    return found
  }

  /// Gives `body` a folder with both rounds of the fixture.
  static func withBoth(_ body: (MadeRounds) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let rounds = MadeRounds(folder: folder)
      try rounds.create(2028)
      try rounds.create(2030)
      try body(rounds)
    }
  }
}
