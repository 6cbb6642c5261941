// SPDX-License-Identifier: GPL-3.0-or-later

/// A reduction that a provincial plan names for a year.
public struct PlanPoint: Hashable, Sendable {
  /// What the plan is about.
  public let territory: Territory
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The year.
  public let year: Int
  /// The share of the baseline emission that is to be gone by then.
  public let rate: Fraction
  /// The standard deviation of ``rate``; `nil` where the plan does not say.
  public let spread: Fraction?
  /// The width of the zone the plan draws, m; `nil` where it does not say.
  public let width: Double?
  /// How well it is secured.
  public let evidence: EvidenceGrade
  /// Where it stands.
  public let origin: RowReference

  /// Makes a point of a plan.
  public init(
    territory: Territory, slice: SectorSlice, pollutant: Pollutant, year: Int, rate: Fraction,
    spread: Fraction? = nil, width: Double? = nil, evidence: EvidenceGrade, origin: RowReference
  ) {
    self.territory = territory
    self.slice = slice
    self.pollutant = pollutant
    self.year = year
    self.rate = rate
    self.spread = spread
    self.width = width
    self.evidence = evidence
    self.origin = origin
  }
}
