// SPDX-License-Identifier: GPL-3.0-or-later

/// The emission of one year in a series.
public struct SeriesPoint: Sendable {
  /// The emission year.
  public let year: Int
  /// The sum of what is known, kg/yr; `nil` where nothing is.
  public let emission: EmissionRate?
  /// The cells and components that are not known, by name; empty when the figure is whole.
  public let missing: [String]
  /// Whether the source gives the figure or a rule does.
  public let provenance: Provenance
  /// The release of the figure, or of the figure it was scaled from.
  public let vintage: Vintage
  /// Whether the year is the source's own or scaled by the national index.
  public let basis: SeriesBasis
  /// Whether the publisher calls the figure provisional.
  public let provisional: Bool
  /// The rows it was made from.
  public let rows: [RowReference]
  /// How many sources stand behind it, at the least; `nil` where that is not told.
  public let sources: Int?
  /// Whether it may be shown to everybody as it is.
  public let disclosure: Disclosure
  /// Whether the figure is known and held back: too few farms stand behind it, or it would tell of
  /// another behind which too few stand.
  public let isWithheld: Bool

  /// Makes a point.
  public init(
    year: Int, emission: EmissionRate?, missing: [String] = [], provenance: Provenance,
    vintage: Vintage, basis: SeriesBasis, provisional: Bool = false, rows: [RowReference],
    sources: Int? = nil, disclosure: Disclosure = .published, isWithheld: Bool = false
  ) {
    self.year = year
    self.emission = emission
    self.missing = missing
    self.provenance = provenance
    self.vintage = vintage
    self.basis = basis
    self.provisional = provisional
    self.rows = rows
    self.sources = sources
    self.disclosure = disclosure
    self.isWithheld = isWithheld
  }

  /// Whether every cell and component of the figure is known.
  public var isComplete: Bool { missing.isEmpty && emission != nil }

  /// The emission when the figure is whole, else `nil`.
  public var completeEmission: EmissionRate? { missing.isEmpty ? emission : nil }
}

/// The emissions of one sector and pollutant in one territory over the years, of one vintage.
public struct EmissionSeries: Sendable {
  /// What the series is about.
  public let territory: Territory
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The sector boundary.
  public let boundary: BoundaryID
  /// One point a year, by year.
  public let points: [SeriesPoint]

  /// Makes a series; points are sorted by year.
  public init(
    territory: Territory, slice: SectorSlice, pollutant: Pollutant, boundary: BoundaryID,
    points: [SeriesPoint]
  ) {
    self.territory = territory
    self.slice = slice
    self.pollutant = pollutant
    self.boundary = boundary
    self.points = points.sorted { $0.year < $1.year }
  }

  /// The point of a year, or `nil` when the series has none.
  public func point(in year: Int) -> SeriesPoint? { points.first { $0.year == year } }

  /// What is not known in some years, each name once, in order.
  public func missing(in years: Set<Int>) -> [String] {
    var seen: Set<String> = []
    return points.filter { years.contains($0.year) }.flatMap(\.missing)
      .filter { seen.insert($0).inserted }
  }
}
