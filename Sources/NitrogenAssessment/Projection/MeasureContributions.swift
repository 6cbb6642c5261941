// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What measures of each grade of evidence take away of one series by its targets, the secured grades first,
/// then by evidence.
///
/// Measures are put on one after the other as in `Measures.md`, at their mean effects: what a grade takes
/// away is what the factor F falls by when its measures join those of the grades before it. The sum over
/// grades does not depend on the order; the split of measures that work on one emission does.
public struct MeasureContributions: Sendable {
  /// What the measures of a grade take away by a year.
  public struct Share: Hashable, Sendable {
    /// The grade.
    public let grade: EvidenceGrade
    /// Whether policy counts the grade as secured.
    public let isSecured: Bool
    /// What they take away, kg/yr.
    public let taken: EmissionRate
  }

  /// A target ahead.
  public struct Year: Hashable, Sendable {
    /// The target year.
    public let target: Int
    /// What is to go to the low edge from the latest known year on, kg/yr.
    public let low: EmissionRate
    /// What is to go to the high edge, kg/yr.
    public let high: EmissionRate
    /// What each grade takes away, grades that take away nothing left out.
    public let shares: [Share]

    /// What all measures take away, kg/yr.
    public var taken: EmissionRate { shares.map(\.taken).reduce(.zero, +) }

    /// What is left open of a requirement.
    public func open(_ required: EmissionRate) -> EmissionRate { max(.zero, required - taken) }
  }

  /// The latest definitive year, against which measures count.
  public let latest: Int
  /// The targets ahead.
  public let years: [Year]
  /// Measures left out, and what is to be known of those counted.
  public let notes: [MeasureNote]

  /// What the measures of a result do to one of its series; `nil` where no target is ahead, no year is
  /// known, or no measure works on the series.
  ///
  /// - Parameters:
  ///   - assessment: the series.
  ///   - result: the result it is part of.
  public init?(_ assessment: Assessment, in result: AssessmentResult) {
    let limit = result.options.asOf ?? Int.max
    let definitive = assessment.series.last { !$0.point.provisional && $0.point.year <= limit }
    guard let point = definitive?.point, let emission = point.completeEmission,
      let baseline = assessment.baseline, !result.measures.isEmpty
    else { return nil }
    let targets = assessment.targets.filter { $0.year > point.year }.sorted { $0.year < $1.year }
    guard !targets.isEmpty else { return nil }
    let place = assessment.territory.area
    let own = result.assessments.filter {
      $0.dataset == assessment.dataset
        && (place == nil ? $0.territory == assessment.territory : $0.territory.area == place)
    }
    let selection = MeasureSelection(
      entries: result.measures, policy: result.policy, catalogue: result.reference.catalogue)
    let selected = selection.selected(
      on: assessment.territory, assessment.slice, assessment.pollutant, set: .additionalMeasures,
      years: targets.map(\.year), latest: point.year
    ) { territory, slice, pollutant, year in
      own.first {
        $0.territory == territory && $0.slice == slice && $0.pollutant == pollutant
      }?.series.first { $0.point.year == year }?.point.completeEmission
    }
    guard !selected.steps.isEmpty else { return nil }
    let grades = Dictionary(
      result.measures.map { ($0.name, $0.measure.evidence) },
      uniquingKeysWith: { first, _ in first })
    let secured = selection.securedGrades ?? []
    let order =
      EvidenceGrade.allCases.filter { secured.contains($0) }
      + EvidenceGrade.allCases.filter { !secured.contains($0) }
    let factors = order.indices.map { place in
      let so = Set(order[...place])
      return MeasureFactor(selected.steps.filter { grades[$0.id].map(so.contains) ?? false })
    }
    latest = point.year
    notes = selected.notes
    years = targets.enumerated().map { index, target in
      var before = 1.0
      let shares = zip(order, factors).compactMap { grade, factor -> Share? in
        let left = exp(factor.logarithmAtMean(index))
        defer { before = left }
        // What is no more than rounding is nothing.
        guard before - left > 1e-12 else { return nil }
        return Share(
          grade: grade, isSecured: secured.contains(grade), taken: emission * (before - left))
      }
      return Year(
        target: target.year, low: max(.zero, emission - baseline.ceiling(for: target.band.low)),
        high: max(.zero, emission - baseline.ceiling(for: target.band.high)), shares: shares)
    }
  }
}
