// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@testable import TrendFitting

@Suite struct SlopeBootstrapTests {
  static let shapes: [(count: Int, decimals: Double?, gaps: Int)] = [
    (12, nil, 0), (24, 1, 0), (60, nil, 5), (97, 10, 0), (120, 0.5, 4),
  ]

  /// The sources that replicate `number` draws.
  static func sources(_ series: MonthlySeries, length: Int, key: UInt64, number: Int) -> [Int] {
    var random = PhiloxStream(key: key, stream: UInt64(number))
    var sources: [Int] = []
    MovingBlocks(count: series.count, length: length).draw(&random) { sources.append($0) }
    return sources
  }

  /// The median of the slopes per month of all pairs at different times.
  static func median(_ times: [Double], _ values: [Double]) -> Double {
    var slopes: [Double] = []
    for i in times.indices {
      for j in times.indices where times[j] > times[i] {
        slopes.append((values[j] - values[i]) / (times[j] - times[i]))
      }
    }
    return Selection.median(slopes)
  }

  @Test(arguments: shapes)
  func pairReplicatesAreThoseOfAllPairs(shape: (count: Int, decimals: Double?, gaps: Int)) throws {
    let series = try MadeUp.series(shape.count, seed: 4, decimals: shape.decimals, gaps: shape.gaps)
    for length in [1, 4, series.count - 1] {
      let work = try SlopeReplicates(series, scheme: .pairs, blockLength: length, key: 9)
      let slopes = work.slopes(0..<25)
      for number in 0..<25 {
        let sources = Self.sources(series, length: length, key: 9, number: number)
        let expected = Self.median(
          sources.map { Double(series.months[$0].index) }, sources.map { series.values[$0] })
        #expect(slopes[number] == 12 * expected)
      }
    }
  }

  @Test(arguments: shapes)
  func residualReplicatesAreThoseOfAllPairs(
    shape: (count: Int, decimals: Double?, gaps: Int)
  ) throws {
    let series = try MadeUp.series(shape.count, seed: 4, decimals: shape.decimals, gaps: shape.gaps)
    var sweep = SlopeSweep(series)
    let middle = sweep.slopes(ranks: SlopeSweep.middle(of: sweep.pairCount))
    let slope = Selection.midpoint(middle.0, middle.1)
    let residuals = zip(series.values, sweep.times).map { $0 - slope * $1 }
    for length in [1, 4, series.count - 1] {
      let work = try SlopeReplicates(series, scheme: .residuals, blockLength: length, key: 9)
      let slopes = work.slopes(0..<25)
      for number in 0..<25 {
        let sources = Self.sources(series, length: length, key: 9, number: number)
        let expected = slope + Self.median(sweep.times, sources.map { residuals[$0] })
        #expect(slopes[number] == 12 * expected)
      }
    }
  }

  @Test(arguments: SlopeBootstrap.Scheme.allCases)
  func dividingTheWorkChangesNothing(scheme: SlopeBootstrap.Scheme) async throws {
    let series = try MadeUp.series(120, seed: 6, gaps: 8)
    let whole = try SlopeBootstrap(series, scheme: scheme, replicates: 200, key: 3)
    let work = try SlopeReplicates(series, scheme: scheme, key: 3)
    var parts = [[Double]](repeating: [], count: 5)
    await withTaskGroup(of: (Int, [Double]).self) { group in
      for part in 0..<5 {
        group.addTask { (part, work.slopes((part * 40)..<(part * 40 + 40))) }
      }
      for await (part, slopes) in group { parts[part] = slopes }
    }
    #expect(SlopeBootstrap(work, slopes: parts.flatMap { $0 }) == whole)
    #expect(try SlopeBootstrap(series, scheme: scheme, replicates: 200, key: 4) != whole)
  }

  /// openair 2.18.2.9005 `TheilSen`, B = 599, `autocor = TRUE` and `FALSE` (block length 1), quoted
  /// in the reference case: the ends of the interval, within what other random numbers change.
  @Test(
    .enabled(if: TrendReference.isPresent),
    arguments: [
      ("trend_nottem", nil, -0.202046057030163, 0.314761035641329, 0.05),
      ("trend_nottem", 1, -0.0790043290043291, 0.222613183204316, 0.03),
      ("trend_mydata_nox", nil, -13.3376334086567, -3.56683209955632, 1.0),
      ("trend_mydata_nox", 1, -11.5051486655849, -5.3489697609598, 0.7),
    ] as [(String, Int?, Double, Double, Double)])
  func intervalIsNearThatOfOpenair(
    id: String, length: Int?, low: Double, high: Double, tolerance: Double
  ) throws {
    let series = try TrendReference(id).series()
    let bootstrap = try SlopeBootstrap(series, replicates: 4000, blockLength: length, key: 1)
    let interval = bootstrap.interval()
    expectClose(interval.lowerBound, low, relative: 0, absolute: tolerance)
    expectClose(interval.upperBound, high, relative: 0, absolute: tolerance)
  }

  @Test func summariesFollowTheirDefinitions() throws {
    let series = try MadeUp.series(60, seed: 2)
    let work = try SlopeReplicates(series, scheme: .pairs, key: 1)
    var slopes = (1...200).map { Double($0) - 20.5 }
    slopes[19] = 0
    let bootstrap = SlopeBootstrap(work, slopes: slopes.reversed())
    #expect(bootstrap.interval(confidence: 0.9) == -9.5...169.5)
    #expect(bootstrap.pTwoSided == 2 * 19.5 / 200)
    #expect(SlopeReplicates.blockLength(count: 240) == 6)
    #expect(SlopeReplicates.blockLength(count: 87) == 4)
    #expect(SlopeReplicates.blockLength(count: 10) == 2)
  }

  @Test func neighboursWidenTheInterval() throws {
    let series = try MadeUp.series(240, seed: 30)
    let single = try SlopeBootstrap(series, replicates: 500, blockLength: 1, key: 1)
    for scheme in SlopeBootstrap.Scheme.allCases {
      let blocks = try SlopeBootstrap(
        series, scheme: scheme, replicates: 500, blockLength: 12, key: 1)
      #expect(blocks.standardError > 1.1 * single.standardError)
    }
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let series = try MadeUp.series(20, seed: 2)
    #expect(
      throws: FitRefusal(.tooShort, "20 values, a block of 21 needs at least as many")
    ) { try SlopeReplicates(series, scheme: .pairs, blockLength: 21, key: 1) }
    let still = try series.mapValues { _ in 1 }
    #expect(throws: FitRefusal(.constant, "all 20 values are 1.0")) {
      try SlopeBootstrap(still, key: 1)
    }
  }
}
