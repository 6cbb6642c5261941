// SPDX-License-Identifier: GPL-3.0-or-later

import ForecastCalibration
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Forecasts held against worlds whose truth is known: what the model assumes holds in them, so its
/// ranges and probabilities must keep what they promise.
@Suite struct CalibrationTests {
  /// Policy with a correlation, as the command line would give it.
  private func policy(rho: Double) throws -> Policy {
    let library = try RealData.requireLibrary()
    let record = try library.record(key: "uncertainty.rho", assuming: "\(rho)")
    return try RealData.requirePolicy([
      PolicyPack(
        id: "test", title: "", date: "", kind: .user, isDefault: false, isSecondHand: false,
        order: .max, records: [record], file: "")
    ])
  }

  private func scores(_ world: MadeWorld, assuming rho: Double) throws -> [Int: Scores] {
    world.scores(
      of: 1_000, seed: 7, reference: try RealData.requireReference(),
      policy: try policy(rho: rho))
  }

  private func world(deviation: Double, rho: Double) -> MadeWorld {
    MadeWorld(
      name: "deviation \(deviation), rho \(rho)", deviation: deviation, rho: rho,
      uncertainty: 0.23, known: 2019...2024)
  }

  /// Of 1,000 truths 95 % lie in the range, give or take 0.7 points; the issue allows 92 to 98.
  @Test(arguments: [(0.005, 0.8), (0.02, 0.8), (0.02, 0.95), (0.05, 0.9)])
  func rangesHoldTheTruthAsOftenAsTheySay(deviation: Double, rho: Double) throws {
    let scores = try scores(world(deviation: deviation, rho: rho), assuming: rho)
    #expect(scores.keys.sorted() == [2030, 2035])
    for (year, score) in scores {
      #expect(score.count == 1_000)
      #expect((0.92...0.98).contains(score.coverage.wide), "\(year): \(score.coverage.wide)")
      #expect((0.60...0.73).contains(score.coverage.narrow), "\(year): \(score.coverage.narrow)")
    }
  }

  /// In ten classes of 100 forecasts the share that comes true strays by 4 points at random.
  @Test func probabilitiesComeTrue() throws {
    let scores = try scores(world(deviation: 0.02, rho: 0.8), assuming: 0.8)
    for (year, score) in scores {
      #expect(score.reliabilityError < 0.04, "\(year): \(score.reliabilityError)")
      #expect(score.skill > 0.5, "\(year): \(score.skill)")
    }
  }

  /// An inventory thought worse than it is makes ranges too wide: a study that cannot tell is none.
  @Test func aWrongCorrelationShows() throws {
    let world = world(deviation: 0.005, rho: 0.99)
    let right = try scores(world, assuming: 0.99)
    let wrong = try scores(world, assuming: 0)
    for year in [2030, 2035] {
      #expect(try #require(right[year]).coverage.wide < 0.98)
      #expect(try #require(wrong[year]).coverage.wide > 0.98)
      #expect(
        try #require(wrong[year]).reliabilityError > #require(right[year]).reliabilityError)
    }
  }
}
