// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenTestSupport
import Testing

@testable import OutlineService

/// Which pages are whole.
@Suite struct FeaturePageTests {
  private static let head =
    #"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"nr": 1}, "#

  private func page(_ text: String) throws -> FeaturePage { try FeaturePage(Data(text.utf8)) }

  @Test func aPageHasItsFeaturesInOrder() throws {
    let page = try page(MadeService.collection(MadeService.features.prefix(3), matched: "5"))
    #expect(page.matched == 5)
    #expect(page.features.map(\.id) == ["made.1", "made.2", "made.3"])
    let first = page.features[0]
    #expect(first.properties["nr"]?.wholeNumber == 57)
    #expect(first.properties["sitecodeV"]?.text == nil)
    #expect(first.properties["status"] == .null)
    #expect(page.features[2].properties["naamN2K"]?.text == "Tweede Voorbeeld")
    #expect(first.polygons.map { $0.map(\.count) } == [[5, 5]])
    #expect(first.polygons[0][1][2] == RDPoint(x: 100_060, y: 400_060))
  }

  @Test func aPolygonIsOneWithOnePart() throws {
    let page = try page(
      Self.head
        + #""geometry": {"type": "Polygon", "coordinates": [[[0,3e5,9],[1,3e5,9],[1,300001,9],[0,3e5,9]]]}}]}"#
    )
    #expect(page.features.map(\.polygons.count) == [1])
    #expect(page.features[0].id == nil)
    #expect(page.matched == nil)
  }

  @Test(arguments: [
    ("12", 12), (" 12 ", 12), ("0", nil), ("-3", nil), ("1.5", nil), ("x", nil), ("", nil),
  ])
  func anAreaNumberMayBeText(text: String, expected: Int?) {
    #expect(ServiceFeature.Value.text(text).wholeNumber == expected)
  }

  @Test func anAreaNumberMayBeANumberWithAPoint() {
    #expect(ServiceFeature.Value.number(57.0).wholeNumber == 57)
    #expect(ServiceFeature.Value.number(57.5).wholeNumber == nil)
    #expect(ServiceFeature.Value.flag(true).wholeNumber == nil)
    #expect(ServiceFeature.Value.null.wholeNumber == nil)
  }

  @Test(arguments: [
    ("", "the answer is not whole JSON; it was cut short, or is something else"),
    (
      #"{"type": "FeatureCollection", "features": [{"ty"#,
      "the answer is not whole JSON; it was cut short, or is something else"
    ),
    ("{}", "the top of the answer has no 'type'"),
    (#"{"type": "Topology"}"#, "the answer is a 'Topology'; expected a feature collection"),
    (
      #"{"type": "FeatureCollection", "features": 3}"#,
      "'features' of the answer is not what GeoJSON has there"
    ),
    (
      head + #""geometry": {"type": "Polygon", "coordinates": [[["a"]]]}}]}"#,
      "'features[0].geometry.coordinates' of the answer is not what GeoJSON has there"
    ),
    (
      #"{"type": "FeatureCollection", "crs": {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": []}"#,
      "the answer is in 'urn:ogc:def:crs:OGC:1.3:CRS84'; expected RD New (EPSG:28992)"
    ),
    (head + #""geometry": null}]}"#, "feature 1 has no outline"),
    (
      head + #""geometry": {"type": "Point", "coordinates": [1, 2]}}]}"#,
      "feature 1 is a 'Point'; expected a Polygon or a MultiPolygon"
    ),
    (
      head + #""geometry": {"type": "MultiPolygon", "coordinates": []}}]}"#,
      "feature 1 has an empty outline"
    ),
    (
      head + #""geometry": {"type": "Polygon", "coordinates": [[[0,3e5],[1,3e5],[0,3e5]]]}}]}"#,
      "feature 1 has a ring of 3 points; expected at least 4, the first repeated at the end"
    ),
    (
      head
        + #""geometry": {"type": "Polygon", "coordinates": [[[0,3e5],[1,3e5],[1,300001],[0,300001]]]}}]}"#,
      "feature 1 has a ring that is not closed; its last point must repeat its first"
    ),
    (
      head + #""geometry": {"type": "Polygon", "coordinates": [[[0],[1],[1],[0]]]}}]}"#,
      "feature 1 has a point of 1 coordinates; expected x and y"
    ),
    (
      head
        + #""geometry": {"type": "Polygon", "coordinates": [[[5.5,52.1],[1,1],[1,1],[1,1]]]}}]}"#,
      "feature 1 has a point at (5.5, 52.1); expected RD New, x -100000..400000 m and y "
        + "200000..950000 m; these look like degrees"
    ),
    (
      head
        + #""geometry": {"type": "Polygon", "coordinates": [[[460000,150000],[1,1],[1,1],[1,1]]]}}]}"#,
      "feature 1 has a point at (460000.0, 150000.0); expected RD New, x -100000..400000 m and y "
        + "200000..950000 m; x and y look swapped"
    ),
    (
      head + #""geometry": {"type": "Polygon", "coordinates": [[[1e300,0],[1,1],[1,1],[1,1]]]}}]}"#,
      "feature 1 has a point at (1e+300, 0.0); expected RD New, x -100000..400000 m and y "
        + "200000..950000 m"
    ),
  ])
  func aBrokenPageIsRefused(text: String, message: String) {
    let error = #expect(throws: ServiceError.self) { try page(text) }
    #expect(error.map { "\($0)" } == message)
  }

  @Test func aPageThatIsNestedWithoutEndIsRefused() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: ServiceError.self) {
      try page(#"{"type": "FeatureCollection", "features": "# + deep)
    }
  }

  @Test func aPageCutShortAnywhereIsRefused() {
    let whole = Data(MadeService.collection(MadeService.features, matched: "5").utf8)
    for end in stride(from: 0, to: whole.count, by: 3) {
      #expect(throws: ServiceError.self, "\(end) bytes") { try FeaturePage(whole.prefix(end)) }
    }
  }

  @Test func aPageWithAWrongByteIsReadOrRefused() {
    let whole = Data(MadeService.collection(MadeService.features, matched: "5").utf8)
    var random = SplitMix64(seed: 57)
    var refused = 0
    for _ in 0..<500 {
      var bytes = whole
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      do {
        let page = try FeaturePage(bytes)
        let points = page.features.flatMap(\.polygons).joined().joined()
        #expect(points.allSatisfy(RDEnvelope.contains))
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test func whatSteersATerminalIsNotShown() {
    #expect(ServiceFeature.Value.text("a\u{1B}[2Jb\u{9B}c\u{202E}d\n").shown == "a [2Jb c d")
    #expect(ServiceFeature.Value.text(String(repeating: "x", count: 300)).shown?.count == 201)
    #expect(ServiceFeature.Value.text("\u{7}").shown == nil)
  }
}
