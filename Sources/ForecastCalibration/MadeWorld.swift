// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import NitrogenCore
import NumericMethods

/// How the emissions of made municipalities come about, and how an inventory sees them.
public struct MadeWorld: Sendable {
  /// What it is called in the tables.
  public let name: String
  /// The standard deviation of a year's true deviation from its line, on the scale of ln E.
  public let deviation: Double
  /// How far a true deviation follows the one before it.
  public let persistence: Double
  /// The correlation between the inventory errors of two years.
  public let rho: Double
  /// The 95 % half-width of the inventory's error, as a share.
  public let uncertainty: Double
  /// By how much the yearly change after the last known year differs from before, at random.
  public let turn: Double
  /// The years an inventory states.
  public let known: ClosedRange<Int>

  /// Makes a world.
  public init(
    name: String, deviation: Double, persistence: Double = 0, rho: Double, uncertainty: Double,
    turn: Double = 0, known: ClosedRange<Int>
  ) {
    self.name = name
    self.deviation = deviation
    self.persistence = persistence
    self.rho = rho
    self.uncertainty = uncertainty
    self.turn = turn
    self.known = known
  }

  /// One municipality: what the inventory states and what is true.
  public struct Made: Sendable {
    /// The emission the inventory states, kg/yr, by known year.
    public let stated: [Double]
    /// The true reduction against the first year, by year.
    public let reduction: [Int: Double]
  }

  /// Makes a municipality; the same seed and number give the same one.
  public func make(_ number: Int, seed: UInt64, last: Int) -> Made {
    var stream = PhiloxStream(
      seed: seed, labels: ["calibration", name], stream: UInt64(number))
    let first = known.lowerBound
    let knownEnd = known.upperBound
    let slope = -0.09 + 0.11 * stream.uniform()
    let turned = slope + turn * stream.normal()
    let scale = uncertainty / 2
    let shared = scale * rho.squareRoot() * stream.normal()
    var truth: [Int: Double] = [:]
    var carried = deviation * stream.normal()
    for year in first...last {
      let trend =
        slope * Double(min(year, knownEnd) - first) + turned * Double(max(0, year - knownEnd))
      truth[year] = trend + carried
      carried =
        persistence * carried
        + (1 - persistence * persistence).squareRoot() * deviation * stream.normal()
    }
    let stated = known.map { year in
      exp(log(1e6) + (truth[year] ?? 0) + shared + scale * (1 - rho).squareRoot() * stream.normal())
    }
    let start = truth[first] ?? 0
    return Made(stated: stated, reduction: truth.mapValues { 1 - exp($0 - start) })
  }

  /// A dataset of made municipalities, as if read.
  public func dataset(_ made: [Made]) -> Dataset {
    let records = made.enumerated().flatMap { index, one in
      zip(known, one.stated).map { year, emission in
        EmissionRecord(
          territory: .municipality(code: Self.code(index)),
          activity: .slice(SectorSlice(.agriculture), boundary: BoundaryID(rawValue: "er-default")),
          pollutant: .nh3, year: year, emission: EmissionRate(kilogramsPerYear: emission),
          vintage: Vintage(rawValue: "made"), origin: RowReference(file: name, line: index + 1))
      }
    }
    return Dataset(
      name: "made", title: name, folder: "", grade: .made, boundary: nil, records: records,
      names: [:], files: [])
  }

  /// The code of a made municipality.
  public static func code(_ index: Int) -> String { "GM\(100_000 + index)" }
}
