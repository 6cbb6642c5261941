// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing

@Suite struct MeasureDrawsTests {
  private let draws = 20_000

  /// A series of 2030 and 2035 in which nothing but measures is left to know.
  private func one(
    _ measures: [MeasureStep], labels: [String] = ["measures"], inventory: Double = 0
  ) -> ProjectionCase {
    ProjectionCase(
      labels: labels, years: [2030, 2035], location: [0, 0], parameters: [], residual: [0, 0],
      degreesOfFreedom: nil, inventory: [inventory], measures: measures,
      targets: [ProjectionTarget(year: 2035, band: Band(low: .percent(20), high: .percent(30)))])
  }

  private func step(
    _ id: String, _ effect: Double, spread: Double = 0, weights: [Double] = [0, 1],
    performance: Band? = nil, group: String? = nil
  ) -> MeasureStep {
    MeasureStep(
      id: id, effect: effect, spread: spread, weights: weights, performance: performance,
      group: group)
  }

  private func outcome(_ one: ProjectionCase) -> ProjectionOutcome {
    ProjectionSampler(draws: draws, seed: 21).outcome(of: one)
  }

  @Test(
    arguments: [
      ([], 0.0, 0.0), (["a"], 0, 0.3), (["a", "b"], 0, 0.44), (["a", "b", "c"], 0.1, 0.54),
    ])
  func certainMeasuresMultiplyWithinAGroupAndAddAcross(
    ids: [String], in2030: Double, in2035: Double
  ) {
    let all = [
      step("a", 0.3, group: "housing"), step("b", 0.2, group: "housing"),
      step("c", 0.1, weights: [1, 1]),
    ]
    let outcome = outcome(one(all.filter { ids.contains($0.id) }))
    #expect(outcome.draws == nil)
    expectClose(outcome.fan[0].median.value, in2030, absolute: 1e-12)
    expectClose(outcome.fan[1].median.value, in2035, absolute: 1e-12)
  }

  /// On a part that is half of the sector, 0.3 and then 0.2 of what is left: 0.5 (1 - 0.7 · 0.8) = 0.22;
  /// a measure of the whole sector in the same group works on what they leave: 1 - 0.78 · 0.9 = 0.298.
  @Test(arguments: [(["a", "b"], 0.22), (["a", "b", "c"], 0.298), (["b"], 0.1)])
  func measuresOfOnePortionMultiplyWithinIt(ids: [String], taken: Double) {
    let half = MeasureStep.Portion(name: "housing", share: 0.5)
    func all(spread: Double) -> [MeasureStep] {
      [
        MeasureStep(
          id: "a", effect: 0.3, spread: spread, weights: [0, 0.5], group: "g", portion: half),
        MeasureStep(
          id: "b", effect: 0.2, spread: spread, weights: [0, 0.5], group: "g", portion: half),
        MeasureStep(id: "c", effect: 0.1, spread: spread, weights: [0, 1], group: "g"),
      ].filter { ids.contains($0.id) }
    }
    let certain = outcome(one(all(spread: 0)))
    expectClose(certain.fan[1].median.value, taken, absolute: 1e-12)
    // Drawn with next to no spread, the middle is the same.
    let drawn = outcome(one(all(spread: 1e-6)))
    #expect(drawn.draws == draws)
    expectClose(drawn.fan[1].median.value, taken, absolute: 1e-5)
    #expect(drawn.shares[0].measures > 0.99)
  }

  @Test func halfTheYearIsHalfTheEffect() {
    let outcome = outcome(one([step("a", 0.3, weights: [0.5, 1])]))
    expectClose(outcome.fan[0].median.value, 0.15, absolute: 1e-12)
  }

  @Test func whatIsGoneIsNeverMoreThanThereIs() {
    let certain = outcome(one([step("a", 0.7), step("b", 0.8)]))
    expectClose(certain.fan[1].median.value, 1, absolute: 1e-12)
    #expect(certain.probabilities[0][0].high == 1)
    let drawn = outcome(one([step("a", 0.7, spread: 0.01), step("b", 0.8, spread: 0.01)]))
    #expect(drawn.draws == draws)
    expectClose(drawn.fan[1].reductions[0].value, 1, absolute: 1e-12)
    #expect(drawn.probabilities[0][0].high == 1)
  }

  // scipy 1.17.1: truncnorm(-m/s, (1 - m)/s, m, s), .ppf and .pdf there at the levels of a fan.
  @Test(
    arguments: [
      (
        0.2, 0.1,
        [
          0.032718010608622394, 0.10812382851200271, 0.2028516926590917, 0.30095311761098503,
          0.39697895615377504,
        ],
        [
          1.0075244377557329, 2.676735418972748, 4.0806360120240885, 2.4524385874517667,
          0.5866211961096018,
        ]
      ),
      (
        0.9, 0.2,
        [
          0.47735087141078225, 0.6553703438072074, 0.8206266864352938, 0.9408029486386739,
          0.9902947803640054,
        ],
        [
          0.3092971339946819, 1.36534186750943, 2.666319806399474, 2.825371048454833,
          2.6052701292205818,
        ]
      ),
    ])
  func effectsAreNormalNumbersCutOff(
    effect: Double, spread: Double, quantiles: [Double], densities: [Double]
  ) {
    let outcome = outcome(one([step("a", effect, spread: spread)]))
    #expect(outcome.draws == draws)
    for (place, level) in FanYear.levels.enumerated() {
      let error = (level * (1 - level) / Double(draws)).squareRoot() / densities[place]
      expectClose(
        outcome.fan[1].reductions[place].value, quantiles[place], relative: 0,
        absolute: 3 * error, "quantile \(level)")
    }
    expectClose(outcome.fan[0].median.value, 0, absolute: 1e-6)
    #expect(outcome.shares[0].measures == 1)
  }

  // Scrubbers that should take 85 % away and take 41 to 67 %: evenly from 48.2 to 78.8 % of that.
  @Test func techniquePerformsBetweenItsBounds() {
    let band = Band(low: Fraction(0.41 / 0.85), high: Fraction(0.67 / 0.85))
    let outcome = outcome(one([step("scrubber", 0.85, performance: band)]))
    for (place, level) in FanYear.levels.enumerated() {
      let error = 0.26 * (level * (1 - level) / Double(draws)).squareRoot()
      expectClose(
        outcome.fan[1].reductions[place].value, 0.41 + 0.26 * level, relative: 0,
        absolute: 3 * error)
    }
  }

  @Test func aPerformanceOfOneValueIsCertain() {
    let half = Band(low: .percent(50), high: .percent(50))
    let outcome = outcome(one([step("a", 0.6, performance: half)]))
    #expect(outcome.draws == nil)
    expectClose(outcome.fan[1].median.value, 0.3, absolute: 1e-12)
  }

  @Test func drawsOfAMeasureAreTheSameInEverySeries() {
    let measure = [step("a", 0.25, spread: 0.1)]
    let here = outcome(one(measure, labels: ["here"]))
    let there = outcome(one(measure, labels: ["there"]))
    #expect(here.fan == there.fan)
    #expect(here.probabilities == there.probabilities)
    let other = outcome(one([step("b", 0.25, spread: 0.1)], labels: ["here"]))
    #expect(other.fan != here.fan)
  }

  @Test func orderOfMeasuresChangesNothing() {
    let measures = [
      step("a", 0.25, spread: 0.1, group: "x"), step("b", 0.1, spread: 0.02),
      step("c", 0.3, group: "x"), step("d", 0.05, weights: [0.3, 0.9]),
    ]
    let outcomes = [measures, measures.reversed()].map { outcome(one($0, inventory: 0.03)) }
    #expect(outcomes[0].fan == outcomes[1].fan)
    #expect(outcomes[0].shares == outcomes[1].shares)
  }

  // Delta method by hand: ln(1 - x) at 0.2 has the slope -1.25; a spread of 0.01 is not cut off.
  @Test func sharesWeighMeasuresAgainstInventory() {
    let outcome = outcome(one([step("a", 0.2, spread: 0.01)], inventory: 0.0125))
    expectClose(outcome.shares[0].measures, 0.5, relative: 1e-9)
    expectClose(outcome.shares[0].inventory, 0.5, relative: 1e-9)
  }
}
