// SPDX-License-Identifier: GPL-3.0-or-later

/// An emission (*uitstoot*) of one pollutant over a year, in kg/yr of the compound.
///
/// NOx counts as NO₂. Emissions of different pollutants never add up as such: turn them into a
/// ``NitrogenRate`` first.
public struct EmissionRate: Quantity {
  /// The emission in kg/yr.
  public let kilogramsPerYear: Double

  /// Makes an emission from kg/yr.
  @inlinable public init(kilogramsPerYear: Double) {
    self.kilogramsPerYear = kilogramsPerYear
  }

  /// Makes the quantity from its canonical unit.
  @inlinable public init(canonical: Double) {
    self.init(kilogramsPerYear: canonical)
  }

  /// The value in the canonical unit of the type.
  @inlinable public var canonical: Double { kilogramsPerYear }

  /// An emission given in tonnes per year.
  @inlinable public static func tonnes(_ value: Double) -> EmissionRate {
    EmissionRate(kilogramsPerYear: value * 1_000)
  }

  /// An emission given in kilotonnes per year.
  @inlinable public static func kilotonnes(_ value: Double) -> EmissionRate {
    EmissionRate(kilogramsPerYear: value * 1_000_000)
  }

  /// An emission given in grams per second, the whole of a year of 365 days.
  @inlinable public static func gramsPerSecond(_ value: Double) -> EmissionRate {
    EmissionRate(kilogramsPerYear: value * 31_536)
  }

  /// The emission in grams per second, over a year of 365 days.
  @inlinable public var gramsPerSecond: Double { kilogramsPerYear / 31_536 }

  /// The emission in tonnes per year.
  @inlinable public var tonnesPerYear: Double { kilogramsPerYear / 1_000 }

  /// The emission in kilotonnes per year.
  @inlinable public var kilotonnesPerYear: Double { kilogramsPerYear / 1_000_000 }
}
