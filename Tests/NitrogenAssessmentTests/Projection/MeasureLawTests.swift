// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

/// What holds for any measures, on random ones in the rings and parts of one area.
@Suite struct MeasureLawTests {
  private typealias Made = MadeMeasures

  private static let slices = [
    Made.farming, Made.houses, SectorSlice(.agriculture, .field),
  ]

  private static func territories() throws -> [Territory] {
    try [Made.area(41), Made.ring(41, "inside"), Made.ring(41, "0-250")]
  }

  private static func measures(_ random: inout SplitMix64) throws -> [Measure] {
    let scopes = try territories() + [.nation, .province(code: "PV23")]
    return try (0..<Int.random(in: 2...6, using: &random)).map { index in
      let year = Int.random(in: 2023...2029, using: &random)
      let month = ["01", "04", "07", "10"][Int.random(in: 0..<4, using: &random)]
      let last = Int.random(in: 0..<3, using: &random) == 0 ? "\(year + 3)-09-30" : nil
      return try Made.measure(
        "m\(index)", scopes[Int.random(in: 0..<scopes.count, using: &random)],
        slices[Int.random(in: 0..<slices.count, using: &random)], from: "\(year)-\(month)-01",
        to: last, effect: Double.random(in: 0...0.7, using: &random),
        group: [nil, nil, "g", "h"][Int.random(in: 0..<4, using: &random)], line: index + 2)
    }
  }

  /// Kilograms of the two parts in the two rings, at random.
  private struct Emissions {
    private let kilograms: [[Double]]

    init(_ random: inout SplitMix64) {
      kilograms = (0..<2).map { _ in
        (0..<2).map { _ in Double.random(in: 1...1000, using: &random) }
      }
    }

    func of(
      _ territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, _ year: Int
    ) -> EmissionRate? {
      let rings = territory.ring == nil ? [0, 1] : [territory.ring == .inside ? 0 : 1]
      let parts = slice.part == nil ? [0, 1] : [slice.part == .housing ? 0 : 1]
      return EmissionRate(
        kilogramsPerYear: rings.reduce(0) { sum, ring in
          sum + parts.reduce(0) { $0 + kilograms[ring][$1] }
        })
    }
  }

  /// What the check lets through never takes away more than there is, and never less than nothing.
  @Test func checkedMeasuresLeaveBetweenNothingAndAll() throws {
    var random = SplitMix64(seed: 7)
    let policy = try RealData.requirePolicy()
    let catalogue = try RealData.requireReference().catalogue
    let years = Array(2025...2034)
    var (passed, refused) = (0, 0)
    for _ in 0..<300 {
      let dataset = Made.dataset(try Self.measures(&random))
      let emissions = Emissions(&random)
      let found = MeasureSelection.check([dataset], policy: policy, catalogue: catalogue)
      guard !found.contains(where: { $0.severity == .error }) else {
        refused += 1
        continue
      }
      passed += 1
      let selection = MeasureSelection([dataset], policy: policy, catalogue: catalogue)
      for territory in try Self.territories() {
        for slice in Self.slices {
          let all = selection.selected(
            on: territory, slice, .nh3, set: .additionalMeasures, years: years, latest: 2024,
            emission: emissions.of)
          for year in years.indices {
            let factor = Made.factor(all.steps, year)
            #expect(factor >= -1e-9 && factor <= 1, "\(factor) in \(years[year])")
          }
          #expect(all.steps.allSatisfy { $0.weights.allSatisfy { (0...1).contains($0) } })
        }
      }
    }
    #expect(passed > 50 && refused > 50)
  }

  /// A measure of the whole area takes the same kilograms from the area as from its rings together,
  /// and so does one of a ring or part.
  @Test func whatIsTakenFromTheRingsIsTakenFromTheArea() throws {
    var random = SplitMix64(seed: 8)
    let rings = try Self.territories().dropFirst()
    for _ in 0..<100 {
      let measure = try #require(try Self.measures(&random).first)
      let emissions = Emissions(&random)
      let selection = try Made.selection([measure])
      func taken(_ territory: Territory, _ slice: SectorSlice) -> Double {
        let steps = selection.selected(
          on: territory, slice, .nh3, set: .additionalMeasures, years: [2032], latest: 2024,
          emission: emissions.of
        ).steps
        let all = emissions.of(territory, slice, .nh3, 2024)?.kilogramsPerYear ?? 0
        return all * (1 - Made.factor(steps, 0))
      }
      let whole = taken(Made.area(41), Made.farming)
      let byRing = rings.reduce(0) { $0 + taken($1, Made.farming) }
      let byPart = Self.slices.dropFirst().reduce(0) { $0 + taken(Made.area(41), $1) }
      expectClose(byRing, whole, relative: 1e-9, absolute: 1e-9)
      expectClose(byPart, whole, relative: 1e-9, absolute: 1e-9)
    }
  }
}
