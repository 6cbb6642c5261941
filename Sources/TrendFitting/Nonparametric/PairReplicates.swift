// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Theil-Sen slopes of samples that draw whole points of a series.
///
/// A sample in which point i stands wᵢ times has every slope of the series wᵢwⱼ times, so its median
/// is a weighted median of slopes sorted once. A table of the pairs below the median of the series
/// gives the weight below it; from there a short walk along the sorted slopes ends at the median.
struct PairReplicates: Sendable {
  private let count: Int
  /// All slopes, per month, ascending, and the two points of each.
  private let slopes: [Double]
  private let points: [SIMD2<UInt16>]
  /// The number of slopes in ``isBelow``.
  private let split: Int
  /// By rows of ``lanes`` vectors: all bits set where the slope of (row, column) is below the split.
  private let isBelow: [SIMD8<UInt16>]
  private let lanes: Int

  /// Sorts the slopes of a series of at most 65,535 values: 12 bytes a pair, 4 in the table, and 16
  /// while sorting.
  init(_ series: MonthlySeries) {
    precondition(series.count <= 65_535, "a pairs bootstrap holds at most 65,535 values")
    let sweep = SlopeSweep(series)
    count = series.count
    var crossings: [Crossing] = []
    crossings.reserveCapacity(sweep.pairCount)
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        crossings.append(
          Crossing(slope: sweep.pairSlope(i, j), points: SIMD2(UInt16(i), UInt16(j))))
      }
    }
    crossings.sort { $0.slope < $1.slope }
    slopes = crossings.map(\.slope)
    points = crossings.map(\.points)
    split = crossings.count / 2
    lanes = (count + 7) / 8
    var table = [SIMD8<UInt16>](repeating: .zero, count: count * lanes)
    for crossing in crossings[..<split] {
      let column = Int(crossing.points.y)
      table[Int(crossing.points.x) * lanes + column / 8][column % 8] = .max
    }
    isBelow = table
  }

  private struct Crossing {
    let slope: Double
    let points: SIMD2<UInt16>
  }

  /// The median slopes, per month, of the numbered replicates.
  func slopes(_ replicates: Range<Int>, blocks: MovingBlocks, key: UInt64) -> [Double] {
    var weights = [SIMD8<UInt16>](repeating: .zero, count: lanes)
    var sums = weights
    return replicates.map { replicate in
      var random = PhiloxStream(key: key, stream: UInt64(replicate))
      return weights.withUnsafeMutableBytes { weightBytes in
        sums.withUnsafeMutableBufferPointer { sums in
          let weights = weightBytes.bindMemory(to: UInt16.self)
          var answer: Double?
          repeat {
            weights.update(repeating: 0)
            blocks.draw(&random) { source in weights[source] += 1 }
            answer = median(UnsafeBufferPointer(weights), sums: sums)
          } while answer == nil
          return answer ?? 0
        }
      }
    }
  }

  /// The median slope with these weights; `nil` where the sample is one point.
  private func median(
    _ weights: UnsafeBufferPointer<UInt16>, sums: UnsafeMutableBufferPointer<SIMD8<UInt16>>
  ) -> Double? {
    var (total, squares) = (0, 0)
    for index in 0..<count {
      let weight = Int(weights[index])
      total += weight
      squares += weight * weight
    }
    let pairs = (total * total - squares) / 2
    guard pairs > 0 else { return nil }
    let ranks = SlopeSweep.middle(of: pairs)
    return slopes.withUnsafeBufferPointer { slopes in
      points.withUnsafeBufferPointer { points in
        func weight(_ place: Int) -> Int {
          let pair = points[place]
          return Int(weights[Int(pair.x)]) * Int(weights[Int(pair.y)])
        }
        var below = weightBelowSplit(weights, sums: sums)
        var place = split
        while below > ranks.lowerBound {
          place -= 1
          below -= weight(place)
        }
        while below + weight(place) <= ranks.lowerBound {
          below += weight(place)
          place += 1
        }
        let lower = slopes[place]
        while below + weight(place) <= ranks.upperBound {
          below += weight(place)
          place += 1
        }
        return Selection.midpoint(lower, slopes[place])
      }
    }
  }

  /// Σ wᵢwⱼ over the pairs below the split; the sums of a column never pass the sample size.
  private func weightBelowSplit(
    _ weights: UnsafeBufferPointer<UInt16>, sums: UnsafeMutableBufferPointer<SIMD8<UInt16>>
  ) -> Int {
    sums.update(repeating: .zero)
    isBelow.withUnsafeBufferPointer { isBelow in
      for row in 0..<count where weights[row] > 0 {
        let weight = SIMD8<UInt16>(repeating: weights[row])
        let start = row * lanes
        for lane in (row / 8)..<lanes {
          sums[lane] = sums[lane] &+ (isBelow[start + lane] & weight)
        }
      }
    }
    var total = 0
    for lane in 0..<lanes {
      for place in 0..<8 where lane * 8 + place < count {
        total += Int(sums[lane][place]) * Int(weights[lane * 8 + place])
      }
    }
    return total
  }
}
