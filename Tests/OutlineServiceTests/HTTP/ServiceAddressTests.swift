// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import OutlineService

/// Which addresses may be asked.
@Suite struct ServiceAddressTests {
  @Test(arguments: [
    "https://service.example/wfs", "HTTPS://service.example", "http://localhost:8080/wfs",
    "http://127.0.0.1/wfs", "http://127.8.9.10/wfs", "http://[::1]:80/wfs",
    "https://service.example/cgi?map=/a.map",
  ])
  func safeAddressesAreTaken(text: String) throws {
    #expect(try ServiceAddress(text).description == text)
  }

  @Test(arguments: [
    (
      "http://service.example/wfs",
      "'http://service.example/wfs' cannot be used: expected https://…; http:// is only for a "
        + "server on this machine"
    ),
    (
      "http://127.0.0.1.example/wfs",
      "'http://127.0.0.1.example/wfs' cannot be used: expected https://…; http:// is only for a "
        + "server on this machine"
    ),
    (
      "file:///etc/passwd",
      "'file:///etc/passwd' cannot be used: it is not a web address; expected https://…"
    ),
    ("service", "'service' cannot be used: it is not a web address; expected https://…"),
    ("", "'' cannot be used: it is not a web address; expected https://…"),
    (
      "https://me:secret@service.example/wfs",
      "'https://…@service.example' cannot be used: it holds a name or password, which would "
        + "stand in the record; leave it out"
    ),
  ])
  func otherAddressesAreRefused(text: String, message: String) {
    let error = #expect(throws: ServiceError.self) { try ServiceAddress(text) }
    #expect(error.map { "\($0)" } == "address \(message)")
  }

  @Test func aQueryIsKeptAndAddedTo() throws {
    let address = try ServiceAddress("https://service.example/cgi?map=/a.map#part")
    #expect(
      address.asking([("typeNames", "a:b c"), ("count", "2")]).absoluteString
        == "https://service.example/cgi?map=/a.map&typeNames=a:b%20c&count=2")
  }

  @Test(arguments: [
    ("Mon, 23 Nov 2026 09:00:00 GMT", "2026-11-23T09:00:00Z"),
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
    ("Sun, 99 Nov 1994 08:49:37 GMT", nil), ("", nil),
  ])
  func datesOfHeadersAreRead(text: String, expected: String?) {
    #expect(HTTPAnswer.date(text)?.formatted(.iso8601) == expected)
  }
}
