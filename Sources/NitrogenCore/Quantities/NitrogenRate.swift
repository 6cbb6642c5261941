// SPDX-License-Identifier: GPL-3.0-or-later

/// An emission counted as nitrogen, in kg N/yr: the only place where NH₃ and NOx add up.
public struct NitrogenRate: Quantity {
  /// The emission in kg N/yr.
  public let kilogramsPerYear: Double

  /// Makes a nitrogen emission from kg N/yr.
  @inlinable public init(kilogramsPerYear: Double) {
    self.kilogramsPerYear = kilogramsPerYear
  }

  /// Makes the quantity from its canonical unit.
  @inlinable public init(canonical: Double) {
    self.init(kilogramsPerYear: canonical)
  }

  /// The value in the canonical unit of the type.
  @inlinable public var canonical: Double { kilogramsPerYear }

  /// The nitrogen in an emission of a pollutant.
  ///
  /// - Parameters:
  ///   - emission: the emission of the compound, kg/yr (NOx as NO₂).
  ///   - pollutant: the compound.
  public init(_ emission: EmissionRate, of pollutant: Pollutant) {
    self.init(
      kilogramsPerYear: emission.kilogramsPerYear * MolarMass.nitrogen / pollutant.molarMass)
  }

  /// The amount of substance in mol N/yr.
  ///
  /// - Parameter molarMass: g/mol of nitrogen; RIVM's published figures use
  ///   ``MolarMass/roundedNitrogen``.
  /// - Returns: mol N/yr.
  public func molesPerYear(molarMass: Double = MolarMass.nitrogen) -> Double {
    kilogramsPerYear * 1_000 / molarMass
  }
}
