// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A linear trend through values of which some are only known to lie below a limit.
///
/// Maximum likelihood with normal errors: a measured month contributes the density of its value, one
/// below its limit the probability of lying there. Solved by Newton's method in γ = β/σ and θ = 1/σ,
/// in which the logarithm of the likelihood is concave (Olsen, Econometrica 46 (1978) 1211), so there is
/// one answer whatever the start. Covariance from the observed information, as R's `survreg`; its t has
/// measured months less coefficients degrees of freedom, which R takes as infinite.
public struct CensoredTrend: Sendable {
  /// The largest share of months below their limit. Helsel, Statistics for Censored Environmental Data,
  /// 2nd edition, 2012, chapter 6: beyond, no method gives more than the share itself.
  public static let largestCensoredShare = 0.8

  /// The coefficients.
  public let estimate: TrendEstimate
  /// σ: the standard deviation of an error, on the scale of the design, at its likeliest value.
  public let sigma: Double
  /// The standard error of ln σ.
  public let logSigmaStandardError: Double
  /// The logarithm of the likelihood, on the scale of the design.
  public let logLikelihood: Double
  /// The number of months with a measured value.
  public let measuredCount: Int
  /// The number of months below their limit.
  public let censoredCount: Int
  /// The months with a value left out for want of a covariate.
  public let omittedMonths: [Month]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: the series; the value of a month in `belowLimit` is its limit.
  ///   - belowLimit: the months whose truth lies below the value of the series.
  ///   - design: the model without the errors.
  /// - Throws: ``FitRefusal`` as for ``LinearTrend``, and where too few months were measured, too large
  ///   a share lies below the limit or the measured months alone cannot tell the coefficients apart.
  public init(
    _ series: MonthlySeries, belowLimit: Set<Month>, design: TrendDesign
  ) throws(FitRefusal) {
    let rows = try TrendRows(series, design)
    let basis = try rows.basis()
    let isCensored = rows.months.map { belowLimit.contains($0) }
    let measured = rows.months.indices.filter { !isCensored[$0] }
    try Self.check(rows, measured)
    try rows.requireSpread(basis.residual(of: rows.response))

    var likelihood = CensoredLikelihood(basis: basis, rows: rows, isCensored: isCensored)
    guard likelihood.climb(), let solution = likelihood.coefficients() else {
      throw FitRefusal(.didNotConverge, "the censored likelihood has no maximum that can be found")
    }
    estimate = TrendEstimate(
      rows: rows, coefficients: solution.coefficients, covariance: solution.covariance,
      degreesOfFreedom: Double(measured.count - design.names.count))
    sigma = solution.sigma
    logSigmaStandardError = solution.logSigmaStandardError
    logLikelihood = likelihood.value
    measuredCount = measured.count
    censoredCount = rows.count - measured.count
    omittedMonths = rows.omitted
  }

  private static func check(_ rows: TrendRows, _ measured: [Int]) throws(FitRefusal) {
    let p = rows.design.names.count
    guard measured.count >= p + 2 else {
      throw FitRefusal(
        .tooShort,
        "\(measured.count) of \(rows.count) months lie above their limit, expected at least \(p + 2)"
      )
    }
    let share = 1 - Double(measured.count) / Double(rows.count)
    guard share <= largestCensoredShare else {
      throw FitRefusal(
        .tooShort,
        "\(rows.count - measured.count) of \(rows.count) months lie below their limit, expected at "
          + "most \(Int(100 * largestCensoredShare)) %")
    }
    let first = rows.response[measured[0]]
    guard measured.contains(where: { rows.response[$0] != first }) else {
      throw FitRefusal(.constant, "all measured values are the same")
    }
    let part = Matrix(
      rows: measured.count, columns: p, elements: measured.flatMap { rows.matrix.row($0) })
    do throws(OrthonormalBasis.DependentColumn) {
      _ = try OrthonormalBasis(part)
    } catch {
      throw FitRefusal(
        .rankDeficient,
        "the measured months alone cannot tell coefficient '\(rows.design.names[error.index])' from "
          + "those before it")
    }
  }

  /// The values by name: `coef_...`, `se_...`, `sigma`, `loglik`.
  public func namedValues() -> [(String, Double)] {
    estimate.namedValues() + [("sigma", sigma), ("loglik", logLikelihood)]
  }
}
