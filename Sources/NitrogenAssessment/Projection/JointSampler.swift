// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import NumericMethods
import Synchronization

/// Draws the sum of several cases, E(t) = Σ Bᵢ exp(xᵢ(t)), whose errors hang together.
///
/// Every normal number of a case, that of the scale of its trend too, is correlated with the same
/// number of every other case. What a measure does is drawn once for all cases it works on. The cases
/// are taken in the order of their labels and blocks of draws are counted in whole numbers, so that
/// neither the order of the cases nor the number of threads changes anything; memory grows with the
/// number of cases only.
public struct JointSampler: Sendable {
  /// How many draws to make.
  public let draws: Int
  /// The seed of the run.
  public let seed: UInt64

  /// Makes a sampler.
  ///
  /// - Parameters:
  ///   - draws: how many draws to make, at least 1.
  ///   - seed: the seed of the run.
  public init(draws: Int, seed: UInt64) {
    precondition(draws > 0, "at least one draw")
    self.draws = draws
    self.seed = seed
  }

  /// The outcome of the sum of cases.
  ///
  /// - Parameters:
  ///   - cases: the cases; their years and numbers of inventory errors agree, their labels differ.
  ///   - labels: the labels of what they share, such as dataset, sector and pollutant.
  ///   - correlation: between cases.
  ///   - targets: the reductions of the sum whose probability is wanted; their years are among those of
  ///     the cases.
  ///   - threads: how many threads to use, at least 1.
  /// - Returns: the outcome.
  /// - Throws: ``JointError`` where the cases or the correlation do not fit together.
  public func outcome(
    of cases: [JointCase], labels: [String], correlation: JointCorrelation,
    targets: [ProjectionTarget], threads: Int = 1
  ) throws(JointError) -> ProjectionOutcome {
    let joint = try PreparedJoint(
      cases, labels: labels, correlation: correlation, targets: targets, seed: seed)
    let blocks = DrawStreams.count(draws: draws)
    let workers = max(1, min(threads, blocks))
    let next = Atomic(0)
    let total = Mutex<DrawTally>(joint.emptyTally)
    let draws = draws
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let drawing = JointDrawing(joint)
      var tally = joint.emptyTally
      while true {
        let block = next.add(1, ordering: .relaxed).oldValue
        guard block < blocks else { break }
        drawing.add(block, DrawStreams.length(of: block, draws: draws), to: &tally)
      }
      let part = tally
      total.withLock { $0.merge(part) }
    }
    let tally = total.withLock { $0 }
    return ProjectionOutcome(
      fan: tally.fan(joint.years), probabilities: tally.probabilities,
      shares: targets.map { target in
        let year = joint.years.firstIndex(of: target.year) ?? 0
        return joint.variance(year).shares(of: target.year)
      },
      draws: draws)
  }
}
