// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is kept of the draws of one case, in memory that does not grow with their number.
struct DrawTally: Sendable {
  var histograms: [LogHistogram]
  /// How many draws reach a target: by inventory error, target and edge.
  private var reached: [Int]
  private var draws = 0
  private let targets: [ProjectionTarget]
  /// The places of the targets of each year, and their bounds.
  private let bounds: [[(target: Int, low: Double, high: Double)]]
  private let inventories: Int

  init(
    years: [Int], targets: [ProjectionTarget], inventories: Int, centre: (Int) -> Double,
    spread: (Int) -> Double
  ) {
    histograms = years.indices.map { LogHistogram(centre: centre($0), spread: spread($0)) }
    reached = [Int](repeating: 0, count: inventories * targets.count * 2)
    self.targets = targets
    self.inventories = inventories
    bounds = years.map { year in
      targets.enumerated().filter { $0.element.year == year }.map { place, target in
        (
          place, ReductionBound.logarithm(of: target.band.low.value),
          ReductionBound.logarithm(of: target.band.high.value)
        )
      }
    }
  }

  /// Whether a year has targets.
  func hasTargets(_ year: Int) -> Bool { !bounds[year].isEmpty }

  /// Counts for the targets of a year, at one inventory error, a row plus a multiple of another.
  mutating func count(
    _ row: UnsafeMutableBufferPointer<Double>, plus factor: Double,
    times other: UnsafeMutableBufferPointer<Double>, year: Int, inventory: Int
  ) {
    for (target, low, high) in bounds[year] {
      let place = (inventory * targets.count + target) * 2
      reached[place] += Rows.count(row, plus: factor, times: other, atMost: low)
      reached[place + 1] += Rows.count(row, plus: factor, times: other, atMost: high)
    }
  }

  /// Says that a block was drawn.
  mutating func add(draws count: Int) { draws += count }

  /// Adds another tally of the same case.
  mutating func merge(_ other: DrawTally) {
    for year in histograms.indices { histograms[year].merge(other.histograms[year]) }
    for place in reached.indices { reached[place] += other.reached[place] }
    draws += other.draws
  }

  /// The quantiles of the reduction by year.
  func fan(_ years: [Int]) -> [FanYear] {
    zip(years, histograms).map { year, histogram in
      // The lowest reduction belongs to the highest emission.
      let logarithms = histogram.quantiles(FanYear.levels.reversed().map { 1 - $0 })
      return FanYear(
        year: year, reductions: logarithms.reversed().map(ReductionBound.reduction(ofLogarithm:)))
    }
  }

  /// The probabilities of the targets at each inventory error.
  var probabilities: [[TargetProbability]] {
    (0..<inventories).map { inventory in
      targets.enumerated().map { place, target in
        let first = (inventory * targets.count + place) * 2
        let (low, high) = (
          Double(reached[first]) / Double(draws), Double(reached[first + 1]) / Double(draws)
        )
        let variance = max(low * (1 - low), high * (1 - high))
        return TargetProbability(
          year: target.year, low: low, high: high,
          standardError: (variance / Double(draws)).squareRoot())
      }
    }
  }
}
