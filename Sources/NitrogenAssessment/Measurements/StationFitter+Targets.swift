// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods
import TrendFitting

/// What stands beside the model: targets, detection, rank tests.
extension StationFitter {
  func targets(_ fit: inout FitInTheMaking) {
    guard let estimate = fit.estimate else { return }
    let sorted = request.targets.sorted()
    let targets = sorted.map { (reduction: $0.reduction, year: $0.year) }
    // The names are those of a log scale; on a linear one the slope bears its own name already.
    fit.add(
      estimate.namedTargetValues(base: request.baselineYear, targets: targets)
        .filter { request.scale == .log || $0.0 != "slope_log_per_year" })
    let slope = estimate.slopeInterval()
    fit.add([("slope_ci95_low", slope.lower), ("slope_ci95_high", slope.upper)])
    fit.add([("slope_p", estimate.slopePValue)])
    if let drift = request.drift {
      let values = estimate.namedTargetValues(
        base: request.baselineYear, targets: targets, drift: DriftVariance(perYear: drift))
      fit.add([("drift_variance_per_year", drift)])
      fit.add(
        values.filter { !$0.0.hasPrefix("slope") && !$0.0.hasPrefix("change") }
          .map { ("drift_\($0.0)", $0.1) })
    }
    guard let power = fit.detection, request.scale == .log else { return }
    for target in sorted {
      let trend = target.logTrend(since: request.baselineYear)
      guard trend != 0, let years = power.yearsNeeded(trend: abs(trend)) else { continue }
      fit.add([
        ("detect_years_\(target.name)", Double(years)),
        ("detect_from_\(target.name)", Double(request.baselineYear + years)),
      ])
    }
  }

  // MARK: - Rank tests

  func tests(
    _ months: MonthlySeries, of series: MeasurementSeries, _ fit: inout FitInTheMaking
  ) {
    do throws(FitRefusal) {
      if series.step == .month {
        let trend = try NonparametricTrend(months)
        fit.add(trend.namedValues())
        fit.sen = trend.theilSen
        fit.seasonal = trend.seasonal
        if let corrected = try? HamedRao(months) { fit.add(corrected.namedValues()) }
      } else {
        fit.add(try MannKendall(months).namedValues())
        let sen = try TheilSen(months)
        fit.add(sen.namedValues())
        fit.sen = sen
      }
      if request.bootstrap > 0 {
        let bootstrap = try SlopeBootstrap(
          months, replicates: request.bootstrap, key: fit.key(seed: request.seed))
        fit.add(bootstrap.namedValues())
      }
    } catch {
      fit.testRefusal = error
    }
  }
}
