// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

extension SlopeSweep {
  /// Up to this many pairs all slopes are computed; above it the interval is contracted.
  static let fewPairs = 30_000

  /// The ranks of the median: one, or the middle two.
  static func middle(of count: Int) -> ClosedRange<Int> { ((count - 1) / 2)...(count / 2) }

  /// The slopes of one rank or two neighbouring ones among all pairs, exactly.
  ///
  /// A random sample of pairs, the same in every run, gives an interval that holds the ranks almost
  /// surely; counting proves it, and a sample inside it narrows it until few pairs are left.
  ///
  /// - Parameter ranks: one or two ranks counted from 0.
  /// - Returns: the slopes of the first and the last rank.
  mutating func slopes(ranks: ClosedRange<Int>) -> (Double, Double) {
    if pairCount <= Self.fewPairs { return allSlopes(ranks) }
    let enough = max(8 * times.count, Self.fewPairs)
    var random = PhiloxStream(key: 0x5E4_510_9E5, stream: UInt64(ranks.lowerBound))
    var floor = -largestSlope
    var ceiling = largestSlope
    var (under, upTo) = (0, pairCount)
    for _ in 0..<6 where upTo - under > enough {
      var sample: [Double] = []
      var attempts = 400_000
      while sample.count < 4_000, attempts > 0 {
        attempts -= 1
        let i = random.integer(below: times.count)
        let j = random.integer(below: times.count)
        guard i != j else { continue }
        let slope = pairSlope(min(i, j), max(i, j))
        if slope >= floor, slope <= ceiling { sample.append(slope) }
      }
      guard sample.count >= 100 else { break }
      sample.sort()
      let share = Double(sample.count) / Double(upTo - under)
      let margin = 2.5 * Double(sample.count).squareRoot()
      let from = Int(Double(ranks.lowerBound - under) * share - margin)
      let to = Int(Double(ranks.upperBound - under) * share + margin)
      if from >= 0 {
        let candidate = sample[from] - 2 * slack(at: sample[from])
        start(at: candidate)
        if below <= ranks.lowerBound { (floor, under) = (candidate, below) }
      }
      if to < sample.count {
        let candidate = sample[to] + 2 * slack(at: sample[to])
        start(at: candidate)
        if below > ranks.upperBound { (ceiling, upTo) = (candidate, below) }
      }
    }
    start(at: floor)
    let inside = moveListing(to: ceiling)
    return resolve(ranks, inside: inside, ends: (floor, ceiling))
      ?? widened(ranks, round: (floor + ceiling) / 2, step: ceiling - floor)
  }

  private func allSlopes(_ ranks: ClosedRange<Int>) -> (Double, Double) {
    var all: [Double] = []
    all.reserveCapacity(pairCount)
    for i in times.indices {
      for j in (i + 1)..<max(times.count, i + 1) { all.append(pairSlope(i, j)) }
    }
    let lower = Selection.select(rank: ranks.lowerBound, of: &all)
    guard ranks.count > 1 else { return (lower, lower) }
    return (lower, all[ranks.upperBound...].reduce(Double.infinity) { min($0, $1) })
  }

  /// The slopes of the ranks from where the sweep stands, when they are thought to be near.
  ///
  /// - Parameters:
  ///   - ranks: one or two ranks counted from 0.
  ///   - spacing: roughly the difference of slope between neighbouring ranks.
  /// - Returns: the slopes of the first and the last rank.
  mutating func nearbySlopes(ranks: ClosedRange<Int>, spacing: Double) -> (Double, Double) {
    let spacing = max(spacing, slack(at: slope) / 8)
    for _ in 0..<4 {
      let distance = ranks.lowerBound - below
      if abs(distance) <= 250 { break }
      move(to: slope + Double(distance) * spacing)
    }
    let from = slope
    let distance = ranks.lowerBound - below
    let step = (1.2 * Double(abs(distance)) + 40) * spacing
    let to = distance >= 0 ? from + step : from - step
    let inside = moveListing(to: to)
    return resolve(ranks, inside: inside, ends: (from, to))
      ?? widened(ranks, round: to, step: 2 * step)
  }

  /// The slopes of the ranks, from an interval round `centre` that grows until it holds them.
  private mutating func widened(
    _ ranks: ClosedRange<Int>, round centre: Double, step: Double
  ) -> (Double, Double) {
    var reach = max(step, 64 * slack(at: centre), 1e-300)
    while true {
      let floor = centre - reach
      let ceiling = centre + reach
      start(at: floor)
      if below <= ranks.lowerBound {
        let inside = moveListing(to: ceiling)
        if let answer = resolve(ranks, inside: inside, ends: (floor, ceiling)) { return answer }
      }
      if reach > 4 * (largestSlope + abs(centre)) + 1 { return allSlopes(ranks) }
      reach *= 4
    }
  }
}
