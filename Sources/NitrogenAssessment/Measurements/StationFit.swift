// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import TrendFitting

/// What the fit of one measured series says.
public struct StationFit: Sendable {
  /// The series.
  public let series: MeasurementSeries
  /// The model in words, such as `log, 2 harmonics, year effect (REML)`.
  public let model: String
  /// The months of the fit; empty where nothing could be fitted.
  public let months: [Month]
  /// Why there is no fit; `nil` where there is one.
  public let refusal: FitRefusal?
  /// Why there are no rank tests; `nil` where there are, or where none were asked for.
  public let testRefusal: FitRefusal?
  /// All figures by name, each name once, in order.
  public let values: [(name: String, value: Double)]
  /// Figures of which there are several under one name, such as one a month of the year.
  public let lists: [(name: String, values: [Double])]
  /// The coefficients with their covariance; `nil` for a nonlinear model or none.
  public let estimate: TrendEstimate?
  /// The fitted curve, a point a month from first to last.
  public let curve: [TrendCurvePoint]
  /// Measured against modelled; `nil` where nothing modelled was given.
  public let comparison: ModelComparison?
  /// What the reader must know.
  public let findings: [Finding]

  /// The figure of a name, or `nil` when there is none.
  ///
  /// - Parameter name: the name, as in the reference cases.
  /// - Returns: the figure.
  public func value(_ name: String) -> Double? { values.first { $0.name == name }?.value }

  /// Whether a model was fitted and passed its checks.
  public var converged: Bool { refusal == nil }
}

/// Measured against modelled at one station.
public struct ModelComparison: Sendable {
  /// Agreement of the values; `nil` where they cannot be compared.
  public let evaluation: ModelEvaluation?
  /// Difference of the trends; `nil` where one of them is missing.
  public let difference: TrendDifference?
  /// Why there is no comparison, or none of the trends.
  public let refusal: FitRefusal?
}

/// Many stations together.
public struct NetworkFit: Sendable {
  /// One fit a series, by station and quantity.
  public let stations: [StationFit]
  /// Slopes pooled by quantity.
  public let pooled: [PooledGroup]
  /// Slopes pooled by area and quantity, where stations stand for areas.
  public let areas: [PooledGroup]
  /// Probabilities of the slopes adjusted for their number (Benjamini-Hochberg), by series.
  public let adjusted: [Double?]
}

/// Slopes of several stations put together.
public struct PooledGroup: Sendable {
  /// From when on a target could be confirmed.
  public struct Detection: Hashable, Sendable {
    /// The target.
    public let target: FitRequest.Target
    /// The first year with 80 % power.
    public let year: Int
  }

  /// The quantity.
  public let quantity: MeasuredQuantity
  /// The area the stations stand for; `nil` for all stations.
  public let area: AreaCode?
  /// The stations.
  public let stations: [StationCode]
  /// The slope: of the only station, or pooled with random effects; `nil` where there is none.
  public let slope: Double?
  /// Its standard error.
  public let standardError: Double?
  /// Its two-sided probability.
  public let p: Double?
  /// The probability adjusted for the number of areas of the quantity (Benjamini-Hochberg).
  public var adjustedP: Double?
  /// The pooled slopes; `nil` for a single station or none.
  public let slopes: PooledSlopes?
  /// Stations of which nothing could be fitted.
  public let refused: [StationCode]
  /// The year from which the stations together could confirm each target at 80 % power; empty for
  /// models without a year effect.
  public let detection: [Detection]
  /// How many stations have a trend to be held against a modelled one.
  public let compared: Int
  /// Whether measured and modelled trends of the area agree; `nil` where nothing modelled was given.
  public let verdict: TrendDifference.Verdict?
}
