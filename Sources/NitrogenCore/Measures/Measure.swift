// SPDX-License-Identifier: GPL-3.0-or-later

/// A measure (*bronmaatregel*): from a day on, a share of the emission of a sector in its scope is
/// gone.
public struct Measure: Hashable, Sendable {
  /// The name by which it is referred to, unique within its dataset.
  public let id: String
  /// What it is, in words; empty where the source does not say.
  public let title: String
  /// Where it works.
  public let scope: Territory
  /// What it works on.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The first day on which it works.
  public let from: CalendarDay
  /// The last day on which it works; `nil` where it stays.
  public let to: CalendarDay?
  /// The share of the emission of ``slice`` in ``scope`` that it takes away, 0 to 1, on paper.
  public let effect: Fraction
  /// The standard deviation of ``effect``; `nil` where the source does not say.
  public let spread: Fraction?
  /// How well it is secured.
  public let evidence: EvidenceGrade
  /// Measures of one group work on the same emission, one after the other; `nil` for a measure that
  /// works on an emission of its own.
  public let overlapGroup: String?
  /// The technique it rests on, whose measured performance policy may know; `nil` for none.
  public let technique: String?
  /// What it costs, EUR; `nil` where the source does not say.
  public let cost: Double?
  /// Where it stands.
  public let origin: RowReference

  /// Makes a measure.
  public init(
    id: String, title: String = "", scope: Territory, slice: SectorSlice, pollutant: Pollutant,
    from: CalendarDay, to: CalendarDay? = nil, effect: Fraction, spread: Fraction? = nil,
    evidence: EvidenceGrade, overlapGroup: String? = nil, technique: String? = nil,
    cost: Double? = nil, origin: RowReference
  ) {
    self.id = id
    self.title = title
    self.scope = scope
    self.slice = slice
    self.pollutant = pollutant
    self.from = from
    self.to = to
    self.effect = effect
    self.spread = spread
    self.evidence = evidence
    self.overlapGroup = overlapGroup
    self.technique = technique
    self.cost = cost
    self.origin = origin
  }
}
