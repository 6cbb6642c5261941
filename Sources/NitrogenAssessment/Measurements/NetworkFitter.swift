// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import TrendFitting

/// Puts the fits of many stations together.
public enum NetworkFitter {
  /// Pools slopes by quantity and by area, and adjusts probabilities for their number.
  ///
  /// - Parameters:
  ///   - fits: one fit a series.
  ///   - request: what was asked, for the targets.
  /// - Returns: the fits in order of station and quantity, with what they say together.
  public static func combine(_ fits: [StationFit], request: FitRequest) -> NetworkFit {
    let fits = fits.sorted {
      ($0.series.station.code, $0.series.quantity.label)
        < ($1.series.station.code, $1.series.quantity.label)
    }
    let quantities = Set(fits.map(\.series.quantity)).sorted { $0.label < $1.label }
    var pooled: [PooledGroup] = []
    var areas: [PooledGroup] = []
    for quantity in quantities {
      let own = fits.filter { $0.series.quantity == quantity }
      if own.count > 1 { pooled.append(group(own, quantity, area: nil, request)) }
      var groups = Set(own.flatMap(\.series.station.areas)).sorted().map { area in
        group(
          own.filter { $0.series.station.areas.contains(area) }, quantity, area: area, request)
      }
      for (index, p) in adjusted(groups.map(\.p)).enumerated() { groups[index].adjustedP = p }
      areas += groups
    }
    return NetworkFit(stations: fits, pooled: pooled, areas: areas, adjusted: adjusted(fits))
  }

  private static func group(
    _ fits: [StationFit], _ quantity: MeasuredQuantity, area: AreaCode?, _ request: FitRequest
  ) -> PooledGroup {
    let fitted = fits.filter { $0.estimate != nil }
    let estimates = fitted.compactMap(\.estimate)
    let pooled = try? PooledSlopes(
      slopes: estimates.map(\.slope), standardErrors: estimates.map(\.slopeStandardError))
    let only = estimates.count == 1 ? estimates.first : nil
    return PooledGroup(
      quantity: quantity, area: area, stations: fitted.map(\.series.station.code),
      slope: pooled?.random.slope ?? only?.slope,
      standardError: pooled?.random.standardError ?? only?.slopeStandardError,
      p: pooled?.random.pTwoSided ?? only?.slopePValue, slopes: pooled,
      refused: fits.filter { $0.estimate == nil }.map(\.series.station.code),
      detection: detection(fitted, request),
      compared: fitted.count { $0.comparison?.difference != nil }, verdict: verdict(fitted))
  }

  /// The year from which stations together could confirm each target.
  ///
  /// Months of different stations are taken as independent and the effect of a year as common to
  /// all of them, since weather is: more stations make the months count less, not the years.
  private static func detection(
    _ fits: [StationFit], _ request: FitRequest
  ) -> [PooledGroup.Detection] {
    let effects = fits.compactMap { fit -> (tau: Double, sigma: Double)? in
      guard let tau = fit.value("tau_year"), let sigma = fit.value("sigma") else { return nil }
      return (tau, sigma)
    }
    guard let step = fits.first?.series.step, !effects.isEmpty, effects.count == fits.count,
      request.scale == .log
    else { return [] }
    let count = Double(effects.count)
    func rootMeanSquare(_ values: [Double]) -> Double {
      (values.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    }
    let power = DetectionPower(
      errors: .yearEffect(
        tau: rootMeanSquare(effects.map(\.tau)), sigma: rootMeanSquare(effects.map(\.sigma)),
        monthsPerYear: Double(step.valuesPerYear) * count))
    return request.targets.compactMap { target in
      let trend = target.logTrend(since: request.baselineYear)
      return power.yearsNeeded(trend: abs(trend)).map {
        PooledGroup.Detection(target: target, year: request.baselineYear + $0)
      }
    }
  }

  /// Whether measured and modelled trends agree over stations: pooled difference of the trends.
  private static func verdict(_ fits: [StationFit]) -> TrendDifference.Verdict? {
    let differences = fits.compactMap { $0.comparison?.difference }
    guard !differences.isEmpty else {
      return fits.contains { $0.comparison != nil } ? .cannotTell : nil
    }
    if let only = differences.first, differences.count == 1 { return only.verdict }
    let pooled = try? PooledSlopes(
      slopes: differences.map(\.difference), standardErrors: differences.map(\.standardError))
    guard let pooled else { return .cannotTell }
    let difference = try? TrendDifference(
      measured: pooled.random.slope, measuredStandardError: pooled.random.standardError,
      modelled: 0, modelledStandardError: 0,
      relevantDifference: ModelComparison.relevantDifference)
    return difference?.verdict ?? .cannotTell
  }

  /// Benjamini-Hochberg over the series of each quantity that have a slope.
  private static func adjusted(_ fits: [StationFit]) -> [Double?] {
    var found = [Double?](repeating: nil, count: fits.count)
    for quantity in Set(fits.map(\.series.quantity)) {
      let own = fits.indices.filter { fits[$0].series.quantity == quantity }
      let p = adjusted(own.map { fits[$0].estimate?.slopePValue })
      for (index, value) in zip(own, p) { found[index] = value }
    }
    return found
  }

  /// Benjamini-Hochberg over what is known.
  private static func adjusted(_ p: [Double?]) -> [Double?] {
    guard let adjusted = try? FalseDiscovery.adjusted(p.compactMap { $0 }) else {
      return p.map { _ in nil }
    }
    var next = adjusted.makeIterator()
    return p.map { $0 == nil ? nil : next.next() }
  }
}
