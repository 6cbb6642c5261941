// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What a sentence says, apart from the language it is said in: a phrase by its name, with the figures and
/// names that stand in it.
///
/// Sentences in results are English; a telling is what the same is said from in another language.
public struct Telling: Hashable, Sendable {
  /// A figure or name in a sentence.
  public enum Fact: Hashable, Sendable {
    /// A reduction, or a share of the baseline.
    case share(Fraction)
    /// A probability, 1 for certain.
    case probability(Double)
    /// A plain number.
    case number(Double)
    /// A count of things.
    case count(Int)
    /// A year.
    case year(Int)
    /// Several years.
    case years([Int])
    /// A day.
    case day(CalendarDay)
    /// A sector or part.
    case slice(SectorSlice)
    /// A compound.
    case pollutant(Pollutant)
    /// What a figure is about.
    case territory(Territory)
    /// Distance classes.
    case rings([Ring])
    /// How well a reduction is secured.
    case evidence(EvidenceGrade)
    /// A key of policy.
    case key(PolicyKey)
    /// A name that is the same in every language: of a dataset, release, boundary, measure.
    case name(String)
    /// Several such names.
    case names([String])
    /// Figures that are not known, by name.
    case cells([String])
    /// Other phrases, in their order.
    case tellings([Telling])
  }

  /// The name of the phrase.
  public let phrase: String
  /// The figures and names, by the name that the phrase gives them.
  public let facts: [String: Fact]

  /// Makes a telling.
  public init(_ phrase: String, _ facts: [String: Fact] = [:]) {
    self.phrase = phrase
    self.facts = facts
  }
}
