// SPDX-License-Identifier: GPL-3.0-or-later

/// A nitrogen deposition (*neerslag*), in mol N/ha/yr.
public struct DepositionRate: Quantity {
  /// The deposition in mol N/ha/yr.
  public let molesPerHectare: Double

  /// Makes a deposition from mol N/ha/yr.
  @inlinable public init(molesPerHectare: Double) {
    self.molesPerHectare = molesPerHectare
  }

  /// Makes the quantity from its canonical unit.
  @inlinable public init(canonical: Double) {
    self.init(molesPerHectare: canonical)
  }

  /// The value in the canonical unit of the type.
  @inlinable public var canonical: Double { molesPerHectare }

  /// A deposition given in kg N/ha/yr.
  ///
  /// - Parameters:
  ///   - value: kg N/ha/yr.
  ///   - molarMass: g/mol of nitrogen.
  /// - Returns: the deposition.
  public static func kilogramsNitrogenPerHectare(
    _ value: Double, molarMass: Double = MolarMass.nitrogen
  ) -> DepositionRate {
    DepositionRate(molesPerHectare: value * 1_000 / molarMass)
  }

  /// The share of an emission that lands on nature (*rendement*).
  ///
  /// - Parameters:
  ///   - surface: the surface of sensitive nature, ha, over which this is the mean deposition.
  ///   - emission: the emission that causes it.
  ///   - molarMass: g/mol of nitrogen; RIVM's published yields use ``MolarMass/roundedNitrogen``.
  /// - Returns: the share, or `nil` where nothing is emitted.
  public func yield(
    over surface: Double, from emission: NitrogenRate, molarMass: Double = MolarMass.nitrogen
  ) -> Fraction? {
    guard emission > .zero else { return nil }
    return Fraction(molesPerHectare * surface / emission.molesPerYear(molarMass: molarMass))
  }
}
