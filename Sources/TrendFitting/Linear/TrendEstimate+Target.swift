// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much a trend may come to differ from its straight line where no value supports it.
///
/// The level strays from the line as a random walk: its variance grows by ``perYear`` for each year
/// beyond the values. Zero is the bare line, whose uncertainty is that of the fit alone.
public struct DriftVariance: Hashable, Sendable {
  /// The growth of the variance of the level a year: of its logarithm on a log scale, else in the
  /// square of the unit of the series.
  public let perYear: Double

  /// Makes a drift variance, 0 or above.
  public init(perYear: Double) {
    precondition(perYear >= 0 && perYear.isFinite, "a drift variance is 0 or above")
    self.perYear = perYear
  }

  /// No drift.
  public static let none = DriftVariance(perYear: 0)
}

/// The change of the trend level between two years.
public struct TrendChange: Hashable, Sendable {
  /// 100 (level(year)/level(base) − 1).
  public let percent: Double
  /// Its confidence interval, in percent; `nil` where the base level is too uncertain to divide by
  /// (linear scale only).
  public let interval: TrendInterval?
}

extension TrendEstimate {
  /// The change of the trend level between two years, in percent; `nil` where the level of the base
  /// year is not above 0 (linear scale only).
  ///
  /// On a log scale 100 (exp(b (Y − B)) − 1), with the interval of b; on a linear scale the ratio of
  /// the two levels with Fieller's interval (Fieller, Journal of the Royal Statistical Society B 16
  /// (1954) 175).
  ///
  /// - Parameters:
  ///   - year: the year Y.
  ///   - base: the year B to compare with.
  ///   - confidence: of the interval, between 0 and 1.
  ///   - drift: how the level strays outside the values.
  /// - Returns: the change in percent with its interval.
  public func change(
    year: Int, base: Int, confidence: Double = 0.95, drift: DriftVariance = .none
  ) -> TrendChange? {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    switch design.scale {
    case .log:
      let span = Double(year - base)
      let (deviation, freedom) = combine(
        span * span * covariance[1, 1], extra: drift.perYear * yearsOutside(year, base))
      let half =
        deviation * StudentT(degreesOfFreedom: freedom).quantile((1 + confidence) / 2)
      let center = slope * span
      return TrendChange(
        percent: percent(center),
        interval: TrendInterval(
          lower: percent(center - half), upper: percent(center + half)))
    case .linear:
      return linearChange(year: year, base: base, confidence, drift)
    }
  }

  /// The probability that the trend level of a year is at most (1 − r) times that of the base year,
  /// by Student's t.
  ///
  /// On a log scale P(b ≤ ln(1 − r)/(Y − B)); on a linear scale P(level(Y) − (1 − r) level(B) ≤ 0).
  /// With a drift variance v, the variance is s² + v and the degrees of freedom are
  /// ν (s² + v)²/s⁴ (Satterthwaite, Biometrics Bulletin 2 (1946) 110), v being exactly known.
  ///
  /// - Parameters:
  ///   - reduction: r, from 0 to below 1.
  ///   - year: the year Y, after `base`.
  ///   - base: the year B to compare with.
  ///   - drift: how the level strays outside the values.
  /// - Returns: a probability, 0 to 1.
  public func probability(
    ofReduction reduction: Double, year: Int, base: Int, drift: DriftVariance = .none
  ) -> Double {
    precondition(reduction < 1 && year > base, "a reduction below 1 in a year after the base year")
    let margin: Double
    let variance: Double
    switch design.scale {
    case .log:
      let span = Double(year - base)
      margin = log(1 - reduction) - slope * span
      variance = span * span * covariance[1, 1]
    case .linear:
      let contrast = zip(levelContrast(year: year), levelContrast(year: base)).map {
        $0 - (1 - reduction) * $1
      }
      margin = -zip(contrast, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      variance = max(0, covariance.quadraticForm(contrast))
    }
    let (deviation, freedom) = combine(variance, extra: drift.perYear * yearsOutside(year, base))
    guard deviation > 0 else { return margin >= 0 ? 1 : 0 }
    return StudentT(degreesOfFreedom: freedom).cdf(margin / deviation)
  }

  /// The years between the two that no value supports: before the first and after the last.
  func yearsOutside(_ year: Int, _ base: Int) -> Double {
    let (early, late) = (Double(min(year, base)) + 0.5, Double(max(year, base)) + 0.5)
    let after = max(0, late - max(last.time, early))
    let before = max(0, min(first.time, late) - early)
    return after + before
  }

  /// 100 (exp(x) − 1), finite for any x.
  private func percent(_ logarithm: Double) -> Double { 100 * expm1(min(logarithm, 700)) }

  private func combine(_ variance: Double, extra: Double) -> (deviation: Double, freedom: Double) {
    let total = variance + extra
    guard extra > 0, variance > 0 else {
      return (total.squareRoot(), extra > 0 ? 1e9 : degreesOfFreedom)
    }
    let share = variance / total
    return (total.squareRoot(), min(1e9, degreesOfFreedom / (share * share)))
  }

  private func linearChange(
    year: Int, base: Int, _ confidence: Double, _ drift: DriftVariance
  ) -> TrendChange? {
    let (top, bottom) = (levelContrast(year: year), levelContrast(year: base))
    func dot(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (late, early) = (dot(top, coefficients), dot(bottom, coefficients))
    guard early > 0 else { return nil }
    let percent = 100 * (late / early - 1)
    let varianceLate = covariance.quadraticForm(top)
    let shared = dot(top, covariance * bottom)
    let varianceEarly = covariance.quadraticForm(bottom)
    let extra = drift.perYear * yearsOutside(year, base)
    let ratio = late / early
    let spread = max(0, varianceLate - 2 * ratio * shared + ratio * ratio * varianceEarly)
    let (_, freedom) = combine(spread, extra: extra)
    let t = StudentT(degreesOfFreedom: freedom).quantile((1 + confidence) / 2)
    // (late − ρ early)² = t² (v₁ + extra − 2 ρ c + ρ² v₀), solved for ρ.
    let a = early * early - t * t * varianceEarly
    let b = late * early - t * t * shared
    let c = late * late - t * t * (varianceLate + extra)
    guard a > 0, b * b - a * c >= 0 else { return TrendChange(percent: percent, interval: nil) }
    let root = (b * b - a * c).squareRoot()
    return TrendChange(
      percent: percent,
      interval: TrendInterval(
        lower: 100 * ((b - root) / a - 1), upper: 100 * ((b + root) / a - 1)))
  }
}

extension TrendEstimate {
  /// The name of a target in names of figures: `p23_2030`, or `p23.4_2030` where the reduction is no
  /// whole number of percent.
  ///
  /// - Parameters:
  ///   - reduction: the reduction, as a fraction.
  ///   - year: the year.
  /// - Returns: the name.
  public static func targetName(_ reduction: Double, _ year: Int) -> String {
    let percent = (100_000_000 * reduction).rounded() / 1_000_000
    let whole = percent == percent.rounded()
    return "p\(whole ? "\(Int(percent))" : "\(percent)")_\(year)"
  }

  /// The values of a projection as the reference cases name them, for example
  /// `change_pct_2030_vs_2019`, `ci95_low_2030`, `P_p23_2030`. On a linear scale there is neither
  /// change nor probability where the level of the base year is not above 0.
  ///
  /// - Parameters:
  ///   - base: the year to compare with.
  ///   - targets: reductions with their years.
  ///   - drift: how the level strays outside the values.
  /// - Returns: the names with their values.
  public func namedTargetValues(
    base: Int, targets: [(reduction: Double, year: Int)], drift: DriftVariance = .none
  ) -> [(String, Double)] {
    var values = [("slope_log_per_year", slope), ("slope_se", slopeStandardError)]
    var last: Int?
    for (reduction, year) in targets {
      if year != last, let change = change(year: year, base: base, drift: drift) {
        values.append(("change_pct_\(year)_vs_\(base)", change.percent))
        if let interval = change.interval {
          values.append(("ci95_low_\(year)", interval.lower))
          values.append(("ci95_high_\(year)", interval.upper))
        }
      }
      last = year
      guard change(year: year, base: base) != nil else { continue }
      values.append(
        (
          "P_\(Self.targetName(reduction, year))",
          probability(ofReduction: reduction, year: year, base: base, drift: drift)
        ))
    }
    return values
  }
}
