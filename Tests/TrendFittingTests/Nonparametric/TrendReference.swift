// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing
import TrendFitting

/// A case of `reference/statistics` outside the package.
struct TrendReference {
  /// One expected entry.
  struct Entry {
    let name: String
    let values: [Double]
    let absolute: Double
    let relative: Double
  }

  let expected: [Entry]
  let header: [String]
  let rows: [[String]]

  static let isPresent = FixturePaths.referenceData != nil

  init(_ id: String) throws {
    let folder = URL(fileURLWithPath: try #require(FixturePaths.referenceData))
      .appendingPathComponent("reference/statistics")
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appendingPathComponent("\(id).json")))
    let entries = try #require((object as? [String: Any])?["expected"] as? [[String: Any]])
    expected = try entries.map { entry in
      let list = entry["value"] as? [Double] ?? (entry["value"] as? Double).map { [$0] }
      return Entry(
        name: try #require(entry["name"] as? String), values: try #require(list),
        absolute: entry["abs_tol"] as? Double ?? 0, relative: entry["rel_tol"] as? Double ?? 0)
    }
    let lines = try String(
      contentsOf: folder.appendingPathComponent("\(id).csv"), encoding: .utf8
    ).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    header = try #require(lines.first)
    rows = Array(lines.dropFirst())
  }

  func numbers(_ name: String) throws -> [Double?] {
    let column = try #require(header.firstIndex(of: name))
    return rows.map { Double($0[column]) }
  }

  func series() throws -> MonthlySeries {
    let months = try zip(numbers("year"), numbers("month")).map { year, month in
      Month(year: Int(try #require(year)), month: Int(try #require(month)))
    }
    return try MonthlySeries(months: months, values: numbers("value"))
  }

  /// Every expected entry, by the rule of `reference/README.md`.
  func expectAll(_ named: [(String, Double)]) {
    for entry in expected {
      let actual = named.filter { $0.0 == entry.name }.map { $0.1 }
      #expect(actual.count == entry.values.count, "\(entry.name)")
      for (x, value) in zip(actual, entry.values) {
        let allowed = max(entry.absolute, entry.relative * abs(value))
        #expect(abs(x - value) <= allowed, "\(entry.name) is \(x), expected \(value) ± \(allowed)")
      }
    }
  }
}

/// Made-up monthly series.
enum MadeUp {
  /// A season, a slope and noise that depends on its neighbour, from January 2001.
  static func series(
    _ count: Int, seed: UInt64, slopePerYear: Double = -0.3, season: Double = 0,
    decimals: Double? = nil, gaps: Int = 0
  ) throws -> MonthlySeries {
    var random = SplitMix64(seed: seed)
    var noise = 0.0
    let values: [Double?] = (0..<count).map { index in
      noise = 0.4 * noise + Double.random(in: -1...1, using: &random)
      let isGap = gaps > 0 && Int.random(in: 0..<gaps, using: &random) == 0
      let wave = [0.0, 0.5, 0.87, 1, 0.87, 0.5, 0, -0.5, -0.87, -1, -0.87, -0.5][index % 12]
      let value = 12 + slopePerYear * Double(index) / 12 + season * wave + noise
      return isGap ? nil : decimals.map { (value * $0).rounded() / $0 } ?? value
    }
    return try MonthlySeries(months: months(count), values: values)
  }

  static func months(_ count: Int) -> [Month] {
    (0..<count).map { Month(year: 2001 + $0 / 12, month: $0 % 12 + 1) }
  }
}

extension MonthlySeries {
  /// The same months with other values.
  func mapValues(_ change: (Double) -> Double) throws -> MonthlySeries {
    try MonthlySeries(months: months, values: values.map { change($0) })
  }
}
