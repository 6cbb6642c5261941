// SPDX-License-Identifier: GPL-3.0-or-later

// Times projections by drawing. Run by `make bench-projection`.
//
// Usage: projection-benchmark national DRAWS THREADS

import Foundation
import NitrogenAssessment
import NitrogenCore
import NumericMethods

/// A made case of the national run: a trend from 2019 on, its residual and an inventory error.
func made(_ number: Int) -> ProjectionCase {
  var stream = PhiloxStream(seed: 11, labels: ["benchmark"], stream: UInt64(number))
  let years = Array(2019...2035)
  let slope = -0.03 + 0.01 * stream.normal()
  return ProjectionCase(
    labels: ["case", "\(number)"], years: years, location: years.map { slope * Double($0 - 2019) },
    parameters: [
      years.map { _ in 0.02 }, years.map { 0.004 * Double($0 - 2015) },
    ],
    residual: years.map { $0 > 2024 ? 0.03 : 0.03 }, degreesOfFreedom: 8,
    inventory: [0.9, 0.8, 0.95].map { 0.23 / 2 * (2 * (1 - $0)).squareRoot() }, measures: [],
    targets: [
      ProjectionTarget(year: 2030, band: Band(low: .percent(23), high: .percent(25))),
      ProjectionTarget(year: 2035, band: Band(low: .percent(42), high: .percent(46))),
    ])
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let draws = Int(arguments[2]), let threads = Int(arguments[3]) else {
  FileHandle.standardError.write(
    Data("usage: projection-benchmark national DRAWS THREADS\n".utf8))
  exit(64)
}
let cases = (0..<2400).map(made)
let start = Date()
let outcomes = ProjectionSampler(draws: draws, seed: 1)
  .outcomes(of: cases, threads: threads, drawing: .always)
print(Date().timeIntervalSince(start), outcomes.reduce(0) { $0 + $1.probabilities[0][1].low })
