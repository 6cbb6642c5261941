// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
public import NumericMethods
public import TrendFitting

/// How measured series are to be fitted.
public struct FitRequest: Sendable {
  /// The shape of the trend.
  public enum Model: String, CaseIterable, Hashable, Sendable {
    /// Straight on the scale of the fit, with harmonics and steps.
    case trend
    /// An exponential decline with two harmonics, on the linear scale.
    case decline
  }

  /// How the errors of months hang together.
  public enum Errors: String, CaseIterable, Hashable, Sendable {
    /// Not at all.
    case independent
    /// From month to month, with gaps kept.
    case ar1
    /// Through an effect that all months of a year share.
    case year
  }

  /// Which likelihood is maximised.
  public enum Estimator: String, CaseIterable, Hashable, Sendable {
    /// The restricted one.
    case reml
    /// The full one; with `ar1` errors only.
    case ml
  }

  /// A reduction of the trend level by a year.
  public struct Target: Hashable, Comparable, Sendable {
    /// The year.
    public let year: Int
    /// The reduction against the baseline year, as a fraction.
    public let reduction: Double

    /// Makes a target.
    public init(year: Int, reduction: Double) {
      self.year = year
      self.reduction = reduction
    }

    /// Its name in names of figures, such as `p23_2030`.
    public var name: String { TrendEstimate.targetName(reduction, year) }

    /// By year, then by reduction.
    public static func < (left: Target, right: Target) -> Bool {
      (left.year, left.reduction) < (right.year, right.reduction)
    }
  }

  /// The shape of the trend.
  public var model = Model.trend
  /// The scale of the fit.
  public var scale = TrendDesign.Scale.log
  /// How many harmonics of the year; fewer where the series has no months.
  public var harmonics = 2
  /// How the errors hang together.
  public var errors = Errors.year
  /// Which likelihood is maximised.
  public var estimator = Estimator.reml
  /// The weight function of a robust fit; `nil` for none.
  public var robust: RobustRegression.WeightFunction?
  /// The convention of standard errors of a fit weighted by uncertainties; `nil` for no weights.
  public var weights: StandardErrorConvention?
  /// Months from which on a new instrument measures, beside the ones the data declare.
  public var steps: [Month] = []
  /// Where x is zero, decimal years; `nil` for the middle of the baseline year.
  public var origin: Double?
  /// The first month that counts.
  public var from: Month?
  /// The last month that counts.
  public var to: Month?
  /// The year that changes count from.
  public var baselineYear = 0
  /// Reductions whose probability is asked for.
  public var targets: [Target] = []
  /// Variance of the log level per year beyond the data, added to projections; `nil` for none.
  public var drift: Double?
  /// Whether rank tests stand beside the model.
  public var tests = true
  /// How many block-bootstrap replicates of the Sen slope; 0 for none.
  public var bootstrap = 0
  /// The seed of the replicates.
  public var seed: UInt64 = 1
  /// A break to look for; `nil` for none.
  public var breakKind: BreakSearch.Kind?

  /// How errors hang together in a series of a step: one value a year has no effect beside it.
  func errors(for step: MeasurementPeriod.Step) -> Errors { step == .year ? .independent : errors }

  /// Makes a request for the default model: log scale, two harmonics, year effect.
  ///
  /// - Parameter baselineYear: the year that changes count from.
  public init(baselineYear: Int) {
    self.baselineYear = baselineYear
  }
}
