// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How one territory, sector and pollutant stands against its baseline, path and targets
/// (*toetsing*).
public struct Assessment: Sendable {
  /// What it is about.
  public let territory: Territory
  /// The name of the dataset it comes from; `nil` for the nation.
  public let dataset: String?
  /// How close to the publisher its figures are.
  public let grade: SourceGrade
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The sector boundary.
  public let boundary: BoundaryID
  /// Whether it is shown beside the official figures and never flags.
  public let isShadow: Bool
  /// What is not known of the years that verdicts rest on (of all years where there are none), by
  /// name; empty when those figures are whole.
  public let missing: [String]
  /// The emission of the baseline year; `nil` when it cannot be had.
  public let baseline: Baseline?
  /// The emissions by year, with the reduction reached where it is defined.
  public let series: [AssessedYear]
  /// The corridor by year; empty where no target applies.
  public let path: [PathYear]
  /// The targets that apply, by year.
  public let targets: [Target]
  /// One verdict a target, by year; one undetermined verdict where policy is silent.
  public let verdicts: [Verdict]
  /// What is left to do, by target year; empty where it cannot be said.
  public let remainingGap: [TargetGap]
  /// How fast it went and has to go.
  public let pace: Pace
  /// Where it is heading: secured measures only, then all planned ones where there are any; empty
  /// where nothing can be said.
  public let projections: [Projection]
  /// Why there is no projection; `nil` where there is one, and where no target applies.
  public let noProjection: Reason?
  /// The keys of the policy records that the figures above depend on, in order.
  public let policyKeys: [PolicyKey]
  /// Whether its figures are known and held back: too few farms stand behind them, or they would tell
  /// of others behind which too few stand.
  public let isWithheld: Bool

  /// Makes an assessment.
  public init(
    territory: Territory, dataset: String?, grade: SourceGrade, slice: SectorSlice,
    pollutant: Pollutant, boundary: BoundaryID, isShadow: Bool, missing: [String],
    baseline: Baseline?, series: [AssessedYear], path: [PathYear], targets: [Target],
    verdicts: [Verdict], remainingGap: [TargetGap], pace: Pace, projections: [Projection] = [],
    noProjection: Reason? = nil, policyKeys: [PolicyKey], isWithheld: Bool = false
  ) {
    self.territory = territory
    self.dataset = dataset
    self.grade = grade
    self.slice = slice
    self.pollutant = pollutant
    self.boundary = boundary
    self.isShadow = isShadow
    self.missing = missing
    self.baseline = baseline
    self.series = series
    self.path = path
    self.targets = targets
    self.verdicts = verdicts
    self.remainingGap = remainingGap
    self.pace = pace
    self.projections = projections
    self.noProjection = noProjection
    self.policyKeys = policyKeys
    self.isWithheld = isWithheld
  }

  /// Whether every cell and component of the years that verdicts rest on is known.
  public var isComplete: Bool { missing.isEmpty }

  /// The verdict of a target year, or `nil` when there is none.
  public func verdict(for year: Int) -> Verdict? { verdicts.first { $0.target == year } }
}

/// A year of a series with the reduction reached in it.
public struct AssessedYear: Sendable {
  /// The emission of the year.
  public let point: SeriesPoint
  /// 1 - E/B; `nil` when the baseline or the year is not known in full, or the baseline is zero.
  public let reduction: Fraction?

  /// Makes a year.
  public init(point: SeriesPoint, reduction: Fraction?) {
    self.point = point
    self.reduction = reduction
  }
}

/// The corridor in a year.
public struct PathYear: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The reduction asked for.
  public let band: Band

  /// Makes a year of the corridor.
  public init(year: Int, band: Band) {
    self.year = year
    self.band = band
  }
}

/// A reduction asked for by a year, with the record of policy that asks for it.
public struct Target: Sendable {
  /// The year by which.
  public let year: Int
  /// The reduction against the baseline.
  public let band: Band
  /// How binding it is for this territory.
  public let kind: TargetKind
  /// The policy record.
  public let entry: PolicyEntry

  /// Makes a target.
  public init(year: Int, band: Band, kind: TargetKind, entry: PolicyEntry) {
    self.year = year
    self.band = band
    self.kind = kind
    self.entry = entry
  }
}

/// What is left to do for a target, at both edges of its band.
public struct TargetGap: Sendable {
  /// The target year.
  public let target: Int
  /// To the low edge.
  public let low: RemainingGap
  /// To the high edge.
  public let high: RemainingGap

  /// Makes a gap.
  public init(target: Int, low: RemainingGap, high: RemainingGap) {
    self.target = target
    self.low = low
    self.high = high
  }
}

/// How fast the reduction went and how fast it has to go, in fractions of the baseline per year.
public struct Pace: Sendable {
  /// A straight line through the reductions of the stated years.
  public struct Fit: Hashable, Sendable {
    /// The slope, fraction of the baseline per year.
    public let slope: Double
    /// Its standard error, scaled by the residuals.
    public let standardError: Double
    /// How many years it rests on.
    public let years: Int

    /// Makes a fit.
    public init(slope: Double, standardError: Double, years: Int) {
      self.slope = slope
      self.standardError = standardError
      self.years = years
    }
  }

  /// The pace needed from the assessed year to a target.
  public struct Needed: Hashable, Sendable {
    /// The target year.
    public let target: Int
    /// To the low edge, fraction of the baseline per year.
    public let low: Double
    /// To the high edge, fraction of the baseline per year.
    public let high: Double

    /// Makes a needed pace.
    public init(target: Int, low: Double, high: Double) {
      self.target = target
      self.low = low
      self.high = high
    }
  }

  /// The reduction of the assessed year over the years since the baseline; `nil` when not known.
  public let soFar: Double?
  /// The trend through the stated years; `nil` when there are too few or it is inherited.
  public let fit: Fit?
  /// The pace needed, by target still ahead.
  public let needed: [Needed]

  /// Makes a pace.
  public init(soFar: Double?, fit: Fit?, needed: [Needed]) {
    self.soFar = soFar
    self.fit = fit
    self.needed = needed
  }

  /// Nothing can be said about the pace.
  public static let unknown = Pace(soFar: nil, fit: nil, needed: [])
}
