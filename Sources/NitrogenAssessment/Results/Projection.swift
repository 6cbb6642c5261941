// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How the years ahead follow from those that are known.
public enum ProjectionModel: String, CaseIterable, Hashable, Sendable {
  /// A straight line through ln E, least squares.
  case logLinear = "log-linear"
  /// The same, with outlying years weighed down (bisquare).
  case robust
  /// The same, with errors that follow those of the year before.
  case autoregressive = "ar1"
  /// The reductions of the plan, straight from one point to the next.
  case plan
  /// A monotone spline through the known years and the points of the plan.
  case steffen
  /// Nothing is projected: only targets whose year has passed have a probability.
  case none
}

/// Which measures a projection counts (EU reporting: with existing, with additional measures).
public enum MeasureSet: String, CaseIterable, Hashable, Sendable {
  /// Those that are secured (*vastgesteld beleid*).
  case existingMeasures
  /// All, planned and assumed ones too (*voorgenomen beleid*).
  case additionalMeasures
}

/// Where one series is heading, with the uncertainty of it.
public struct Projection: Sendable {
  /// The probabilities of all targets at one correlation between the inventory errors of two years.
  public struct AtCorrelation: Sendable {
    /// The correlation ρ.
    public let rho: Double
    /// Whether policy or the user gives this ρ; the others stand beside it to be compared.
    public let isGiven: Bool
    /// The probabilities by target year.
    public let targets: [TargetProbability]

    /// Makes the probabilities of a correlation.
    public init(rho: Double, isGiven: Bool, targets: [TargetProbability]) {
      self.rho = rho
      self.isGiven = isGiven
      self.targets = targets
    }
  }

  /// The straight line behind it.
  public struct Trend: Hashable, Sendable {
    /// The years it rests on.
    public let years: [Int]
    /// The change of ln E per year.
    public let slope: Double
    /// Its standard error.
    public let standardError: Double
    /// The standard deviation of a year around the line, on the scale of ln E.
    public let residual: Double
    /// The degrees of freedom.
    public let degreesOfFreedom: Double

    /// Makes a trend.
    public init(
      years: [Int], slope: Double, standardError: Double, residual: Double,
      degreesOfFreedom: Double
    ) {
      self.years = years
      self.slope = slope
      self.standardError = standardError
      self.residual = residual
      self.degreesOfFreedom = degreesOfFreedom
    }
  }

  /// A year at the point estimate, before anything is drawn.
  public struct CourseYear: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// ln(E/B) by the trend or plan alone, without measures.
    public let location: Double
    /// The share of the emission that the measures leave, at their effects on paper.
    public let factor: Double

    /// Makes a year of the course.
    public init(year: Int, location: Double, factor: Double) {
      self.year = year
      self.location = location
      self.factor = factor
    }
  }

  /// How the years ahead follow.
  public let model: ProjectionModel
  /// Which measures count.
  public let measureSet: MeasureSet
  /// The names of the measures that count here, in order; empty where there are none.
  public let measures: [String]
  /// What is to be known of measures and plan: what was left out and why.
  public let notes: [String]
  /// What ``notes`` say, in their order, for telling them in another language; may be empty.
  public let tellings: [Telling]
  /// The line behind it; `nil` for a plan, and where nothing is projected.
  public let trend: Trend?
  /// The 95 % half-width of the inventory's figure of a year, as a share of it.
  public let uncertainty: Fraction
  /// The probabilities, the given correlation first, then those shown beside it, ascending.
  public let probabilities: [AtCorrelation]
  /// The correlation of ``fan`` and ``shares``.
  public let fanCorrelation: Double
  /// The quantiles of the reduction from the first year after the latest known one on.
  public let fan: [FanYear]
  /// What drives the uncertainty, by target year.
  public let shares: [UncertaintyShares]
  /// How many draws were made; `nil` where the answer is in closed form.
  public let draws: Int?
  /// The point estimate by year, for explanations; may be empty.
  public let course: [CourseYear]

  /// Makes a projection.
  public init(
    model: ProjectionModel, measureSet: MeasureSet, measures: [String], notes: [String] = [],
    tellings: [Telling] = [], trend: Trend?, uncertainty: Fraction, probabilities: [AtCorrelation],
    fanCorrelation: Double,
    fan: [FanYear],
    shares: [UncertaintyShares], draws: Int?, course: [CourseYear] = []
  ) {
    self.model = model
    self.measureSet = measureSet
    self.measures = measures
    self.notes = notes
    self.tellings = tellings
    self.trend = trend
    self.uncertainty = uncertainty
    self.probabilities = probabilities
    self.fanCorrelation = fanCorrelation
    self.fan = fan
    self.shares = shares
    self.draws = draws
    self.course = course
  }

  /// The probability of a target at the given correlation; `nil` where none is given.
  public func probability(of year: Int) -> TargetProbability? {
    probabilities.first(where: \.isGiven)?.targets.first { $0.year == year }
  }
}

/// The zones of one dataset taken together: the probability that their sum reaches a target, errors
/// shared by zones counted as shared.
public struct JointProjection: Sendable {
  /// The name of the dataset.
  public let dataset: String
  /// The sector.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The areas taken together, by number.
  public let areas: [AreaCode]
  /// Areas of the dataset that have no projection of their own and are left out, by number.
  public let leftOut: [AreaCode]
  /// The correlation between two zones; `nil` where the dataset gives it pair by pair.
  public let zoneCorrelation: Double?
  /// The sum of the baselines, kg/yr; a source near two areas counts in both.
  public let baseline: EmissionRate
  /// Where the sum is heading.
  public let projection: Projection

  /// Makes a joint projection.
  public init(
    dataset: String, slice: SectorSlice, pollutant: Pollutant, areas: [AreaCode],
    leftOut: [AreaCode], zoneCorrelation: Double?, baseline: EmissionRate, projection: Projection
  ) {
    self.dataset = dataset
    self.slice = slice
    self.pollutant = pollutant
    self.areas = areas
    self.leftOut = leftOut
    self.zoneCorrelation = zoneCorrelation
    self.baseline = baseline
    self.projection = projection
  }
}
