// SPDX-License-Identifier: GPL-3.0-or-later

// How often the 95 % interval of the slope holds the true slope, on made series with known truth:
// the default model (log scale, two harmonics, year effect, REML), AR(1) errors and naive ordinary
// least squares side by side. Seeded; run by `make coverage`, with the number of series a case.

import Foundation
import NumericMethods
import TrendFitting

let replicates = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
let trueSlope = -0.03
let noise = 0.20

struct Truth {
  let name: String
  let phi: Double
  let yearEffect: Double
}

let truths = [
  Truth(name: "independent months", phi: 0, yearEffect: 0),
  Truth(name: "AR(1) 0.3", phi: 0.3, yearEffect: 0),
  Truth(name: "AR(1) 0.6", phi: 0.6, yearEffect: 0),
  Truth(name: "year effect 8 %", phi: 0, yearEffect: 0.08),
  Truth(name: "AR(1) 0.3 and year effect 8 %", phi: 0.3, yearEffect: 0.08),
]

/// A made series: log-linear decline, two harmonics, AR(1) months, an effect a year.
func series(_ truth: Truth, years: Int, stream: inout PhiloxStream) throws -> MonthlySeries {
  var months: [Month] = []
  var values: [Double?] = []
  var error = stream.normal() * noise
  for year in 2012..<(2012 + years) {
    let effect = truth.yearEffect * stream.normal()
    for month in 1...12 {
      let step = Month(year: year, month: month)
      let angle = 2 * Double.pi * step.time
      let mean =
        1.8 + trueSlope * (step.time - 2019.5) + 0.1 * cos(angle) - 0.35 * sin(angle)
        - 0.15 * cos(2 * angle)
      months.append(step)
      values.append(exp(mean + effect + error))
      error =
        truth.phi * error + (1 - truth.phi * truth.phi).squareRoot() * noise * stream.normal()
    }
  }
  return try MonthlySeries(months: months, values: values)
}

struct Tally {
  var covered = 0
  var fitted = 0
  var width = 0.0

  mutating func add(_ estimate: TrendEstimate) {
    let interval = estimate.slopeInterval()
    fitted += 1
    if interval.lower <= trueSlope && trueSlope <= interval.upper { covered += 1 }
    width += interval.upper - interval.lower
  }

  var text: String {
    guard fitted > 0 else { return "- | -" }
    let share = 100 * Double(covered) / Double(fitted)
    return String(format: "%.1f | %.2f", share, 100 * width / Double(fitted))
  }
}

print("Coverage of the 95 % interval of the slope, %, and its mean width, points a year;")
print("\(replicates) series a case, seed 1.")
print("")
print("| truth | years | default | width | AR(1) | width | naive OLS | width |")
print("|---|---|---|---|---|---|---|---|")
for (index, truth) in truths.enumerated() {
  for years in [10, 15] {
    var tallies = [Tally(), Tally(), Tally()]
    for replicate in 0..<replicates {
      var stream = PhiloxStream(
        seed: 1, labels: ["coverage", String(index), String(years)], stream: UInt64(replicate))
      let made = try series(truth, years: years, stream: &stream)
      let design = TrendDesign(origin: 2019.5)
      if let fit = try? YearEffectTrend(made, design: design) { tallies[0].add(fit.estimate) }
      if let fit = try? AutoregressiveTrend(made, design: design) { tallies[1].add(fit.estimate) }
      if let fit = try? LinearTrend(made, design: design) { tallies[2].add(fit.estimate) }
    }
    print("| \(truth.name) | \(years) | \(tallies.map(\.text).joined(separator: " | ")) |")
  }
}
