// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Theil-Sen slopes of samples that keep the months and draw the residuals of a series.
///
/// The residuals' ranks are known beforehand, so a sample is sorted by counting; its pairs that fall
/// are counted with a tree of sums (Fenwick, Software: Practice and Experience 24 (1994) 327), and
/// a ``SlopeSweep`` moves from slope 0 to the median.
struct ResidualReplicates: Sendable {
  /// The slope of the series, per month; the samples scatter round it.
  private let slope: Double
  private let times: [Double]
  private let residuals: [Double]
  /// Of every residual, its rank among the distinct ones.
  private let ranks: [Int32]
  private let rankCount: Int
  /// Roughly the difference of slope between neighbouring ranks of pairs near the median.
  private let spacing: Double

  /// Takes the residuals from the Theil-Sen line of a series.
  init(_ series: MonthlySeries) {
    var sweep = SlopeSweep(series)
    let pairs = sweep.pairCount
    let middle = sweep.slopes(ranks: SlopeSweep.middle(of: pairs))
    let slope = Selection.midpoint(middle.0, middle.1)
    self.slope = slope
    times = sweep.times
    residuals = zip(series.values, sweep.times).map { $0 - slope * $1 }
    let distinct = Set(residuals).sorted()
    var rankOf: [Double: Int32] = [:]
    for (rank, residual) in distinct.enumerated() { rankOf[residual] = Int32(rank) }
    ranks = residuals.map { rankOf[$0] ?? 0 }
    rankCount = distinct.count
    let (low, high) = (pairs / 2 - pairs / 16, pairs / 2 + pairs / 16)
    let span = sweep.slopes(ranks: high...high).0 - sweep.slopes(ranks: low...low).0
    spacing = span / Double(max(high - low, 1))
  }

  /// The median slopes, per month, of the numbered replicates.
  func slopes(_ replicates: Range<Int>, blocks: MovingBlocks, key: UInt64) -> [Double] {
    var sweep = SlopeSweep(times: times, values: residuals)
    let middle = SlopeSweep.middle(of: sweep.pairCount)
    var sources = [Int32](repeating: 0, count: times.count)
    var tally = [Int32](repeating: 0, count: rankCount + 1)
    return replicates.map { replicate in
      var random = PhiloxStream(key: key, stream: UInt64(replicate))
      var place = 0
      blocks.draw(&random) { source in
        sources[place] = Int32(truncatingIfNeeded: source)
        place += 1
      }
      sweep.startAtZero { values, order, keys in
        fill(sources, tally: &tally, values: values, order: order, keys: keys)
      }
      let answer = sweep.nearbySlopes(ranks: middle, spacing: spacing)
      return slope + Selection.midpoint(answer.0, answer.1)
    }
  }

  /// Writes a sample in order of time and of value, and counts its pairs that fall.
  private func fill(
    _ sources: [Int32], tally: inout [Int32], values: UnsafeMutablePointer<Double>,
    order: UnsafeMutablePointer<Int32>, keys: UnsafeMutablePointer<Double>
  ) -> Int {
    var falls = 0
    tally.withUnsafeMutableBufferPointer { tally in
      // Tree of how often every rank stood among the points seen so far.
      tally.update(repeating: 0)
      for point in 0..<sources.count {
        let source = Int(sources[point])
        values[point] = residuals[source]
        let rank = Int(ranks[source])
        var atMost = 0
        var node = rank + 1
        while node > 0 {
          atMost &+= Int(tally[node])
          node &= node &- 1
        }
        falls &+= point &- atMost
        node = rank + 1
        while node <= rankCount {
          tally[node] &+= 1
          node &+= node & (0 &- node)
        }
      }
      // Counting sort: first where every rank begins, then the points in order of time.
      tally.update(repeating: 0)
      for source in sources { tally[Int(ranks[Int(source)]) + 1] &+= 1 }
      for rank in 1..<max(tally.count, 1) { tally[rank] &+= tally[rank - 1] }
      for point in 0..<sources.count {
        let rank = Int(ranks[Int(sources[point])])
        let place = Int(tally[rank])
        tally[rank] &+= 1
        order[place] = Int32(truncatingIfNeeded: point)
        keys[place] = values[point]
      }
    }
    return falls
  }
}
