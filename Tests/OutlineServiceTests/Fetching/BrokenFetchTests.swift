// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import NitrogenRuns

extension ServerTests {
  /// A fetch that goes wrong stores nothing, says why, and is gone on with where that is sound.
  @Suite struct BrokenFetchTests {
    /// A reply that differs at one page: `start` features stand before it.
    private static func but(
      at start: String, _ reply: OutlineServer.Reply
    ) -> @Sendable (Int, [String: String]) -> OutlineServer.Reply {
      { $1["startIndex"] == start ? reply : MadeService.reply($1) }
    }

    private static let third = MadeService.features[2...3]

    @Test(arguments: [
      (
        OutlineServer.Reply.xml(MadeService.exception("out of order"), status: 400),
        "the service answered with status 400: 'out of order'"
      ),
      (
        .xml(MadeService.exception("out of order")),
        "the service reports 'out of order' (InvalidParameterValue)"
      ),
      (
        .json(String(MadeService.collection(third).prefix(300))),
        "the answer is not whole JSON; it was cut short, or is something else"
      ),
      (.json(MadeService.collection(third.prefix(1))), "it has 1 feature, expected 2"),
      (
        .json(MadeService.collection(MadeService.features)), "it has 5 features, expected 2"
      ),
      (
        .json(
          MadeService.collection(third).replacingOccurrences(
            of: "\"nr\": 2", with: "\"nr\": \"II\"")),
        "feature 1 has 'II' as the number of its area; expected a whole number above 0"
      ),
      (
        .json(MadeService.collection(third).replacingOccurrences(of: "\"nr\"", with: "\"NR\"")),
        "feature 1 has no property 'nr', the number of its area"
      ),
    ])
    func aBrokenPageStoresNothing(reply: OutlineServer.Reply, reason: String) async throws {
      try await Fetching.with(Self.but(at: "2", reply)) { fetching in
        try "what was there".write(toFile: fetching.output, atomically: true, encoding: .utf8)
        #expect(
          await fetching.failure()
            == "cannot fetch page 2 of 3: \(reason); nothing was stored, and the pages kept in "
            + "'\(fetching.output).pages' serve the next run")
        #expect(fetching.files() == ["out.gpkg", "out.gpkg.pages"])
        #expect(try String(contentsOfFile: fetching.output, encoding: .utf8) == "what was there")
        #expect(fetching.files(in: ".pages") == ["page-00001.json", "pages.json"])
      }
    }

    @Test func pagesThatDoNotGoTogetherAreThrownAway() async throws {
      let again = MadeService.collection(MadeService.features[0...1])
      try await Fetching.with(Self.but(at: "2", .json(again))) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch page 2 of 3: feature 'made.1' stands on page 1 already: features change "
            + "or change order while they are fetched; try again later; nothing was stored")
        #expect(fetching.files().isEmpty)
      }
      let nameless = [3, 4].map {
        MadeService.Feature(nr: $0, naam: "Zonder", x: 140_000)
      }
      let twice = [MadeService.features[0], MadeService.features[1], nameless[0], nameless[0]]
      try await Fetching.with({ MadeService.reply($1, features: twice) }) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch page 2 of 2: its feature 2 stands on page 2 already: features change "
            + "or change order while they are fetched; try again later; nothing was stored")
      }
    }

    @Test func aCountThatChangesBetweenPagesIsNoticed() async throws {
      let grown = MadeService.collection(Self.third, matched: "6")
      try await Fetching.with(Self.but(at: "2", .json(grown))) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch page 2 of 3: it speaks of 6 features, and the service promised 5: they "
            + "change while they are fetched; try again later; nothing was stored")
        #expect(fetching.files().isEmpty)
      }
    }

    @Test func aServiceWithSmallerPagesIsToldOf() async throws {
      let one = MadeService.collection(MadeService.features[0...0])
      try await Fetching.with(Self.but(at: "0", .json(one))) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch page 1 of 3: it has 1 feature, expected 2; if the service gives no "
            + "more a page, ask with --page-size 1; nothing was stored")
        #expect(fetching.files().isEmpty)
      }
    }

    @Test(arguments: ["0", "100001"])
    func aCountOutOfReasonIsRefused(count: String) async throws {
      try await Fetching.with({ _, _ in .xml(MadeService.hits(count)) }) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch the number of features: layer 'made:made' has \(count) features; "
            + "expected 1 to 100000; nothing was stored")
      }
    }

    @Test func aServiceThatIsAwayStoresNothing() async throws {
      try await Fetching.with({ _, _ in .answer(503, [:], Data()) }) { fetching in
        #expect(
          await fetching.failure()
            == "cannot fetch the number of features: the service answered with status 503 (tried 2 "
            + "times); nothing was stored")
        #expect(fetching.files().isEmpty)
      }
    }

    @Test func aPlaceThatCannotBeWrittenIsToldOf() async throws {
      try await Fetching.with({ MadeService.reply($1) }) { fetching in
        try FileManager.default.createDirectory(
          atPath: fetching.output, withIntermediateDirectories: false)
        #expect(
          await fetching.failure()
            == "cannot write '\(fetching.output)': it is a folder; nothing that stood there before "
            + "was changed")
        #expect(fetching.server.asked.isEmpty)
        try FileManager.default.removeItem(atPath: fetching.output)
        // A folder of somebody else where pages would be kept.
        try FileManager.default.createDirectory(
          atPath: fetching.output + ".pages", withIntermediateDirectories: false)
        #expect(
          await fetching.failure()
            == "cannot write '\(fetching.output).pages': a folder without pages of ours stands "
            + "there; take it away; nothing that stood there before was changed")
      }
    }
  }
}
