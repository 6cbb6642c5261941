// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of ln(E/B) in one year, from which quantiles follow without keeping the draws.
///
/// The number z of spreads from the centre falls in a bin of u = z/(1 + |z|), which takes the whole
/// line to -1 to 1: bins are narrow in the middle and none is ever full. Counts are whole numbers, so
/// that parts add up to the same in any order.
struct LogHistogram: Sendable {
  /// How many bins: a bin in the middle is 1/2048 of a spread wide, one at 2 spreads 9/2048.
  static let bins = 4096
  /// The smallest spread: of a year without any, all draws fall in the middle.
  static let leastSpread = 1e-9

  let centre: Double
  let spread: Double
  private(set) var counts: [UInt32]

  init(centre: Double, spread: Double) {
    self.centre = centre
    self.spread = max(spread, Self.leastSpread)
    counts = [UInt32](repeating: 0, count: Self.bins)
  }

  /// Counts the numbers of a row plus a multiple of another, finite ones.
  mutating func add(
    _ row: UnsafeMutableBufferPointer<Double>, plus factor: Double,
    times other: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(other.count == row.count, "rows of one length")
    let (centre, unit) = (centre, 1 / spread)
    let half = Double(Self.bins) / 2
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: row.count) { places in
      for place in 0..<row.count {
        let z = (row[place] + factor * other[place] - centre) * unit
        // At most -half...half, so the whole part is a bin or one beyond the last.
        places[place] = Int32(z / (1 + abs(z)) * half + half)
      }
      counts.withUnsafeMutableBufferPointer { counts in
        for place in 0..<row.count {
          counts[min(Int(places[place]), Self.bins - 1)] &+= 1
        }
      }
    }
  }

  /// Adds the counts of another histogram of the same centre and spread.
  mutating func merge(_ other: LogHistogram) {
    for bin in counts.indices { counts[bin] &+= other.counts[bin] }
  }

  /// The quantiles of ascending probabilities, linear within a bin.
  func quantiles(_ probabilities: [Double]) -> [Double] {
    counts.withUnsafeBufferPointer { counts in
      var total = 0
      for count in counts { total &+= Int(count) }
      var (bin, below) = (0, 0)
      return probabilities.map { probability in
        let wanted = probability * Double(total)
        while bin < Self.bins - 1, Double(below + Int(counts[bin])) < wanted {
          below += Int(counts[bin])
          bin += 1
        }
        let inside = counts[bin] > 0 ? (wanted - Double(below)) / Double(counts[bin]) : 0.5
        return value(at: (Double(bin) + min(max(inside, 0), 1)) / Double(Self.bins) * 2 - 1)
      }
    }
  }

  private func value(at u: Double) -> Double {
    // Half a bin from the ends, beyond which lies the rest of the line.
    let limit = 1 - 1 / Double(Self.bins)
    let u = min(max(u, -limit), limit)
    return centre + spread * u / (1 - abs(u))
  }
}
