// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import FlyingSocks
import Foundation
import NitrogenTestSupport
import Synchronization

/// A server on this machine that stands in for an outline service.
final class OutlineServer: Sendable {
  /// What it answers.
  enum Reply {
    /// A status, headers and a body.
    case answer(Int, [String: String] = [:], Data)
    /// Nothing, for longer than any test waits.
    case silence
    /// A byte every tenth of a second, for longer than any test waits.
    case trickle
    /// A body that is shorter than its length says, and then the end of the connection.
    case short(Data, promised: Int)

    static func json(_ text: String) -> Reply {
      .answer(200, ["Content-Type": "application/json; subtype=geojson"], Data(text.utf8))
    }

    static func xml(_ text: String, status: Int = 200) -> Reply {
      .answer(status, ["Content-Type": "text/xml; charset=UTF-8"], Data(text.utf8))
    }

    static func redirect(to target: String) -> Reply {
      .answer(302, ["Location": target], Data())
    }
  }

  /// When it says it answers, in both forms.
  static let date = "Mon, 23 Nov 2026 09:00:00 GMT"
  static let isoDate = "2026-11-23T09:00:00Z"

  private let queries = Mutex<[[String: String]]>([])
  private let port = Mutex<UInt16>(0)

  /// The address of the service.
  var address: String { "http://127.0.0.1:\(port.withLock { $0 })/wfs" }

  /// What was asked, in order: `hits`, or where the page starts.
  var asked: [String] {
    queries.withLock { $0.map { $0["resultType"] ?? $0["startIndex"] ?? "?" } }
  }

  /// The queries, in order.
  var log: [[String: String]] { queries.withLock { $0 } }

  /// Runs a server for as long as `body` takes.
  ///
  /// - Parameters:
  ///   - reply: what is answered to a query, by its place among all, 1 for the first.
  ///   - body: what asks.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws, or an error of the server.
  static func run<Result>(
    _ reply: @escaping @Sendable (Int, [String: String]) -> Reply,
    _ body: (OutlineServer) async throws -> Result
  ) async throws -> Result {
    let outline = OutlineServer()
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 600, logger: .disabled,
      handler: ClosureHTTPHandler { request in
        var query: [String: String] = [:]
        for item in request.query { query[item.name] = item.value }
        query["path"] = request.path
        query["agent"] = request.headers[HTTPHeader("User-Agent")]
        let number = outline.queries.withLock { queries in
          queries.append(query)
          return queries.count
        }
        return try await response(reply(number, query))
      })
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      throw NotListening()
    }
    outline.port.withLock { $0 = port }
    return try await body(outline)
  }

  private struct NotListening: Error {}

  private static func response(_ reply: Reply) async throws -> HTTPResponse {
    switch reply {
    case .answer(let status, let headers, let body):
      var all: HTTPHeaders = [HTTPHeader("Date"): date]
      for (name, value) in headers { all[HTTPHeader(name)] = value }
      return HTTPResponse(
        statusCode: HTTPStatusCode(status, phrase: "as asked"), headers: all, body: body)
    case .silence:
      try await Task.sleep(for: .seconds(60))
      return HTTPResponse(statusCode: .ok)
    case .trickle:
      return HTTPResponse(
        statusCode: .ok,
        body: HTTPBodySequence(from: Pieces(pieces: [[32]], isSlow: true), count: 1000))
    case .short(let body, let promised):
      return HTTPResponse(
        statusCode: .ok,
        body: HTTPBodySequence(
          from: Pieces(pieces: [Array(body)], isSlow: false), count: promised))
    }
  }

  /// Pieces of a body, one after the other; the last one for ever where they come slowly.
  private struct Pieces: AsyncBufferedSequence, Sendable {
    struct Iterator: AsyncBufferedIteratorProtocol {
      var pieces: [[UInt8]]
      let isSlow: Bool

      mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

      mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
        if isSlow {
          try await Task.sleep(for: .seconds(0.1))
          return pieces.first?[...]
        }
        // An error here ends the connection.
        guard !pieces.isEmpty else { throw CancellationError() }
        return pieces.removeFirst()[...]
      }
    }

    let pieces: [[UInt8]]
    let isSlow: Bool

    func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces, isSlow: isSlow) }
  }
}

/// Runs the program on a thread of its own: the server needs those of Swift's concurrency.
func runCommand(
  _ arguments: [String], environment: [String: String] = [:]
) async throws -> CommandRunner.Result {
  try await withCheckedThrowingContinuation { done in
    Thread.detachNewThread {
      done.resume(
        with: Result { try CommandRunner.run(arguments, environment: environment) })
    }
  }
}

/// Gives `body` an empty folder of its own and removes it afterwards.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("stikstof-test-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
