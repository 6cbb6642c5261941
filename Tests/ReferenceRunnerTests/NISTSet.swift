// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import NumericMethods
import Testing

@testable import ReferenceRunner

/// One of NIST's Statistical Reference Datasets, out of the tables in `Fixtures/nist-strd/`.
struct NISTSet {
  let name: String
  let table: ReferenceTable
  /// The certified values with their tolerances; a standard error has `se_` before its name.
  var expected: [ReferenceCase.Expected]
  let observations: Int
  /// One row a coefficient, cells by column.
  private let coefficients: [[String: String]]
  private let isLinear: Bool

  static let linear = [
    "filip", "longley", "noint1", "noint2", "norris", "pontius", "wampler1", "wampler2", "wampler3",
    "wampler4", "wampler5",
  ]

  static let nonlinear = [
    "bennett5", "boxbod", "chwirut1", "chwirut2", "danwood", "eckerle4", "enso", "gauss1", "gauss2",
    "gauss3", "hahn1", "kirby2", "lanczos1", "lanczos2", "lanczos3", "mgh09", "mgh10", "mgh17",
    "misra1a", "misra1b", "misra1c", "misra1d", "nelson", "rat42", "rat43", "roszman1", "thurber",
  ]

  static let folder = FixturePaths.fixtures.appendingPathComponent("nist-strd")

  init(_ name: String) throws {
    self.name = name
    isLinear = Self.linear.contains(name)
    table = try ReferenceTable(file: Self.folder.appendingPathComponent("data/\(name).csv"))
    let file = isLinear ? "linear.csv" : "nonlinear-certified.csv"
    coefficients = try Self.rows(file).filter { $0["set"] == name }
    let summary = try Self.row("summary.csv", name)
    let tolerances = try Self.row("tolerances.csv", name)
    observations = try Int(Self.number(summary, "observations"))

    var expected: [ReferenceCase.Expected] = []
    func add(
      _ name: String, _ row: [String: String], _ column: String, _ tolerance: String
    ) throws {
      let hasAbsolute = tolerance == "standard_error" || tolerance == "residual"
      expected.append(
        ReferenceCase.Expected(
          name: name, values: [try Self.number(row, column)], isList: false, note: "",
          relative: try Self.number(tolerances, tolerance),
          absolute: hasAbsolute ? try Self.number(tolerances, "absolute") : 0))
    }
    for row in coefficients {
      let name = try #require(row["name"])
      try add(name, row, "value", "value")
      try add("se_\(name)", row, "standard_error", "standard_error")
    }
    try add("residual_sd", summary, "residual_standard_deviation", "residual")
    if isLinear {
      try add("r_squared", summary, "r_squared", "r_squared")
    } else {
      try add("rss", summary, "residual_sum_of_squares", "residual")
    }
    self.expected = expected
  }

  /// The lines of a table of the folder, cells by column.
  static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(lines.first)
    return try lines.dropFirst().map { cells in
      try #require(cells.count == names.count, "\(file): \(cells)")
      return Dictionary(uniqueKeysWithValues: zip(names, cells))
    }
  }

  private static func row(_ file: String, _ name: String) throws -> [String: String] {
    let rows = try rows(file).filter { $0["set"] == name }
    try #require(rows.count == 1, "\(file) must have one row of \(name)")
    return rows[0]
  }

  private static func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap { Double($0) }, "\(column) of \(row)")
  }

  /// A column of the coefficients' table.
  func numbers(_ column: String) throws -> [Double] {
    try coefficients.map { try Self.number($0, column) }
  }

  /// A certified value.
  func certified(_ name: String) throws -> Double {
    try #require(expected.first { $0.name == name }?.values.first)
  }

  /// What of the certified values the numbers miss.
  func misses(_ values: [String: [Double]]) -> [String] {
    ReferenceCheck.compare(values, with: expected).filter { !$0.passes }.map {
      "\(name) \($0) (relative \($0.relativeError))"
    }
  }
}

extension NISTSet {
  /// Fits a linear set; the terms are 1, a column or a power of a column: x^2.
  func linearFit() throws -> [String: [Double]] {
    let columns = try coefficients.map { row -> [Double] in
      let parts = try #require(row["term"]).split(separator: "^").map(String.init)
      if parts == ["1"] { return Array(repeating: 1, count: observations) }
      let power = parts.count == 2 ? try #require(Int(parts[1])) : 1
      return try table.numbers(parts[0]).map { x in (0..<power).reduce(1.0) { v, _ in v * x } }
    }
    let fit = try LinearLeastSquares(
      design: Matrix(columns: columns), response: table.numbers("y"))
    var values = ["residual_sd": [fit.residualStandardDeviation]]
    values["r_squared"] = fit.rSquared.map { [$0] }
    let errors = fit.standardErrors(.scaledSigma)
    for (index, row) in coefficients.enumerated() {
      let name = try #require(row["name"])
      values[name] = [fit.coefficients[index]]
      values["se_\(name)"] = [errors[index]]
    }
    return values
  }

  /// Fits a nonlinear set from `start1` or `start2`; without exact derivatives if so asked.
  func nonlinearFit(
    _ start: String, options: NonlinearLeastSquares.Options = NonlinearLeastSquares.Options(),
    isExact: Bool = true
  ) throws -> NonlinearLeastSquares {
    let start = try numbers(start)
    let formulas = try Self.row("nonlinear-models.csv", name)
    let left = try ModelExpression(
      #require(formulas["response"]), columns: table.names, parameterCount: 0)
    let right = try ModelExpression(
      #require(formulas["model"]), columns: table.names, parameterCount: start.count)
    let rows = try table.wideRows()
    let response = rows.map { left.wideValue(row: $0) }
    let narrow = rows.map { $0.map { Double($0) } }
    let inexact = NonlinearModel(pointCount: rows.count, parameterCount: start.count) {
      parameters, values in
      for (index, row) in narrow.enumerated() {
        values[index] = right.value(row: row, parameters: parameters)
      }
    }
    return try NonlinearLeastSquares(
      isExact ? right.model(rows: rows, response: response) : inexact,
      response: response.map { Double($0) }, start: start, options: options)
  }
}
