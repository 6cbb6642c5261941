// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import TrendFitting

/// A line of the forest of measured trends, in percent a year.
struct MeasuredRow {
  /// What a line is about.
  enum Subject {
    case station(StationFit)
    /// Several stations taken together.
    case pooled(PooledGroup)
  }

  let subject: Subject
  let quantity: MeasuredQuantity
  let slope: Double?
  let interval: TrendInterval?
  let sen: Double?
  let modelled: Double?
  let refusal: FitRefusal.Code?

  /// A station.
  init(_ fit: StationFit) {
    subject = .station(fit)
    quantity = fit.series.quantity
    refusal = fit.refusal?.code
    let factor = Self.factor(fit)
    slope = fit.estimate.flatMap { one in factor.map { $0 * one.slope } }
    interval = fit.estimate.flatMap { one in
      factor.map { factor in
        let interval = one.slopeInterval()
        return TrendInterval(lower: factor * interval.lower, upper: factor * interval.upper)
      }
    }
    let mean = Self.mean(fit)
    sen = fit.value("sen_slope_per_year").flatMap { slope in mean.map { 100 * slope / $0 } }
    modelled = fit.comparison?.difference.flatMap { difference in
      fit.estimate.flatMap { one in factor.map { $0 * (one.slope - difference.difference) } }
    }
  }

  /// Several stations of a quantity together; `nil` for fewer than two.
  init?(_ group: PooledGroup) {
    guard let slopes = group.slopes, group.stations.count > 1 else { return nil }
    subject = .pooled(group)
    quantity = group.quantity
    slope = 100 * slopes.random.slope
    let interval = slopes.random.interval()
    self.interval = TrendInterval(
      lower: 100 * interval.lowerBound, upper: 100 * interval.upperBound)
    sen = nil
    modelled = nil
    refusal = nil
  }

  /// What a slope is multiplied by to be in percent a year: of the level on a log scale, of the mean on a
  /// linear one.
  private static func factor(_ fit: StationFit) -> Double? {
    switch fit.estimate?.design.scale {
    case .log: 100
    case .linear: mean(fit).map { 100 / $0 }
    case nil: nil
    }
  }

  /// The mean of the values that were fitted; `nil` where it is not above 0.
  private static func mean(_ fit: StationFit) -> Double? {
    guard let first = fit.months.first, let last = fit.months.last else { return nil }
    let window = (first.time - 0.5)...(last.time + 0.5)
    let known = fit.series.known.filter { window.contains($0.period.middle) }.compactMap(\.value)
    guard !known.isEmpty else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    return mean > 0 ? mean : nil
  }
}
