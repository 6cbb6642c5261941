// SPDX-License-Identifier: GPL-3.0-or-later

/// The emission of the baseline year (*peiljaar*), against which reductions count.
public struct Baseline: Sendable {
  /// The baseline year.
  public let year: Int
  /// The emission in it, kg/yr.
  public let emission: EmissionRate
  /// Whether the source gives it or a rule does.
  public let provenance: Provenance
  /// The release.
  public let vintage: Vintage

  /// Makes a baseline.
  public init(year: Int, emission: EmissionRate, provenance: Provenance, vintage: Vintage) {
    self.year = year
    self.emission = emission
    self.provenance = provenance
    self.vintage = vintage
  }

  /// The reduction reached at an emission: 1 - E/B. Undefined (`nil`) when the baseline is zero.
  public func reduction(at emission: EmissionRate) -> Fraction? {
    guard self.emission > .zero else { return nil }
    return Fraction(1 - emission / self.emission)
  }

  /// The emission ceiling (*emissieplafond*) of a reduction: B (1 - τ).
  public func ceiling(for reduction: Fraction) -> EmissionRate {
    emission * (1 - reduction.value)
  }

  /// What is left to do (*restopgave*) at a reduction reached, for a reduction required.
  public func remainingGap(reached: Fraction, required: Fraction) -> RemainingGap {
    let points = reached.reaches(required) ? 0 : required.value - reached.value
    return RemainingGap(emission: emission * points, share: Fraction(points))
  }
}

/// The part of a required reduction not yet reached (*restopgave*).
public struct RemainingGap: Hashable, Sendable {
  /// The emission still to go, kg/yr.
  public let emission: EmissionRate
  /// The same as a share of the baseline.
  public let share: Fraction

  /// Makes a gap.
  public init(emission: EmissionRate, share: Fraction) {
    self.emission = emission
    self.share = share
  }
}
