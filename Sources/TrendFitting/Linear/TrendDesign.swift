// SPDX-License-Identifier: GPL-3.0-or-later

/// What a linear trend model consists of, without the errors:
/// f(yₜ) = a + b x + Σₖ (cₖ cos 2πkt + sₖ sin 2πkt) + steps + covariates, with x = t − origin in years
/// and f the logarithm or nothing.
///
/// t is the middle of the month, ``Month/time``. The columns bear the names `(Intercept)`, `x`, `c1`,
/// `s1`, `c2`, ..., then those of the steps and the covariates.
public struct TrendDesign: Hashable, Sendable {
  /// The scale on which the model is linear.
  public enum Scale: String, CaseIterable, Hashable, Sendable {
    /// In the unit of the series; b is a change per year in that unit.
    case linear
    /// The natural logarithm of the values; b is a relative change per year.
    case log
  }

  /// The scale on which the model is linear.
  public var scale: Scale
  /// The decimal year at which x = 0 and of which the intercept is the level.
  public var origin: Double
  /// The number of harmonics of the year, 0 to 5.
  public var harmonics: Int
  /// Changes of level on known dates, such as of an instrument.
  public var steps: [DeclaredStep]
  /// Other known influences, such as weather.
  public var covariates: [Covariate]

  /// Makes a design; without more said the default one: logarithms and two harmonics.
  ///
  /// - Parameters:
  ///   - origin: the decimal year at which x = 0.
  ///   - scale: the scale on which the model is linear.
  ///   - harmonics: the number of harmonics, 0 to 5. The sixth has no cosine in the middle of months.
  ///   - steps: changes of level on known dates.
  ///   - covariates: other known influences.
  public init(
    origin: Double, scale: Scale = .log, harmonics: Int = 2, steps: [DeclaredStep] = [],
    covariates: [Covariate] = []
  ) {
    precondition((0...5).contains(harmonics), "0 to 5 harmonics of the year")
    precondition(origin.isFinite, "an origin in decimal years")
    self.origin = origin
    self.scale = scale
    self.harmonics = harmonics
    self.steps = steps
    self.covariates = covariates
  }

  /// The names of the columns in order.
  public var names: [String] {
    ["(Intercept)", "x"] + (0..<harmonics).flatMap { ["c\($0 + 1)", "s\($0 + 1)"] }
      + steps.map(\.name) + covariates.map(\.name)
  }
}

/// A change of level from a known month on.
public struct DeclaredStep: Hashable, Sendable {
  /// The name of its coefficient.
  public let name: String
  /// The first month at the new level.
  public let from: Month

  /// Makes a step.
  public init(name: String, from: Month) {
    self.name = name
    self.from = from
  }
}

/// A known influence with a value a month.
public struct Covariate: Hashable, Sendable {
  /// The name of its coefficient.
  public let name: String
  /// Its values, in any unit. A month of the series without one is left out of the fit.
  public let values: [Month: Double]

  /// Makes a covariate; every value must be finite.
  public init(name: String, values: [Month: Double]) {
    precondition(values.values.allSatisfy(\.isFinite), "a covariate has finite values")
    self.name = name
    self.values = values
  }
}
