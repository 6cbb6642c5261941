// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct JointSamplerTests {
  private let draws = 10_000
  private var sampler: JointSampler { JointSampler(draws: draws, seed: 31) }

  /// A series whose ln(E/B) in 2035 is normal round -0.5, with a small spread of its own.
  private func small(
    _ name: String, spread: Double = 0.02, freedom: Double? = nil, measures: [MeasureStep] = []
  ) -> ProjectionCase {
    ProjectionCase(
      labels: ["joint", name], years: [2035], location: [-0.5], parameters: [[0.6 * spread]],
      residual: [0.8 * spread], degreesOfFreedom: freedom, inventory: [0], measures: measures,
      targets: [])
  }

  private func outcome(
    _ cases: [ProjectionCase], _ correlation: JointCorrelation, threads: Int = 1
  ) throws -> ProjectionOutcome {
    try sampler.outcome(
      of: cases.map { JointCase($0, baseline: 1_000) }, labels: ["joint"],
      correlation: correlation,
      targets: [ProjectionTarget(year: 2035, band: Band(low: .percent(39), high: .percent(40)))],
      threads: threads)
  }

  /// Half the distance of the bounds of 68 % on the scale of ln E: 0.9945 standard deviations.
  private func spread(_ fan: FanYear) -> Double {
    (log(1 - fan.reductions[1].value) - log(1 - fan.reductions[3].value)) / 2 / 0.994457883209753
  }

  /// The standard error of that spread as a share of it, from draws of a normal distribution: each of
  /// its two quantiles has √(0.16 · 0.84/n)/φ(0.9945), nearly independent.
  private var spreadError: Double {
    (0.16 * 0.84 / Double(draws)).squareRoot() / 0.243 / 0.9945 / 2.0.squareRoot()
  }

  @Test(arguments: [nil, 3, 20] as [Double?], [0, 0.4, 1] as [Double])
  func aCaseAloneHasTheAnswerOfTheProjectionSampler(freedom: Double?, correlation: Double) throws {
    let one = small("alone", spread: 0.05, freedom: freedom)
    let joint = try outcome([one], .shared(correlation))
    let alone = ProjectionSampler(draws: 1, seed: 1).outcome(
      of: ProjectionCase(
        labels: one.labels, years: one.years, location: one.location, parameters: one.parameters,
        residual: one.residual, degreesOfFreedom: freedom, inventory: one.inventory, measures: [],
        targets: [
          ProjectionTarget(year: 2035, band: Band(low: .percent(39), high: .percent(40)))
        ]))
    let (found, exact) = (joint.probabilities[0][0], alone.probabilities[0][0])
    #expect(abs(found.low - exact.low) <= allowance(exact.low, draws: draws, errors: 3))
    #expect(abs(found.high - exact.high) <= allowance(exact.high, draws: draws, errors: 3))
    expectClose(
      found.standardError,
      max(found.low * (1 - found.low), found.high * (1 - found.high)).squareRoot()
        / Double(draws).squareRoot())
    #expect(joint.shares == alone.shares)
    #expect(joint.draws == draws)
  }

  @Test(arguments: [nil, 4] as [Double?])
  func identicalCasesThatGoTogetherAreOneCase(freedom: Double?) throws {
    let names = ["a", "b", "c", "d", "e"]
    let five = try outcome(names.map { small($0, freedom: freedom) }, .shared(1))
    let one = try outcome([small("z", freedom: freedom)], .shared(1))
    for (left, right) in zip(five.fan[0].reductions, one.fan[0].reductions) {
      expectClose(left.value, right.value, relative: 1e-9)
    }
    #expect(abs(five.probabilities[0][0].low - one.probabilities[0][0].low) <= 2 / Double(draws))
  }

  @Test(arguments: [1, 4, 16], [0, 0.3] as [Double])
  func varianceFallsTowardsWhatIsShared(count: Int, correlation: Double) throws {
    let cases = (0..<count).map { small("\($0)") }
    let outcome = try outcome(cases, .shared(correlation))
    let expected = 0.02 * (correlation + (1 - correlation) / Double(count)).squareRoot()
    // The sum of lognormal numbers of so small a spread is lognormal to a part in a thousand.
    expectClose(
      spread(outcome.fan[0]), expected, relative: 3 * spreadError + 1e-3, "spread of \(count)")
    expectClose(outcome.fan[0].median.value, 1 - exp(-0.5), relative: 1e-3)
  }

  @Test func aMatrixOfEqualCorrelationsIsTheSharedOne() throws {
    let cases = (0..<6).map { small("\($0)") }
    var matrix = Matrix(rows: 6, columns: 6, repeating: 0.5)
    for i in 0..<6 { matrix[i, i] = 1 }
    let expected = 0.02 * (0.5 + 0.5 / 6).squareRoot()
    expectClose(
      spread(try outcome(cases, .matrix(matrix)).fan[0]), expected,
      relative: 3 * spreadError + 1e-3)
  }

  @Test func casesThatGoAgainstEachOtherCancel() throws {
    let matrix = Matrix(rows: 2, columns: 2, elements: [1, -0.96, -0.96, 1])
    let outcome = try outcome([small("a"), small("b")], .matrix(matrix))
    expectClose(
      spread(outcome.fan[0]), 0.02 * (0.02).squareRoot(), relative: 3 * spreadError + 5e-3)
  }

  @Test func orderOfCasesAndThreadsChangeNothing() throws {
    let measure = MeasureStep(id: "m", effect: 0.1, spread: 0.05, weights: [0.7])
    let cases = (0..<5).map {
      JointCase(
        small("\($0)", spread: 0.01 * Double($0 + 1), freedom: 4, measures: [measure]),
        baseline: 100 * Double($0 + 1))
    }
    var matrix = Matrix.identity(5)
    for i in 0..<5 { for j in 0..<i { matrix[i, j] = 0.1 * Double(i) - 0.05 * Double(j) } }
    for i in 0..<5 { for j in 0..<i { matrix[j, i] = matrix[i, j] } }
    let order = [3, 0, 4, 1, 2]
    var turned = matrix
    for i in 0..<5 { for j in 0..<5 { turned[i, j] = matrix[order[i], order[j]] } }
    for (correlation, other) in [
      (JointCorrelation.matrix(matrix), JointCorrelation.matrix(turned)),
      (.shared(0.4), .shared(0.4)),
    ] {
      let first = try sampler.outcome(
        of: cases, labels: ["x"], correlation: correlation, targets: [], threads: 1)
      let second = try sampler.outcome(
        of: order.map { cases[$0] }, labels: ["x"], correlation: other, targets: [], threads: 3)
      #expect(first.fan == second.fan)
    }
  }

  @Test func aMeasureIsDrawnOnceForAllCases() throws {
    func spread(of ids: [String]) throws -> Double {
      let cases = ids.enumerated().map { number, id in
        small(
          "\(number)", spread: 0,
          measures: [MeasureStep(id: id, effect: 0.2, spread: 0.02, weights: [1])])
      }
      return self.spread(try outcome(cases, .shared(0)).fan[0])
    }
    // By the slope of ln(1 - x) at 0.2: 1.25 times the spread.
    expectClose(try spread(of: ["m", "m"]), 0.025, relative: 3 * spreadError + 1e-3)
    expectClose(
      try spread(of: ["m", "n"]), 0.025 / 2.0.squareRoot(), relative: 3 * spreadError + 1e-3)
  }

  @Test func sharesOfTheSumCountWhatIsSharedAsShared() throws {
    let measure = MeasureStep(id: "m", effect: 0.2, spread: 0.016, weights: [1])
    let cases = (0..<4).map { number in
      ProjectionCase(
        labels: ["\(number)"], years: [2035], location: [-0.5], parameters: [], residual: [0],
        degreesOfFreedom: nil, inventory: [0.04], measures: [measure], targets: [])
    }
    let shares = try outcome(cases, .shared(0)).shares[0]
    // The measure's spread of ln E, 0.02, is shared; the inventory's, 0.04, falls to half of it.
    expectClose(shares.measures, 0.5, relative: 1e-9)
    expectClose(shares.inventory, 0.5, relative: 1e-9)
  }

  @Test func aHeavyTailStaysANumber() throws {
    let outcome = try outcome(
      [small("a", spread: 3, freedom: 0.2), small("b", spread: 3, freedom: 0.2)], .shared(0.5))
    #expect(outcome.fan[0].reductions.allSatisfy { $0.value <= 1 && !$0.value.isNaN })
  }
}
