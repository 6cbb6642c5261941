// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import OutlineService

extension ServerTests {
  /// Which redirects are followed.
  @Suite struct RedirectTests {
    @Test func aRedirectOnTheSameHostIsFollowed() async throws {
      try await OutlineServer.run({ _, query in
        query["path"] == "/wfs" ? .redirect(to: "/moved?a=1") : .json("{}")
      }) { server in
        let answer = try await MadeService.client().get(try ServiceAddress(server.address).url)
        #expect(String(decoding: answer.body, as: UTF8.self) == "{}")
        #expect(server.log.map { $0["path"] } == ["/wfs", "/moved"])
      }
    }

    @Test(arguments: [
      "http://example.invalid/wfs", "http://localhost:1/wfs", "ftp://127.0.0.1/wfs",
    ])
    func aRedirectElsewhereIsNotFollowed(target: String) async throws {
      try await OutlineServer.run({ _, _ in .redirect(to: target) }) { server in
        let error = await #expect(throws: ServiceError.self) {
          try await MadeService.client().get(try ServiceAddress(server.address).url)
        }
        #expect(
          error.map { "\($0)" }
            == "the service leads on to '\(target)': only https, or the same host, is followed; "
            + "name the right address with --service")
        #expect(server.log.count == 1)
      }
    }

    @Test func aCircleOfRedirectsEnds() async throws {
      try await OutlineServer.run({ _, _ in .redirect(to: "/wfs") }) { server in
        let error = await #expect(throws: ServiceError.self) {
          try await MadeService.client().get(try ServiceAddress(server.address).url)
        }
        #expect(
          error.map { "\($0)" }
            == "the service leads on more than 5 times; name the right address with --service")
        #expect(server.log.count == 6)
      }
    }

    @Test(arguments: [
      ("https://a.nl/x", "https://b.nl/y", true), ("https://a.nl/x", "http://a.nl/y", false),
      ("https://localhost/x", "http://localhost/y", false),
      ("http://localhost/x", "https://b.nl/y", true),
      ("http://localhost:1/x", "http://LOCALHOST:2/y", true),
      ("http://localhost/x", "http://127.0.0.1/y", false),
      ("http://localhost/x", "file:///etc/hosts", false),
    ])
    func securityIsNeverLost(from: String, to: String, follows: Bool) throws {
      let from = try #require(URL(string: from))
      let to = try #require(URL(string: to))
      #expect(ServiceAddress.mayLead(from: from, to: to) == follows)
    }
  }
}
