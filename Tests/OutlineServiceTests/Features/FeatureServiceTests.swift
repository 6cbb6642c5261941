// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import OutlineService

extension ServerTests {
  /// What a service is asked, and what its answers stand for.
  @Suite struct FeatureServiceTests {
    private func service(_ server: OutlineServer) throws -> FeatureService {
      FeatureService(
        address: try ServiceAddress(server.address), source: MadeService.source,
        client: MadeService.client())
    }

    @Test func countAndPagesAreAskedAsWFSHasThem() async throws {
      try await OutlineServer.run({ MadeService.reply($1) }) { server in
        let service = try service(server)
        let count = try await service.count()
        #expect(count.matched == 5)
        #expect(count.timeStamp == "2026-11-23T10:00:00")
        #expect(count.date?.formatted(.iso8601) == OutlineServer.isoDate)
        let url = service.page(from: 2, size: 2)
        #expect(
          url.absoluteString == server.address
            + "?service=WFS&version=2.0.0&request=GetFeature&typeNames=made:made"
            + "&srsName=EPSG:28992&outputFormat=application/json&sortBy=nr,beschermin&count=2"
            + "&startIndex=2")
        #expect(try await service.get(url).page.features.map(\.id) == ["made.3", "made.4"])
        #expect(server.log[0]["resultType"] == "hits")
        #expect(server.log[0]["sortBy"] == nil)
      }
    }

    @Test(arguments: [
      (
        OutlineServer.Reply.xml(MadeService.hits("unknown")),
        "the service does not count: 'numberMatched' is 'unknown', expected a number"
      ),
      (
        .xml("<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0'/>"),
        "the answer is a 'FeatureCollection' without 'numberMatched'; expected a count"
      ),
      (
        .xml(MadeService.exception("no layer 'made'")),
        "the service reports 'no layer 'made'' (InvalidParameterValue)"
      ),
      (
        .xml(
          "<ServiceExceptionReport><ServiceException code='X'> out\n of order </ServiceException>"
            + "</ServiceExceptionReport>"), "the service reports 'out of order' (X)"
      ),
      (
        .xml("<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a numberMatched='&b;'/>"),
        "the answer is not XML; expected a count"
      ),
      (.xml("<wfs:FeatureCollection numberMatched="), "the answer is not XML; expected a count"),
      (.json("{}"), "the answer is not XML; expected a count"),
      (
        .answer(
          200, ["Content-Type": "text/html"], Data("<!doctype html><title>Storing</title>".utf8)),
        "the service answered with a web page titled 'Storing' and not with features"
      ),
    ])
    func anAnswerWithoutACountIsRefused(
      reply: OutlineServer.Reply, message: String
    ) async throws {
      try await OutlineServer.run({ _, _ in reply }) { server in
        let error = await #expect(throws: ServiceError.self) { try await service(server).count() }
        #expect(error.map { "\($0)" } == message)
      }
    }

    @Test(arguments: [
      (
        OutlineServer.Reply.xml(MadeService.exception("cannot sort")),
        "the service reports 'cannot sort' (InvalidParameterValue)"
      ),
      (.xml(MadeService.hits("5")), "the answer is XML, a 'FeatureCollection'; expected GeoJSON"),
      (
        .answer(200, [:], Data("<html><body>busy".utf8)),
        "the service answered with a web page and not with features"
      ),
      (
        .json("{\"type\": \"FeatureCollection\", \"features\": []}\nStatus: 400"),
        "the answer is not whole JSON; it was cut short, or is something else"
      ),
    ])
    func anAnswerWithoutFeaturesIsRefused(
      reply: OutlineServer.Reply, message: String
    ) async throws {
      try await OutlineServer.run({ _, _ in reply }) { server in
        let service = try service(server)
        let error = await #expect(throws: ServiceError.self) {
          _ = try await service.get(service.page(from: 0, size: 2))
        }
        #expect(error.map { "\($0)" } == message)
      }
    }
  }
}
