// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct CorridorFigureTests {
  private func figure(
    _ assessment: Assessment = MadeSeries.assessment(), _ language: Language = .english,
    name: String = "Made moor"
  ) throws -> Figure {
    try #require(
      CorridorFigure.make(
        assessment, narrator: MadeSeries.narrator([assessment], language, name: name)))
  }

  /// 42 and 46 % off 100 t leave 58 and 54 t; 23 and 25 % leave 77 and 75 t.
  @Test func targetsStandAtTheirCeilings() throws {
    let picture = DrawnPicture(try figure().svg)
    let value = try #require(picture.scale("0", "100"))
    let targets = picture.all("rect").filter {
      $0.attributes["fill"] == "#d55e00" && $0.number("width") == 5
    }
    let bars = targets.compactMap { bar -> (Double, Double)? in
      guard let y = bar.number("y"), let height = bar.number("height") else { return nil }
      return (value(y), value(y + height))
    }
    try #require(bars.count == 2)
    expectClose(bars[1].0, 58, relative: 0, absolute: 0.1)
    expectClose(bars[1].1, 54, relative: 0, absolute: 0.1)
    // Two tonnes are lower than the mark is: it stands around their middle.
    expectClose((bars[0].0 + bars[0].1) / 2, 76, relative: 0, absolute: 0.1)
  }

  @Test func knownYearsStandAtTheirEmissionsByProvenance() throws {
    let picture = DrawnPicture(try figure().svg)
    let value = try #require(picture.scale("0", "100"))
    let drawn = picture.all("circle").filter { ($0.number("cx") ?? 0) > 40 }
    let inPlot = drawn.filter { ($0.number("cy") ?? 1_000) < 246 }
    #expect(inPlot.map { $0.attributes["class"] } == ["fg edge", "paper edge", "fg edge"])
    for (circle, tonnes) in zip(inPlot, [100.0, 97, 90]) {
      expectClose(value(try #require(circle.number("cy"))), tonnes, relative: 0, absolute: 0.1)
    }
    // The provisional year is a diamond: one in the plot, one in the key.
    let diamonds = picture.all("polygon").filter { $0.attributes["class"] == "fg" }
    #expect(diamonds.count == 2)
  }

  @Test func theFanReachesFromTheLowestToTheHighestOutcome() throws {
    let picture = DrawnPicture(try figure().svg)
    let value = try #require(picture.scale("0", "100"))
    let bands = picture.all("polygon").filter { $0.attributes["fill"] == "#0072b2" }
    let heights = try #require(bands.first).points.map { value($0.y) }
    // 2026: 14 % less, give or take 10; 2035: 32 % less, give or take 10.
    expectClose(try #require(heights.max()), 96, relative: 0, absolute: 0.1)
    expectClose(try #require(heights.min()), 58, relative: 0, absolute: 0.1)
  }

  @Test func theTableHoldsWhatIsDrawn() throws {
    let table = try figure().table
    #expect(table.columns.map(\.key).prefix(3) == ["year", "emission_t_per_yr", "share_percent"])
    #expect(table.rows.count == 17)
    let last = try #require(table.rows.last)
    #expect(last[0] == .integer(2035))
    #expect(last[1] == .missing)
    let numbers = last.compactMap { if case .number(let number) = $0 { number } else { nil } }
    // Ceilings of both edges, then the fan from its lowest to its highest emission.
    for (number, expected) in zip(numbers, [58.0, 54, 58, 64, 68, 72, 78]) {
      expectClose(number, expected, relative: 1e-12)
    }
    #expect(numbers.count == 7)
    let known = table.rows.filter { $0[1] != .missing }
    #expect(known.map { $0[0] } == [2019, 2021, 2024, 2025].map { .integer($0) })
  }

  @Test func theAlternativeTextHasTheMainNumbers() throws {
    let english = try figure().alternative
    for part in ["90 t, 10.0 % less", "54–58 t", "between 58 and 78 t", "32–36 t"] {
      #expect(english.contains(part), "\(part)")
    }
    let dutch = try figure(MadeSeries.assessment(), .dutch).alternative
    for part in ["90 t, 10,0 % minder", "54–58 t", "tussen 58 en 78 t"] {
      #expect(dutch.contains(part), "\(part)")
    }
  }

  @Test func aStraightLineSaysThatThereIsNoInterimTarget() throws {
    let straight = MadeSeries.assessment(basis: .straightLine, fan: false)
    let dutch = DrawnPicture(try figure(straight, .dutch).svg)
    #expect(dutch.text("geen officieel tussendoel") != nil)
    let english = DrawnPicture(try figure(straight).svg)
    #expect(english.text("no official interim target") != nil)
    #expect(DrawnPicture(try figure().svg).text("no official interim target") == nil)
  }

  @Test func yearsKnownInPartAreMarkedAndNotDrawnAsLevels() throws {
    let years = [
      MadeSeries.year(2019, 100), MadeSeries.year(2023, 90),
      MadeSeries.year(2024, 40, missing: ["housing"]),
    ]
    let figure = try figure(MadeSeries.assessment(years: years))
    let picture = DrawnPicture(figure.svg)
    #expect(picture.text("?") != nil)
    #expect(picture.text("latest whole year: 2023") != nil)
    let row = try #require(figure.table.rows.first { $0[0] == .integer(2024) })
    #expect(row[1] == .missing)
  }

  @Test func nothingIsDrawnWithoutATargetOrAYear() {
    let without = MadeSeries.assessment(targets: false)
    #expect(CorridorFigure.make(without, narrator: MadeSeries.narrator([without])) == nil)
    let unknown = MadeSeries.assessment(
      years: [MadeSeries.year(2024, nil, missing: ["agriculture"])])
    #expect(CorridorFigure.make(unknown, narrator: MadeSeries.narrator([unknown])) == nil)
    #expect(
      CorridorFigure.multiples(
        name: "m", title: "M", [without, unknown], narrator: MadeSeries.narrator([])) == nil)
  }

  @Test func hostileNamesAreEscaped() throws {
    let name = "<script>\"A\" & 'B'</script>"
    let figure = try figure(name: name)
    let picture = DrawnPicture(figure.svg)
    #expect(picture.isSound)
    #expect(picture.all("script").isEmpty)
    #expect(try #require(picture.all("title").first).text == figure.title)
    #expect(figure.title.contains(name))
  }

  @Test func idsBearTheNameOfTheFigure() throws {
    let figure = try figure()
    #expect(figure.name == "corridor-agriculture-nh3")
    let picture = DrawnPicture(figure.svg)
    #expect(
      picture.elements.first?.attributes["aria-labelledby"]
        == "\(figure.name)-title \(figure.name)-desc")
    let ids = picture.elements.compactMap { $0.attributes["id"] }
    #expect(ids.allSatisfy { $0.hasPrefix(figure.name) })
    #expect(Set(ids).count == ids.count)
  }

  @Test func multiplesShareOneScaleAndSayTheStatusInWords() throws {
    let several = (1...14).map { number in
      MadeSeries.assessment(.ring(MadeSeries.area, .band(from: number, to: number + 1)))
    }
    let narrator = MadeSeries.narrator(several)
    let figure = try #require(
      CorridorFigure.multiples(name: "all", title: "All", several, narrator: narrator))
    let picture = DrawnPicture(figure.svg)
    #expect(picture.isSound)
    let words = "2035 \(narrator.status(.atRisk))"
    #expect(picture.all("text").filter { $0.text == words }.count == 14)
    #expect(figure.table.rows.count == 28)
    // The same target stands at the same height above the bottom of each panel: rows of six.
    let targets = picture.all("rect").filter { $0.attributes["fill"] == "#d55e00" }
    let heights = Set(targets.prefix(12).compactMap { $0.attributes["y"] })
    #expect(heights.count == 2)
  }

  @Test func manySeriesFillSeveralFiguresOnOneScale() throws {
    let gentle = (1...30).map { number in
      MadeSeries.assessment(
        .ring(MadeSeries.area, .band(from: number, to: number + 1)), fan: false)
    }
    // One that grew fivefold: the scale of all has room for half as much growth as is asked.
    let wild = MadeSeries.assessment(
      .ring(MadeSeries.area, .inside),
      years: [MadeSeries.year(2019, 100), MadeSeries.year(2024, 500)], fan: false)
    func heights(_ assessments: [Assessment]) -> [String?] {
      let figures = CorridorFigure.multiples(
        name: "all", title: "All", assessments, most: 24,
        narrator: MadeSeries.narrator(assessments))
      #expect(figures.map(\.name) == ["all-1", "all-2"])
      #expect(figures.map { $0.table.rows.count / 2 } == [24, assessments.count - 24])
      return figures.map { figure in
        DrawnPicture(figure.svg).all("rect").first { $0.attributes["fill"] == "#d55e00" }?
          .attributes["y"]
      }
    }
    let alone = heights(gentle)
    let beside = heights(gentle + [wild])
    #expect(alone[0] == alone[1] && beside[0] == beside[1])
    #expect(alone[0] != beside[0])
  }
}
