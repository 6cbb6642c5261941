// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import NitrogenRuns

extension ServerTests {
  /// A fetch that broke off is gone on with where it stopped, when what is there can be trusted.
  @Suite struct ResumedFetchTests {
    /// A fetch whose last page fails the first time, and which has two pages kept.
    private func interrupted(_ body: (Fetching) async throws -> Void) async throws {
      try await Fetching.with({ number, query in
        number == 4 ? .answer(404, [:], Data()) : MadeService.reply(query)
      }) { fetching in
        _ = await fetching.failure()
        #expect(fetching.server.asked == ["hits", "0", "2", "4"])
        try await body(fetching)
      }
    }

    @Test func onlyWhatIsMissingIsAskedAgain() async throws {
      try await interrupted { fetching in
        _ = try await fetching.run()
        #expect(fetching.server.asked.dropFirst(4) == ["hits", "4"])
        #expect(
          fetching.steps.dropFirst() == [
            "page 1 of 3: kept from an earlier run", "page 2 of 3: kept from an earlier run",
            "page 3 of 3: fetched, 1 feature",
          ])
        #expect(fetching.files() == ["out.gpkg", "out.gpkg.json"])
      }
    }

    @Test func aKeptPageThatIsNotAsItWasIsFetchedAgain() async throws {
      try await interrupted { fetching in
        let page = fetching.output + ".pages/page-00002.json"
        let text = try String(contentsOfFile: page, encoding: .utf8)
        try text.replacingOccurrences(of: "110000", with: "110001")
          .write(toFile: page, atomically: true, encoding: .utf8)
        _ = try await fetching.run()
        #expect(fetching.server.asked.dropFirst(4) == ["hits", "2", "4"])
        #expect(
          fetching.steps.dropFirst(2).prefix(2) == [
            "page 2 of 3: what was kept is not what was fetched; fetched again",
            "page 2 of 3: fetched, 2 features",
          ])
      }
    }

    @Test func pagesOfAnotherQuestionAreNotUsed() async throws {
      try await interrupted { fetching in
        fetching.pageSize = 3
        _ = try await fetching.run()
        #expect(fetching.server.asked.dropFirst(4) == ["hits", "0", "3"])
        #expect(
          fetching.steps[1]
            == "the pages kept in '\(fetching.output).pages' are of another service, layer or page "
            + "size; all pages are fetched again")
      }
    }

    @Test func pagesOfAnotherDayAreNotUsed() async throws {
      try await interrupted { fetching in
        fetching.now += 24 * 60 * 60 + 1
        _ = try await fetching.run()
        #expect(fetching.server.asked.dropFirst(4) == ["hits", "0", "2", "4"])
        #expect(
          fetching.steps[1]
            == "the pages kept in '\(fetching.output).pages' are more than a day old; all pages are "
            + "fetched again")
      }
      try await interrupted { fetching in
        fetching.now += 24 * 60 * 60
        _ = try await fetching.run()
        #expect(fetching.server.asked.dropFirst(4) == ["hits", "4"])
      }
    }

    @Test func pagesOfAnotherCountAreNotUsed() async throws {
      try await Fetching.with({ number, query in
        let features = Array(MadeService.features.prefix(number <= 3 ? 5 : 4))
        return number == 3
          ? .answer(404, [:], Data()) : MadeService.reply(query, features: features)
      }) { fetching in
        _ = await fetching.failure()
        _ = try await fetching.run()
        #expect(fetching.server.asked == ["hits", "0", "2", "hits", "0", "2"])
        #expect(
          fetching.steps[1]
            == "the pages kept in '\(fetching.output).pages' are of 5 features, and the service now "
            + "has 4; all pages are fetched again")
      }
    }

    @Test func otherFilesAmongThePagesStay() async throws {
      try await interrupted { fetching in
        let note = fetching.output + ".pages/note.txt"
        try "mine".write(toFile: note, atomically: true, encoding: .utf8)
        _ = try await fetching.run()
        #expect(fetching.files(in: ".pages") == ["note.txt"])
      }
    }

    @Test func whatWasStoredIsHeldAgainstItsRecord() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        #expect(
          OutlineStore.summary(of: fetching.output)
            == "outlines: none at hand; 'stikstof areas fetch' gets them")
        _ = try await fetching.run()
        #expect(
          OutlineStore.summary(of: fetching.output)
            == "outlines: 5 features of 4 areas, retrieved 2026-11-23T09:00:00Z, "
            + "'\(fetching.output)'")
        let handle = try #require(FileHandle(forWritingAtPath: fetching.output))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        #expect(
          OutlineStore.summary(of: fetching.output)
            == "outlines: '\(fetching.output)' is not what was fetched (its SHA-256 differs); "
            + "'stikstof areas fetch' gets them again")
        try FileManager.default.removeItem(atPath: fetching.output + ".json")
        #expect(
          OutlineStore.summary(of: fetching.output)
            == "outlines: '\(fetching.output)', without a record of where they come from")
      }
    }

    @Test func theUsersOutlinesComeBeforeThoseOfTheAreasFolder() async throws {
      try await withFolder { folder in
        let environment = ["XDG_DATA_HOME": folder + "/data"]
        #expect(OutlineStore.locate(areasFolder: folder, environment: environment) == nil)
        for place in ["/natura2000/outlines.gpkg", "/data/stikstof/outlines/natura2000.gpkg"] {
          let path = URL(fileURLWithPath: folder + place)
          try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data().write(to: path)
          #expect(
            OutlineStore.locate(areasFolder: folder, environment: environment) == folder + place)
        }
      }
    }

    @Test(arguments: [
      (["XDG_DATA_HOME": "/data", "HOME": "/home/a"], "/data"),
      (["XDG_DATA_HOME": "data", "HOME": "/home/a"], "/home/a/.local/share"),
      (["XDG_DATA_HOME": "", "HOME": "/home/a"], "/home/a/.local/share"), ([:], nil),
    ])
    func outlinesStandInTheUsersDataFolder(environment: [String: String], folder: String?) {
      #expect(
        OutlineStore.defaultPath(environment: environment)
          == folder.map { $0 + "/stikstof/outlines/natura2000.gpkg" })
    }
  }
}
