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
      result.verdicts = targets.targets.map {
        verdict(
          $0, years: result.years, assessed: assessed, reduction: reduction,
          trajectory: trajectory, subject: subject, targets: targets, keys: &keys)
      }
    } else {
      result.verdicts = inherited(
        series, targets: targets, index: index, assessed: assessed, keys: &keys)
    }
    return result
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
