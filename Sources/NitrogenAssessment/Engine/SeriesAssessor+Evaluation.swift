// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods

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
  private func missing(
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
  private func assessedYear(of years: [AssessedYear]) -> AssessedYear? {
    let limit = context.options.asOf ?? Int.max
    return years.last { $0.point.year <= limit && !$0.point.provisional }
  }

  // MARK: - What stands in the way

  private func obstacles(
    series: EmissionSeries, basePoint: SeriesPoint?, baseline: Baseline?, baselineYear: Int?,
    assessed: AssessedYear?, targets: TargetSet, whyEmpty: Reason?, isExplained: Bool
  ) -> [Reason] {
    var reasons: [Reason] = []
    if targets.targets.isEmpty { reasons += noTargetReasons(series, targets) }
    if series.points.isEmpty {
      let notInSource = Reason(
        "notInSource",
        "the source has no rows for \(series.slice.label) \(series.pollutant.label) here")
      return reasons + [whyEmpty ?? notInSource]
    }
    if series.points.allSatisfy({ $0.emission == nil }) {
      return reasons + [
        Reason(
          "unknownCell",
          "the source leaves the figure open: \(Figures.list(series.missing(in: Set(series.points.map(\.year)))))"
        )
      ]
    }
    if let baselineYear, basePoint == nil, !isExplained {
      reasons.append(
        Reason("noBaseline", "there is no figure for \(baselineYear), stated or rebuilt"))
    }
    let lacking = [basePoint, assessed?.point].compactMap { $0 }.filter { !$0.missing.isEmpty }
    if !lacking.isEmpty {
      reasons.append(incomplete(lacking))
    } else if let baseline, baseline.emission == .zero {
      reasons.append(
        Reason("zeroBaseline", "the emission of \(baseline.year) is 0 kg/yr: no reduction exists"))
    }
    if let assessed {
      if let baselineYear, assessed.point.year <= baselineYear {
        reasons.append(
          Reason(
            "noYearAfterBaseline",
            "the latest definitive year is \(assessed.point.year), the baseline \(baselineYear)"))
      }
    } else {
      reasons.append(
        Reason("noDefinitiveYear", "there is no definitive year up to the year asked about"))
    }
    return reasons
  }

  /// One reason for all years whose totals lack figures.
  private func incomplete(_ points: [SeriesPoint]) -> Reason {
    var seen: Set<Int> = []
    let years = points.filter { seen.insert($0.year).inserted }
    let sentences = years.map { point in
      "the total of \(point.year) lacks \(point.missing.count) of its figures: "
        + Figures.list(point.missing)
    }
    return Reason("incomplete", sentences.joined(separator: "; "))
  }

  private func noTargetReasons(_ series: EmissionSeries, _ targets: TargetSet) -> [Reason] {
    if series.slice.part != nil {
      return [
        Reason(
          "partOfSector",
          "the text sets its goal for \(series.slice.sector.rawValue) as a whole, not for a part")
      ]
    }
    if targets.silent.isEmpty {
      return [
        Reason(
          "noTarget",
          "no pack has a target for \(series.slice.label) \(series.pollutant.label)")
      ]
    }
    return targets.silent.map {
      Reason("unresolved(\($0))", "policy is silent: \($0) has no value")
    }
  }

  private func undetermined(
    _ targets: TargetSet, _ reasons: [Reason], _ assessed: AssessedYear?
  ) -> [Verdict] {
    let years: [Int?] = targets.targets.isEmpty ? [nil] : targets.targets.map(\.year)
    return years.map { year in
      Verdict(
        target: year, status: .undetermined, basis: nil, assessedYear: assessed?.point.year,
        isInherited: false, isFlagged: false, reasons: reasons)
    }
  }

  // MARK: - Verdicts

  private mutating func verdict(
    _ target: Target, years: [AssessedYear], assessed: AssessedYear, reduction: Fraction,
    trajectory: Trajectory, subject: Subject, targets: TargetSet, keys: inout [PolicyKey]
  ) -> Verdict {
    let edge = context.edge
    let outcome: PathVerdict.Outcome?
    var lacking: SeriesPoint?
    if target.year > assessed.point.year {
      outcome = PathVerdict.ahead(
        of: target, year: assessed.point.year, reduction: reduction, trajectory: trajectory,
        edge: edge)
    } else {
      let reached = years.first { $0.point.year == target.year && !$0.point.provisional }
      outcome = reached?.reduction.map { PathVerdict.passed(target, reduction: $0, edge: edge) }
      lacking = reached?.point
    }
    guard let outcome else {
      let reason =
        lacking.map { incomplete([$0]) }
        ?? Reason(
          "noFigureForTargetYear",
          "\(target.year) has passed and there is no definitive figure for it")
      return Verdict(
        target: target.year, status: .undetermined, basis: nil,
        assessedYear: assessed.point.year, isInherited: false, isFlagged: false,
        reasons: [reason])
    }
    let isShadow = targets.isShadow || subject.isVariant
    var reasons = outcome.reasons
    if targets.isShadow {
      reasons.append(Reason("shadow", "shown beside the official target, never flagged"))
    }
    if subject.isVariant {
      reasons.append(
        Reason(
          "boundaryVariant",
          "boundary \(subject.series.boundary) is shown beside the default, never flagged"))
    }
    return Verdict(
      target: target.year, status: outcome.status, basis: targets.basis,
      assessedYear: assessed.point.year, isInherited: false,
      isFlagged: !isShadow && flags(outcome.status),
      isProvisional: trajectoryStartIsProvisional(years, trajectory), reasons: reasons,
      consequence: isShadow ? nil : consequence(of: outcome.status, target, subject, keys: &keys))
  }

  /// Whether the baseline year is provisional in the source.
  private func trajectoryStartIsProvisional(
    _ years: [AssessedYear], _ trajectory: Trajectory
  ) -> Bool {
    years.contains { $0.point.year == trajectory.baselineYear && $0.point.provisional }
  }

  private func flags(_ status: Status) -> Bool {
    switch status {
    case .offTrack, .missed: true
    case .atRisk: context.options.failOn == .atRisk
    case .met, .metUnproven, .onTrack, .undetermined: false
    }
  }

  private mutating func consequence(
    of status: Status, _ target: Target, _ subject: Subject, keys: inout [PolicyKey]
  ) -> Consequence? {
    guard status == .atRisk || status == .offTrack || status == .missed else { return nil }
    let key = PolicyKey.consequence(subject.series.slice.sector, target.year)
    guard let entry = context.policy[key], case .text(let name)? = entry.record.value else {
      return nil
    }
    keys.append(key)
    return Consequence(entry: entry, name: name)
  }

  /// The nation's verdicts, for a series that rests on the national index.
  private mutating func inherited(
    _ series: EmissionSeries, targets: TargetSet, index: NationalIndex?, assessed: AssessedYear,
    keys: inout [PolicyKey]
  ) -> [Verdict] {
    guard let index else {
      return undetermined(
        targets,
        [Reason("tooFewStatedYears", "a local verdict needs more stated years than there are")],
        assessed)
    }
    let nation = nationalAssessment(
      series.slice.sector, series.pollutant, boundary: index.boundary, vintage: index.vintage,
      isVariant: false, keys: [])
    keys += nation?.policyKeys ?? []
    return targets.targets.map { target in
      let verdict = nation?.verdict(for: target.year)
      let reason = Reason(
        "inherited",
        "too few years are stated for a verdict of its own, so it is the nation's "
          + "(\(index.vintage), boundary \(index.boundary)) and raises no flag here")
      return Verdict(
        target: target.year, status: verdict?.status ?? .undetermined, basis: verdict?.basis,
        assessedYear: verdict?.assessedYear, isInherited: true, isFlagged: false,
        isProvisional: verdict?.isProvisional ?? false,
        reasons: (verdict?.reasons ?? []) + [reason], consequence: verdict?.consequence)
    }
  }

  // MARK: - Pace

  private func pace(
    years: [AssessedYear], baseline: Baseline, assessed: AssessedYear, reduction: Fraction,
    targets: [Target]
  ) -> Pace {
    let span = assessed.point.year - baseline.year
    let stated = years.filter {
      $0.point.basis == .stated && !$0.point.provisional && $0.point.year >= baseline.year
        && $0.point.year <= assessed.point.year && $0.reduction != nil
    }
    return Pace(
      soFar: span > 0 ? reduction.value / Double(span) : nil,
      fit: fit(stated),
      needed: targets.filter { $0.year > assessed.point.year }.map { target in
        let ahead = Double(target.year - assessed.point.year)
        return Pace.Needed(
          target: target.year,
          low: max(0, target.band.low.value - reduction.value) / ahead,
          high: max(0, target.band.high.value - reduction.value) / ahead)
      })
  }

  /// A straight line through stated reductions; `nil` when there are too few for an error.
  private func fit(_ years: [AssessedYear]) -> Pace.Fit? {
    guard years.count >= StraightLineFit.fewestPoints else { return nil }
    do {
      let line = try StraightLineFit(
        x: years.map { Double($0.point.year) }, y: years.compactMap { $0.reduction?.value })
      return Pace.Fit(
        slope: line.slope, standardError: line.slopeStandardError(.scaledSigma),
        years: years.count)
    } catch {
      return nil
    }
  }
}
