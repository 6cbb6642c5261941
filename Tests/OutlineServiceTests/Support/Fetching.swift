// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GeodataFiles
import NitrogenCore

@testable import NitrogenRuns
@testable import OutlineService

/// A fetch of the made-up layer into a folder of its own, run as often as wanted.
final class Fetching {
  let server: OutlineServer
  let folder: String
  var columns = MadeService.source.columns
  var pageSize: Int?
  var keepsPages = false
  var client = MadeService.client()
  var now = Date(timeIntervalSince1970: 1_795_424_400)
  /// What the last run reported.
  private(set) var steps: [String] = []

  var output: String { folder + "/out.gpkg" }

  init(server: OutlineServer, folder: String) {
    self.server = server
    self.folder = folder
  }

  static func with<Value>(
    _ reply: @escaping @Sendable (Int, [String: String]) -> OutlineServer.Reply,
    _ body: (Fetching) async throws -> Value
  ) async throws -> Value {
    try await withFolder { folder in
      try await OutlineServer.run(reply) { server in
        try await body(Fetching(server: server, folder: folder))
      }
    }
  }

  func run() async throws -> OutlineFetch.Stored {
    let source = MadeService.source
    let request = OutlineFetch.Request(
      source: OutlineSource(
        title: source.title, publisher: source.publisher, licence: source.licence,
        reference: source.reference, service: source.service, version: source.version,
        layer: source.layer, format: source.format, sortBy: source.sortBy,
        pageSize: source.pageSize, columns: columns),
      address: try ServiceAddress(server.address), output: output, pageSize: pageSize,
      keepsPages: keepsPages)
    steps = []
    let now = now
    let fetch = OutlineFetch(
      request, catalogue: MadeService.catalogue, client: client, now: { now })
    return try await fetch.run { steps.append($0) }
  }

  /// What a run that fails says.
  func failure() async -> String {
    do {
      _ = try await run()
      return "it did not fail"
    } catch {
      return "\(error)"
    }
  }

  /// The names in the folder, or in one beside the output.
  func files(in ending: String? = nil) -> [String] {
    let path = ending.map { output + $0 } ?? folder
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    return names?.sorted() ?? ["'\(path)' cannot be listed"]
  }
}
