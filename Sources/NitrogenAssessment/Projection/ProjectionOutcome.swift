// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What the draws of a case say.
public struct ProjectionOutcome: Sendable {
  /// The quantiles of the reduction by year, at the first inventory error of the case.
  public let fan: [FanYear]
  /// The probabilities of each target of the case, one list for each inventory error.
  public let probabilities: [[TargetProbability]]
  /// What drives the uncertainty in each target year of the case, at the first inventory error.
  public let shares: [UncertaintyShares]
  /// How many draws were made; `nil` where the answer is in closed form.
  public let draws: Int?

  /// Makes an outcome.
  public init(
    fan: [FanYear], probabilities: [[TargetProbability]], shares: [UncertaintyShares], draws: Int?
  ) {
    self.fan = fan
    self.probabilities = probabilities
    self.shares = shares
    self.draws = draws
  }
}

/// Where the reduction of one year may lie.
public struct FanYear: Hashable, Sendable {
  /// The probabilities of the quantiles, ascending: the bounds of 95 % and 68 % and the median.
  public static let levels = [0.025, 0.16, 0.5, 0.84, 0.975]

  /// The year.
  public let year: Int
  /// The reductions, one for each of ``levels``, ascending.
  public let reductions: [Fraction]

  /// Makes a year of a fan.
  public init(year: Int, reductions: [Fraction]) {
    precondition(reductions.count == Self.levels.count, "a reduction for every level")
    self.year = year
    self.reductions = reductions
  }

  /// The median.
  public var median: Fraction { reductions[2] }
}

/// The probability that a target is reached.
public struct TargetProbability: Hashable, Sendable {
  /// The target year.
  public let year: Int
  /// P(r >= low edge).
  public let low: Double
  /// P(r >= high edge).
  public let high: Double
  /// The larger standard error of the two from the number of draws; 0 in closed form.
  public let standardError: Double

  /// Makes a probability.
  public init(year: Int, low: Double, high: Double, standardError: Double) {
    self.year = year
    self.low = low
    self.high = high
    self.standardError = standardError
  }
}

/// The shares of the variance of ln(E/B) in a year by where it comes from; they add up to 1, or are
/// all 0 where nothing is uncertain.
public struct UncertaintyShares: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The parameters of the trend.
  public let parameters: Double
  /// The year's own deviation.
  public let residual: Double
  /// The effects of measures.
  public let measures: Double
  /// The inventory.
  public let inventory: Double

  /// Makes shares.
  public init(
    year: Int, parameters: Double, residual: Double, measures: Double, inventory: Double
  ) {
    self.year = year
    self.parameters = parameters
    self.residual = residual
    self.measures = measures
    self.inventory = inventory
  }
}
