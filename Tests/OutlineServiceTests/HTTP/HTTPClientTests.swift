// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Testing

@testable import OutlineService

extension ServerTests {
  /// What comes over the line, and what does not.
  @Suite struct HTTPClientTests {
    /// The answer of a server, or the error.
    private func get(
      _ client: HTTPClient = MadeService.client(),
      _ reply: @escaping @Sendable (Int, [String: String]) -> OutlineServer.Reply
    ) async throws -> (result: Result<HTTPAnswer, ServiceError>, asked: Int) {
      try await OutlineServer.run(reply) { server in
        let url = try ServiceAddress(server.address).url
        do throws(ServiceError) {
          return (.success(try await client.get(url)), server.log.count)
        } catch {
          return (.failure(error), server.log.count)
        }
      }
    }

    private func text(_ result: Result<HTTPAnswer, ServiceError>) -> String {
      switch result {
      case .success(let answer): "answered: \(String(decoding: answer.body, as: UTF8.self))"
      case .failure(let error): "\(error)"
      }
    }

    @Test func anAnswerHasItsDateTypeAndUnpackedBody() async throws {
      // "hello world", packed by gzip 1.12.
      let packed = try #require(
        Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA=="))
      let (result, _) = try await get { _, _ in
        .answer(
          200, ["Content-Encoding": "gzip", "Content-Type": "Text/Plain; charset=utf-8"], packed)
      }
      let answer = try result.get()
      #expect(String(decoding: answer.body, as: UTF8.self) == "hello world")
      #expect(answer.mediaType == "text/plain")
      #expect(answer.date?.formatted(.iso8601) == OutlineServer.isoDate)
    }

    @Test func theProgramSaysItsName() async throws {
      try await OutlineServer.run({ _, _ in .json("{}") }) { server in
        _ = try await MadeService.client().get(try ServiceAddress(server.address).url)
        #expect(server.log.map { $0["agent"] } == ["stikstof-test"])
      }
    }

    @Test func aFailureThatMayPassIsAskedAgainEverLater() async throws {
      let pauses = Mutex<[Double]>([])
      let client = MadeService.client(attempts: 4) { seconds in
        pauses.withLock { $0.append(seconds) }
      }
      let (result, asked) = try await get(client) { number, _ in
        switch number {
        case 1: .answer(500, [:], Data())
        case 2: .answer(503, ["Retry-After": "7"], Data())
        case 3: .short(Data("half".utf8), promised: 100)
        default: .answer(200, [:], Data("whole".utf8))
        }
      }
      #expect(text(result) == "answered: whole")
      #expect(asked == 4)
      #expect(pauses.withLock { $0 } == [0.5, 7, 2])
    }

    @Test(
      arguments: [
        (1, nil, 0.5), (2, nil, 1), (3, nil, 2), (9, nil, 30), (1, 0, 0.5), (1, 12, 12),
        (1, 3600, 30), (1, Double.infinity, 0.5), (1, Double.nan, 0.5), (1, -5, 0.5),
      ] as [(Int, Double?, Double)])
    func aPauseGrowsAndIsCapped(attempt: Int, asked: Double?, expected: Double) {
      #expect(HTTPClient.pause(after: attempt, asked: asked) == expected)
    }

    @Test func aFailureThatStaysIsToldWithTheServicesWords() async throws {
      let (result, asked) = try await get { _, _ in
        .answer(502, ["Content-Type": "text/plain"], Data("upstream\n is away\u{7}\n".utf8))
      }
      #expect(
        text(result)
          == "the service answered with status 502: 'upstream is away' (tried 2 times)")
      #expect(asked == 2)
    }

    @Test(arguments: [
      (404, "text/html", "<html><head><title>Not\n Found</title>", ": 'Not Found'"),
      (400, "text/xml", MadeService.exception("no such &lt;layer&gt;"), ": 'no such <layer>'"),
      (403, "application/json", "{\"detail\": \"no\"}", ": '{\"detail\": \"no\"}'"),
      (410, "image/png", "\u{1}\u{2}", ""), (401, "text/plain", "", ""),
    ])
    func aStatusThatStaysIsNotAskedAgain(
      status: Int, type: String, body: String, words: String
    ) async throws {
      let (result, asked) = try await get { _, _ in
        .answer(status, ["Content-Type": type], Data(body.utf8))
      }
      #expect(text(result) == "the service answered with status \(status)\(words)")
      #expect(asked == 1)
    }

    @Test func silenceIsGivenUp() async throws {
      let (result, _) = try await get(MadeService.client(timeout: 1)) { _, _ in .silence }
      #expect(
        text(result) == "host '127.0.0.1' was silent for 1 s: try later, or wait longer with "
          + "--timeout (tried 2 times)")
    }

    @Test func aTrickleIsGivenUp() async throws {
      let (result, _) = try await get(MadeService.client(wholeTimeout: 1)) { _, _ in .trickle }
      #expect(
        text(result) == "the answer of host '127.0.0.1' was not whole after 1 s: try later, ask "
          + "for less with --page-size, or wait longer with --timeout")
    }

    @Test func anAnswerCutShortIsNoAnswer() async throws {
      let (result, asked) = try await get { _, _ in
        .short(Data("{\"type\"".utf8), promised: 1000)
      }
      // What follows is libcurl's.
      #expect(text(result).hasPrefix("the answer of host '127.0.0.1' broke off: "))
      #expect(text(result).hasSuffix(" (tried 2 times)"))
      #expect(asked == 2)
    }

    @Test func anAnswerThatIsTooLargeIsNotRead() async throws {
      let small = MadeService.client(largestAnswer: 1_000_000)
      let refusal = "the answer is larger than 1 MB: ask for less with --page-size"
      let (plain, asked) = try await get(small) { _, _ in
        .answer(200, [:], Data(repeating: 32, count: 1_000_001))
      }
      #expect(text(plain) == refusal)
      #expect(asked == 1)
      let (packed, _) = try await get(small) { _, _ in
        .answer(200, ["Content-Encoding": "gzip"], PackedBlanks.data)
      }
      #expect(text(packed) == refusal)
      let (whole, _) = try await get(MadeService.client()) { _, _ in
        .answer(200, ["Content-Encoding": "gzip"], PackedBlanks.data)
      }
      #expect(try whole.get().body.count == 2_000_000)
    }

    @Test func noHostAndNoListenerAreToldApart() async throws {
      let client = MadeService.client()
      await #expect(throws: ServiceError.noSuchHost("nowhere.invalid")) {
        try await client.get(try ServiceAddress("https://nowhere.invalid/wfs").url)
      }
      // Port 1 belongs to a service that nobody has.
      await #expect(throws: ServiceError.cannotConnect(host: "127.0.0.1")) {
        try await client.get(try ServiceAddress("http://127.0.0.1:1/wfs").url)
      }
      #expect(
        "\(ServiceError.noSuchHost("nowhere.invalid"))"
          == "no host 'nowhere.invalid' was found: check the network, the name and any proxy")
      #expect(
        "\(ServiceError.cannotConnect(host: "127.0.0.1"))"
          == "host '127.0.0.1' does not accept the connection: check the network, the address and "
          + "any proxy")
    }

    @Test func aConnectionThatIsNotSafeFails() async throws {
      try await OutlineServer.run({ _, _ in .json("{}") }) { server in
        let secure = server.address.replacingOccurrences(of: "http:", with: "https:")
        let error = await #expect(throws: ServiceError.self) {
          try await MadeService.client().get(try ServiceAddress(secure).url)
        }
        // What follows is libcurl's.
        let text = error.map { "\($0)" } ?? ""
        #expect(text.hasPrefix("the connection with host '127.0.0.1' failed: "))
      }
    }
  }
}
