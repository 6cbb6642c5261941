// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Numerics
import Testing

@Suite struct TrajectoryTests {
  static let agriculture = Trajectory(
    baselineYear: 2019,
    milestones: [
      Milestone(year: 2035, band: Band(low: Fraction(0.42), high: Fraction(0.46))),
      Milestone(year: 2030, band: Band(low: Fraction(0.23), high: Fraction(0.25))),
    ])

  /// The corridor as the policy text gives it, in elevenths of 23 and 25 points to 2030 and fifths
  /// of 19 and 21 points after it.
  @Test(
    arguments: zip(
      [2019, 2024, 2026, 2028, 2030, 2032, 2034, 2035],
      [
        (0, 0), (115.0 / 11, 125.0 / 11), (161.0 / 11, 175.0 / 11), (207.0 / 11, 225.0 / 11),
        (23, 25), (30.6, 33.4), (38.2, 41.8), (42, 46),
      ] as [(Double, Double)]))
  func corridorRunsThroughTheMilestones(year: Int, edges: (Double, Double)) throws {
    let band = try #require(Self.agriculture?.band(in: year))
    #expect(band.low.points.isApproximatelyEqual(to: edges.0, absoluteTolerance: 1e-12))
    #expect(band.high.points.isApproximatelyEqual(to: edges.1, absoluteTolerance: 1e-12))
  }

  /// The same, to the one decimal that is printed.
  @Test(arguments: [
    (2024, 10.5, 11.4), (2026, 14.6, 15.9), (2028, 18.8, 20.5), (2030, 23, 25),
    (2032, 30.6, 33.4), (2034, 38.2, 41.8), (2035, 42, 46),
  ])
  func corridorPrintsAsPublished(year: Int, low: Double, high: Double) throws {
    let band = try #require(Self.agriculture?.band(in: year))
    #expect((band.low.points * 10).rounded() / 10 == low)
    #expect((band.high.points * 10).rounded() / 10 == high)
  }

  @Test func thereIsNoPathOutsideItsSpan() {
    #expect(Self.agriculture?.band(in: 2018) == nil)
    #expect(Self.agriculture?.band(in: 2036) == nil)
  }

  @Test func milestonesAreHitExactly() {
    #expect(Self.agriculture?.band(in: 2035)?.low.value == 0.42)
    #expect(Self.agriculture?.band(in: 2030)?.high.value == 0.25)
  }

  /// A straight line from 2019 to 42 % in 2035 asks 28.9 % in 2030, not 23 %.
  @Test func straightShapeIgnoresMilestonesBetween() throws {
    let straight = try #require(
      Trajectory(
        baselineYear: 2019, milestones: Self.agriculture?.milestones ?? [], shape: .straight))
    let low = try #require(straight.band(in: 2030)?.low.points)
    #expect(low.isApproximatelyEqual(to: 42.0 * 11 / 16, absoluteTolerance: 1e-12))
    #expect((low * 10).rounded() / 10 == 28.9)
  }

  @Test func logLinearShapeDeclinesAtOneRate() throws {
    let path = try #require(
      Trajectory(
        baselineYear: 2019,
        milestones: [Milestone(year: 2035, band: Band(low: Fraction(0.5), high: Fraction(0.5)))],
        shape: .logLinear))
    let halfway = try #require(path.band(in: 2027)?.low.value)
    #expect(halfway.isApproximatelyEqual(to: 1 - 0.5.squareRoot()))
  }

  @Test func noMilestoneMeansNoPath() {
    #expect(Trajectory(baselineYear: 2019, milestones: []) == nil)
    let past = Milestone(year: 2019, band: .none)
    #expect(Trajectory(baselineYear: 2019, milestones: [past]) == nil)
  }

  @Test func edgesPickTheirSide() {
    let band = Band(low: Fraction(0.42), high: Fraction(0.46))
    #expect(band.at(.lower).value == 0.42)
    #expect(band.at(.upper).value == 0.46)
    #expect(band.at(.midpoint).value.isApproximatelyEqual(to: 0.44))
  }
}
