// SPDX-License-Identifier: GPL-3.0-or-later

// Projections by drawing, to be timed by `make bench-projection`, which prints a table.
//
// Usage: projection-benchmark national DRAWS THREADS
//        projection-benchmark sources DRAWS THREADS SOURCES
// The first draws 120 areas x 5 rings x 4 sectors in 17 years with one inventory error; the second
// takes that of each zone from its sources. Either prints the mean probability of the low edge in
// 2035; the second the mean relative standard deviation of a zone too.

import Foundation
import NitrogenAssessment

let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst().compactMap { Int($0) }
guard let kind = arguments.first, numbers.count == arguments.count - 1,
  numbers.allSatisfy({ $0 > 0 }),
  (kind == "national" && numbers.count == 2) || (kind == "sources" && numbers.count == 3)
else {
  FileHandle.standardError.write(
    Data(
      """
      usage: projection-benchmark national DRAWS THREADS
             projection-benchmark sources DRAWS THREADS SOURCES

      """.utf8))
  exit(64)
}
let (draws, threads) = (numbers[0], numbers[1])
let count = MadeCountry.zones * MadeCountry.sectors
var halfWidths = [Double](repeating: 0.23, count: count)
var spread = ""
if kind == "sources" {
  let moments = MadeCountry.moments(numbers[2], threads: threads)
  halfWidths = (0..<count).map { number in
    let (zone, sector) = (number / MadeCountry.sectors, number % MadeCountry.sectors)
    let errors = (0..<MadeCountry.sectors).map {
      $0 == sector
        ? SourceErrors(shared: MadeCountry.shared[$0], own: MadeCountry.own[$0])
        : SourceErrors(shared: 0, own: 0)
    }
    let emission = moments[zone, sector].sum
    return emission > 0 ? 2 * moments.standardDeviation(zone, errors: errors) / emission : 0
  }
  spread = String(format: " %.6f", halfWidths.reduce(0, +) / Double(count) / 2)
}
let outcomes = ProjectionSampler(draws: draws, seed: 1).outcomes(
  of: halfWidths.enumerated().map { MadeCountry.series($0.offset, halfWidth: $0.element) },
  threads: threads, drawing: .always)
let mean = outcomes.reduce(0) { $0 + $1.probabilities[0][1].low } / Double(count)
print(String(format: "%.6f", mean) + spread)
