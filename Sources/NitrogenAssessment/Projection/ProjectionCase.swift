// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What is known and unknown about ln(E(t)/B) of one series: what draws are made from.
///
/// With k the components of the trend, u, v and w standard normals, q = ν/χ²(ν) drawn once a draw and
/// F(t) the factor of the measures:
///
///     ln(E(t)/B) = location(t) + √q (Σₖ parameters[k](t) uₖ + residual(t) vₜ) + inventory w + ln F(t)
///
/// The reduction is 1 - E(t)/B.
public struct ProjectionCase: Sendable {
  /// The labels of its random stream, such as territory, sector and pollutant.
  public let labels: [String]
  /// The years, ascending.
  public let years: [Int]
  /// ln(E/B) at the point estimate without measures, by year.
  public let location: [Double]
  /// The loadings of the trend's components, by component and year, on the scale of ln E.
  public let parameters: [[Double]]
  /// The standard deviation of a year's own deviation from the trend, by year.
  public let residual: [Double]
  /// The degrees of freedom of the scale of ``parameters`` and ``residual``; `nil` where it is known.
  public let degreesOfFreedom: Double?
  /// The standard deviation of ln(E/B) that inventory error adds, one for each correlation shown; the
  /// first is that of the fan.
  public let inventory: [Double]
  /// The measures.
  public let measures: [MeasureStep]
  /// The targets whose probability is wanted.
  public let targets: [ProjectionTarget]

  /// Makes a case; every list by year has as many items as there are years.
  public init(
    labels: [String], years: [Int], location: [Double], parameters: [[Double]],
    residual: [Double], degreesOfFreedom: Double?, inventory: [Double], measures: [MeasureStep],
    targets: [ProjectionTarget]
  ) {
    precondition(
      location.count == years.count && residual.count == years.count
        && parameters.allSatisfy { $0.count == years.count }
        && measures.allSatisfy { $0.weights.count == years.count },
      "a value for every year")
    precondition(!inventory.isEmpty, "at least one inventory error")
    self.labels = labels
    self.years = years
    self.location = location
    self.parameters = parameters
    self.residual = residual
    self.degreesOfFreedom = degreesOfFreedom
    self.inventory = inventory
    self.measures = measures
    self.targets = targets
  }
}

/// A measure as it works on one series: in year t its effect x, drawn once a draw, takes away
/// weights(t) · x · performance of what it works on.
///
/// Measures of one group multiply; groups work on different emissions, so what they take away adds:
/// F = 1 - Σ over groups (1 - Π over members (1 - weight · x)). Members that work on one and the same
/// portion q of the series multiply within it, and leave 1 - q (1 - Π (1 - weight / q · x)) of the series.
public struct MeasureStep: Hashable, Sendable {
  /// The name; the draws of one measure are the same in every series it works on.
  public let id: String
  /// The effect on paper, 0 to 1.
  public let effect: Double
  /// Its standard deviation; 0 where it is taken as certain.
  public let spread: Double
  /// How much of it works on the series, by year: the share of the year times the share of the series
  /// that lies in its scope, 0 to 1.
  public let weights: [Double]
  /// Between which shares of the effect on paper the technique performs; `nil` for as on paper.
  public let performance: Band?
  /// The overlap group; `nil` for a group of its own.
  public let group: String?
  /// What it works on, where that is only a portion of the series.
  public let portion: Portion?

  /// A portion of a series, such as a ring of an area or a part of a sector.
  public struct Portion: Hashable, Sendable {
    /// What it is, the same for all measures that work on it.
    public let name: String
    /// Its share of the series, above 0 and up to 1; the weights hold it already.
    public let share: Double

    /// Makes a portion.
    public init(name: String, share: Double) {
      precondition(share > 0 && share <= 1, "a share above 0 and up to 1")
      self.name = name
      self.share = share
    }
  }

  /// Makes a step.
  public init(
    id: String, effect: Double, spread: Double, weights: [Double], performance: Band? = nil,
    group: String? = nil, portion: Portion? = nil
  ) {
    self.id = id
    self.effect = effect
    self.spread = spread
    self.weights = weights
    self.performance = performance
    self.group = group
    self.portion = portion
  }
}

/// A reduction whose probability is wanted.
public struct ProjectionTarget: Hashable, Sendable {
  /// The year, one of the years of the case.
  public let year: Int
  /// The reductions asked for.
  public let band: Band

  /// Makes a target.
  public init(year: Int, band: Band) {
    self.year = year
    self.band = band
  }
}
