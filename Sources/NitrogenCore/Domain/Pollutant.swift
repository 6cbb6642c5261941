// SPDX-License-Identifier: GPL-3.0-or-later

/// A nitrogen compound that is emitted (*stof*).
public enum Pollutant: String, CaseIterable, Hashable, Sendable {
  /// Ammonia.
  case nh3 = "NH3"
  /// Nitrogen oxides, mass counted as NO₂.
  case nox = "NOx"

  /// The name as it stands in files: `NH3`, `NOx`.
  public var label: String { rawValue }

  /// The molar mass of the compound as counted, g/mol.
  public var molarMass: Double {
    switch self {
    case .nh3: MolarMass.ammonia
    case .nox: MolarMass.nitrogenDioxide
    }
  }
}

extension Pollutant: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: Pollutant, right: Pollutant) -> Bool {
    left.rawValue < right.rawValue
  }
}
