// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenReports
import NitrogenWords

/// The unit that the emissions of a figure are shown in, the same for all of them.
enum EmissionUnit: String {
  case kilotonnes = "kt"
  case tonnes = "t"
  case kilograms = "kg"

  /// The unit for a figure whose largest emission is this.
  init(largest: EmissionRate) {
    switch largest.kilogramsPerYear {
    case 10_000_000...: self = .kilotonnes
    case 10_000...: self = .tonnes
    default: self = .kilograms
    }
  }

  /// The number of an emission in the unit.
  func number(_ emission: EmissionRate) -> Double {
    switch self {
    case .kilotonnes: emission.kilotonnesPerYear
    case .tonnes: emission.tonnesPerYear
    case .kilograms: emission.kilogramsPerYear
    }
  }

  /// How many decimals numbers of the unit have where the largest is this.
  func decimals(_ largest: Double) -> Int { largest < 100 ? 1 : self == .kilotonnes ? 1 : 0 }

  /// A number in the unit, as an emission.
  func emission(_ number: Double) -> EmissionRate {
    switch self {
    case .kilotonnes: .kilotonnes(number)
    case .tonnes: .tonnes(number)
    case .kilograms: EmissionRate(kilogramsPerYear: number)
    }
  }

  /// A column of emissions in the unit.
  func column(_ key: String, title: String, decimals: Int) -> DataTable.Column {
    DataTable.Column(
      "\(key)_\(rawValue)_per_yr", title: title, unit: rawValue, .number(decimals: decimals))
  }
}
