// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import TrendFitting

/// A made-up monthly series with known truth, from 2005 on.
struct MadeSeries {
  var years = 20
  var slope = -0.03
  var phi = 0.0
  var sigma = 0.2
  var tau = 0.0
  var season = 0.4
  var missingShare = 0.0
  /// Added to the logarithm of each month.
  var extra: (Month) -> Double = { _ in 0 }

  func series(seed: UInt64) throws -> MonthlySeries {
    var random = SplitMix64(seed: seed)
    var months: [Month] = []
    var values: [Double?] = []
    var error = Self.normal(&random) * sigma
    for year in 2005..<2005 + years {
      let effect = tau * Self.normal(&random)
      for month in 1...12 {
        let when = Month(year: year, month: month)
        error = phi * error + (1 - phi * phi).squareRoot() * sigma * Self.normal(&random)
        let level = 2 + slope * (when.time - 2019.5) + season * cos(2 * .pi * when.time)
        months.append(when)
        let isMissing = Double.random(in: 0..<1, using: &random) < missingShare
        values.append(isMissing ? nil : exp(level + effect + error + extra(when)))
      }
    }
    return try MonthlySeries(months: months, values: values)
  }

  static func normal(_ random: inout SplitMix64) -> Double {
    // Box and Muller.
    let u = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)
    let v = Double.random(in: 0..<1, using: &random)
    return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
  }
}
