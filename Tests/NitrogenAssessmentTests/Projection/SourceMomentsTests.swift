// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct SourceMomentsTests {
  @Test func momentsOfAFewSourcesByHand() {
    var moments = SourceMoments()
    #expect(moments.effectiveSources == nil)
    moments.add(30)
    moments.add(20, share: 0.5)
    #expect(moments.count == 2)
    #expect(moments.sum == 40)
    #expect(moments.sumOfSquares == 1000)
    #expect(moments.effectiveSources == 1.6)
  }

  @Test func equalSourcesCountInFull() {
    var moments = SourceMoments()
    for _ in 0..<50 { moments.add(7) }
    expectClose(moments.effectiveSources ?? 0, 50)
  }

  @Test func uncertaintyOfAZoneByHand() {
    var zones = ZoneMoments(zones: 2, groups: 2)
    for _ in 0..<4 { zones[0, 0].add(10) }
    zones[0, 1].add(60)
    let errors = [SourceErrors(shared: 0.1, own: 0.2), SourceErrors(shared: 0, own: 0.05)]
    // (0.1 · 40)² + 0.2² · 400 + 0.05² · 3600 = 16 + 16 + 9.
    expectClose(zones.standardDeviation(0, errors: errors), 41.0.squareRoot())
    expectClose(zones.relativeUncertainty(0, errors: errors) ?? 0, 2 * 41.0.squareRoot() / 100)
    #expect(zones.emission(0) == 100)
    #expect(zones.relativeUncertainty(1, errors: errors) == nil)
    #expect(zones.correlation(0, 1, errors: errors) == nil)
  }

  @Test func mergedPartsAreTheWhole() {
    var (one, other, whole) = (
      ZoneMoments(zones: 1, groups: 1), ZoneMoments(zones: 1, groups: 1),
      ZoneMoments(zones: 1, groups: 1)
    )
    for number in 0..<10 {
      whole[0, 0].add(Double(number))
      if number < 5 { one[0, 0].add(Double(number)) } else { other[0, 0].add(Double(number)) }
    }
    one.merge(other)
    #expect(one == whole)
  }

  /// Sources of two groups in two zones that share some of them, with a total that counts each once.
  private struct Sources {
    let emissions: [Double]
    let groups: [Int]
    let shares: [[Double]]
    var moments = ZoneMoments(zones: 3, groups: 2)
    var common = [0.0, 0.0]

    init(_ count: Int) {
      var random = PhiloxStream(seed: 41, labels: ["sources"])
      emissions = (0..<count).map { _ in 100 / (0.05 + random.uniform()) }
      groups = (0..<count).map { $0 % 3 == 0 ? 1 : 0 }
      shares = (0..<count).map { number in
        switch number % 4 {
        case 0: [1, 0]
        case 1: [0, 0.6]
        case 2: [1, 1]
        default: [0.3, 0.2]
        }
      }
      for number in 0..<count {
        let (emission, group) = (emissions[number], groups[number])
        for zone in 0..<2 { moments[zone, group].add(emission, share: shares[number][zone]) }
        moments[2, group].add(emission)
        common[group] += emission * emission * shares[number][0] * shares[number][1]
      }
    }
  }

  @Test func momentsGiveWhatDrawingEverySourceGives() {
    let sources = Sources(300)
    let errors = [SourceErrors(shared: 0.08, own: 0.5), SourceErrors(shared: 0.15, own: 0.3)]
    let draws = 6_000
    var sums = [0.0, 0.0, 0.0]
    var squares = [0.0, 0.0, 0.0]
    var product = 0.0
    var fourths = [0.0, 0.0, 0.0]
    let means = (0..<3).map { sources.moments.emission($0) }
    var stream = PhiloxStream(seed: 42, labels: ["brute force"])
    for _ in 0..<draws {
      let factors = [stream.normal(), stream.normal()]
      var totals = [0.0, 0.0, 0.0]
      for number in sources.emissions.indices {
        let (emission, group) = (sources.emissions[number], sources.groups[number])
        let drawn =
          emission
          * (1 + errors[group].shared * factors[group] + errors[group].own * stream.normal())
        totals[0] += drawn * sources.shares[number][0]
        totals[1] += drawn * sources.shares[number][1]
        totals[2] += drawn
      }
      for zone in 0..<3 {
        let d = totals[zone] - means[zone]
        sums[zone] += d
        squares[zone] += d * d
        fourths[zone] += d * d * d * d
      }
      product += (totals[0] - means[0]) * (totals[1] - means[1])
    }
    let n = Double(draws)
    let deviations = (0..<3).map { sources.moments.standardDeviation($0, errors: errors) }
    for zone in 0..<3 {
      let s = deviations[zone]
      #expect(abs(sums[zone] / n) <= 3 * s / n.squareRoot(), "mean of zone \(zone)")
      // The relative standard error of a variance of normal numbers is √(2/n), of a fourth moment √(96/9n).
      #expect(
        abs(squares[zone] / n / (s * s) - 1) <= 3 * (2 / n).squareRoot(), "spread of zone \(zone)")
      #expect(
        abs(fourths[zone] / n / (3 * s * s * s * s) - 1) <= 3 * (96 / 9 / n).squareRoot(),
        "fourth moment of zone \(zone)")
    }
    let correlation =
      sources.moments.correlation(0, 1, errors: errors, common: sources.common) ?? 0
    #expect(correlation > 0.3 && correlation < 0.95)
    // The standard error of a mean product of normal numbers of known spreads is √((1 + r²)/n).
    #expect(
      abs(product / n / (deviations[0] * deviations[1]) - correlation)
        <= 3 * ((1 + correlation * correlation) / n).squareRoot())
  }
}
