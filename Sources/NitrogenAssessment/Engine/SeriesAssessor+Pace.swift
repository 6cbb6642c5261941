// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods

/// How fast it went and has to go.
extension SeriesAssessor {
  func pace(
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
  func fit(_ years: [AssessedYear]) -> Pace.Fit? {
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
