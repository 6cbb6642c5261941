// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing
import TrendFitting

/// A case of the reference data: `statistics/<id>.csv` with expected values.
struct StatisticsCase: Decodable {
  struct Expected: Decodable {
    let name: String
    let values: [Double]
    let relative: Double
    let absolute: Double

    enum CodingKeys: String, CodingKey {
      case name, value
      case relative = "rel_tol"
      case absolute = "abs_tol"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      if let list = try? container.decode([Double].self, forKey: .value) {
        values = list
      } else {
        values = [try container.decode(Double.self, forKey: .value)]
      }
      relative = try container.decodeIfPresent(Double.self, forKey: .relative) ?? 0
      absolute = try container.decodeIfPresent(Double.self, forKey: .absolute) ?? 0
    }
  }

  let expected: [Expected]

  /// The folder of the cases; absent without the environment variable.
  static let folder = FixturePaths.referenceData.map {
    URL(fileURLWithPath: $0).appendingPathComponent("reference/statistics")
  }

  /// The model of all cases here: logarithms, x = t − 2019.5, two harmonics.
  static let design = TrendDesign(origin: 2019.5)

  static func read(_ id: String) throws -> (StatisticsCase, MonthlySeries) {
    let folder = try #require(folder)
    let data = try Data(contentsOf: folder.appendingPathComponent("\(id).json"))
    let reference = try JSONDecoder().decode(StatisticsCase.self, from: data)
    return (reference, try series(folder.appendingPathComponent("\(id).csv")))
  }

  static func series(_ file: URL) throws -> MonthlySeries {
    var months: [Month] = []
    var values: [Double?] = []
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      months.append(
        Month(year: try #require(Int(cells[0])), month: try #require(Int(cells[1]))))
      let value = cells[2].isEmpty ? nil : Double(cells[2])
      try #require(value != nil || cells[2].isEmpty)
      values.append(value)
    }
    return try MonthlySeries(months: months, values: values)
  }

  /// Records an issue for every expected entry that is missing or out of tolerance.
  func check(_ values: [(String, [Double])]) throws {
    let table = Dictionary(values, uniquingKeysWith: { first, _ in first })
    for entry in expected {
      let actual = try #require(table[entry.name], "no value '\(entry.name)'")
      #expect(actual.count == entry.values.count)
      for (value, wanted) in zip(actual, entry.values) {
        expectClose(value, wanted, relative: entry.relative, absolute: entry.absolute, entry.name)
      }
    }
  }

  func check(_ values: [(String, Double)]) throws {
    try check(values.map { ($0.0, [$0.1]) })
  }
}

extension StatisticsCase {
  /// The series of a case with its fourth column, the standard uncertainty.
  static func seriesWithUncertainty(_ id: String) throws -> MonthlySeries {
    let file = try #require(folder).appendingPathComponent("\(id).csv")
    let plain = try series(file)
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { !$0[2].isEmpty }
    return try MonthlySeries(
      months: plain.months, values: plain.values, uncertainties: rows.map { Double($0[3]) })
  }
}
