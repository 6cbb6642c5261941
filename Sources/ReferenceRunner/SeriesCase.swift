// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericMethods
import TrendFitting

/// A case of a monthly series: columns `year`, `month`, `value` and perhaps `u`, its uncertainty.
enum SeriesCase {
  static func run(_ reference: ReferenceCase) throws(ReferenceCaseError) -> [ReferenceCheck] {
    let model = SeriesModel(reference)
    guard let compute = computation(reference, model) else {
      throw ReferenceCaseError(notSupported: "the model '\(reference.model ?? "")'")
    }
    let series = try series(reference.table)
    let values: [(String, Double)]
    do throws(FitRefusal) {
      values = try compute(series)
    } catch {
      throw ReferenceCaseError("\(error)")
    }
    return ReferenceCheck.compare(
      Dictionary(grouping: values, by: \.0).mapValues { $0.map(\.1) }, with: reference.expected)
  }

  private typealias Computation = (MonthlySeries) throws(FitRefusal) -> [(String, Double)]

  private static func computation(
    _ reference: ReferenceCase, _ model: SeriesModel
  ) -> Computation? {
    if reference.methodText("test").contains("Mann-Kendall") {
      return { (series) throws(FitRefusal) in try NonparametricTrend(series).namedValues() }
    }
    guard let origin = model.origin else { return nil }
    if model.isExponential {
      return { (series) throws(FitRefusal) in try exponential(series, origin: origin) }
    }
    guard let design = model.design else { return nil }
    let fit = reference.methodText("fit")
    if model.hasYearEffect {
      return { (series) throws(FitRefusal) in
        let trend = try YearEffectTrend(series, design: design)
        return trend.namedValues()
          + trend.estimate.namedTargetValues(base: model.base, targets: model.targets)
      }
    }
    if !reference.methodText("definition").isEmpty, !model.targets.isEmpty {
      return { (series) throws(FitRefusal) in
        try AutoregressiveTrend(series, design: design).estimate.namedTargetValues(
          base: model.base, targets: model.targets)
      }
    }
    if fit.contains("GLS"), fit.contains("phi") {
      return { (series) throws(FitRefusal) in
        try AutoregressiveTrend(series, design: design, criterion: .restricted).namedValues()
          + AutoregressiveTrend(series, design: design, criterion: .likelihood).namedValues()
      }
    }
    if fit == "OLS" {
      return { (series) throws(FitRefusal) in
        let trend = try LinearTrend(series, design: design)
        return trend.namedValues()
          + trend.namedLists(model.predictedMonths).flatMap { name, list in list.map { (name, $0) }
          }
      }
    }
    return nil
  }

  /// The unweighted fit, and the weighted one where the series has uncertainties.
  private static func exponential(
    _ series: MonthlySeries, origin: Double
  ) throws(FitRefusal) -> [(String, Double)] {
    var values = try ExponentialDecline(series, origin: origin).namedValues()
    if series.uncertainties != nil {
      values += try ExponentialDecline(series, origin: origin, isWeighted: true).namedValues()
    }
    return values
  }

  private static func series(_ table: ReferenceTable) throws(ReferenceCaseError) -> MonthlySeries {
    let (years, numbers) = (try table.numbers("year"), try table.numbers("month"))
    var months: [Month] = []
    for (year, number) in zip(years, numbers) {
      guard let year = Int(exactly: year), let month = Int(exactly: number),
        (1...12).contains(month)
      else { throw ReferenceCaseError("\(year)-\(number) is not a month") }
      months.append(Month(year: year, month: month))
    }
    let values = try table.optional("value")
    let uncertainties = table.has("u") ? try table.optional("u") : nil
    do throws(FitRefusal) {
      return try MonthlySeries(months: months, values: values, uncertainties: uncertainties)
    } catch {
      throw ReferenceCaseError("\(error)")
    }
  }
}

/// A case of a straight line with errors in both variables.
enum YorkCase {
  static func run(_ reference: ReferenceCase) throws(ReferenceCaseError) -> [ReferenceCheck] {
    let table = reference.table
    let (x, y) = (try table.numbers("x"), try table.numbers("y"))
    let (sx, sy) = (try table.numbers("sx"), try table.numbers("sy"))
    let correlations = table.has("r") ? try table.numbers("r") : nil
    let line: YorkLine
    do throws(FitRefusal) {
      line = try YorkLine(
        x: x, y: y, xUncertainties: sx, yUncertainties: sy, correlations: correlations)
    } catch {
      throw ReferenceCaseError("\(error)")
    }
    return ReferenceCheck.compare(
      Dictionary(grouping: line.namedValues(), by: \.0).mapValues { $0.map(\.1) },
      with: reference.expected)
  }
}
