// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws what a case leaves open.
///
/// The random stream of a block of draws is keyed by the seed, the labels of the case and the number of
/// the block, that of a measure by the measure: the answer to a case depends neither on the other
/// cases nor on their order, and not on the number of threads. Memory does not grow with the number of
/// draws.
public struct ProjectionSampler: Sendable {
  /// When a case is drawn.
  public enum Drawing: Hashable, Sendable {
    /// Where its answer has no closed form.
    case whereNeeded
    /// Always, for tests and comparisons.
    case always
  }

  /// How many draws to make.
  public let draws: Int
  /// The seed of the run.
  public let seed: UInt64
  private let scales = ScaleCache()

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

  /// The outcome of one case: in closed form where there is one, else by drawing.
  ///
  /// There is one as long as every measure is certain: ln(E/B) is then a normal number, one of
  /// Student's t, or the sum of both.
  ///
  /// - Parameters:
  ///   - one: the case.
  ///   - drawing: whether to draw although there is a closed form.
  /// - Returns: the outcome.
  public func outcome(
    of one: ProjectionCase, drawing: Drawing = .whereNeeded
  ) -> ProjectionOutcome {
    let prepared = PreparedCase(one)
    let shares = one.targets.map { target in
      prepared.variance(prepared.place(of: target)).shares(of: target.year)
    }
    if drawing == .whereNeeded && prepared.hasClosedForm {
      let closed = ClosedForm(prepared)
      return ProjectionOutcome(
        fan: closed.fan, probabilities: closed.probabilities, shares: shares, draws: nil)
    }
    let tally = CaseDrawing(prepared, seed: seed, scales: scales).tally(draws: draws)
    return ProjectionOutcome(
      fan: tally.fan(one.years), probabilities: tally.probabilities, shares: shares, draws: draws)
  }

  /// The outcomes of many cases, in their order, on several threads.
  ///
  /// - Parameters:
  ///   - cases: the cases.
  ///   - threads: how many threads to use, at least 1.
  ///   - drawing: whether to draw although there is a closed form.
  /// - Returns: the outcome of each case, the same for any number of threads.
  public func outcomes(
    of cases: [ProjectionCase], threads: Int, drawing: Drawing = .whereNeeded
  ) -> [ProjectionOutcome] {
    ParallelMap.map(count: cases.count, threads: threads) { number in
      outcome(of: cases[number], drawing: drawing)
    }
  }
}
