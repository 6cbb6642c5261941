// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@testable import TrendFitting

@Suite struct TheilSenTests {
  /// All slopes per month, sorted.
  static func allSlopes(_ series: MonthlySeries) -> [Double] {
    var slopes: [Double] = []
    for i in series.months.indices {
      for j in series.months.indices where j > i {
        slopes.append(
          (series.values[j] - series.values[i])
            / Double(series.months[j].index - series.months[i].index))
      }
    }
    return slopes.sorted()
  }

  /// Series of several lengths, plain, gapped, and with many equal slopes.
  static let shapes: [(count: Int, decimals: Double?, gaps: Int)] = [
    (10, nil, 0), (11, 1, 0), (60, 10, 5), (240, nil, 0), (240, 10, 0), (300, nil, 0),
    (301, 10, 0), (400, 1, 0), (500, nil, 4), (700, 0.2, 6), (900, 10, 0),
  ]

  @Test(arguments: shapes)
  func slopeAndIntervalAreThoseOfAllPairs(shape: (count: Int, decimals: Double?, gaps: Int)) throws
  {
    for seed in UInt64(1)...3 {
      let series = try MadeUp.series(
        shape.count, seed: seed, decimals: shape.decimals, gaps: shape.gaps)
      let slopes = Self.allSlopes(series)
      let fit = try TheilSen(series)
      let middle = (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
      #expect(fit.slopePerYear == 12 * middle)
      let ranks = TheilSen.intervalRanks(
        pairs: slopes.count, variance: KendallScore(series.values).variance, confidence: 0.95)
      #expect(fit.interval == (12 * slopes[ranks.lowerBound])...(12 * slopes[ranks.upperBound]))
    }
  }

  @Test(arguments: [(350, nil), (350, 1), (420, 10)] as [(Int, Double?)])
  func everyRankIsExact(count: Int, decimals: Double?) throws {
    let series = try MadeUp.series(count, seed: 12, decimals: decimals, gaps: 20)
    let slopes = Self.allSlopes(series)
    var sweep = SlopeSweep(series)
    #expect(sweep.pairCount > SlopeSweep.fewPairs)
    for rank in [0, 1, 50, slopes.count / 3, slopes.count / 2, slopes.count - 2] {
      let pair = sweep.slopes(ranks: rank...(rank + 1))
      #expect(pair == (slopes[rank], slopes[rank + 1]))
    }
  }

  @Test(arguments: [(40, nil), (40, 1), (200, 10)] as [(Int, Double?)])
  func nearbyRanksAreExactFromAnywhere(count: Int, decimals: Double?) throws {
    let series = try MadeUp.series(count, seed: 13, decimals: decimals, gaps: 10)
    let slopes = Self.allSlopes(series)
    for (start, spacing) in [(0.0, 1e-5), (-3, 0), (0.5, 10), (1e-9, 1e-9)] {
      for rank in stride(from: 0, to: slopes.count - 1, by: max(1, slopes.count / 13)) {
        var sweep = SlopeSweep(series)
        sweep.start(at: start)
        let pair = sweep.nearbySlopes(ranks: rank...(rank + 1), spacing: spacing)
        #expect(pair == (slopes[rank], slopes[rank + 1]))
      }
    }
  }

  @Test func listingWorksBothWays() throws {
    var sweep = SlopeSweep(times: [-1, 0, 1], values: [0, 1, 0.5])
    for (from, to) in [(-0.25, 0.5), (0.5, -0.25)] {
      // The slopes are 1, 0.25 and -0.5.
      sweep.start(at: from)
      let inside = sweep.moveListing(to: to)
      #expect(inside == 1 && sweep.listed == [0.25])
      let pair = sweep.resolve(1...1, inside: inside, ends: (from, to))
      #expect(pair?.0 == 0.25 && pair?.1 == 0.25)
      #expect(sweep.resolve(0...0, inside: inside, ends: (from, to)) == nil)
    }
  }

  @Test func answerAtAnEndIsInDoubt() throws {
    var sweep = SlopeSweep(times: [-1, 0, 1], values: [0, 1, 0.5])
    sweep.start(at: -0.25)
    let inside = sweep.moveListing(to: 0.5)
    let near = 0.25 + sweep.slack(at: 0.25) / 2
    #expect(sweep.resolve(1...1, inside: inside, ends: (-0.25, near)) == nil)
    #expect(sweep.resolve(1...1, inside: inside, ends: (0.25, 0.5)) == nil)
    #expect(sweep.resolve(1...1, inside: inside, ends: (-0.25, 0.25 + 1e-12)) != nil)
  }

  @Test func pointsOnALineGiveTheLine() throws {
    for count in [12, 240, 400] {
      let months = MadeUp.months(count)
      let fit = try TheilSen(
        MonthlySeries(months: months, values: months.map { 3 + 0.1 * ($0.time - 2001) }))
      expectClose(fit.slopePerYear, 0.1, relative: 1e-10)
      expectClose(fit.interceptJoint, 3 - 200.1, relative: 1e-10)
      expectClose(fit.interceptConover, 3 - 200.1, relative: 1e-10)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func twoThousandMonthsAreExactAndQuick() throws {
    let series = try MadeUp.series(2000, seed: 5, decimals: 10)
    let slopes = Self.allSlopes(series)
    let middle = (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
    #expect(try TheilSen(series).slopePerYear == 12 * middle)
  }

  @Test func shiftAndScalePassThrough() throws {
    let series = try MadeUp.series(200, seed: 3, gaps: 10)
    let fit = try TheilSen(series)
    // Powers of two leave no rounding.
    #expect(try TheilSen(series.mapValues { -4 * $0 }).slopePerYear == -4 * fit.slopePerYear)
    let moved = try TheilSen(series.mapValues { $0 + 3 })
    expectClose(moved.slopePerYear, fit.slopePerYear, relative: 1e-11)
    expectClose(moved.interceptJoint, fit.interceptJoint + 3, relative: 1e-11)
    let tilted = try MonthlySeries(
      months: series.months,
      values: zip(series.months, series.values).map { $1 + 0.25 * $0.time })
    expectClose(try TheilSen(tilted).slopePerYear, fit.slopePerYear + 0.25, relative: 1e-9)
  }

  @Test func extremeValuesAreRefusedOrFinite() throws {
    let series = try MadeUp.series(400, seed: 3)
    for scale in [1e-300, 1e-12, 1e100, 1e140] {
      let fit = try TheilSen(series.mapValues { $0 * scale })
      expectClose(fit.slopePerYear / scale, try TheilSen(series).slopePerYear, relative: 1e-9)
    }
    #expect(throws: FitRefusal.self) { try TheilSen(series.mapValues { $0 * 1e160 }) }
    let spike = try series.mapValues { $0 > 10 ? 1e149 : $0 }
    #expect(try TheilSen(spike).slopePerYear.isFinite)
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let short = try MadeUp.series(9, seed: 3)
    #expect(throws: FitRefusal(.tooShort, "9 values, a Theil-Sen line needs at least 10")) {
      try TheilSen(short)
    }
    let still = try MadeUp.series(20, seed: 3).mapValues { _ in 1 }
    #expect(throws: FitRefusal(.constant, "all 20 values are 1.0")) { try TheilSen(still) }
  }
}
