// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The years ahead with one set of measures.
extension SeriesProjector {
  struct View {
    let projectionCase: ProjectionCase
    /// The names of the measures that count.
    let measures: [String]
    let notes: [Note]
    /// Whether it says something else than the secured measures do.
    let isDistinct: Bool

    /// What is to be known, in a sentence and for telling it in another language.
    struct Note {
      let sentence: String
      let telling: Telling
    }

    /// The years at the point estimate.
    var course: [Projection.CourseYear] {
      projectionCase.years.indices.map { place in
        Projection.CourseYear(
          year: projectionCase.years[place], location: projectionCase.location[place],
          factor: Self.factor(projectionCase.measures, place))
      }
    }

    /// What measures leave in a year, at their effects on paper.
    private static func factor(_ steps: [MeasureStep], _ place: Int) -> Double {
      let onPaper = steps.map {
        MeasureStep(
          id: $0.id, effect: $0.effect, spread: 0, weights: [$0.weights[place]], group: $0.group,
          portion: $0.portion)
      }
      return exp(MeasureFactor(onPaper).logarithmAtMean(0))
    }
  }

  func view(
    _ subject: Subject, _ outlook: Outlook, _ set: MeasureSet, _ targets: [Target], half: Double,
    _ correlations: Correlations, _ findings: inout Findings
  ) -> View? {
    switch outlook.model {
    case .logLinear, .robust, .autoregressive:
      return trendView(subject, outlook.trend, set, targets, half: half, correlations, &findings)
    case .plan, .steffen:
      return planView(subject, outlook, set, targets, half: half, correlations, &findings)
    case .none: return nil
    }
  }

  // MARK: - The line

  /// Along the line through the known years, with what measures take away.
  private func trendView(
    _ subject: Subject, _ trend: EmissionTrend, _ set: MeasureSet, _ targets: [Target],
    half: Double, _ correlations: Correlations, _ findings: inout Findings
  ) -> View? {
    let series = subject.series
    let latest = subject.assessed.point.year
    let last = targets.map(\.year).max() ?? latest
    let years = Array((latest + 1)...last)
    func selected(_ set: MeasureSet) -> SelectedMeasures {
      context.measures.selected(
        on: series.territory, series.slice, series.pollutant, set: set, years: years,
        latest: latest, emission: subject.emission)
    }
    let measures = selected(set)
    if !context.measures.entries.isEmpty { findings.keys.append(MeasureSelection.securedGradesKey) }
    if let key = measures.unresolved {
      findings.silent.append(key)
      findings.whyPathOnly = Reason(silent: key)
      return nil
    }
    let start = log(subject.baseline.emission.kilogramsPerYear)
    let scatter = trend.residual * trend.residual
    return View(
      projectionCase: ProjectionCase(
        labels: subject.labels, years: years,
        location: years.map { trend.location($0) - start },
        parameters: trend.loadings(years), residual: years.map { _ in trend.residual },
        degreesOfFreedom: trend.degreesOfFreedom,
        inventory: unseen(half, correlations, scatter: scatter), measures: measures.steps,
        targets: targets.flatMap(wanted)),
      measures: measures.names,
      notes: measures.notes.map { View.Note(sentence: $0.text, telling: $0.telling) },
      isDistinct: set == .existingMeasures
        || measures.steps != selected(.existingMeasures).steps)
  }

  /// The inventory's error that the scatter of the years does not show, at every correlation.
  private func unseen(
    _ half: Double, _ correlations: Correlations, scatter: Double
  ) -> [Double] {
    correlations.all.map { max(0, 2 * Self.unshared(half, $0) - scatter).squareRoot() }
  }

  // MARK: - The plan

  /// Along the plan for this very territory; what measures take away is in the plan already.
  private func planView(
    _ subject: Subject, _ outlook: Outlook, _ set: MeasureSet, _ targets: [Target], half: Double,
    _ correlations: Correlations, _ findings: inout Findings
  ) -> View? {
    findings.keys.append(MeasureSelection.securedGradesKey)
    func points(_ set: MeasureSet) -> [PlanPoint]? {
      if set == .existingMeasures && context.measures.securedGrades == nil { return nil }
      return PlanSeries.points(
        for: subject.series.territory, subject.series.slice, subject.series.pollutant,
        in: context.planning,
        grades: set == .existingMeasures ? context.measures.securedGrades : nil)
    }
    guard let own = points(set) else {
      let key = MeasureSelection.securedGradesKey
      findings.silent.append(key)
      findings.whyPathOnly = Reason(silent: key)
      return nil
    }
    let latest = subject.assessed.point.year
    let known = Dictionary(
      subject.years.filter { $0.point.year <= latest && !$0.point.provisional }
        .compactMap { year in year.reduction.map { (year.point.year, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard
      let plan = PlanSeries(
        own, known: known, shape: outlook.model == .steffen ? .steffen : .linear),
      let end = plan.points.last?.year
    else {
      let secured = set == .existingMeasures && points(.additionalMeasures)?.isEmpty == false
      if set == .existingMeasures {
        findings.whyPathOnly = Reason(
          "noPlan",
          secured
            ? "read from the path alone: no point of the plan is secured"
            : "read from the path alone: there is no plan for this sector here",
          phrase: secured ? "noSecuredPlan" : nil)
      }
      return nil
    }
    let years = Array((latest + 1)...end)
    let steps = years.compactMap { plan[$0] }
    guard steps.count == years.count else { return nil }
    let within = targets.filter { $0.year <= end }
    if within.count < targets.count, set == .existingMeasures {
      findings.whyPathOnly = Reason(
        "planEnds", "read from the path alone: the plan that is secured ends in \(end)",
        ["year": .year(end)])
    }
    let scatter = outlook.trend.residual
    let notes = own.filter { $0.spread == nil && $0.year > latest }.map {
      View.Note(
        sentence: "the plan for \($0.year) counts as certain: its spread is not given",
        telling: Telling("planTakenAsCertain", ["year": .year($0.year)]))
    }
    return View(
      projectionCase: ProjectionCase(
        labels: subject.labels, years: years, location: steps.map(\.location),
        parameters: [steps.map { $0.locationSpread ?? 0 }], residual: years.map { _ in scatter },
        degreesOfFreedom: nil, inventory: unseen(half, correlations, scatter: scatter * scatter),
        measures: [], targets: within.flatMap(wanted)),
      measures: [], notes: notes,
      isDistinct: set == .existingMeasures || own != points(.existingMeasures) ?? [])
  }
}
