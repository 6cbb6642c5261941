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
    let portion: MeasureStep.Portion?

    /// The share of the series that it works on.
    var share: Double { portion?.share ?? 1 }
  }

  /// The members by overlap group, those of one portion next to each other, in an order that does not
  /// depend on that of the rows.
  private let groups: [[Member]]
  /// The runs of members of one portion in each of ``groups``.
  private let runs: [[Range<Int>]]
  /// The measures whose draws differ, each once.
  let uncertain: [EffectDistribution]
  /// Where the draws of each member of ``groups`` stand in ``uncertain``; `nil` for a certain one.
  private let places: [[Int?]]

  init(_ steps: [MeasureStep]) {
    var keyed: [(key: String, member: Member)] = []
    for (number, step) in steps.enumerated() where step.weights.contains(where: { $0 > 0 }) {
      let member = Member(
        distribution: EffectDistribution(step), weights: step.weights, portion: step.portion)
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
    runs = groups.map(Self.runs)
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

  /// The runs of members of one portion.
  private static func runs(of group: [Member]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in group.indices {
      if let last = runs.last, group[last.lowerBound].portion == group[place].portion {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  private static func comesBefore(_ left: Member, _ right: Member) -> Bool {
    let (portion, next) = (left.portion?.name ?? "", right.portion?.name ?? "")
    if portion != next { return portion < next }
    let (one, other) = (left.distribution, right.distribution)
    if one.id != other.id { return one.id < other.id }
    if one.effect != other.effect { return one.effect < other.effect }
    return left.weights.lexicographicallyPrecedes(right.weights)
  }

  /// Whether F is not certain.
  var isUncertain: Bool { !uncertain.isEmpty }

  /// What the members of a run leave of the series in a year at their means, one of them left out.
  private static func left(
    by run: Range<Int>, of group: [Member], _ year: Int, without omitted: Int? = nil
  ) -> (inside: Double, series: Double) {
    let share = group[run.lowerBound].share
    var inside = 1.0
    for place in run where place != omitted {
      inside *= 1 - group[place].weights[year] / share * group[place].distribution.mean
    }
    return (inside, 1 - share * (1 - inside))
  }

  /// ln F in a year with every measure at its mean, exact for certain measures.
  func logarithmAtMean(_ year: Int) -> Double {
    var factor = 1.0
    for (group, runs) in zip(groups, runs) {
      factor -= 1 - runs.reduce(1) { $0 * Self.left(by: $1, of: group, year).series }
    }
    return log(max(factor, Self.least))
  }

  /// The slope of ln F in a year by each of ``uncertain``, with every measure at its mean.
  func slopes(_ year: Int) -> [Double] {
    var slopes = [Double](repeating: 0, count: uncertain.count)
    let factor = exp(logarithmAtMean(year))
    guard factor > Self.least * 2 else { return slopes }
    for (number, group) in groups.enumerated() {
      for run in runs[number] {
        let others = runs[number].filter { $0 != run }.reduce(1.0) {
          $0 * Self.left(by: $1, of: group, year).series
        }
        for one in run {
          guard let place = places[number][one] else { continue }
          let inside = Self.left(by: run, of: group, year, without: one).inside
          slopes[place] -= group[one].weights[year] * inside * others / factor
        }
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
    withUnsafeTemporaryAllocation(of: Double.self, capacity: result.count) { inside in
      for (number, group) in groups.enumerated() {
        scratch.update(repeating: 1)
        for run in runs[number] {
          let share = group[run.lowerBound].share
          inside.initialize(repeating: 1)
          for one in run {
            let weight = group[one].weights[year] / share
            if let place = places[number][one] {
              let effects = draws[place]
              for index in inside.indices { inside[index] *= 1 - weight * effects[index] }
            } else {
              let rest = 1 - weight * group[one].distribution.mean
              for index in inside.indices { inside[index] *= rest }
            }
          }
          for index in inside.indices { scratch[index] *= 1 - share * (1 - inside[index]) }
        }
        for index in result.indices { result[index] -= 1 - scratch[index] }
      }
    }
    for index in result.indices { result[index] = log(max(result[index], Self.least)) }
  }
}
