// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NumericMethods
public import TrendFitting

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

  // MARK: - Targets and detection

  private func targets(_ fit: inout FitInTheMaking) {
    guard let estimate = fit.estimate else { return }
    let targets = request.targets.map { (reduction: $0.reduction, year: $0.year) }
      .sorted { ($0.year, $0.reduction) < ($1.year, $1.reduction) }
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
    for target in targets {
      let trend = FitRequest.Target(year: target.year, reduction: target.reduction)
        .logTrend(since: request.baselineYear)
      guard trend != 0, let years = power.yearsNeeded(trend: abs(trend)) else { continue }
      let name = TrendEstimate.targetName(target.reduction, target.year)
      fit.add([
        ("detect_years_\(name)", Double(years)),
        ("detect_from_\(name)", Double(request.baselineYear + years)),
      ])
    }
  }

  // MARK: - Rank tests

  private func tests(
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

  // MARK: - Modelled

  private func compare(
    _ months: MonthlySeries, of series: MeasurementSeries, _ modelled: MeasurementSeries?,
    _ fit: inout FitInTheMaking
  ) {
    guard let modelled else { return }
    fit.isCompared = true
    do throws(FitRefusal) {
      let modelled = try modelled.inSteps(of: series)
      let model = try modelled.months(
        from: months.months.first, to: months.months.last, withUncertainties: false)
      let values = Dictionary(uniqueKeysWithValues: zip(model.months, model.values))
      let evaluation = try ModelEvaluation(
        measured: months.values.map { $0 }, modelled: months.months.map { values[$0] })
      fit.add(evaluation.namedValues().map { ("model_\($0.0)", $0.1) })
      fit.evaluation = evaluation
      guard let measured = fit.estimate else {
        throw fit.refusal ?? FitRefusal(.tooShort, "the measured series has no trend")
      }
      let other = try modelledTrend(model, measured.design.withoutSteps, step: series.step)
      let difference = try TrendDifference(
        measured: measured.slope, measuredStandardError: measured.slopeStandardError,
        modelled: other.slope, modelledStandardError: other.slopeStandardError,
        relevantDifference: ModelComparison.relevantDifference
          * (request.scale == .log ? 1 : mean(months.values)))
      fit.add(difference.namedValues())
      fit.difference = difference
    } catch {
      fit.comparisonRefusal = error
    }
  }

  /// The mean of values, taken as 1 where it is not above 0.
  private func mean(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    return mean > 0 ? mean : 1
  }

  /// The trend of the modelled series, with errors of the kind the measured one was fitted with.
  private func modelledTrend(
    _ model: MonthlySeries, _ design: TrendDesign, step: MeasurementPeriod.Step
  ) throws(FitRefusal) -> TrendEstimate {
    switch request.errors(for: step) {
    case .independent: try LinearTrend(model, design: design).estimate
    case .ar1: try AutoregressiveTrend(model, design: design).estimate
    case .year: try YearEffectTrend(model, design: design).estimate
    }
  }
}

extension ModelComparison {
  /// The difference of two trends that matters, on the log scale per year: 1 % a year, about half of
  /// what the path asks.
  public static let relevantDifference = 0.01
}

extension TrendDesign {
  /// The design without steps of instruments.
  var withoutSteps: TrendDesign {
    TrendDesign(origin: origin, scale: scale, harmonics: harmonics)
  }
}
