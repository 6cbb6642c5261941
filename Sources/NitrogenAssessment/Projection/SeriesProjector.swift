// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Works out where one series is heading and how probable its targets are.
///
/// With w = σ² (1 - ρ) the part of the inventory's error that two years do not share (σ = U/2) and s
/// the scatter of the years around their line: two known years differ by an error of variance 2 w. A
/// year ahead has the scatter s of its own, in which the series shows such an error as far as it
/// scatters, so only 2 max(0, w - s²) is added: no noise is counted twice.
struct SeriesProjector {
  let context: AssessmentContext

  /// What is known of a series that has a verdict of its own.
  struct Subject {
    let labels: [String]
    let series: EmissionSeries
    let years: [AssessedYear]
    let baseline: Baseline
    let assessed: AssessedYear
    let targets: [Target]
  }

  /// What came of it.
  struct Findings {
    var projections: [Projection] = []
    /// Why there is no projection.
    var reason: Reason?
    /// The probability by which each target is judged, by target year.
    var decisive: [Int: Double] = [:]
    /// Why a target without a decisive probability has none.
    var whyPathOnly: Reason?
    var keys: [PolicyKey] = []
    var silent: [PolicyKey] = []
    /// The case behind the first projection, for zones taken together.
    var drawn: ProjectionCase?
  }

  /// The correlations between two years' errors to show, the given one first.
  struct Correlations {
    let given: Double?
    let shown: [Double]

    /// All, the given one first.
    var all: [Double] { (given.map { [$0] } ?? []) + shown }

    init(_ policy: Policy) {
      given = policy.number("uncertainty.rho")
      shown = (policy.numbers("uncertainty.rho.shown") ?? []).sorted()
    }
  }

  /// Projects a series.
  func findings(_ subject: Subject) -> Findings {
    var findings = Findings()
    let key = PolicyKey.uncertainty(subject.series.slice, subject.series.pollutant)
    findings.keys += [key, "uncertainty.rho", "uncertainty.rho.shown"]
    guard let half = context.policy.number(key) else {
      findings.silent.append(key)
      findings.reason = Reason(
        "unresolved(\(key))", "policy is silent on the uncertainty of the inventory: \(key)")
      findings.whyPathOnly = findings.reason
      return findings
    }
    let correlations = Correlations(context.policy)
    if correlations.given == nil {
      findings.silent.append("uncertainty.rho")
      findings.whyPathOnly = Reason(
        "unresolved(uncertainty.rho)",
        "read from the path alone: no pack gives how far the inventory errors of two years go "
          + "together (uncertainty.rho)")
    }
    guard !correlations.all.isEmpty else {
      findings.reason = findings.whyPathOnly
      return findings
    }
    project(subject, half: half, correlations, into: &findings)
    return findings
  }

  private func project(
    _ subject: Subject, half: Double, _ correlations: Correlations, into findings: inout Findings
  ) {
    let assessedYear = subject.assessed.point.year
    let passed = subject.targets.filter { $0.year <= assessedYear }
    let ahead = subject.targets.filter { $0.year > assessedYear }
    var outcomes: [ProjectionOutcome] = []
    let sampler = ProjectionSampler(
      draws: context.options.draws, seed: context.options.seed)
    if let known = knownCase(subject, passed, half: half, correlations) {
      outcomes.append(sampler.outcome(of: known))
    }
    var model = ProjectionModel.none
    var trend: EmissionTrend?
    if !ahead.isEmpty {
      findings.keys += ["projection.model", "projection.window", "status.minimum-years"]
      let outlook = outlook(subject, &findings)
      model = outlook.model
      trend = outlook.trend
      if let trend {
        let one = trendCase(subject, trend, ahead, half: half, correlations)
        findings.drawn = one
        outcomes.append(sampler.outcome(of: one))
      }
    }
    guard !outcomes.isEmpty else {
      findings.reason = findings.reason ?? findings.whyPathOnly
      return
    }
    findings.reason = nil
    let projection = self.projection(
      outcomes, model: model, trend: trend, half: half, correlations, targets: subject.targets)
    findings.projections = [projection]
    findings.decisive = decisive(outcomes, subject.targets, correlations)
  }

  // MARK: - Cases

  /// Targets whose year has passed: only the inventory is uncertain.
  private func knownCase(
    _ subject: Subject, _ targets: [Target], half: Double, _ correlations: Correlations
  ) -> ProjectionCase? {
    let known = targets.compactMap { target -> (target: Target, ratio: Double)? in
      guard
        let year = subject.years.first(where: {
          $0.point.year == target.year && !$0.point.provisional
        }), let reduction = year.reduction, reduction.value < 1
      else { return nil }
      return (target, log(1 - reduction.value))
    }
    guard !known.isEmpty else { return nil }
    return ProjectionCase(
      labels: subject.labels + ["known"], years: known.map(\.target.year),
      location: known.map(\.ratio), parameters: [], residual: known.map { _ in 0 },
      degreesOfFreedom: nil,
      inventory: correlations.all.map { (2 * Self.unshared(half, $0)).squareRoot() },
      measures: [], targets: known.flatMap { wanted($0.target) })
  }

  /// Targets ahead, along the line through the known years.
  private func trendCase(
    _ subject: Subject, _ trend: EmissionTrend, _ targets: [Target], half: Double,
    _ correlations: Correlations
  ) -> ProjectionCase {
    let last = targets.map(\.year).max() ?? subject.assessed.point.year
    let years = Array((subject.assessed.point.year + 1)...last)
    let start = log(subject.baseline.emission.kilogramsPerYear)
    let scatter = trend.residual * trend.residual
    return ProjectionCase(
      labels: subject.labels, years: years, location: years.map { trend.location($0) - start },
      parameters: trend.loadings(years), residual: years.map { _ in trend.residual },
      degreesOfFreedom: trend.degreesOfFreedom,
      inventory: correlations.all.map {
        (2 * max(0, Self.unshared(half, $0) - scatter)).squareRoot()
      },
      measures: [], targets: targets.flatMap(wanted))
  }

  /// σ² (1 - ρ): the variance of the part of a year's inventory error that no other year shares.
  static func unshared(_ half: Double, _ rho: Double) -> Double {
    half * half / 4 * (1 - rho)
  }

  /// The band of a target, and the edge by which it is judged.
  private func wanted(_ target: Target) -> [ProjectionTarget] {
    let edge = target.band.at(context.edge)
    return [
      ProjectionTarget(year: target.year, band: target.band),
      ProjectionTarget(year: target.year, band: Band(low: edge, high: edge)),
    ]
  }

  // MARK: - The line

  private func outlook(
    _ subject: Subject, _ findings: inout Findings
  ) -> (model: ProjectionModel, trend: EmissionTrend?) {
    let policy = context.policy
    guard let model = policy.text("projection.model").flatMap({ ProjectionModel(rawValue: $0) })
    else {
      refuse(unresolved: "projection.model", &findings)
      return (.none, nil)
    }
    guard model != .none else {
      findings.whyPathOnly = Reason("noProjection", "no projection is asked for")
      return (.none, nil)
    }
    guard let window = policy.number("projection.window") else {
      refuse(unresolved: "projection.window", &findings)
      return (.none, nil)
    }
    guard let fewest = policy.number("status.minimum-years") else {
      refuse(unresolved: "status.minimum-years", &findings)
      return (.none, nil)
    }
    let assessed = subject.assessed.point.year
    let points = subject.years.map(\.point).filter {
      $0.basis == .stated && !$0.provisional && $0.year <= assessed
        && $0.year >= assessed - Int(window)
    }
    let known = points.compactMap { point in
      point.completeEmission.map { (year: point.year, emission: $0.kilogramsPerYear) }
    }
    guard known.count >= Int(fewest) else {
      findings.whyPathOnly = Reason(
        "tooFewYearsForProbability",
        "read from the path alone: \(known.count) whole years since \(assessed - Int(window)), a "
          + "probability needs \(Int(fewest))")
      return (.none, nil)
    }
    do throws(TrendRefusal) {
      let trend = try EmissionTrend(
        known, model: model, halfLife: policy.number("projection.half-life"))
      return (model, trend)
    } catch {
      findings.whyPathOnly = Reason(
        "noTrend", "read from the path alone: \(error.sentence)")
      return (.none, nil)
    }
  }

  private func refuse(unresolved key: PolicyKey, _ findings: inout Findings) {
    findings.silent.append(key)
    findings.whyPathOnly = Reason("unresolved(\(key))", "policy is silent: \(key) has no value")
  }

  // MARK: - Results

  private func projection(
    _ outcomes: [ProjectionOutcome], model: ProjectionModel, trend: EmissionTrend?, half: Double,
    _ correlations: Correlations, targets: [Target]
  ) -> Projection {
    let rhos = correlations.all
    let probabilities = rhos.enumerated().map { index, rho in
      Projection.AtCorrelation(
        rho: rho, isGiven: index == 0 && correlations.given != nil,
        targets: targets.compactMap { target in
          for outcome in outcomes {
            if let found = outcome.probabilities[index].first(where: { $0.year == target.year }) {
              return found
            }
          }
          return nil
        })
    }
    return Projection(
      model: model, measureSet: .existingMeasures, measures: [],
      trend: trend.map {
        Projection.Trend(
          years: $0.years, slope: $0.slope, standardError: $0.slopeStandardError,
          residual: $0.residual, degreesOfFreedom: $0.degreesOfFreedom)
      },
      uncertainty: Fraction(half), probabilities: probabilities, fanCorrelation: rhos[0],
      fan: trend == nil ? [] : outcomes.last?.fan ?? [],
      shares: outcomes.flatMap(\.shares), draws: outcomes.compactMap(\.draws).first)
  }

  /// The probability at the deciding edge of every target, at the given correlation.
  private func decisive(
    _ outcomes: [ProjectionOutcome], _ targets: [Target], _ correlations: Correlations
  ) -> [Int: Double] {
    guard correlations.given != nil else { return [:] }
    var found: [Int: Double] = [:]
    for outcome in outcomes {
      // Each target stands twice: its band, then the edge that decides.
      for probability in outcome.probabilities.first ?? [] {
        found[probability.year] = probability.low
      }
    }
    return found
  }
}
