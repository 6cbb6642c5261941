// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures
import NitrogenReports
import NitrogenTestSupport
import NitrogenWords
import Testing

/// Rings, pace and deposition, of series made by hand.
@Suite struct BarFigureTests {
  private static func ring(
    _ ring: Ring, _ slice: SectorSlice, _ tonnes: Double?, missing: [String] = []
  ) -> Assessment {
    MadeSeries.assessment(
      .ring(MadeSeries.area, ring),
      years: [MadeSeries.year(2024, tonnes, missing: missing)], targets: false, fan: false,
      slice: slice)
  }

  private static let rings: [Assessment] = {
    let housing = SectorSlice(.agriculture, .housing)
    let field = SectorSlice(.agriculture, .field)
    let outer = Ring.band(from: 0, to: 250)
    return [
      ring(.inside, housing, 10), ring(.inside, field, 30),
      ring(.inside, SectorSlice(.industry), 10),
      // The sector as a whole stands beside its parts and is not drawn twice.
      ring(.inside, SectorSlice(.agriculture), 40),
      ring(outer, housing, 40), ring(outer, field, 20),
      ring(outer, SectorSlice(.industry), nil, missing: ["industry"]),
      ring(outer, SectorSlice(.agriculture), 60),
    ]
  }()

  private func rings(_ language: Language = .english) throws -> Figure {
    try #require(
      RingFigure.make(
        MadeSeries.area, .nh3, narrator: MadeSeries.narrator(Self.rings, language)))
  }

  @Test func barsAreAsLongAsTheirEmission() throws {
    let picture = DrawnPicture(try rings().svg)
    func widths(_ fill: String) -> [Double] {
      picture.all("rect").filter { $0.attributes["fill"] == fill && $0.number("height") == 22 }
        .compactMap { $0.number("width") }
    }
    let housing = widths("#009e73")
    let field = widths("#a6ddce")
    try #require(housing.count == 2 && field.count == 2)
    // A gap of 0.8 between bars; widths have one decimal.
    expectClose((housing[1] + 0.8) / (housing[0] + 0.8), 4, relative: 0.02)
    expectClose((field[0] + 0.8) / (field[1] + 0.8), 1.5, relative: 0.02)
    #expect(widths("#56b4e9").count == 1)
  }

  @Test func whatIsNotKnownIsMarkedAndMakesTotalsLeast() throws {
    let figure = try rings()
    let picture = DrawnPicture(figure.svg)
    #expect(picture.text("?") != nil)
    #expect(picture.all("pattern").count == 1)
    #expect(picture.text("at least 110.0 t") != nil)
    #expect(picture.text("50.0 t · 45 %") != nil)
    #expect(picture.text("at least 60.0 t · 55 %") != nil)
    #expect(DrawnPicture(try rings(.dutch).svg).text("ten minste 110,0 t") != nil)
    let industry = figure.table.rows.filter { $0[1] == .text("industry") }
    #expect(industry.map { $0[3] } == [.number(10), .missing])
  }

  @Test func whatIsWithheldIsMarkedAndHasNoSizeAnywhere() throws {
    let withheld: Assessment = {
      let point = SeriesPoint(
        year: 2024, emission: nil, provenance: .stated, vintage: MadeSeries.vintage,
        basis: .stated, rows: [], isWithheld: true)
      return MadeSeries.assessment(
        .ring(MadeSeries.area, .band(from: 250, to: 500)),
        years: [AssessedYear(point: point, reduction: nil)], targets: false, fan: false,
        slice: SectorSlice(.agriculture, .housing))
    }()
    let narrator = MadeSeries.narrator(Self.rings + [withheld])
    let figure = try #require(RingFigure.make(MadeSeries.area, .nh3, narrator: narrator))
    let picture = DrawnPicture(figure.svg)
    #expect(picture.text("•") != nil)
    let last = figure.table.rows.suffix(3)
    #expect(last.map { $0[3] } == [.withheld, .missing, .missing])
    #expect(last.first?[4] == .withheld)
    #expect(figure.alternative.contains(": withheld."))
  }

  @Test func ringsRunFromTheInsideOutwards() throws {
    let narrator = MadeSeries.narrator(Self.rings)
    let table = try rings().table
    let names = table.rows.map { $0[0] }
    let inside = DataTable.Cell.text(narrator.ring(.inside))
    #expect(names.prefix(3) == [inside, inside, inside])
    #expect(names.suffix(3).allSatisfy { $0 == .text(narrator.ring(.band(from: 0, to: 250))) })
  }

  @Test func thereAreNoRingsWithoutAFigure() {
    let unknown = [Self.ring(.inside, SectorSlice(.industry), nil, missing: ["industry"])]
    #expect(RingFigure.make(MadeSeries.area, .nh3, narrator: MadeSeries.narrator(unknown)) == nil)
    #expect(
      RingFigure.make(MadeSeries.area, .nox, narrator: MadeSeries.narrator(Self.rings)) == nil)
  }

  // MARK: - Pace

  /// 2 points a year so far, 3 to 4 needed: marks in proportion on one axis.
  @Test func pacesStandInProportion() throws {
    let pace = Pace(
      soFar: 0.02, fit: Pace.Fit(slope: 0.02, standardError: 0.001, years: 6),
      needed: [.init(target: 2035, low: 0.03, high: 0.04)])
    let series = MadeSeries.assessment(pace: pace)
    let figure = try #require(
      PaceFigure.make([series], narrator: MadeSeries.narrator([series])))
    let picture = DrawnPicture(figure.svg)
    let zero = try #require(picture.all("text").first { $0.text == "0" }?.number("x"))
    let four = try #require(picture.all("text").first { $0.text == "4" }?.number("x"))
    let dot = try #require(picture.all("circle").first?.number("cx"))
    expectClose((dot - zero) / (four - zero) * 4, 2, relative: 0, absolute: 0.01)
    let bar = try #require(
      picture.all("rect").first { $0.attributes["fill"] == "#d55e00" && $0.number("height") == 10 })
    let left = try #require(bar.number("x")) + 2.5
    expectClose((left - zero) / (four - zero) * 4, 3, relative: 0, absolute: 0.01)
    #expect(picture.text("3.0–4.0") != nil)
    // Student's t with 4 degrees of freedom at 97.5 %: 2.776445.
    let row = try #require(figure.table.rows.first)
    guard case .number(let low) = row[4], case .number(let high) = row[5] else {
      Issue.record("no interval in \(row)")
      return
    }
    expectClose(low, 2 - 0.2776445, relative: 1e-6)
    expectClose(high, 2 + 0.2776445, relative: 1e-6)
  }

  @Test func thereIsNoPaceWithoutATargetAhead() {
    let unknown = MadeSeries.assessment()
    #expect(PaceFigure.make([unknown], narrator: MadeSeries.narrator([unknown])) == nil)
    #expect(PaceFigure.make([], narrator: MadeSeries.narrator([])) == nil)
  }

  // MARK: - Deposition

  private static let context: AreaContext = {
    let origin = RowReference(file: "made.csv", line: 1)
    return AreaContext(
      deposition: [(2018, 1_600.0, false), (2022, 1_200, false), (2030, 1_000, true)].map {
        AreaContext.Deposition(
          area: MadeSeries.area, year: $0.0, rate: DepositionRate(molesPerHectare: $0.1),
          isForecast: $0.2, edition: "Made", origin: origin)
      },
      criticalLoads: [(714.0, 30.0), (1_100, 40), (1_400, 30)].map {
        AreaContext.CriticalLoad(
          area: MadeSeries.area, load: DepositionRate(molesPerHectare: $0.0), surface: $0.1,
          origin: origin)
      })
  }()

  @Test func depositionIsHeldAgainstTheLatestYearThatIsNotForecast() throws {
    let narrator = MadeSeries.narrator([], context: Self.context)
    let figure = try #require(DepositionFigure.make(MadeSeries.area, narrator: narrator))
    let picture = DrawnPicture(figure.svg)
    // 30 and 40 of 100 ha bear less than 1200.
    #expect(picture.text("critical load below deposition of 2022: 70 %") != nil)
    #expect(picture.all("rect").filter { $0.attributes["fill"] == "#882255" }.count == 2 + 1)
    #expect(picture.text("For information: nothing is computed with it") != nil)
    #expect(figure.table.rows.count == 6)
    let dutch = MadeSeries.narrator([], .dutch, context: Self.context)
    let other = try #require(DepositionFigure.make(MadeSeries.area, narrator: dutch))
    #expect(other.alternative.contains("heeft 70 % een kritische depositiewaarde onder"))
  }

  @Test func thereIsNoDepositionWhereNothingIsPublished() {
    #expect(DepositionFigure.make(MadeSeries.area, narrator: MadeSeries.narrator([])) == nil)
  }
}
