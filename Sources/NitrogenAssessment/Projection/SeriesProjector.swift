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
/// year ahead has the scatter s of its own, which holds such errors as far as the years show them, so
/// only max(0, 2 w - s²) is added: no noise is counted twice.
struct SeriesProjector {
  let context: AssessmentContext

  /// What is known of a series that has a verdict of its own.
  struct Subject {
    let labels: [String]
    /// The emission of a territory, slice and pollutant of the same source in a year.
    let emission: (Territory, SectorSlice, Pollutant, Int) -> EmissionRate?
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

    /// All, each once, the given one first.
    var all: [Double] { (given.map { [$0] } ?? []) + shown.filter { $0 != given } }

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
        "unresolved(\(key))", "policy is silent on the uncertainty of the inventory: \(key)",
        ["key": .key(key)], phrase: "unresolvedUncertainty")
      findings.whyPathOnly = findings.reason
      return findings
    }
    let correlations = Correlations(context.policy)
    if correlations.given == nil {
      findings.silent.append("uncertainty.rho")
      findings.whyPathOnly = Reason(
        "unresolved(uncertainty.rho)",
        "read from the path alone: no pack gives how far the inventory errors of two years go "
          + "together (uncertainty.rho)", phrase: "unresolvedRho")
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
    let sampler = ProjectionSampler(draws: context.options.draws, seed: context.options.seed)
    let assessedYear = subject.assessed.point.year
    let passed = subject.targets.filter { $0.year <= assessedYear }
    let ahead = subject.targets.filter { $0.year > assessedYear }
    let known = knownCase(subject, passed, half: half, correlations).map { sampler.outcome(of: $0) }
    let outlook = ahead.isEmpty ? nil : self.outlook(subject, &findings)
    for set in MeasureSet.allCases {
      var view: View?
      if let outlook {
        view = self.view(subject, outlook, set, ahead, half: half, correlations, &findings)
      }
      // A second projection only where more is planned than is secured.
      if set != .existingMeasures, view?.isDistinct != true { continue }
      let outcomes = [known, view.map { sampler.outcome(of: $0.projectionCase) }].compactMap { $0 }
      guard !outcomes.isEmpty else { continue }
      findings.projections.append(
        projection(
          outcomes, set: set, outlook: outlook, view: view, half: half, correlations,
          targets: subject.targets))
      if set == .existingMeasures {
        findings.decisive = decisive(outcomes, correlations)
        findings.drawn = view?.projectionCase
      }
    }
    if findings.projections.isEmpty { findings.reason = findings.whyPathOnly }
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
        }), let reduction = year.reduction
      else { return nil }
      // Of an emission that is gone, -∞: whatever share of it the error is, the target is met.
      return (target, log(max(0, 1 - reduction.value)))
    }
    guard !known.isEmpty else { return nil }
    return ProjectionCase(
      labels: subject.labels + ["known"], years: known.map(\.target.year),
      location: known.map(\.ratio), parameters: [], residual: known.map { _ in 0 },
      degreesOfFreedom: nil,
      inventory: correlations.all.map { (2 * Self.unshared(half, $0)).squareRoot() },
      measures: [], targets: known.flatMap { wanted($0.target) })
  }

  /// σ² (1 - ρ): the variance of the part of a year's inventory error that no other year shares.
  static func unshared(_ half: Double, _ rho: Double) -> Double {
    half * half / 4 * (1 - rho)
  }

  /// The band of a target, and the edge by which it is judged.
  func wanted(_ target: Target) -> [ProjectionTarget] {
    let edge = target.band.at(context.edge)
    return [
      ProjectionTarget(year: target.year, band: target.band),
      ProjectionTarget(year: target.year, band: Band(low: edge, high: edge)),
    ]
  }

  // MARK: - The years ahead

  /// How the years ahead follow from those that are known.
  struct Outlook {
    let model: ProjectionModel
    /// The line through the known years; a plan takes its scatter.
    let trend: EmissionTrend
  }

  private func outlook(_ subject: Subject, _ findings: inout Findings) -> Outlook? {
    findings.keys += ["projection.model", "projection.window", "status.minimum-years"]
    let policy = context.policy
    guard let model = policy.text("projection.model").flatMap({ ProjectionModel(rawValue: $0) })
    else { return refuse(unresolved: "projection.model", &findings) }
    guard model != .none else {
      findings.whyPathOnly = Reason("noProjection", "no projection is asked for")
      return nil
    }
    guard let window = policy.number("projection.window") else {
      return refuse(unresolved: "projection.window", &findings)
    }
    guard let fewest = policy.number("status.minimum-years") else {
      return refuse(unresolved: "status.minimum-years", &findings)
    }
    let assessed = subject.assessed.point.year
    let known = subject.years.map(\.point).filter {
      $0.basis == .stated && !$0.provisional && $0.year <= assessed
        && $0.year >= assessed - Int(window)
    }.compactMap { point in
      point.completeEmission.map { (year: point.year, emission: $0.kilogramsPerYear) }
    }
    guard known.count >= Int(fewest) else {
      findings.whyPathOnly = Reason(
        "tooFewYearsForProbability",
        "read from the path alone: \(known.count) whole years since \(assessed - Int(window)), a "
          + "probability needs \(Int(fewest))",
        [
          "count": .count(known.count), "since": .year(assessed - Int(window)),
          "needed": .count(Int(fewest)),
        ])
      return nil
    }
    do throws(TrendRefusal) {
      let halfLife = policy.number("projection.half-life")
      if halfLife != nil { findings.keys.append("projection.half-life") }
      return Outlook(
        model: model, trend: try EmissionTrend(known, model: model, halfLife: halfLife))
    } catch {
      findings.whyPathOnly = Reason(
        "noTrend", "read from the path alone: \(error.sentence)",
        ["why": .tellings([error.telling])])
      return nil
    }
  }

  private func refuse(unresolved key: PolicyKey, _ findings: inout Findings) -> Outlook? {
    findings.silent.append(key)
    findings.whyPathOnly = Reason(silent: key)
    return nil
  }

  // MARK: - Results

  private func projection(
    _ outcomes: [ProjectionOutcome], set: MeasureSet, outlook: Outlook?, view: View?,
    half: Double, _ correlations: Correlations, targets: [Target]
  ) -> Projection {
    let rhos = correlations.all
    let probabilities = rhos.enumerated().map { index, rho in
      Projection.AtCorrelation(
        rho: rho, isGiven: index == 0 && correlations.given != nil,
        targets: targets.compactMap { target in
          outcomes.lazy.compactMap { outcome in
            outcome.probabilities[index].first { $0.year == target.year }
          }.first
        })
    }
    // Each target stands twice in a case: its band, then the edge that decides.
    var seen: Set<Int> = []
    let shares = outcomes.flatMap(\.shares).filter { seen.insert($0.year).inserted }
    // Without a view nothing ahead is projected.
    let outlook = view == nil ? nil : outlook
    let trend = outlook.flatMap { $0.model.hasLine ? $0.trend : nil }
    return Projection(
      model: outlook?.model ?? .none, measureSet: set, measures: view?.measures ?? [],
      notes: view?.notes.map(\.sentence) ?? [], tellings: view?.notes.map(\.telling) ?? [],
      trend: trend.map {
        Projection.Trend(
          years: $0.years, slope: $0.slope, standardError: $0.slopeStandardError,
          residual: $0.residual, degreesOfFreedom: $0.degreesOfFreedom)
      },
      uncertainty: Fraction(half), probabilities: probabilities, fanCorrelation: rhos[0],
      fan: view == nil ? [] : outcomes.last?.fan ?? [], shares: shares,
      draws: outcomes.compactMap(\.draws).first, course: view?.course ?? [])
  }

  /// The probability at the deciding edge of every target, at the given correlation.
  private func decisive(
    _ outcomes: [ProjectionOutcome], _ correlations: Correlations
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

extension ProjectionModel {
  /// Whether the years ahead lie on a line through the known ones.
  var hasLine: Bool { self == .logLinear || self == .robust || self == .autoregressive }
}
