// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Animals of one housing system in a source, as far as the file has come.
struct IMAERAnimals {
  /// Whether the file gives its own emission factor; a standard code's factor is not in the file.
  var isCustom = false
  /// How many animals.
  var number: Double?
  /// How many days a year they are there; only for factors per day.
  var days: Double?
  /// Whether the factor is per animal and day.
  var isPerDay = false
  /// Whether something keeps number times factor from being the emission: a reducing system, or a
  /// factor of another kind.
  var isInvolved = false
  /// The own factors, kg per animal per year or day, by ``Pollutant`` in the order NH₃, NOx.
  var factors: (nh3: Double?, nox: Double?)

  /// Number times factor, kg/yr; `nil` where the file does not hold it.
  func emission(_ pollutant: Pollutant) -> Double? {
    guard isCustom, !isInvolved, let number else { return nil }
    guard let factor = pollutant == .nh3 ? factors.nh3 : factors.nox else { return nil }
    guard isPerDay else { return number * factor }
    return days.map { number * factor * $0 }
  }
}
