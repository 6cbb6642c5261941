// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cases whose emissions add up, checked and in the order of their labels.
struct PreparedJoint: Sendable {
  let cases: [PreparedCase]
  /// Their baselines, kg/yr.
  let baselines: [Double]
  /// The sum of the baselines, kg/yr.
  let baseline: Double
  let years: [Int]
  let mixing: JointMixing
  let targets: [ProjectionTarget]
  let seed: UInt64
  let streams: [DrawStreams]
  /// The streams of what the cases share.
  let common: DrawStreams
  let scales: [StudentScale?]
  /// The measures whose draws differ, each once.
  let measures: [EffectDistribution]
  /// Where the draws of the measures of each case stand in ``measures``.
  let measurePlaces: [[Int]]

  init(
    _ given: [JointCase], labels: [String], correlation: JointCorrelation,
    targets: [ProjectionTarget], seed: UInt64
  ) throws(JointError) {
    guard let first = given.first?.projection else { throw .noCases }
    let names = given.map(\.projection.labels)
    let order = given.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    for (one, next) in zip(order, order.dropFirst()) where names[one] == names[next] {
      throw .twins(labels: names[one])
    }
    for one in given {
      let projection = one.projection
      guard projection.years == first.years else {
        throw .otherYears(
          labels: projection.labels, found: projection.years, expected: first.years)
      }
      guard projection.inventory.count == first.inventory.count else {
        throw .otherInventories(
          labels: projection.labels, found: projection.inventory.count,
          expected: first.inventory.count)
      }
      guard one.baseline > 0 && one.baseline.isFinite else {
        throw .baseline(labels: projection.labels, kilograms: one.baseline)
      }
    }
    precondition(
      targets.allSatisfy { first.years.contains($0.year) }, "a target year is a year of the cases")
    mixing = try JointMixing(correlation, labels: names, order: order)
    let sorted = order.map { given[$0] }
    let cases = sorted.map { PreparedCase($0.projection) }
    self.cases = cases
    baselines = sorted.map(\.baseline)
    baseline = sorted.reduce(0) { $0 + $1.baseline }
    years = first.years
    self.targets = targets
    self.seed = seed
    let count = first.years.count
    streams = cases.map {
      DrawStreams(seed: seed, role: "series", labels: $0.one.labels, years: count)
    }
    common = DrawStreams(seed: seed, role: "common", labels: labels, years: count)
    let cache = ScaleCache()
    scales = cases.map { $0.one.degreesOfFreedom.map { cache.scale($0) } }
    var measures: [EffectDistribution] = []
    var known: [EffectDistribution: Int] = [:]
    measurePlaces = cases.map { prepared in
      prepared.measures.uncertain.map { measure in
        if let place = known[measure] { return place }
        measures.append(measure)
        known[measure] = measures.count - 1
        return measures.count - 1
      }
    }
    self.measures = measures
  }

  /// The most components of a trend.
  var components: Int { cases.map(\.one.parameters.count).max() ?? 0 }

  /// The shares of the cases in the sum of a year, at the point estimate, and the logarithm of the sum
  /// over the baseline.
  private func weights(_ year: Int) -> (weights: [Double], centre: Double) {
    let emissions = zip(cases, baselines).map {
      $1 * exp(min($0.centre(year), ReductionBound.most))
    }
    let sum = emissions.reduce(0, +)
    guard sum > 0 else { return (emissions, -690) }
    return (emissions.map { $0 / sum }, log(sum / baseline))
  }

  /// The squared scales of ln(E/B) of the sum in a year, by the slopes at the point estimate.
  func variance(_ year: Int) -> VarianceParts {
    let weights = weights(year).weights
    var parts = VarianceParts()
    for i in cases.indices {
      for j in cases.indices {
        let (one, other) = (cases[i].one, cases[j].one)
        let factor = weights[i] * weights[j] * mixing.correlation(i, j)
        for (left, right) in zip(one.parameters, other.parameters) {
          parts.parameters += factor * left[year] * right[year]
        }
        parts.residual += factor * one.residual[year] * other.residual[year]
        parts.inventory += factor * one.inventory[0] * other.inventory[0]
      }
    }
    // Where cases go against each other, rounding may leave less than nothing.
    parts.parameters = max(0, parts.parameters)
    parts.residual = max(0, parts.residual)
    parts.inventory = max(0, parts.inventory)
    // One measure is one draw, however many distributions of it there are.
    var slopes: [String: Double] = [:]
    for (number, prepared) in cases.enumerated() {
      for (slope, measure) in zip(prepared.measures.slopes(year), prepared.measures.uncertain) {
        slopes[measure.id, default: 0] +=
          weights[number] * slope * measure.variance.squareRoot()
      }
    }
    for id in slopes.keys.sorted() {
      let slope = slopes[id] ?? 0
      parts.measures += slope * slope
    }
    return parts
  }

  /// A tally of no draws.
  var emptyTally: DrawTally {
    DrawTally(
      years: years, targets: targets, inventories: cases[0].one.inventory.count,
      centre: { weights($0).centre },
      spread: { variance($0).total.squareRoot() })
  }
}
