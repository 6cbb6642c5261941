// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenWords

/// What a corridor figure shows of a series, before anything is drawn.
struct CorridorContent {
  /// A year of the path ahead, as emissions in the unit of the figure.
  struct Ahead {
    let year: Int
    /// The emissions from the lowest to the highest: of the highest reductions first.
    let quantiles: [Double]
    var median: Double { quantiles[quantiles.count / 2] }
  }

  let assessment: Assessment
  let baseline: Baseline
  let unit: EmissionUnit
  let decimals: Int
  /// The years drawn.
  let years: ClosedRange<Int>
  /// The known years among them, those known in part too.
  let history: [AssessedYear]
  /// The latest definitive year that is whole; `nil` where there is none.
  let latest: AssessedYear?
  /// Whether no later definitive year is known in part only.
  let isLatestWhole: Bool
  let targets: [Target]
  let fan: [Ahead]
  /// The median with all planned measures.
  let additional: [Ahead]
  /// Whether the path is the straight line of somebody who has one target only.
  let isStraight: Bool
  let isInherited: Bool

  /// What there is to show of a series; `nil` where no target applies or no year is known.
  init?(_ assessment: Assessment, options: AssessmentOptions) {
    guard let baseline = assessment.baseline, baseline.emission > .zero,
      let lastTarget = assessment.targets.map(\.year).max(),
      assessment.series.contains(where: { $0.point.isComplete })
    else { return nil }
    self.assessment = assessment
    self.baseline = baseline
    let trend = assessment.projections.compactMap { $0.trend?.years.min() }.min()
    let first = min(baseline.year, trend ?? baseline.year)
    let lastKnown = assessment.series.last?.point.year ?? first
    let years = first...max(lastTarget, lastKnown, first + 1)
    self.years = years
    history = assessment.series.filter { years.contains($0.point.year) }
    let limit = options.asOf ?? Int.max
    latest = history.last {
      $0.point.year <= limit && !$0.point.provisional && $0.point.isComplete
        && $0.reduction != nil
    }
    isLatestWhole =
      history.last { $0.point.year <= limit && !$0.point.provisional }?.point.isComplete ?? true
    targets = assessment.targets.sorted { $0.year < $1.year }
    let known = history.compactMap(\.point.completeEmission).max() ?? baseline.emission
    let largest = max(baseline.emission, known)
    let unit = EmissionUnit(largest: largest)
    self.unit = unit
    decimals = unit.decimals(unit.number(largest))
    func ahead(_ set: MeasureSet) -> [Ahead] {
      let projection = assessment.projections.first { $0.measureSet == set }
      return (projection?.fan ?? []).filter { years.contains($0.year) }.map { year in
        Ahead(
          year: year.year,
          quantiles: year.reductions.reversed().map { unit.number(baseline.ceiling(for: $0)) })
      }
    }
    fan = ahead(.existingMeasures)
    additional = ahead(.additionalMeasures)
    isStraight = assessment.verdicts.contains { $0.basis == .straightLine }
    isInherited = assessment.verdicts.contains(where: \.isInherited)
  }

  /// The emission of the baseline year in the unit.
  var base: Double { unit.number(baseline.emission) }

  /// The emission that a reduction leaves, in the unit.
  func left(_ reduction: Fraction) -> Double { unit.number(baseline.ceiling(for: reduction)) }

  /// The emission of a year in the unit; `nil` where it is not known in full.
  func emission(_ year: AssessedYear) -> Double? { year.point.completeEmission.map(unit.number) }

  /// Whether a figure is not the source's own.
  static func isDerived(_ point: SeriesPoint) -> Bool {
    point.provenance != .stated || point.basis != .stated
  }

  /// The largest number drawn: a fan that runs far beyond all that is known is cut off.
  var highest: Double {
    let known = history.compactMap(emission) + [base]
    let most = known.max() ?? base
    let ahead = fan.compactMap(\.quantiles.last) + additional.map(\.median)
    return max(most, min(ahead.max() ?? 0, 1.25 * most))
  }

  /// What is left to do for the last target, with the emissions between which it lies.
  var gap: (from: Double, to: Double, target: TargetGap)? {
    guard let target = targets.last, let latest, let from = emission(latest),
      let gap = assessment.remainingGap.first(where: { $0.target == target.year }),
      gap.high.emission > .zero
    else { return nil }
    let edge = gap.low.emission > .zero ? target.band.low : target.band.high
    return (from, left(edge), gap)
  }
}
