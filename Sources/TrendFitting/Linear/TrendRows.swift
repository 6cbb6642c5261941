// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rows of a trend model: a series on the scale of a design, checked.
struct TrendRows: Sendable {
  let design: TrendDesign
  let months: [Month]
  /// The values on the scale of the design.
  let response: [Double]
  /// One row a month, one column a name of the design.
  let matrix: Matrix
  /// The standard uncertainties on the scale of the design.
  let uncertainties: [Double]?
  /// The months with a value left out for want of a covariate.
  let omitted: [Month]

  var count: Int { months.count }
}

extension TrendRows {
  /// Prepares a series, refusing what no linear trend model can use.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - design: the model.
  ///   - spare: the fewest months beyond one a coefficient.
  /// - Throws: ``FitRefusal``.
  init(_ series: MonthlySeries, _ design: TrendDesign, spare: Int = 2) throws(FitRefusal) {
    var rows: [Int] = []
    var omitted: [Month] = []
    for (row, month) in series.months.enumerated() {
      if design.covariates.allSatisfy({ $0.values[month] != nil }) {
        rows.append(row)
      } else {
        omitted.append(month)
      }
    }
    let names = design.names
    guard rows.count >= names.count + spare else {
      throw FitRefusal(
        .tooShort,
        "\(rows.count) months with a value, expected at least \(names.count + spare) for a model of "
          + "\(names.count) coefficients")
    }
    try Self.checkValues(series, rows, design)
    let table = Self.harmonicTable(design.harmonics)
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * names.count)
    for row in rows { design.appendRow(series.months[row], table, to: &elements) }
    self.design = design
    self.omitted = omitted
    months = rows.map { series.months[$0] }
    switch design.scale {
    case .linear:
      response = rows.map { series.values[$0] }
      uncertainties = series.uncertainties.map { all in rows.map { all[$0] } }
    case .log:
      response = rows.map { Self.logarithm(series.values[$0]) }
      uncertainties = series.uncertainties.map { all in
        rows.map { all[$0] / series.values[$0] }
      }
    }
    matrix = Matrix(rows: rows.count, columns: names.count, elements: elements)
  }

  private static func checkValues(
    _ series: MonthlySeries, _ rows: [Int], _ design: TrendDesign
  ) throws(FitRefusal) {
    let first = series.values[rows[0]]
    guard rows.contains(where: { series.values[$0] != first }) else {
      throw FitRefusal(
        .constant, "all \(rows.count) values are \(first): no spread to fit")
    }
    if design.scale == .log, let bad = rows.first(where: { series.values[$0] <= 0 }) {
      let month = series.months[bad]
      throw FitRefusal(
        .nonPositive,
        "the value of \(month.year)-\(month.month) is \(series.values[bad]), expected a number above "
          + "0 on a log scale; fit it as left-censored or on a linear scale")
    }
    if design.harmonics > 0 {
      var seen = Array(repeating: false, count: 12)
      for row in rows { seen[series.months[row].month - 1] = true }
      if design.harmonics == 1, isQuarterly(seen) { return }
      if let missing = seen.firstIndex(of: false) {
        throw FitRefusal(
          .seasonMissing,
          "month \(missing + 1) of the year never has a value; harmonics would guess it")
      }
    }
  }

  /// Whether the values lie in four months of the year, three months apart: a series of quarters,
  /// which one harmonic fits without a guess.
  private static func isQuarterly(_ seen: [Bool]) -> Bool {
    let months = seen.indices.filter { seen[$0] }
    return months.count == 4 && zip(months, months.dropFirst()).allSatisfy { $1 - $0 == 3 }
  }

  /// cos 2πkt and sin 2πkt at the middle of the 12 months, k from 1.
  static func harmonicTable(_ harmonics: Int) -> [[Double]] {
    (1...12).map { month in
      (0..<harmonics).flatMap { k in
        let angle = 2 * Double.pi * Double(k + 1) * (Double(month) - 0.5) / 12
        return [cos(angle), sin(angle)]
      }
    }
  }

  private static func logarithm(_ x: Double) -> Double { log(x) }

  /// The refusal for a column that a combination of those before it reproduces.
  func dependent(_ index: Int) -> FitRefusal {
    FitRefusal(
      .rankDeficient,
      "coefficient '\(design.names[index])' cannot be told apart from those before it: leave it out"
    )
  }

  /// Refuses values that lie on the model but for rounding: no error is left to estimate.
  func requireSpread(_ rest: [Double]) throws(FitRefusal) {
    let largest = response.reduce(0) { max($0, abs($1)) }
    guard rest.contains(where: { abs($0) > 1e-11 * largest }) else {
      throw FitRefusal(
        .constant, "all \(count) values lie on the model but for rounding: no error to estimate")
    }
  }

  /// The thin QR factors of the rows, or the refusal that names the dependent column.
  func basis() throws(FitRefusal) -> OrthonormalBasis {
    do throws(OrthonormalBasis.DependentColumn) {
      return try OrthonormalBasis(matrix)
    } catch {
      throw dependent(error.index)
    }
  }
}

extension TrendDesign {
  /// Appends the row of a month; every covariate must have a value there.
  func appendRow(_ month: Month, _ table: [[Double]], to elements: inout [Double]) {
    elements.append(1)
    elements.append(month.time - origin)
    elements += table[month.month - 1]
    for step in steps { elements.append(month >= step.from ? 1 : 0) }
    for covariate in covariates { elements.append(covariate.values[month] ?? 0) }
  }

  /// The row of a month; `nil` where a covariate has no value.
  func row(_ month: Month) -> [Double]? {
    guard covariates.allSatisfy({ $0.values[month] != nil }) else { return nil }
    var elements: [Double] = []
    appendRow(month, TrendRows.harmonicTable(harmonics), to: &elements)
    return elements
  }
}
