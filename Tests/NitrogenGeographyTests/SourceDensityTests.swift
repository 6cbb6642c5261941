// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenGeography
import NitrogenTestSupport
import Testing

/// What a map may show of sources.
@Suite struct SourceDensityTests {
  private static let topic = SourceDensity.Topic(sector: .agriculture, pollutant: .nh3, year: 2021)

  /// Sources at places, each with an emission and, if wanted, the name of its farm.
  private static func grid(
    _ sources: [(x: Double, y: Double, emission: Double?, farm: String?)], minimum: Int = 5,
    isNamed: Bool = false
  ) -> TopicGrid {
    var batch = SourceBatch(keepsOrigins: isNamed)
    for (line, source) in sources.enumerated() {
      batch.append(
        .point(RDPoint(x: source.x, y: source.y)), emission: source.emission, key: 0,
        id: source.farm ?? "", line: line + 2)
    }
    var grid = SourceGrid(cellSize: 2_000, minimum: minimum)
    grid.add(batch, isNamed: isNamed) { $0 }
    return grid.byTopic { $0 == 0 ? topic : nil }
  }

  private static func sources(
    _ count: Int, x: Double, kilograms: Double
  ) -> [(x: Double, y: Double, emission: Double?, farm: String?)] {
    (0..<count).map { (x + Double($0), 450_100, kilograms, nil) }
  }

  @Test func emissionIsPerSquareKilometre() throws {
    // Five sources of 400 kg on 4 km².
    let density = Self.grid(Self.sources(5, x: 180_100, kilograms: 400)).density()
    let cells = try #require(density.layers[Self.topic])
    #expect(cells == [SourceDensity.Cell(x: 180_000, y: 450_000, value: .density(500))])
  }

  @Test func fewerThanTheMinimumIsWithheld() throws {
    let few = Self.grid(Self.sources(4, x: 180_100, kilograms: 987_654)).density()
    #expect(few.layers[Self.topic]?.map(\.value) == [.withheld])
    let enough = Self.grid(Self.sources(4, x: 180_100, kilograms: 400), minimum: 4).density()
    #expect(enough.layers[Self.topic]?.map(\.value) == [.density(400)])
  }

  @Test func sourcesOfOneFarmAreOne() {
    let barns = (0..<6).map {
      (x: 180_100 + Double($0), y: 450_100.0, emission: Double?(10), farm: String?("farm-a"))
    }
    #expect(
      Self.grid(barns, isNamed: true).density().layers[Self.topic]?.map(\.value) == [.withheld])
    #expect(Self.grid(barns).density().layers[Self.topic]?.map(\.value) == [.density(15)])
  }

  @Test func sourcesInOnePlaceAreOne() {
    let rows = (0..<6).map { _ in
      (x: 180_100.0, y: 450_100.0, emission: Double?(10), farm: String?.none)
    }
    #expect(Self.grid(rows).density().layers[Self.topic]?.map(\.value) == [.withheld])
  }

  @Test func anUnknownEmissionLeavesItsCellUnknown() {
    var sources = Self.sources(5, x: 180_100, kilograms: 400)
    sources.append((180_200, 450_100, nil, nil))
    #expect(Self.grid(sources).density().layers[Self.topic]?.map(\.value) == [.unknown])
  }

  @Test func mergedGridsAreOneGrid() throws {
    let sources =
      Self.sources(3, x: 180_100, kilograms: 0.1) + Self.sources(4, x: 182_500, kilograms: 7)
      + Self.sources(3, x: 180_500, kilograms: 0.7)
    let whole = Self.grid(sources).density()
    var merged = Self.grid(Array(sources[5...].reversed()))
    merged.merge(Self.grid(Array(sources[..<5])))
    #expect(merged.density().layers == whole.layers)
    // Six sources west of 182 km, four east of it.
    let cells = try #require(whole.layers[Self.topic])
    #expect(cells.map(\.x) == [180_000, 182_000])
    #expect(cells.last?.value == .withheld)
  }

  @Test func theLatestYearOfASectorIsShown() {
    let density = SourceDensity(
      cellSize: 1_000, minimum: 5,
      layers: [
        SourceDensity.Topic(sector: .industry, pollutant: .nox, year: 2019): [],
        SourceDensity.Topic(sector: .industry, pollutant: .nox, year: 2021): [
          SourceDensity.Cell(x: 0, y: 400_000, value: .withheld)
        ],
      ])
    #expect(density.latest(.industry, .nox)?.year == 2021)
    #expect(density.latest(.industry, .nox)?.cells.count == 1)
    #expect(density.latest(.industry, .nh3) == nil)
  }
}
