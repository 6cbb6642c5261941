// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport

/// Made cases, the same for a seed.
enum RandomCases {
  /// A case of 2024, 2030 and 2035 with a trend, a residual and an inventory error at three ρ.
  ///
  /// - Parameters:
  ///   - seed: which case.
  ///   - measures: the measures on it.
  ///   - labels: the labels of its stream; by default the seed.
  /// - Returns: the case.
  static func one(
    _ seed: UInt64, measures: [MeasureStep] = [], labels: [String]? = nil
  ) -> ProjectionCase {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }
    let years = [2024, 2030, 2035]
    let slope = number(-0.06...0.01)
    let (level, steepness) = (number(0...0.06), number(0...0.01))
    let residual = Int.random(in: 0...2, using: &random) == 0 ? 0 : number(0.005...0.08)
    let freedom = [nil, 2, 3.5, 10, 28][Int.random(in: 0...4, using: &random)]
    let inventory = Int.random(in: 0...3, using: &random) == 0 ? 0 : number(0.02...0.12)
    let location = years.map { slope * Double($0 - 2019) }
    func band(_ year: Int) -> Band {
      let reduction = 1 - ((1 + slope * Double(year - 2019)) + number(-0.1...0.1))
      return Band(low: Fraction(reduction), high: Fraction(reduction + number(0...0.08)))
    }
    return ProjectionCase(
      labels: labels ?? ["made", "\(seed)"], years: years, location: location,
      parameters: [[level, level, level], years.map { steepness * Double($0 - 2022) }],
      residual: [0, residual, residual], degreesOfFreedom: freedom,
      inventory: [inventory, inventory / 2, 0], measures: measures,
      targets: [
        ProjectionTarget(year: 2030, band: band(2030)),
        ProjectionTarget(year: 2035, band: band(2035)),
      ])
  }
}

/// How far a share of so many draws may lie from the probability it estimates: `errors` standard errors
/// and one draw.
func allowance(_ probability: Double, draws: Int, errors: Double) -> Double {
  errors * (probability * (1 - probability) / Double(draws)).squareRoot() + 1 / Double(draws)
}
