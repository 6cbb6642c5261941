// SPDX-License-Identifier: GPL-3.0-or-later

/// What is published about the nitrogen that comes down on sites and what their nature bears: shown beside
/// emissions, never computed with.
public struct AreaContext: Sendable {
  /// The mean deposition on the sensitive nature of a site in a year.
  public struct Deposition: Hashable, Sendable {
    /// The site.
    public let area: AreaCode
    /// The year.
    public let year: Int
    /// Mol N per hectare and year.
    public let rate: DepositionRate
    /// Whether the publisher forecast it.
    public let isForecast: Bool
    /// The edition it is from.
    public let edition: String
    /// How close to the publisher it is.
    public let grade: SourceGrade
    /// Where it stands.
    public let origin: RowReference

    /// Makes a figure.
    public init(
      area: AreaCode, year: Int, rate: DepositionRate, isForecast: Bool, edition: String,
      grade: SourceGrade = .official, origin: RowReference
    ) {
      self.area = area
      self.year = year
      self.rate = rate
      self.isForecast = isForecast
      self.edition = edition
      self.grade = grade
      self.origin = origin
    }
  }

  /// How much of a site bears how much (*kritische depositiewaarde*, KDW).
  public struct CriticalLoad: Hashable, Sendable {
    /// The site.
    public let area: AreaCode
    /// The deposition that the nature bears, mol N per hectare and year.
    public let load: DepositionRate
    /// The surface, ha.
    public let surface: Double
    /// Who calculated it, and which version; `nil` when not known.
    public let edition: String?
    /// How close to the publisher it is.
    public let grade: SourceGrade
    /// Where it stands.
    public let origin: RowReference

    /// Makes a class.
    public init(
      area: AreaCode, load: DepositionRate, surface: Double, edition: String? = nil,
      grade: SourceGrade = .secondHand, origin: RowReference
    ) {
      self.area = area
      self.load = load
      self.surface = surface
      self.edition = edition
      self.grade = grade
      self.origin = origin
    }
  }

  /// The depositions, by site and year.
  public let deposition: [AreaCode: [Deposition]]
  /// The classes, by site and load.
  public let criticalLoads: [AreaCode: [CriticalLoad]]
  /// The depositions of the country, by edition, weather and year.
  public let national: [NationalDeposition]

  /// Makes a context.
  public init(
    deposition: [Deposition] = [], criticalLoads: [CriticalLoad] = [],
    national: [NationalDeposition] = []
  ) {
    self.deposition = Dictionary(grouping: deposition, by: \.area).mapValues {
      $0.sorted { $0.year < $1.year }
    }
    self.criticalLoads = Dictionary(grouping: criticalLoads, by: \.area).mapValues {
      $0.sorted { $0.load < $1.load }
    }
    self.national = national.sorted {
      ($0.edition, $0.isOwnWeather ? 1 : 0, $0.year) < (
        $1.edition, $1.isOwnWeather ? 1 : 0, $1.year
      )
    }
  }
}
