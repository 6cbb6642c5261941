// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore

/// A country made by formulas, which `.ci/peer-projection.py` holds too.
enum MadeCountry {
  static let zones = 120 * 5
  static let sectors = 4
  static let years = Array(2019...2035)
  static let rhos = [0.9, 0.8, 0.95]
  static let shared = [0.10, 0.15, 0.08, 0.20]
  static let own = [0.30, 0.25, 0.40, 0.50]

  /// The yearly change of ln E of a series.
  static func slope(_ number: Int) -> Double {
    -0.035 + 0.0002 * Double((number * 37) % 101)
  }

  /// A series; `halfWidth` is the 95 % half-width of its inventory.
  static func series(_ number: Int, halfWidth: Double) -> ProjectionCase {
    let slope = slope(number)
    return ProjectionCase(
      labels: ["zone", "\(number / sectors)", "sector", "\(number % sectors)"], years: years,
      location: years.map { slope * Double($0 - 2019) },
      parameters: [years.map { _ in 0.02 }, years.map { 0.004 * Double($0 - 2015) }],
      residual: years.map { _ in 0.03 }, degreesOfFreedom: 8,
      inventory: rhos.map { halfWidth / 2 * (2 * (1 - $0)).squareRoot() }, measures: [],
      targets: [
        ProjectionTarget(year: 2030, band: Band(low: .percent(23), high: .percent(25))),
        ProjectionTarget(year: 2035, band: Band(low: .percent(42), high: .percent(46))),
      ])
  }

  /// The emission of a source, kg/yr: a few are large, most are small.
  static func emission(_ source: Int) -> Double {
    let turn = Double(source) * 0.6180339887498949
    return 50 / (0.02 + turn - turn.rounded(.down))
  }

  /// The moments of so many sources by zone and sector, summed in fixed pieces, on several threads.
  /// Every third source lies in two zones.
  static func moments(_ count: Int, threads: Int) -> ZoneMoments {
    let pieces = 16
    let parts = Parts(pieces)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for piece in stride(from: thread, to: pieces, by: threads) {
        var part = ZoneMoments(zones: zones, groups: sectors)
        for source in count * piece / pieces..<count * (piece + 1) / pieces {
          let (zone, sector) = ((source * 7919) % zones, source % sectors)
          let emission = emission(source)
          part[zone, sector].add(emission)
          if source % 3 == 0 { part[(zone + 1) % zones, sector].add(emission, share: 0.5) }
        }
        parts.set(part, at: piece)
      }
    }
    return parts.merged()
  }
}
