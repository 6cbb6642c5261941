// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NumericMethods
import Testing

@Suite struct JointErrorTests {
  private func one(
    _ name: String, years: [Int] = [2030, 2035], inventory: [Double] = [0.1],
    baseline: Double = 1
  ) -> JointCase {
    let zeros = years.map { _ in 0.0 }
    return JointCase(
      ProjectionCase(
        labels: [name, "NH3"], years: years, location: zeros, parameters: [], residual: zeros,
        degreesOfFreedom: nil, inventory: inventory, measures: [], targets: []),
      baseline: baseline)
  }

  private func expectRefusal(
    _ cases: [JointCase], _ correlation: JointCorrelation, _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(JointError) {
      _ = try JointSampler(draws: 10, seed: 1).outcome(
        of: cases, labels: [], correlation: correlation, targets: [])
      Issue.record("no refusal", sourceLocation: sourceLocation)
    } catch {
      #expect(error.description == text, sourceLocation: sourceLocation)
    }
  }

  private func three(_ elements: [Double]) -> JointCorrelation {
    .matrix(Matrix(rows: 3, columns: 3, elements: elements))
  }

  @Test func casesThatDoNotFitTogetherAreRefused() {
    expectRefusal(
      [], .shared(0.5), "there is nothing to take together, expected at least one series")
    expectRefusal(
      [one("57"), one("58"), one("57")], .shared(0.5),
      "'57 NH3' is there twice; take every series once")
    expectRefusal(
      [one("57"), one("58", years: [2030])], .shared(0.5),
      "'58 NH3' has the years 2030, expected 2030, 2035 like the others")
    expectRefusal(
      [one("57"), one("58", inventory: [0.1, 0.2])], .shared(0.5),
      "'58 NH3' has 2 inventory errors, expected 1 like the others")
    expectRefusal(
      [one("57", baseline: 0)], .shared(0.5),
      "the baseline of '57 NH3' is 0.0 kg/yr, expected a number above 0")
    expectRefusal(
      [one("57", baseline: .nan)], .shared(0.5),
      "the baseline of '57 NH3' is nan kg/yr, expected a number above 0")
  }

  @Test(arguments: [-0.01, 1.5, .nan])
  func sharedCorrelationIsZeroToOne(value: Double) {
    expectRefusal(
      [one("57")], .shared(value), "the correlation between zones is \(value), expected 0 to 1")
  }

  @Test func matricesThatAreNoCorrelationsAreRefused() {
    let cases = [one("57"), one("58"), one("9")]
    expectRefusal(
      cases, .matrix(.identity(2)),
      """
      the correlations have 2 rows and 2 columns, expected 3 of both, one for each series
      """)
    expectRefusal(
      cases, three([1, 0, 0, 0, 0.9, 0, 0, 0, 1]),
      "the correlation of '58 NH3' with itself is 0.9, expected 1")
    expectRefusal(
      cases, three([1, 0.2, 0, 0.3, 1, 0, 0, 0, 1]),
      """
      the correlation of '58 NH3' with '57 NH3' is 0.3, the other way round 0.2; give one for both
      """)
    expectRefusal(
      cases, three([1, 0, 0, 0, 1, 1.2, 0, 1.2, 1]),
      "the correlation of '9 NH3' with '58 NH3' is 1.2, expected -1 to 1")
    expectRefusal(
      cases, three([1, 0, .nan, 0, 1, 0, .nan, 0, 1]),
      "the correlation of '9 NH3' with '57 NH3' is nan, expected -1 to 1")
  }

  @Test func correlationsThatContradictOneAnotherAreRefusedByName() {
    expectRefusal(
      [one("57"), one("58"), one("9")], three([1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1]),
      """
      the correlations are not positive definite: those of the first 2 series can hold together, \
      with '9 NH3' they contradict one another; correlations nearer to 0 can hold
      """)
    // In the order of the names, not that in which they are given.
    expectRefusal(
      [one("9"), one("58"), one("57")], three([1, 1, 0, 1, 1, 0, 0, 0, 1]),
      """
      the correlations are not positive definite: those of the first 2 series can hold together, \
      with '9 NH3' they contradict one another; correlations nearer to 0 can hold
      """)
  }
}
