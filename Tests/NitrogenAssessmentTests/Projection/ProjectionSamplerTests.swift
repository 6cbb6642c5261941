// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct ProjectionSamplerTests {
  private let inventoryOfNEMA = 0.23

  /// The inventory error of ln(E/B): U/2 · √(2 (1 - ρ)).
  private func inventory(_ rho: Double) -> Double {
    inventoryOfNEMA / 2 * (2 * (1 - rho)).squareRoot()
  }

  private func measured(_ reduction: Double, _ rhos: [Double]) -> ProjectionCase {
    ProjectionCase(
      labels: ["measured"], years: [2035], location: [log(1 - reduction)], parameters: [],
      residual: [0], degreesOfFreedom: nil, inventory: rhos.map(inventory), measures: [],
      targets: [
        ProjectionTarget(year: 2035, band: Band(low: .percent(42), high: .percent(46)))
      ])
  }

  // The policy review's table for a measured 44 % against 42 %, U = 23 %.
  @Test(
    arguments: [
      (0, 0.585), (0.8, 0.69), (0.9, 0.752), (0.95, 0.83), (0.99, 0.985),
    ])
  func publishedProbabilitiesComeOut(rho: Double, expected: Double) {
    let outcome = ProjectionSampler(draws: 1, seed: 1).outcome(of: measured(0.44, [rho]))
    let places = expected == 0.69 || expected == 0.83 ? 0.005 : 0.0005
    #expect(abs(outcome.probabilities[0][0].low - expected) <= places)
    #expect(outcome.draws == nil)
    #expect(outcome.probabilities[0][0].standardError == 0)
  }

  // A line through a year of 1e-300 kg has quantiles beyond the range of doubles.
  @Test(arguments: [ProjectionSampler.Drawing.whereNeeded, .always])
  func fansHoldNumbersHoweverWildTheYears(drawing: ProjectionSampler.Drawing) {
    let wild = ProjectionCase(
      labels: ["wild"], years: [2035], location: [-900], parameters: [[700]], residual: [300],
      degreesOfFreedom: 2, inventory: [0.05], measures: [],
      targets: [ProjectionTarget(year: 2035, band: Band(low: .percent(42), high: .percent(46)))])
    let outcome = ProjectionSampler(draws: 1_000, seed: 1).outcome(of: wild, drawing: drawing)
    #expect(outcome.fan[0].reductions.allSatisfy { $0.value.isFinite && $0.value <= 1 })
    #expect(outcome.fan[0].reductions[0].value < -1e200)
  }

  @Test func publishedProbabilitiesComeOutOfDrawsToo() {
    let draws = 20_000
    let outcome = ProjectionSampler(draws: draws, seed: 2).outcome(
      of: measured(0.44, [0, 0.8, 0.9, 0.95, 0.99]), drawing: .always)
    #expect(outcome.draws == draws)
    for (probabilities, expected) in zip(outcome.probabilities, [0.585, 0.69, 0.752, 0.83, 0.985]) {
      #expect(
        abs(probabilities[0].low - expected)
          <= allowance(expected, draws: draws, errors: 3) + 0.005)
    }
  }

  @Test func closedFormAgreesWithDrawsToThreeStandardErrors() {
    let draws = 4_000
    let cases = (0..<60).map { RandomCases.one(UInt64($0)) }
    let sampler = ProjectionSampler(draws: draws, seed: 3)
    var (beyond, compared) = (0, 0)
    var worst = 0.0
    for one in cases {
      let closed = sampler.outcome(of: one)
      let drawn = sampler.outcome(of: one, drawing: .always)
      #expect(closed.draws == nil && drawn.draws == draws)
      #expect(closed.shares == drawn.shares)
      for (exact, counted) in zip(closed.probabilities.joined(), drawn.probabilities.joined()) {
        for (p, q) in [(exact.low, counted.low), (exact.high, counted.high)] {
          let error = abs(p - q) / allowance(p, draws: draws, errors: 1)
          worst = max(worst, error)
          beyond += error > 3 ? 1 : 0
          compared += 1
        }
      }
    }
    // 720 comparisons, of which 0.27 % may lie beyond three standard errors: 2 expected, and more than
    // 7 with probability 0.001.
    #expect(compared == 720)
    #expect(beyond <= 7, "\(beyond) of \(compared) beyond three standard errors")
    #expect(worst < 4.5)
  }

  /// The case with the quantiles of a fan for targets, whose probabilities are then known.
  private func asking(_ one: ProjectionCase, at fan: [FanYear]) -> ProjectionCase {
    ProjectionCase(
      labels: one.labels, years: one.years, location: one.location, parameters: one.parameters,
      residual: one.residual, degreesOfFreedom: one.degreesOfFreedom,
      inventory: [one.inventory[0]], measures: one.measures,
      targets: fan.flatMap { year in
        year.reductions.map { ProjectionTarget(year: year.year, band: Band(low: $0, high: $0)) }
      })
  }

  @Test func quantilesOfTheClosedFormHaveTheirProbabilities() {
    let sampler = ProjectionSampler(draws: 1, seed: 1)
    for number in 200..<230 {
      let one = RandomCases.one(UInt64(number))
      let outcome = sampler.outcome(of: asking(one, at: sampler.outcome(of: one).fan))
      for (place, probability) in outcome.probabilities[0].enumerated() {
        let level = FanYear.levels[place % FanYear.levels.count]
        expectClose(probability.low, 1 - level, relative: 1e-7)
      }
    }
  }

  @Test func fanOfDrawsAgreesWithTheClosedForm() {
    let draws = 4_000
    let sampler = ProjectionSampler(draws: draws, seed: 4)
    for number in 100..<130 {
      let one = RandomCases.one(UInt64(number))
      let fan = sampler.outcome(of: one, drawing: .always).fan
      let outcome = sampler.outcome(of: asking(one, at: fan))
      for (place, probability) in outcome.probabilities[0].enumerated() {
        let level = FanYear.levels[place % FanYear.levels.count]
        // 450 quantiles: one beyond 4.5 standard errors has probability 0.003.
        #expect(
          abs(probability.low - (1 - level)) <= allowance(level, draws: draws, errors: 4.5),
          "case \(number), level \(level)")
      }
    }
  }

  @Test func outcomeDependsOnNeitherThreadsNorOrderNorOtherCases() {
    let measure = MeasureStep(id: "m", effect: 0.2, spread: 0.1, weights: [0, 0.5, 1])
    let cases = (0..<7).map { RandomCases.one(UInt64($0), measures: [measure]) }
    let sampler = ProjectionSampler(draws: 1_300, seed: 5)
    let alone = cases.map { sampler.outcome(of: $0) }
    let one = sampler.outcomes(of: cases, threads: 1)
    let two = sampler.outcomes(of: cases, threads: 2)
    let turned = ProjectionSampler(draws: 1_300, seed: 5)
      .outcomes(of: cases.reversed(), threads: 3)
    for number in cases.indices {
      for other in [one[number], two[number], turned[cases.count - 1 - number]] {
        #expect(other.fan == alone[number].fan)
        #expect(other.probabilities == alone[number].probabilities)
        #expect(other.shares == alone[number].shares)
      }
    }
    #expect(alone[0].fan != alone[1].fan)
  }

  @Test func anotherSeedGivesOtherDraws() {
    let one = RandomCases.one(8)
    let outcomes = [1, 2].map {
      ProjectionSampler(draws: 1_000, seed: $0).outcome(of: one, drawing: .always).fan
    }
    #expect(outcomes[0] != outcomes[1])
  }

  @Test func aPassedYearKnowsOnlyItsInventoryError() {
    let one = ProjectionCase(
      labels: ["passed"], years: [2023], location: [log(0.56)], parameters: [[0]],
      residual: [0], degreesOfFreedom: 4, inventory: [inventory(0.9)], measures: [],
      targets: [ProjectionTarget(year: 2023, band: Band(low: .percent(42), high: .percent(46)))])
    let outcome = ProjectionSampler(draws: 1, seed: 1).outcome(of: one)
    #expect(abs(outcome.probabilities[0][0].low - 0.752) <= 0.0005)
    #expect(
      outcome.shares == [
        UncertaintyShares(year: 2023, parameters: 0, residual: 0, measures: 0, inventory: 1)
      ])
  }

  @Test(arguments: [ProjectionSampler.Drawing.whereNeeded, .always])
  func withoutAnyUncertaintyTheAnswerIsCertain(drawing: ProjectionSampler.Drawing) {
    let one = ProjectionCase(
      labels: ["certain"], years: [2030], location: [log(0.56)], parameters: [], residual: [0],
      degreesOfFreedom: nil, inventory: [0], measures: [],
      targets: [
        ProjectionTarget(year: 2030, band: Band(low: .percent(44), high: .percent(44.001)))
      ])
    let outcome = ProjectionSampler(draws: 501, seed: 1).outcome(of: one, drawing: drawing)
    #expect(
      outcome.probabilities == [
        [TargetProbability(year: 2030, low: 1, high: 0, standardError: 0)]
      ])
    for reduction in outcome.fan[0].reductions {
      expectClose(reduction.value, 0.44, relative: 1e-8)
    }
    #expect(outcome.shares[0].inventory == 0 && outcome.shares[0].parameters == 0)
  }

  @Test(arguments: [ProjectionSampler.Drawing.whereNeeded, .always])
  func anEmissionThatIsGoneHasMetEveryTarget(drawing: ProjectionSampler.Drawing) {
    let one = ProjectionCase(
      labels: ["gone"], years: [2030], location: [-.infinity], parameters: [], residual: [0.1],
      degreesOfFreedom: 3, inventory: [0.1], measures: [],
      targets: [ProjectionTarget(year: 2030, band: Band(low: .percent(50), high: .percent(100)))])
    let outcome = ProjectionSampler(draws: 1_000, seed: 1).outcome(of: one, drawing: drawing)
    expectClose(outcome.probabilities[0][0].low, 1, relative: 1e-9)
    expectClose(outcome.probabilities[0][0].high, 1, relative: 1e-9)
    #expect(outcome.fan[0].reductions.allSatisfy { $0.value == 1 })
  }

  // Quantiles of the histogram against those of all draws, sorted.
  @Test func fanLiesWithinATenthOfItsStandardErrorOfSortedDraws() {
    let draws = 20_000
    let one = ProjectionCase(
      labels: ["sorted"], years: [2030], location: [-0.4], parameters: [], residual: [0],
      degreesOfFreedom: nil, inventory: [0.1], measures: [], targets: [])
    let fan = ProjectionSampler(draws: draws, seed: 6).outcome(of: one, drawing: .always).fan[0]
    // The same numbers, by the published layout: row 1 of every block of 500.
    var numbers: [Double] = []
    for block in 0..<draws / 500 {
      var stream = PhiloxStream(
        seed: 6, labels: ["series", "sorted"], stream: UInt64(block))
      stream.skip(500)
      for _ in 0..<500 { numbers.append(stream.normal()) }
    }
    numbers.sort()
    for (place, level) in FanYear.levels.enumerated() {
      let rank = Int((Double(draws) * (1 - level)).rounded())
      let z = (numbers[rank - 1] + numbers[rank]) / 2
      let spread =
        (level * (1 - level) / Double(draws)).squareRoot()
        / StandardNormal.density(StandardNormal.quantile(level))
      let found = (log(1 - fan.reductions[place].value) + 0.4) / 0.1
      #expect(abs(found - z) < 0.1 * spread)
    }
  }
}
