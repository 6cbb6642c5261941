// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods

/// What a measure takes away of what it works on: a normal number of the effect on paper and its
/// spread, cut off at 0 and 1, times a performance drawn evenly from its band.
struct EffectDistribution: Hashable, Sendable {
  /// The name of the measure, the label of its random stream.
  let id: String
  let effect: Double
  let spread: Double
  let performance: Band?

  init(_ step: MeasureStep) {
    id = step.id
    effect = min(max(step.effect, 0), 1)
    spread = step.spread
    performance = step.performance
  }

  /// Whether draws differ.
  var isUncertain: Bool {
    spread > 0 || performance.map { $0.low.value != $0.high.value } ?? false
  }

  private var performanceMean: Double {
    performance.map { ($0.low.value + $0.high.value) / 2 } ?? 1
  }

  private var performanceVariance: Double {
    guard let performance else { return 0 }
    let width = performance.high.value - performance.low.value
    return width * width / 12
  }

  /// The probabilities that the uncut normal number lies below 0 and below 1.
  private var ends: (Double, Double) {
    (StandardNormal.cdf(-effect / spread), StandardNormal.cdf((1 - effect) / spread))
  }

  /// The mean and variance of the cut normal number.
  ///
  /// Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 2nd edition, 1994,
  /// section 13.10.1.
  private var cutMoments: (mean: Double, variance: Double) {
    guard spread > 0 else { return (effect, 0) }
    let (low, high) = (-effect / spread, (1 - effect) / spread)
    let (below, above) = ends
    let mass = above - below
    let (atLow, atHigh) = (StandardNormal.density(low), StandardNormal.density(high))
    let shift = (atLow - atHigh) / mass
    let variance = 1 + (low * atLow - high * atHigh) / mass - shift * shift
    return (effect + spread * shift, spread * spread * max(0, variance))
  }

  /// The mean of the share taken away.
  var mean: Double { cutMoments.mean * performanceMean }

  /// Its variance.
  var variance: Double {
    let cut = cutMoments
    return cut.variance * (performanceVariance + performanceMean * performanceMean)
      + cut.mean * cut.mean * performanceVariance
  }

  /// Fills a buffer with draws of a block.
  ///
  /// - Parameters:
  ///   - draws: is filled.
  ///   - seed: the seed of the run.
  ///   - block: the number of the block.
  ///   - scratch: as long as `draws`.
  func fill(
    _ draws: UnsafeMutableBufferPointer<Double>, seed: UInt64, block: Int,
    scratch: UnsafeMutableBufferPointer<Double>
  ) {
    var stream = PhiloxStream(seed: seed, labels: ["measure", id], stream: UInt64(block))
    if spread > 0 {
      stream.fillUniforms(draws)
      let (below, above) = ends
      for place in draws.indices {
        let probability = below + draws[place] * (above - below)
        let z = StandardNormal.quantile(min(max(probability, 0x1p-1000), 1 - 0x1p-53))
        draws[place] = min(max(effect + spread * z, 0), 1)
      }
    } else {
      draws.update(repeating: effect)
    }
    guard let performance else { return }
    let width = performance.high.value - performance.low.value
    // A stream of its own, so that the effects are the same with and without a performance.
    var other = PhiloxStream(
      seed: seed, labels: ["performance", id], stream: UInt64(block))
    other.fillUniforms(scratch)
    for place in draws.indices {
      draws[place] *= performance.low.value + width * scratch[place]
    }
  }
}
