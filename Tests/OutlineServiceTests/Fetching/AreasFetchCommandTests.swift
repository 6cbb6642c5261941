// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

@testable import NitrogenRuns

extension ServerTests {
  /// `stikstof areas fetch`, as a user runs it.
  @Suite struct AreasFetchCommandTests {
    /// Proxies of the caller's are not for a server on this machine.
    private func environment(_ folder: String) -> [String: String] {
      ["XDG_DATA_HOME": folder, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"]
    }

    @Test func outlinesAreFetchedStoredAndTold() async throws {
      try await withFolder { folder in
        try await OutlineServer.run({ MadeService.reply($1) }) { server in
          let before = try await runCommand(
            ["areas", "show", "57"], environment: environment(folder))
          #expect(
            before.standardError == "outlines: none at hand; 'stikstof areas fetch' gets them\n")
          let run = try await runCommand(
            [
              "areas", "fetch", "--service", server.address, "--page-size", "3", "--timeout", "600",
            ],
            environment: environment(folder))
          let path = "\(folder)/stikstof/outlines/natura2000.gpkg"
          let digest = try FileHash.sha256(ofFile: path)
          #expect(run.exitCode == 0)
          #expect(
            run.standardOutput
              == "\(path)\n5 features of 4 areas, retrieved 2026-11-23T09:00:00Z\n"
              + "SHA-256 \(digest)\n")
          #expect(
            run.standardError
              == """
              5 features in 2 pages from \(server.address)
              page 1 of 2: fetched, 3 features
              page 2 of 2: fetched, 2 features
              \(path): warning: 159 of the 162 areas of the catalogue have no outline: 1, 4, 5, 6, \
              7, 8, 9, 10, 11, 12, 13, 14 and 147 more
              \(path): warning: the catalogue of areas does not have every outline's area: 900

              """)
          #expect(server.log.last?["agent"] == "stikstof/\(Tool.version)")
          #expect(server.log.last?["sortBy"] == "nr,beschermin")
          #expect(server.log.last?["typeNames"] == "natura2000:natura2000")
          let after = try await runCommand(["areas", "list"], environment: environment(folder))
          #expect(
            after.standardError
              == "outlines: 5 features of 4 areas, retrieved 2026-11-23T09:00:00Z, '\(path)'\n")
          #expect(after.standardOutput.split(separator: "\n").count == 162)
        }
      }
    }

    @Test func aFetchThatBrokeOffIsGoneOnWith() async throws {
      try await withFolder { folder in
        try await OutlineServer.run({ number, query in
          switch number {
          // The second page fails twice in the first run: with 500, then for good.
          case 3: .answer(500, [:], Data())
          case 4: .xml(MadeService.exception("no more today"))
          default: MadeService.reply(query)
          }
        }) { server in
          let path = "\(folder)/new/mine.gpkg"
          let arguments = [
            "areas", "fetch", "--service", server.address, "--page-size", "2", "--output", path,
            "--timeout",
            "600",
          ]
          let broken = try await runCommand(arguments, environment: environment(folder))
          #expect(broken.exitCode == 2)
          #expect(broken.standardOutput.isEmpty)
          #expect(
            broken.standardError
              == """
              5 features in 3 pages from \(server.address)
              page 1 of 3: fetched, 2 features
              stikstof: error: cannot fetch page 2 of 3: the service reports 'no more today' \
              (InvalidParameterValue); nothing was stored, and the pages kept in '\(path).pages' \
              serve the next run

              """)
          #expect(!FileManager.default.fileExists(atPath: path))
          let whole = try await runCommand(arguments, environment: environment(folder))
          #expect(whole.exitCode == 0)
          #expect(server.asked == ["hits", "0", "2", "2", "hits", "2", "4"])
          #expect(try StoredLayer(path).rows.count == 5)
        }
      }
    }

    @Test(arguments: [
      (["--output", "a.json"], "--output takes a file that ends in .gpkg, found 'a.json'."),
      (["--page-size", "0"], "--page-size takes 1 to 10000, found 0."),
      (["--timeout", "0"], "--timeout takes 1 to 3600 s, found 0."),
    ])
    func wrongUsageIsToldOf(arguments: [String], message: String) throws {
      let run = try CommandRunner.run(["areas", "fetch"] + arguments)
      #expect(run.exitCode == 64)
      #expect(run.standardError.hasPrefix("Error: \(message)\n"))
    }

    @Test func anAddressThatMayNotBeAskedIsRefused() throws {
      let run = try CommandRunner.run(["areas", "fetch", "--service", "http://service.example/wfs"])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: address 'http://service.example/wfs' cannot be used: expected "
          + "https://…; http:// is only for a server on this machine\n")
    }

    @Test func withoutAHomeAFileMustBeNamed() throws {
      let run = try CommandRunner.run(
        ["areas", "fetch"], environment: ["HOME": "", "XDG_DATA_HOME": ""])
      #expect(run.exitCode == 2)
      #expect(
        run.standardError
          == "stikstof: error: no home folder is known; name the file to write with --output\n")
    }
  }
}
