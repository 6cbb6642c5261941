// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension SeriesAssessor {
  struct Evaluation {
    var missing: [String] = []
    var baseline: Baseline?
    var years: [AssessedYear] = []
    var path: [PathYear] = []
    var verdicts: [Verdict] = []
    var gaps: [TargetGap] = []
    var pace = Pace.unknown
    var projections: [Projection] = []
    var noProjection: Reason?
  }

  /// Reductions, corridor, verdicts, gaps and pace of a series whose missing years are rebuilt.
  mutating func evaluate(
    _ series: EmissionSeries, subject: Subject, baselineYear: Int?, targets: TargetSet,
    isLocal: Bool, index: NationalIndex?, reasons: [Reason], keys: inout [PolicyKey]
  ) -> Evaluation {
    var result = Evaluation()
    let basePoint = baselineYear.flatMap { series.point(in: $0) }
    if let basePoint, let emission = basePoint.emission {
      result.baseline = Baseline(
        year: basePoint.year, emission: emission, provenance: basePoint.provenance,
        vintage: basePoint.vintage)
    }
    let wholeBaseline = basePoint?.isComplete == true ? result.baseline : nil
    result.years = series.points.map { point in
      AssessedYear(
        point: point,
        reduction: wholeBaseline.flatMap { baseline in
          point.completeEmission.flatMap { baseline.reduction(at: $0) }
        })
    }
    if let trajectory = targets.trajectory, let last = trajectory.milestones.last {
      result.path = (trajectory.baselineYear...last.year).compactMap { year in
        trajectory.band(in: year).map { PathYear(year: year, band: $0) }
      }
    }

    let assessed = assessedYear(of: result.years)
    result.missing = missing(
      in: series, baselineYear: baselineYear, assessed: assessed?.point.year, targets: targets)
    let obstacles =
      reasons
      + self.obstacles(
        series: series, basePoint: basePoint, baseline: result.baseline,
        baselineYear: baselineYear, assessed: assessed, targets: targets,
        whyEmpty: subject.whyEmpty, isExplained: reasons.contains { $0.code == "noNationalIndex" })
    guard obstacles.isEmpty, let baseline = wholeBaseline, let assessed,
      let reduction = assessed.reduction, let trajectory = targets.trajectory
    else {
      result.verdicts = undetermined(targets, obstacles, assessed)
      if !targets.targets.isEmpty { result.noProjection = obstacles.first }
      if obstacles.isEmpty || targets.targets.isEmpty,
        let baseline = wholeBaseline, let assessed, let reduction = assessed.reduction
      {
        result.pace = pace(
          years: result.years, baseline: baseline, assessed: assessed, reduction: reduction,
          targets: [])
      }
      return result
    }
    result.gaps = targets.targets.map { target in
      TargetGap(
        target: target.year,
        low: baseline.remainingGap(reached: reduction, required: target.band.low),
        high: baseline.remainingGap(reached: reduction, required: target.band.high))
    }
    result.pace = pace(
      years: result.years, baseline: baseline, assessed: assessed, reduction: reduction,
      targets: targets.targets)
    if isLocal {
      let outlook = outlook(
        series, subject: subject, years: result.years, baseline: baseline, assessed: assessed,
        targets: targets, keys: &keys)
      result.projections = outlook.projections
      result.noProjection = outlook.reason
      result.verdicts = targets.targets.map {
        verdict(
          $0, years: result.years, assessed: assessed, reduction: reduction,
          trajectory: trajectory, subject: subject, targets: targets, outlook: outlook, keys: &keys)
      }
    } else {
      let stated = statedYears(of: subject.series)
      result.noProjection = Reason(
        "noLocalSeries",
        "no local series: \(stated) stated year\(stated == 1 ? "" : "s"); the probability is the "
          + "nation's", ["count": .count(stated)])
      result.verdicts = inherited(
        series, targets: targets, index: index, assessed: assessed, keys: &keys)
    }
    return result
  }

  /// Where the series is heading.
  private mutating func outlook(
    _ series: EmissionSeries, subject: Subject, years: [AssessedYear], baseline: Baseline,
    assessed: AssessedYear, targets: TargetSet, keys: inout [PolicyKey]
  ) -> SeriesProjector.Findings {
    let findings = SeriesProjector(context: context).findings(
      SeriesProjector.Subject(
        labels: Self.labels(series, dataset: subject.dataset), emission: emissions.emission,
        series: series, years: years,
        baseline: baseline, assessed: assessed, targets: targets.targets))
    keys += findings.keys
    if case .area(let area) = series.territory, !targets.isShadow, let one = findings.drawn {
      drawn.append(
        DrawnArea(
          area: area, slice: series.slice, pollutant: series.pollutant,
          boundary: series.boundary, baseline: baseline.emission, projectionCase: one,
          projection: findings.projections.first, targets: targets.targets))
    }
    for key in findings.silent {
      note(
        unresolved: key,
        neededFor: "the probability that \(series.slice.label) \(series.pollutant.label) reaches "
          + "its targets",
        Telling(
          "probability",
          ["slice": .slice(series.slice), "pollutant": .pollutant(series.pollutant)]))
    }
    return findings
  }

  /// What the random streams of a series are called: the same whatever else is in the run.
  private static func labels(_ series: EmissionSeries, dataset: String?) -> [String] {
    [
      dataset ?? "", series.territory.kind,
      series.territory.area.map { "\($0.rawValue)" } ?? series.territory.code ?? "",
      series.territory.ring?.label ?? "", series.slice.label, series.pollutant.label,
      series.boundary.rawValue, series.points.last?.vintage.rawValue ?? "",
    ]
  }

  /// What is not known of the baseline, the assessed year and targets that have passed; of every
  /// year where no year can be assessed.
  func missing(
    in series: EmissionSeries, baselineYear: Int?, assessed: Int?, targets: TargetSet
  ) -> [String] {
    if series.points.isEmpty {
      return ["\(series.slice.label) \(series.pollutant.label): no rows in the source"]
    }
    guard let assessed, let baselineYear else {
      return series.missing(in: Set(series.points.map(\.year)))
    }
    let passed = targets.targets.map(\.year).filter { $0 <= assessed }
    return series.missing(in: Set([baselineYear, assessed] + passed))
  }

  /// The latest definitive year not after the year asked about.
  func assessedYear(of years: [AssessedYear]) -> AssessedYear? {
    let limit = context.options.asOf ?? Int.max
    return years.last { $0.point.year <= limit && !$0.point.provisional }
  }
}
