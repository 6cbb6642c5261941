// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// The factors that `Fixtures/measures/made-overijssel/README.md` works out by hand.
@Suite struct MeasureFixtureTests {
  private typealias Made = MadeMeasures

  private struct Case {
    let selection: MeasureSelection
    let dataset: Dataset

    init(techniques: Bool = false) throws {
      dataset = try RealData.requireDataset("measures/made-overijssel")
      let packs = try RealData.requireLibrary().packs
      selection = MeasureSelection(
        [dataset],
        policy: try RealData.requirePolicy(
          techniques ? packs.filter { $0.id == "technique-performance" } : []),
        catalogue: try RealData.requireReference().catalogue)
    }

    /// The sum of the rows in a territory and slice, as an assessment makes it.
    func emission(
      _ territory: Territory, _ slice: SectorSlice, _ pollutant: Pollutant, _ year: Int
    ) -> EmissionRate? {
      let rows = dataset.records.filter { record in
        guard case .slice(let own, _) = record.activity else { return false }
        let isHere =
          record.territory == territory
          || territory.ring == nil && record.territory.area == territory.area
            && territory.area != nil
        return isHere && record.pollutant == pollutant && record.year == year
          && own.sector == slice.sector && (slice.part == nil || slice.part == own.part)
      }
      let kilograms = rows.compactMap { $0.emission?.kilogramsPerYear }
      return kilograms.isEmpty ? nil : EmissionRate(kilogramsPerYear: kilograms.reduce(0, +))
    }

    func selected(
      _ territory: Territory, _ slice: SectorSlice, _ set: MeasureSet
    ) -> SelectedMeasures {
      selection.selected(
        on: territory, slice, .nh3, set: set, years: [2025, 2026, 2027, 2028, 2030, 2035],
        latest: 2024, emission: emission)
    }
  }

  @Test func farmingOf41InEveryYear() throws {
    let one = try Case()
    let all = one.selected(Made.area(41), Made.farming, .additionalMeasures)
    #expect(
      all.names == [
        "made-measures/housing-law", "made-measures/scrubbers", "made-measures/strip-41",
        "made-measures/feed",
      ])
    let expected = [0.947641, 0.797641, 0.762353, 0.487641, 0.487641, 0.487641]
    for (year, factor) in expected.enumerated() {
      expectClose(Made.factor(all.steps, year), factor, relative: 0, absolute: 1e-6, "year \(year)")
    }
    let secured = one.selected(Made.area(41), Made.farming, .existingMeasures)
    #expect(secured.names == ["made-measures/housing-law", "made-measures/scrubbers"])
    for (year, factor) in [1, 0.85, 0.814712, 0.78, 0.78, 0.78].enumerated() {
      expectClose(Made.factor(secured.steps, year), factor, relative: 0, absolute: 1e-6)
    }
  }

  @Test func housingOf41HasTheGroupWhole() throws {
    let secured = try Case().selected(Made.area(41), Made.houses, .existingMeasures)
    expectClose(Made.factor(secured.steps, 4), 0.56, relative: 1e-12)
    let all = try Case().selected(Made.area(41), Made.houses, .additionalMeasures)
    expectClose(Made.factor(all.steps, 4), 1 - 0.44 - 0.4 * 0.8 - 0.052359, relative: 1e-5)
  }

  @Test func ofWiedenOnlyWhatIsItsOwnOrTheNations() throws {
    let found = try Case().selected(Made.area(35), Made.farming, .additionalMeasures)
    #expect(found.names == ["made-measures/feed", "made-measures/buy-out-35"])
    expectClose(Made.factor(found.steps, 4), 1 - 0.052359 - 0.25, relative: 1e-5)
    #expect(
      found.notes.filter { !$0.isCounted }.map(\.reason) == [
        .severalProvinces(["Overijssel", "Flevoland"]),
        .severalProvinces(["Overijssel", "Flevoland"]),
      ])
  }

  @Test func theTrialOf42EndsAfterTwoYears() throws {
    let found = try Case().selected(
      Made.area(42), SectorSlice(.agriculture, .field), .additionalMeasures)
    #expect(found.names == ["made-measures/feed", "made-measures/trial-42"])
    #expect(found.steps[1].weights == [1, 1, 0, 0, 0, 0])
    #expect(
      found.notes.map(\.reason) == [.techniqueUnknown("manure-robot"), .takenAsCertain])
  }

  @Test func scrubbersPerformAsMeasuredWithThePackThatSaysSo() throws {
    let found = try Case(techniques: true).selected(
      Made.area(41), Made.houses, .existingMeasures)
    let band = try #require(found.steps[1].performance)
    expectClose(band.low.value, 0.482353, relative: 1e-5)
    expectClose(band.high.value, 0.788235, relative: 1e-5)
  }

  /// 2024 stands at 1 - 1000/1100 = 9.0909 %.
  @Test func thePlanOf41RunsOnFromWhatIsKnown() throws {
    let one = try Case()
    let points = PlanSeries.points(for: Made.area(41), Made.farming, .nh3, in: [one.dataset])
    let plan = try #require(
      PlanSeries(
        points, known: [2019: .zero, 2024: Fraction(1 - 1000.0 / 1100)], shape: .linear))
    expectClose(try #require(plan[2027]).reduction.value, 0.170455, relative: 1e-5)
    expectClose(try #require(plan[2027]?.spread).value, 0.025, relative: 1e-9)
    expectClose(try #require(plan[2033]).reduction.value, 0.37, relative: 1e-9)
    #expect(plan[2036] == nil)
  }
}
