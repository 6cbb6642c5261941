// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What is kept of one assessed series to hold it against a later release or monitoring round.
public struct SeriesStanding: Hashable, Sendable {
  /// A year that the source states.
  public struct Year: Hashable, Sendable {
    /// The emission year.
    public let year: Int
    /// The emission, kg/yr; `nil` where it is not known in full.
    public let emission: EmissionRate?
    /// The release.
    public let release: Vintage
    /// Whether the publisher calls the figure provisional.
    public let isProvisional: Bool

    /// Makes a year.
    public init(year: Int, emission: EmissionRate?, release: Vintage, isProvisional: Bool) {
      self.year = year
      self.emission = emission
      self.release = release
      self.isProvisional = isProvisional
    }
  }

  /// The emission that reductions count from.
  public struct Base: Hashable, Sendable {
    /// The baseline year.
    public let year: Int
    /// The emission, kg/yr.
    public let emission: EmissionRate
    /// Whether it was rebuilt and is not the source's own figure.
    public let isDerived: Bool

    /// Makes a baseline.
    public init(year: Int, emission: EmissionRate, isDerived: Bool) {
      self.year = year
      self.emission = emission
      self.isDerived = isDerived
    }
  }

  /// A reduction asked for by a year.
  public struct Asked: Hashable, Sendable {
    /// The target year.
    public let year: Int
    /// The reduction against the baseline.
    public let band: Band

    /// Makes a target.
    public init(year: Int, band: Band) {
      self.year = year
      self.band = band
    }
  }

  /// How a target stood.
  public struct Stand: Hashable, Sendable {
    /// The target year.
    public let target: Int
    /// The status.
    public let status: Status
    /// Whether it was the nation's verdict.
    public let isInherited: Bool
    /// Whether it raised a flag.
    public let isFlagged: Bool

    /// Makes a stand.
    public init(target: Int, status: Status, isInherited: Bool, isFlagged: Bool) {
      self.target = target
      self.status = status
      self.isInherited = isInherited
      self.isFlagged = isFlagged
    }
  }

  /// What it is about.
  public let key: SeriesKey
  /// The name of the territory.
  public let name: String
  /// The dataset it comes from; `nil` for the nation.
  public let dataset: String?
  /// Whether it is shown beside the official figures and never flags.
  public let isShadow: Bool
  /// The baseline; `nil` where it is not known in full.
  public let baseline: Base?
  /// The years that the source states, by year.
  public let years: [Year]
  /// The targets that apply, by year.
  public let targets: [Asked]
  /// How each target stood, by year.
  public let stands: [Stand]

  /// Makes a standing.
  public init(
    key: SeriesKey, name: String, dataset: String?, isShadow: Bool, baseline: Base?,
    years: [Year], targets: [Asked], stands: [Stand]
  ) {
    self.key = key
    self.name = name
    self.dataset = dataset
    self.isShadow = isShadow
    self.baseline = baseline
    self.years = years
    self.targets = targets
    self.stands = stands
  }

  /// The releases of the years, in order.
  public var releases: [Vintage] { Set(years.map(\.release)).sorted() }

  /// The year asked for, or `nil` when the source does not state it.
  public func year(_ year: Int) -> Year? { years.first { $0.year == year } }

  /// The latest definitive year that is known in full and not after `limit`.
  public func latestDefinitive(upTo limit: Int?) -> Year? {
    years.last { $0.year <= limit ?? Int.max && !$0.isProvisional && $0.emission != nil }
  }
}

extension SeriesStanding {
  /// What is kept of an assessment.
  ///
  /// Years scaled by a national index are left out: they say nothing of the release at hand.
  public init(_ assessment: Assessment, name: String) {
    let base = assessment.baseline.flatMap { baseline -> Base? in
      let point = assessment.series.first { $0.point.year == baseline.year }?.point
      guard point?.isComplete ?? true else { return nil }
      return Base(
        year: baseline.year, emission: baseline.emission,
        isDerived: baseline.provenance != .stated || point?.basis == .nationalIndex)
    }
    self.init(
      key: SeriesKey(
        territory: assessment.territory, slice: assessment.slice,
        pollutant: assessment.pollutant, boundary: assessment.boundary),
      name: name, dataset: assessment.dataset, isShadow: assessment.isShadow, baseline: base,
      years: assessment.series.map(\.point).filter { $0.basis == .stated }.map {
        Year(
          year: $0.year, emission: $0.completeEmission, release: $0.vintage,
          isProvisional: $0.provisional)
      },
      targets: assessment.targets.map { Asked(year: $0.year, band: $0.band) },
      stands: assessment.verdicts.compactMap { verdict in
        verdict.target.map {
          Stand(
            target: $0, status: verdict.status, isInherited: verdict.isInherited,
            isFlagged: verdict.isFlagged)
        }
      })
  }
}

extension AssessmentResult {
  /// What is kept of every series that has a year of its own or a target.
  public var standings: [SeriesStanding] {
    assessments.map { SeriesStanding($0, name: name(of: $0.territory)) }
      .filter { !$0.years.isEmpty || !$0.stands.isEmpty }
  }
}

extension SeriesStanding {
  /// The same without figures, where they are held back.
  public var withheld: SeriesStanding {
    SeriesStanding(
      key: key, name: name, dataset: dataset, isShadow: isShadow, baseline: nil,
      years: years.map {
        Year(
          year: $0.year, emission: nil, release: $0.release, isProvisional: $0.isProvisional)
      },
      targets: targets,
      stands: stands.map {
        Stand(target: $0.target, status: .undetermined, isInherited: false, isFlagged: false)
      })
  }
}

extension AssessmentResult {
  /// The series whose figures are held back.
  public var withheldSeries: [SeriesKey] {
    assessments.filter(\.isWithheld).map {
      SeriesKey(
        territory: $0.territory, slice: $0.slice, pollutant: $0.pollutant, boundary: $0.boundary)
    }
  }
}
