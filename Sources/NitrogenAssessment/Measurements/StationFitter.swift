// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NumericMethods
import TrendFitting

/// Fits one measured series as asked.
public struct StationFitter: Sendable {
  let request: FitRequest

  /// Makes a fitter.
  public init(_ request: FitRequest) {
    self.request = request
  }

  /// Fits a series; what has no answer is refused with its reason, never guessed.
  ///
  /// - Parameters:
  ///   - series: what was measured.
  ///   - modelled: what a model says of the same station and quantity, if given.
  /// - Returns: the fit, or the refusal.
  public func fit(_ series: MeasurementSeries, modelled: MeasurementSeries? = nil) -> StationFit {
    var fit = FitInTheMaking(series: series, request: request)
    do throws(FitRefusal) {
      let isWeighted = request.weights != nil
      let months = try series.months(
        from: request.from, to: request.to, withUncertainties: isWeighted)
      fit.months = months.months
      fit.add([("n_valid", Double(months.count))])
      do throws(FitRefusal) {
        try model(months, of: series, &fit)
      } catch {
        fit.refusal = error
      }
      if request.tests { tests(months, of: series, &fit) }
      compare(months, of: series, modelled, &fit)
    } catch {
      fit.refusal = error
    }
    return fit.result
  }

  // MARK: - The model

  private func model(
    _ months: MonthlySeries, of series: MeasurementSeries, _ fit: inout FitInTheMaking
  ) throws(FitRefusal) {
    if request.model == .decline {
      try decline(months, &fit)
      return
    }
    let design = design(for: series, months)
    let censored = series.censoredMonths().intersection(months.months)
    if !censored.isEmpty {
      let trend = try CensoredTrend(months, belowLimit: censored, design: design)
      fit.take(trend.estimate, trend.namedValues())
      fit.add([("n_censored", Double(trend.censoredCount))])
    } else if let robust = request.robust {
      let trend = try RobustTrend(months, design: design, weightFunction: robust)
      try Self.checkErrors(trend.fit.scale, trend.estimate)
      fit.take(trend.estimate, trend.namedValues())
    } else if let convention = request.weights {
      try weighted(months, design, convention, &fit)
    } else {
      try unweighted(months, design, &fit)
    }
    if let kind = request.breakKind {
      do throws(FitRefusal) {
        try breakSearch(months, design, kind, &fit)
      } catch {
        fit.breakRefusal = error
      }
    }
    targets(&fit)
  }

  /// The design with what the data can carry: fewer harmonics for quarters and years, and a step
  /// for every change of instrument within the window.
  private func design(for series: MeasurementSeries, _ months: MonthlySeries) -> TrendDesign {
    let origin = request.origin ?? Double(request.baselineYear) + 0.5
    let declared = series.changes.map {
      Month(year: $0.date.year, month: $0.date.month)
    }
    let first = months.months.first
    let last = months.months.last
    let steps = Set(declared + request.steps).sorted().filter { step in
      (first.map { step > $0 } ?? false) && (last.map { step <= $0 } ?? false)
    }
    return TrendDesign(
      origin: origin, scale: request.scale,
      harmonics: min(request.harmonics, series.mostHarmonics),
      steps: steps.map { DeclaredStep(name: "step_\($0.year)_\($0.month)", from: $0) })
  }

  private func unweighted(
    _ months: MonthlySeries, _ design: TrendDesign, _ fit: inout FitInTheMaking
  ) throws(FitRefusal) {
    switch request.errors(for: fit.series.step) {
    case .independent:
      let trend = try LinearTrend(months, design: design)
      let deviation = trend.solution.residualStandardDeviation
      try Self.checkErrors(deviation, trend.estimate)
      fit.take(trend.estimate, trend.namedValues())
      fit.detection = DetectionPower(
        errors: fit.series.step == .year
          ? .annual(deviation: deviation)
          : .autoregressive(
            deviation: deviation, phi: 0, valuesPerYear: fit.valuesPerYear))
    case .ar1:
      let restricted = try AutoregressiveTrend(months, design: design, criterion: .restricted)
      let full = try AutoregressiveTrend(months, design: design, criterion: .likelihood)
      let chosen = request.estimator == .reml ? restricted : full
      fit.take(chosen.estimate, [])
      fit.add(restricted.namedValues() + full.namedValues())
      fit.add([("phi", chosen.phi), ("sigma", chosen.sigma), ("loglik", chosen.logLikelihood)])
      fit.detection = DetectionPower(
        errors: .autoregressive(
          deviation: chosen.sigma, phi: max(0, fit.stepCorrelation(chosen.phi)),
          valuesPerYear: fit.valuesPerYear))
    case .year:
      let trend = try YearEffectTrend(months, design: design)
      fit.take(trend.estimate, trend.namedValues())
      fit.detection = DetectionPower(
        errors: .yearEffect(
          tau: trend.tauYear, sigma: trend.sigma, monthsPerYear: Double(fit.valuesPerYear)))
    }
  }

  /// Refuses values that lie on the model but for rounding: they have no error to speak of.
  private static func checkErrors(
    _ deviation: Double, _ estimate: TrendEstimate
  ) throws(FitRefusal) {
    let largest = estimate.coefficients.reduce(0) { max($0, abs($1)) }
    guard deviation > 1e-13 * largest, estimate.slopeStandardError > 1e-200 else {
      throw FitRefusal(
        .constant, "the values lie on the model but for rounding: there is no error to estimate")
    }
  }

  private func weighted(
    _ months: MonthlySeries, _ design: TrendDesign, _ convention: StandardErrorConvention,
    _ fit: inout FitInTheMaking
  ) throws(FitRefusal) {
    let trend = try LinearTrend(
      months, design: design, weighting: .uncertainty, convention: convention)
    fit.take(trend.estimate, trend.namedValues())
    for (name, other) in [
      ("se_known_sigma", StandardErrorConvention.knownSigma), ("se_scaled", .scaledSigma),
    ] {
      let errors = trend.solution.covariance(other).diagonal.map { $0.squareRoot() }
      fit.add(zip(design.names, errors).map { ("\(name)_\($0)", $1) })
    }
    let freedom = Double(trend.solution.degreesOfFreedom)
    let scale = trend.solution.residualStandardDeviation
    if freedom > 0 { fit.add([("reduced_chisq", scale * scale)]) }
  }

  private func decline(
    _ months: MonthlySeries, _ fit: inout FitInTheMaking
  ) throws(FitRefusal) {
    let origin = request.origin ?? Double(request.baselineYear) + 0.5
    let plain = try ExponentialDecline(months, origin: origin)
    fit.add(plain.namedValues())
    fit.decline = plain
    guard request.weights != nil else { return }
    let weighted = try ExponentialDecline(months, origin: origin, isWeighted: true)
    fit.add(weighted.namedValues())
  }

  private func breakSearch(
    _ months: MonthlySeries, _ design: TrendDesign, _ kind: BreakSearch.Kind,
    _ fit: inout FitInTheMaking
  ) throws(FitRefusal) {
    let search = try BreakSearch(months, design: design, kind: kind)
    fit.add([("break_p", search.pValue)])
    switch search.outcome {
    case .located: break
    case .absent(let why), .vague(let why):
      fit.breakRemark = why
      return
    }
    fit.add([
      ("break_time", search.month.time), ("break_effect", search.effect),
      ("break_se", search.effectStandardError),
    ])
    if let first = search.confidenceSet.first, let last = search.confidenceSet.last {
      fit.add([("break_from", first.time), ("break_to", last.time)])
    }
  }
}
