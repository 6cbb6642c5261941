// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The factor F(t) that the measures of one case leave of its emission.
struct MeasureFactor: Sendable {
  /// ln F is taken of at least this, so that an emission that is gone altogether stays a number.
  static let least = 1e-300

  private struct Member: Hashable, Sendable {
    let distribution: EffectDistribution
    let weights: [Double]
  }

  /// The members by overlap group, in an order that does not depend on that of the rows.
  private let groups: [[Member]]
  /// The measures whose draws differ, each once.
  let uncertain: [EffectDistribution]
  /// Where the draws of each member of ``groups`` stand in ``uncertain``; `nil` for a certain one.
  private let places: [[Int?]]

  init(_ steps: [MeasureStep]) {
    var keyed: [(key: String, member: Member)] = []
    for (number, step) in steps.enumerated() where step.weights.contains(where: { $0 > 0 }) {
      let member = Member(distribution: EffectDistribution(step), weights: step.weights)
      keyed.append((step.group.map { "group \($0)" } ?? "single \(step.id) \(number)", member))
    }
    let named = Dictionary(grouping: keyed, by: \.key)
    // By the first member, then by name: never in the order of a hash.
    let sorted = named.sorted { $0.key < $1.key }.map { group in
      group.value.map(\.member).sorted(by: Self.comesBefore)
    }
    groups = sorted.enumerated().sorted { left, right in
      if Self.comesBefore(left.element[0], right.element[0]) { return true }
      return !Self.comesBefore(right.element[0], left.element[0]) && left.offset < right.offset
    }.map(\.element)
    var uncertain: [EffectDistribution] = []
    var known: [EffectDistribution: Int] = [:]
    places = groups.map { group in
      group.map { member in
        guard member.distribution.isUncertain else { return nil }
        if let place = known[member.distribution] { return place }
        uncertain.append(member.distribution)
        known[member.distribution] = uncertain.count - 1
        return uncertain.count - 1
      }
    }
    self.uncertain = uncertain
  }

  private static func comesBefore(_ left: Member, _ right: Member) -> Bool {
    let (one, other) = (left.distribution, right.distribution)
    if one.id != other.id { return one.id < other.id }
    if one.effect != other.effect { return one.effect < other.effect }
    return left.weights.lexicographicallyPrecedes(right.weights)
  }

  /// Whether F is not certain.
  var isUncertain: Bool { !uncertain.isEmpty }

  /// ln F in a year with every measure at its mean, exact for certain measures.
  func logarithmAtMean(_ year: Int) -> Double {
    var factor = 1.0
    for group in groups {
      factor -= 1 - group.reduce(1) { $0 * (1 - $1.weights[year] * $1.distribution.mean) }
    }
    return log(max(factor, Self.least))
  }

  /// The slope of ln F in a year by each of ``uncertain``, with every measure at its mean.
  func slopes(_ year: Int) -> [Double] {
    var slopes = [Double](repeating: 0, count: uncertain.count)
    let factor = exp(logarithmAtMean(year))
    guard factor > Self.least * 2 else { return slopes }
    for (group, places) in zip(groups, places) {
      for (one, place) in places.enumerated() {
        guard let place else { continue }
        var slope = group[one].weights[year]
        for (other, member) in group.enumerated() where other != one {
          slope *= 1 - member.weights[year] * member.distribution.mean
        }
        slopes[place] -= slope / factor
      }
    }
    return slopes
  }

  /// Whether F of a year is that of the year before.
  func isUnchanged(_ year: Int) -> Bool {
    year > 0
      && groups.allSatisfy { $0.allSatisfy { $0.weights[year] == $0.weights[year - 1] } }
  }

  /// Fills a buffer with ln F of the draws of a block.
  ///
  /// - Parameters:
  ///   - result: is filled.
  ///   - year: the year, by its place.
  ///   - draws: the draws of each of ``uncertain``.
  ///   - scratch: as long as `result`.
  func fillLogarithm(
    _ result: UnsafeMutableBufferPointer<Double>, year: Int,
    draws: [UnsafeMutableBufferPointer<Double>], scratch: UnsafeMutableBufferPointer<Double>
  ) {
    result.update(repeating: 1)
    for (group, places) in zip(groups, places) {
      scratch.update(repeating: 1)
      for (member, place) in zip(group, places) {
        let weight = member.weights[year]
        if let place {
          let effects = draws[place]
          for index in scratch.indices { scratch[index] *= 1 - weight * effects[index] }
        } else {
          let rest = 1 - weight * member.distribution.mean
          for index in scratch.indices { scratch[index] *= rest }
        }
      }
      for index in result.indices { result[index] -= 1 - scratch[index] }
    }
    for index in result.indices { result[index] = log(max(result[index], Self.least)) }
  }
}
