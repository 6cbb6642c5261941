// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore

@testable import NitrogenRuns
@testable import OutlineService

/// A made-up layer: five features of four areas, of which one is in no catalogue.
enum MadeService {
  /// A feature: a square of 100 m, with a hole of 20 m where it says so.
  struct Feature {
    var id: String? = nil
    let nr: Int
    let naam: String
    var hole = false
    let x: Int

    var json: String {
      let square = ring(x, 400_000, 100)
      let rings = hole ? "\(square), \(ring(x + 40, 400_040, 20))" : square
      let name = id.map { "\"id\": \"\($0)\", " } ?? ""
      return """
        {"type": "Feature", \(name)"properties": {"nr": \(nr), "naamN2K": "\(naam)", \
        "beschermin": "HR", "sitecodeV": " ", "sitecodeH": "NL\(nr)", "status": null}, \
        "geometry": {"type": "MultiPolygon", "coordinates": [[\(rings)]]}}
        """
    }

    private func ring(_ x: Int, _ y: Int, _ side: Int) -> String {
      "[[\(x), \(y)], [\(x + side), \(y)], [\(x + side), \(y + side)], [\(x), \(y + side)], "
        + "[\(x), \(y)]]"
    }
  }

  static let features = [
    Feature(id: "made.1", nr: 57, naam: "Eerste Voorbeeld", hole: true, x: 100_000),
    Feature(id: "made.2", nr: 57, naam: "Eerste Voorbeeld", x: 100_100),
    Feature(id: "made.3", nr: 2, naam: " Tweede Voorbeeld ", x: 110_000),
    Feature(id: "made.4", nr: 900, naam: "Vijfde Voorbeeld", x: 120_000),
    Feature(id: "made.5", nr: 3, naam: "Derde Voorbeeld", x: 130_000),
  ]

  static func collection(_ features: some Collection<Feature>, matched: String? = nil) -> String {
    let count = matched.map { "\"numberMatched\": \($0), " } ?? ""
    return """
      {"type": "FeatureCollection", "name": "made", \(count)"crs": {"type": "name", \
      "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}, "features": [
      \(features.map(\.json).joined(separator: ",\n"))
      ]}
      """
  }

  static func hits(_ matched: String) -> String {
    """
    <?xml version='1.0' encoding="UTF-8"?>
    <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" \
    timeStamp="2026-11-23T10:00:00" numberMatched="\(matched)" numberReturned="0"/>
    """
  }

  static func exception(_ words: String) -> String {
    """
    <?xml version='1.0' encoding="UTF-8"?>
    <ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">
      <ows:Exception exceptionCode="InvalidParameterValue" locator="sortby">
        <ows:ExceptionText>\(words)</ows:ExceptionText>
      </ows:Exception>
    </ows:ExceptionReport>
    """
  }

  /// What a sound service answers.
  static func reply(
    _ query: [String: String], features: [Feature] = features, matched: String? = nil
  ) -> OutlineServer.Reply {
    if query["resultType"] == "hits" { return .xml(hits("\(features.count)")) }
    let start = query["startIndex"].flatMap { Int($0) } ?? 0
    let count = query["count"].flatMap { Int($0) } ?? 0
    let page = features.dropFirst(start).prefix(count)
    return .json(collection(page, matched: matched ?? "\(features.count)"))
  }

  /// The source as in `Areas/`, two features a page.
  static let source = OutlineSource(
    title: "Voorbeeld", publisher: "Niemand", licence: "CC0-1.0", reference: "nergens",
    service: "https://example.invalid/wfs", version: "2.0.0", layer: "made:made",
    format: "application/json", sortBy: ["nr", "beschermin"], pageSize: 2,
    columns: [
      ("nr", "nr"), ("naam", "naamN2K"), ("bescherming", "beschermin"),
      ("sitecode_vr", "sitecodeV"), ("sitecode_hr", "sitecodeH"), ("status", "status"),
    ].map { OutlineSource.Column(name: $0.0, property: $0.1) })

  /// Areas 2, 3, 57 and 60.
  static let catalogue = AreaCatalogue(
    areas: [2, 3, 57, 60].map {
      Area(
        code: AreaCode(rawValue: $0), name: "Area \($0)", directive: nil, provinces: [],
        surface: nil, representativePoint: nil, nitrogenSensitive: nil, inDepositionMonitor: nil,
        origin: RowReference(file: "areas.csv", line: $0))
    }, aliases: [], provinces: [])

  /// A client that does not wait between attempts.
  static func client(
    timeout: Int = 120, wholeTimeout: Int? = nil, largestAnswer: Int = 64_000_000,
    attempts: Int = 2, wait: @escaping @Sendable (Double) async -> Void = { _ in }
  ) -> HTTPClient {
    HTTPClient(
      name: "stikstof-test", timeout: timeout, wholeTimeout: wholeTimeout,
      largestAnswer: largestAnswer, attempts: attempts, wait: wait)
  }
}
