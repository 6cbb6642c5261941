// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The answer without drawing: ln(E/B) less its centre is the sum of a scaled t and a scaled normal
/// number.
struct ClosedForm {
  private let prepared: PreparedCase

  init(_ prepared: PreparedCase) { self.prepared = prepared }

  /// The distribution of ln(E/B) round its centre in a year, at one inventory error.
  private func distribution(_ year: Int, inventory: Double) -> StudentNormalSum {
    let parts = prepared.variance(year)
    return StudentNormalSum(
      student: (parts.parameters + parts.residual).squareRoot(),
      degreesOfFreedom: prepared.one.degreesOfFreedom, normal: inventory)
  }

  /// The quantiles of the reduction by year.
  var fan: [FanYear] {
    let one = prepared.one
    return one.years.indices.map { year in
      let distribution = distribution(year, inventory: one.inventory[0])
      let centre = prepared.centre(year)
      // Symmetric round the centre, and so are the levels: the upper half mirrors the lower.
      let lower = FanYear.levels.prefix { $0 < 0.5 }.map(distribution.quantile)
      let offsets = lower + [0] + lower.reversed().map { -$0 }
      return FanYear(
        year: one.years[year],
        reductions: offsets.map { ReductionBound.reduction(ofLogarithm: centre - $0) })
    }
  }

  /// The probabilities of the targets at each inventory error.
  var probabilities: [[TargetProbability]] {
    prepared.one.inventory.map { inventory in
      prepared.one.targets.map { target in
        let year = prepared.place(of: target)
        let distribution = distribution(year, inventory: inventory)
        let centre = prepared.centre(year)
        func probability(_ edge: Fraction) -> Double {
          distribution.cdf(ReductionBound.logarithm(of: edge.value) - centre)
        }
        return TargetProbability(
          year: target.year, low: probability(target.band.low),
          high: probability(target.band.high), standardError: 0)
      }
    }
  }
}
