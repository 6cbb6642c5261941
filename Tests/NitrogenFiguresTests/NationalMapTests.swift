// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct NationalMapTests {
  private static func figure(_ narrator: Narrator) throws -> Figure {
    try #require(NationalMap.make(outlines: nil, narrator: narrator) { "area-\($0).html" })
  }

  @Test func anAreaStandsWhereItLies() throws {
    let narrator = try MapSample.narrator()
    let reference = narrator.result.reference
    let corners = reference.provinceShapes.flatMap { $0.rings.joined() }
    let west = (corners.map(\.x).min() ?? 0) - 6_000
    let east = (corners.map(\.x).max() ?? 0) + 6_000
    let north = (corners.map(\.y).max() ?? 0) + 6_000
    // 700 pixels from west to east, north up.
    let scale = 700 / (east - west)
    let point = try #require(reference.catalogue[MapSample.veluwe]?.representativePoint)
    let (x, y) = ((point.x - west) * scale, (north - point.y) * scale)
    let svg = try Self.figure(narrator).svg
    let link = try #require(svg.range(of: "href=\"area-57.html\""))
    let mark = svg[link.upperBound...].prefix { $0 != "\n" }
    // The mark of what is off track begins at its upper corner, 1.2 times its radius of 7 above it.
    let path = try #require(mark.range(of: " d=\"M")).upperBound
    let start = mark[path...].prefix { $0 != "l" }.split(separator: " ").compactMap { Double($0) }
    #expect(start.count == 2)
    // The height of a map is a whole number of pixels: half a pixel may be added above.
    #expect(abs(start[0] - x) < 0.6 && abs(start[1] - (y - 8.4)) < 0.6, "\(start) for \(x), \(y)")
  }

  @Test func theLegendCountsWhatTheTableHolds() throws {
    let narrator = try MapSample.narrator()
    let figure = try Self.figure(narrator)
    let areas = Set(
      narrator.result.assessments.compactMap { row -> AreaCode? in
        if case .area(let code) = row.territory { code } else { nil }
      })
    #expect(figure.table.rows.count == areas.count)
    var counts: [String: Int] = [:]
    for row in figure.table.rows {
      guard case .text(let status) = row[3], case .text(let inherited) = row[4] else { continue }
      counts[
        inherited == "yes" ? "\(status), inherited from the nation" : status, default: 0] += 1
    }
    #expect(counts.values.reduce(0, +) == areas.count)
    #expect(!counts.isEmpty)
    for (words, count) in counts {
      #expect(figure.alternative.contains("\(words): \(count)"), "\(words): \(count)")
    }
    #expect(figure.svg.components(separatedBy: "<a href=").count - 1 == areas.count)
  }

  @Test func theWorstStatusOfAnAreaCounts() throws {
    let narrator = try MapSample.narrator()
    let figure = try Self.figure(narrator)
    // Agriculture is at risk as the nation is, industry off track: the latter counts.
    let statuses = narrator.result.assessments.filter {
      $0.territory == .area(MapSample.veluwe) && !$0.isShadow && $0.slice.part == nil
    }.flatMap { row in row.verdicts.filter { $0.target != nil }.map(\.status) }
    #expect(Set(statuses).isSuperset(of: [.atRisk, .offTrack]))
    let row = try #require(figure.table.rows.first { $0[0] == .integer(57) })
    #expect(row[3] == .text(narrator.status(.offTrack)))
    #expect(row[4] == "yes")
  }

  @Test(arguments: Language.allCases) func thePictureIsWellFormed(language: Language) throws {
    let narrator = try MapSample.narrator(language)
    let figure = try Self.figure(narrator)
    #expect(MapSample.isWellFormed(figure.svg))
    #expect(figure.svg == (try Self.figure(narrator)).svg)
    #expect(!figure.svg.contains("<script"))
    let outlined = NationalMap.make(outlines: try MapSample.outlines(), narrator: narrator) { _ in
      nil
    }
    #expect(MapSample.isWellFormed(try #require(outlined).svg))
    #expect(outlined?.svg.contains("<a ") == false)
  }

  @Test func hostileNamesStayNames() throws {
    let name = "<b onload=\"x\">A & 'B'</b>\u{1}"
    let figure = try Self.figure(MapSample.narrator(naming: MapSample.veluwe, name))
    #expect(MapSample.isWellFormed(figure.svg))
    #expect(!figure.svg.contains("<b"))
    #expect(figure.svg.contains("&lt;b onload=&quot;x&quot;&gt;A &amp; &#39;B&#39;&lt;/b&gt;"))
  }
}
