// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenGeography
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct AreaMapTests {
  @Test func ringsAreAsWideAsTheyAre() throws {
    let figure = try #require(
      AreaMap.make(
        MapSample.veluwe, outlines: try MapSample.outlines(), narrator: try MapSample.narrator()))
    // 10 km, and 1.25 times the outermost ring of 1000 m on both sides, over 640 pixels at most of
    // height: a pixel is 12,500 m / 640, and a line reaches to both sides.
    let scale = 640 / 12_500.0
    for bound in [250.0, 500, 1_000] {
      let width = (2 * bound * scale * 10).rounded() / 10
      #expect(figure.svg.contains("stroke-width=\"\(width)\""), "\(bound) m: \(width)")
    }
    #expect(MapSample.isWellFormed(figure.svg))
    #expect(figure.table.rows.contains { $0[1] == .text("58 Landgoederen Brummen") })
  }

  @Test func withoutAnOutlineTheSketchSaysSo() throws {
    for language in Language.allCases {
      let narrator = try MapSample.narrator(language)
      let figure = try #require(
        AreaMap.make(MapSample.veluwe, outlines: nil, narrator: narrator))
      #expect(MapSample.isWellFormed(figure.svg))
      let says = language == .dutch ? "niet op schaal" : "not to scale"
      #expect(figure.alternative.contains(says))
      #expect(figure.svg.contains(says))
    }
  }

  @Test func anAreaNobodyPlacedHasNoMap() throws {
    let narrator = try MapSample.narrator()
    #expect(AreaMap.make(AreaCode(rawValue: 999), outlines: nil, narrator: narrator) == nil)
  }

  @Test func everyAreaOfTheCatalogueHasAMap() throws {
    let narrator = try MapSample.narrator()
    for area in narrator.result.reference.catalogue.areas {
      let figure = AreaMap.make(area.code, outlines: nil, narrator: narrator)
      #expect(figure.map { MapSample.isWellFormed($0.svg) } == true, "\(area.name)")
    }
  }

  @Test func hostileNamesStayNames() throws {
    let narrator = try MapSample.narrator(naming: MapSample.veluwe, "\"><script>&")
    for outlines in [nil, try MapSample.outlines()] {
      let figure = try #require(
        AreaMap.make(MapSample.veluwe, outlines: outlines, narrator: narrator))
      #expect(MapSample.isWellFormed(figure.svg))
      #expect(!figure.svg.contains("<script"))
    }
  }

  /// Two cells of agriculture: five farms, and four whose emission nobody may read off.
  private static func density() -> SourceDensity {
    var batch = SourceBatch()
    for number in 0..<9 {
      let isFew = number >= 5
      batch.append(
        .point(RDPoint(x: (isFew ? 184_100 : 182_100) + Double(number), y: 464_100)),
        emission: isFew ? 1_234_567 : 4_000, key: 0, id: "", line: number + 2)
    }
    var grid = SourceGrid(cellSize: 2_000, minimum: 5)
    grid.add(batch, isNamed: false) { $0 }
    return grid.byTopic { _ in
      SourceDensity.Topic(sector: .agriculture, pollutant: .nh3, year: 2021)
    }.density()
  }

  @Test func aWithheldCellIsHatchedAndItsValueStandsNowhere() throws {
    let narrator = try MapSample.narrator()
    let figure = try #require(
      AreaMap.make(
        MapSample.veluwe, outlines: try MapSample.outlines(), density: Self.density(),
        narrator: narrator))
    #expect(MapSample.isWellFormed(figure.svg))
    #expect(figure.svg.contains("fewer than 5 farms or sources"))
    let texts = MapSample.texts(figure)
    // The cell holds 4,938,268 kg on 4 km²; all nine farms 4,958,268 kg.
    for value in ["4938268", "4,938", "1234567", "1,234", "4958268", "4,958"] {
      #expect(!texts.contains(value), "\(value)")
    }
    let cells = figure.table.rows.filter { $0[0] == "cells" }
    #expect(cells.count == 2)
    #expect(cells.allSatisfy { $0[4] == "1 cell" })
  }

  @Test func mapsHaveTheirWordsInEveryLanguage() {
    let names = Set(MapPhraseNames.all)
    #expect(!names.isEmpty)
    for language in Language.allCases {
      #expect(Set(MapPhraseNames.texts(in: language)) == names)
    }
  }
}
