// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A linear trend with a random effect of the calendar year: the default trend model.
///
/// y = X β + u(year) + e, with u ~ N(0, τ²) for every calendar year and e ~ N(0, σ²) for every month, so
/// that a dry or a cold year counts once and not twelve times. The ratio λ = τ²/σ² maximises the
/// restricted likelihood
/// −½ [(n − p) (ln 2πσ̂² + 1) + Σ_g ln(1 + λ n_g) + ln |Xᵀ H⁻¹ X|], with n_g months in year g,
/// H = I + λ Z Zᵀ and H⁻¹ = I − λ/(1 + λ n_g) 1 1ᵀ within a year; every evaluation needs the sums of the
/// years only. Pinheiro and Bates, Mixed-Effects Models in S and S-PLUS, 2000, section 2.2. The slope
/// has Student's t with the number of years less 2 degrees of freedom.
public struct YearEffectTrend: Sendable {
  /// The fewest calendar years with a value.
  public static let fewestYears = 4

  /// The coefficients, with years − 2 degrees of freedom.
  public let estimate: TrendEstimate
  /// σ: the standard deviation within a year, on the scale of the design.
  public let sigma: Double
  /// τ: the standard deviation of the year effect, on the scale of the design; 0 where the months of
  /// a year are no more alike than those of different years.
  public let tauYear: Double
  /// The restricted log-likelihood, without the constant ½ ln |XᵀX|, as R's `lme` gives it.
  public let restrictedLogLikelihood: Double
  /// The calendar years with a value, ascending, and the predicted effect of each.
  public let yearEffects: [(year: Int, effect: Double)]
  /// The months of the fit.
  public let months: [Month]
  /// y − X β, the year effect included, on the scale of the design.
  public let residuals: [Double]
  /// The months with a value left out for want of a covariate.
  public let omittedMonths: [Month]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: the series; its uncertainties, if any, are not used.
  ///   - design: the model without the errors.
  /// - Throws: ``FitRefusal`` for a series too short, constant, with a month of the year always
  ///   missing, without a logarithm, or for a model whose coefficients cannot be told apart.
  public init(_ series: MonthlySeries, design: TrendDesign) throws(FitRefusal) {
    let rows = try TrendRows(series, design)
    let profile = try YearEffectProfile(rows)
    guard profile.years.count >= Self.fewestYears else {
      throw FitRefusal(
        .tooShort,
        "values in \(profile.years.count) calendar years, expected at least \(Self.fewestYears)")
    }
    let share = IntervalMinimum(
      of: { profile.solve(ratio: $0 / (1 - $0))?.deviance ?? .infinity },
      grid: YearEffectProfile.shares, tolerance: 1e-11
    ).argument
    let ratio = share / (1 - share)
    guard let solution = profile.solve(ratio: ratio), solution.sumOfSquares > 0,
      solution.deviance.isFinite
    else {
      throw FitRefusal(.didNotConverge, "the likelihood of the year effect has no finite maximum")
    }
    let variance = solution.sumOfSquares / Double(rows.count - design.names.count)
    let coefficients = profile.basis.coefficients(
      zip(profile.center, solution.shift).map { $0 + $1 })
    let covariance = profile.basis.covariance(variance * solution.inverse)
    guard coefficients.allSatisfy(\.isFinite), covariance.isFinite else {
      throw FitRefusal(.didNotConverge, "the covariance of the coefficients is not finite")
    }
    estimate = TrendEstimate(
      rows: rows, coefficients: coefficients, covariance: covariance,
      degreesOfFreedom: Double(profile.years.count - 2))
    sigma = variance.squareRoot()
    tauYear = (ratio * variance).squareRoot()
    restrictedLogLikelihood = -solution.deviance / 2
    months = rows.months
    omittedMonths = rows.omitted
    let fitted = rows.matrix * coefficients
    let residuals = zip(rows.response, fitted).map { $0 - $1 }
    self.residuals = residuals
    yearEffects = profile.years.map { year in
      let sum = residuals[year.rows].reduce(0, +)
      return (year.year, ratio / (1 + ratio * Double(year.rows.count)) * sum)
    }
  }

  /// The values as the reference cases name them.
  public func namedValues() -> [(String, Double)] {
    estimate.namedValues() + [
      ("tau_year", tauYear), ("sigma", sigma), ("loglik_reml", restrictedLogLikelihood),
    ]
  }
}

/// The restricted likelihood of a year effect as a function of λ, in an orthonormal basis of X.
struct YearEffectProfile {
  let basis: OrthonormalBasis
  /// Qᵀ y.
  let center: [Double]
  /// The calendar years and their rows.
  let years: [(year: Int, rows: Range<Int>)]
  /// The sums over each year of the columns of Q, year by year, and of the residuals.
  private let columnSums: [Double]
  private let residualSums: [Double]
  private let residualSquares: Double
  private let logTriangle: Double

  /// Shares τ²/(τ² + σ²) to start from.
  static let shares: [Double] = [
    0, 1e-4, 1e-3, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99,
    0.999, 0.99999,
  ]

  init(_ rows: TrendRows) throws(FitRefusal) {
    let basis = try rows.basis()
    self.basis = basis
    center = basis.coordinates(of: rows.response)
    let rest = basis.residual(of: rows.response)
    try rows.requireSpread(rest)
    var years: [(year: Int, rows: Range<Int>)] = []
    var start = 0
    for end in 1...rows.count
    where end == rows.count || rows.months[end].year != rows.months[start].year {
      years.append((rows.months[start].year, start..<end))
      start = end
    }
    self.years = years
    let (n, p) = (rows.count, basis.columns)
    columnSums = years.flatMap { year in
      (0..<p).map { j in year.rows.reduce(0) { $0 + basis.columnElements[j * n + $1] } }
    }
    residualSums = years.map { rest[$0.rows].reduce(0, +) }
    residualSquares = rest.reduce(0) { $0 + $1 * $1 }
    logTriangle = basis.triangle.diagonal.reduce(0) { $0 + log($1) }
  }

  struct Solution {
    /// −2 ln of the restricted likelihood.
    let deviance: Double
    /// rᵀ H⁻¹ r at the best coefficients.
    let sumOfSquares: Double
    /// The coefficients in the basis, less `center`.
    let shift: [Double]
    let factor: CholeskyFactor
    /// (Qᵀ H⁻¹ Q)⁻¹.
    var inverse: Matrix { factor.inverse }
  }

  /// The best coefficients for a ratio λ = τ²/σ²; `nil` where they cannot be computed.
  func solve(ratio: Double) -> Solution? {
    let p = basis.columns
    var normal = Matrix.identity(p)
    var right = Array(repeating: 0.0, count: p)
    var squares = residualSquares
    var logDeterminant = 0.0
    for (g, year) in years.enumerated() {
      let months = Double(year.rows.count)
      let weight = ratio / (1 + ratio * months)
      logDeterminant += log1p(ratio * months)
      let sum = residualSums[g]
      squares -= weight * sum * sum
      for j in 0..<p {
        let factor = weight * columnSums[g * p + j]
        right[j] -= factor * sum
        for k in 0...j { normal.elements[j * p + k] -= factor * columnSums[g * p + k] }
      }
    }
    guard let factor = CholeskyFactor(normal) else { return nil }
    let shift = factor.solve(right)
    squares -= zip(shift, right).reduce(0) { $0 + $1.0 * $1.1 }
    let freedom = Double(basis.rows - p)
    guard squares > 0 else { return nil }
    let deviance =
      freedom * (log(2 * Double.pi * squares / freedom) + 1) + logDeterminant
      + factor.logDeterminant + 2 * logTriangle
    return Solution(
      deviance: deviance, sumOfSquares: squares, shift: shift, factor: factor)
  }
}
