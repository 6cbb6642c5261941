// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// A bootstrap of the Theil-Sen slope by moving blocks, for values that depend on their neighbours.
///
/// Every replicate draws blocks of neighbouring values, with replacement, until as many are drawn as
/// the series has, and takes the exact Theil-Sen slope. Blocks run over the values that are there;
/// a gap between two values is no reason to part them. Replicate r draws from its own stream, so the
/// result does not depend on threads nor on how the work is divided.
///
/// Künsch, Annals of Statistics 17 (1989) 1217; block length n^(1/3) and the p-value as in Wilcox,
/// Introduction to robust estimation (2012), and in `TheilSen` of openair.
public struct SlopeBootstrap: Hashable, Sendable {
  /// What is drawn.
  public enum Scheme: String, CaseIterable, Hashable, Sendable {
    /// Months with their values; months recur and are missing in a sample (as openair does).
    case pairs
    /// The residuals from the Theil-Sen line, put on the months as they are.
    case residuals
  }

  /// The Theil-Sen slope of the series, in its unit per year.
  public let slopePerYear: Double
  /// What was drawn.
  public let scheme: Scheme
  /// The number of neighbouring values in a block.
  public let blockLength: Int
  /// The slopes of the replicates in their order, in the unit of the series per year.
  public let slopes: [Double]

  /// Runs all replicates.
  ///
  /// - Parameters:
  ///   - series: monthly values, without season.
  ///   - scheme: what to draw.
  ///   - replicates: their number, at least 100.
  ///   - blockLength: at least 1; `nil` is ``SlopeReplicates/blockLength(count:)``.
  ///   - key: of the random streams, such as `PhiloxStream.key` of a stream with
  ///     labels.
  /// - Throws: ``FitRefusal`` as ``SlopeReplicates`` does.
  public init(
    _ series: MonthlySeries, scheme: Scheme = .pairs, replicates: Int = 1000,
    blockLength: Int? = nil, key: UInt64
  ) throws(FitRefusal) {
    precondition(replicates >= 100, "an interval needs 100 replicates")
    let work = try SlopeReplicates(series, scheme: scheme, blockLength: blockLength, key: key)
    self.init(work, slopes: work.slopes(0..<replicates))
  }

  /// Joins replicates that were run apart.
  ///
  /// - Parameters:
  ///   - work: what ran them.
  ///   - slopes: those of replicates 0, 1, 2 ... in order, at least 100.
  public init(_ work: SlopeReplicates, slopes: [Double]) {
    precondition(slopes.count >= 100, "an interval needs 100 replicates")
    self.slopePerYear = work.slopePerYear
    self.scheme = work.scheme
    self.blockLength = work.blocks.length
    self.slopes = slopes
  }

  /// The standard deviation of the replicates, in the unit of the series per year.
  public var standardError: Double {
    let mean = slopes.reduce(0, +) / Double(slopes.count)
    let sum = slopes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(slopes.count - 1)).squareRoot()
  }

  /// The percentile interval: of B sorted slopes those of rank ⌊αB/2⌉ + 1 and B − ⌊αB/2⌉, from 1.
  ///
  /// - Parameter confidence: 1 − α, above 0 and below 1.
  /// - Returns: the ends, in the unit of the series per year.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    var sorted = slopes
    sorted.sort()
    let half = (1 - confidence) / 2 * Double(slopes.count)
    let cut = min(Int(half.rounded(.toNearestOrEven)), (slopes.count - 1) / 2)
    return sorted[cut]...sorted[slopes.count - 1 - cut]
  }

  /// Twice the smaller share of replicates on one side of 0, those at 0 counting half on each; at
  /// least 1/(B + 1) for B replicates, since so many cannot show less.
  public var pTwoSided: Double {
    let under = slopes.reduce(0.0) { $0 + ($1 < 0 ? 1 : $1 == 0 ? 0.5 : 0) }
    let share = under / Double(slopes.count)
    return max(1 / Double(slopes.count + 1), 2 * min(share, 1 - share))
  }

  /// The results by name, the interval with 95 % confidence.
  public func namedValues() -> [(String, Double)] {
    let interval = interval()
    return [
      ("bootstrap_slope_per_year", slopePerYear), ("bootstrap_se", standardError),
      ("bootstrap_ci95_low", interval.lowerBound), ("bootstrap_ci95_high", interval.upperBound),
      ("bootstrap_p_two_sided", pTwoSided), ("bootstrap_block_length", Double(blockLength)),
    ]
  }
}

/// A bootstrap made ready, of which any range of replicates can be run on any thread.
public struct SlopeReplicates: Sendable {
  /// The Theil-Sen slope of the series, in its unit per year.
  public let slopePerYear: Double
  /// What is drawn.
  public let scheme: SlopeBootstrap.Scheme
  /// The key of the random streams; replicate r draws from stream r.
  public let key: UInt64
  let blocks: MovingBlocks
  private let engine: Engine

  private enum Engine: Sendable {
    case pairs(PairReplicates)
    case residuals(ResidualReplicates)
  }

  /// Sorts what every replicate needs; `pairs` keeps all pairs of values, 16 bytes each, and takes as
  /// much again while it sorts.
  ///
  /// - Parameters:
  ///   - series: monthly values, without season.
  ///   - scheme: what to draw.
  ///   - blockLength: 1 to the number of values; `nil` is ``blockLength(count:)``.
  ///   - key: of the random streams.
  /// - Throws: ``FitRefusal`` as ``TheilSen`` does, and `tooShort` for a block longer than the
  ///   series.
  public init(
    _ series: MonthlySeries, scheme: SlopeBootstrap.Scheme, blockLength: Int? = nil, key: UInt64
  ) throws(FitRefusal) {
    let length = blockLength ?? Self.blockLength(count: series.count)
    precondition(length >= 1, "a block has at least one value")
    slopePerYear = try TheilSen(series).slopePerYear
    guard length <= series.count else {
      throw FitRefusal(
        .tooShort, "\(series.count) values, a block of \(length) needs at least as many")
    }
    self.scheme = scheme
    self.key = key
    blocks = MovingBlocks(count: series.count, length: length)
    switch scheme {
    case .pairs: engine = .pairs(PairReplicates(series))
    case .residuals: engine = .residuals(ResidualReplicates(series))
    }
  }

  /// n^(1/3), rounded.
  public static func blockLength(count: Int) -> Int {
    var length = 1
    // (length + 1/2)³ ≤ n, in whole numbers.
    while (2 * length + 1) * (2 * length + 1) * (2 * length + 1) <= 8 * count { length += 1 }
    return length
  }

  /// The slopes of the numbered replicates, in the unit of the series per year.
  public func slopes(_ replicates: Range<Int>) -> [Double] {
    precondition(replicates.lowerBound >= 0, "replicates are numbered from 0")
    let slopes =
      switch engine {
      case .pairs(let engine): engine.slopes(replicates, blocks: blocks, key: key)
      case .residuals(let engine): engine.slopes(replicates, blocks: blocks, key: key)
      }
    return slopes.map { 12 * $0 }
  }
}

/// Draws indices in blocks of neighbours, each block equally likely, the last one cut off.
struct MovingBlocks: Hashable, Sendable {
  /// How many indices there are, and are drawn.
  let count: Int
  /// Of one block.
  let length: Int

  /// Hands over one sample, index by index.
  @inline(__always)
  func draw(_ random: inout PhiloxStream, _ take: (Int) -> Void) {
    var left = count
    while left > 0 {
      let start = random.integer(below: count - length + 1)
      for index in start..<(start + min(length, left)) { take(index) }
      left -= length
    }
  }
}
