// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An exponential decline with two harmonics of the year, in the unit of the series:
/// y = A exp(−k x) + a₁ cos 2πt + b₁ sin 2πt + a₂ cos 4πt + b₂ sin 4πt, with x = t − origin in years.
///
/// t is the middle of the month, ``Month/time``. Unlike a trend of logarithms it allows values of 0
/// and below, a season of constant size and known uncertainties in the unit of the series. It is
/// fitted by nonlinear least squares, unweighted or with weights of 1/u² from the uncertainties u.
public struct ExponentialDecline: Hashable, Sendable {
  /// The names of the coefficients in order.
  public static let names = ["A", "k", "a1", "b1", "a2", "b2"]

  /// The fewest months with a value.
  public static let fewestMonths = 24

  /// The decimal year at which x = 0.
  public let origin: Double

  /// Whether the uncertainties of the series were used.
  public let isWeighted: Bool

  /// The fit about the middle of the months, where level and rate are nearly independent, and all
  /// that is known of how it was found. Its first parameter is the level there, not A.
  public let fit: NonlinearLeastSquares

  /// The middle of the months less the origin, in years.
  private let middle: Double

  /// Fits the model to the months that have a value.
  ///
  /// - Parameters:
  ///   - series: at least ``fewestMonths`` values, in at least five months of the year.
  ///   - origin: the decimal year at which x = 0 and of which A is the level.
  ///   - isWeighted: whether to weigh with the uncertainties; the series must have them then.
  /// - Throws: ``FitRefusal``.
  public init(
    _ series: MonthlySeries, origin: Double, isWeighted: Bool = false
  ) throws(FitRefusal) {
    precondition(origin.isFinite, "an origin in decimal years")
    try Self.check(series, isWeighted: isWeighted)
    let rows = ExponentialDeclineRows(series)
    let weights = isWeighted ? series.uncertainties.map { $0.map { 1 / ($0 * $0) } } : nil
    do {
      fit = try NonlinearLeastSquares(
        rows.model, response: series.values, weights: weights,
        start: try rows.start(series.values),
        options: NonlinearLeastSquares.Options(
          rungs: NonlinearRung.quickLadder, evaluationsPerRung: 1000))
    } catch {
      throw Self.refusal(error)
    }
    self.origin = origin
    self.isWeighted = isWeighted
    middle = rows.middle - origin
    guard coefficients.allSatisfy({ $0.isFinite }),
      StandardErrorConvention.allCases.allSatisfy({ convention in
        standardErrors(convention).allSatisfy { $0.isFinite }
      })
    else {
      throw FitRefusal(
        .didNotConverge, "the level at the origin \(origin) is too far from the months to be finite"
      )
    }
  }

  private static func check(_ series: MonthlySeries, isWeighted: Bool) throws(FitRefusal) {
    guard series.count >= fewestMonths else {
      throw FitRefusal(
        .tooShort,
        "\(series.count) months have a value, an exponential decline needs \(fewestMonths)")
    }
    guard series.values.contains(where: { $0 != series.values[0] }) else {
      throw FitRefusal(.constant, "all values are \(series.values[0])")
    }
    let seasons = Set(series.months.map(\.month)).count
    guard seasons >= 5 else {
      throw FitRefusal(
        .seasonMissing,
        "only \(seasons) months of the year have a value, two harmonics need 5")
    }
    guard !isWeighted || series.uncertainties != nil else {
      throw FitRefusal(.badWeight, "a weighted fit needs the uncertainty of every value")
    }
  }

  private static func refusal(_ error: NonlinearFitError) -> FitRefusal {
    switch error {
    case .input(.tooFewPoints): FitRefusal(.tooShort, error.description)
    case .input(.notFinite): FitRefusal(.notFinite, error.description)
    case .input(.nonPositiveWeight), .input(.weightCountDiffers):
      FitRefusal(.badWeight, error.description)
    case .didNotConverge(.illConditioned): FitRefusal(.rankDeficient, error.description)
    default: FitRefusal(.didNotConverge, error.description)
    }
  }
}

extension ExponentialDecline {
  /// A in the unit of the series, k per year, then the harmonics in the unit of the series, in the
  /// order of ``names``. A positive k is a decline.
  public var coefficients: [Double] {
    var values = fit.parameters
    values[0] *= exp(fit.parameters[1] * middle)
    return values
  }

  /// The covariance matrix of the coefficients by the convention.
  public func covariance(_ convention: StandardErrorConvention) -> Matrix {
    // A = B exp(k m) with B the level at the middle m: ∂A/∂B = exp(k m), ∂A/∂k = m A.
    var turn = Matrix.identity(fit.parameters.count)
    turn[0, 0] = exp(fit.parameters[1] * middle)
    turn[0, 1] = middle * turn[0, 0] * fit.parameters[0]
    let inner = Matrix(
      rows: fit.parameters.count, columns: fit.parameters.count,
      elements: fit.covariance(convention))
    return turn * inner * turn.transposed
  }

  /// The standard errors of the coefficients by the convention. Without weights only
  /// `StandardErrorConvention.scaledSigma` says something.
  public func standardErrors(_ convention: StandardErrorConvention) -> [Double] {
    covariance(convention).diagonal.map { $0.squareRoot() }
  }

  /// A, the level at the origin without the season, in the unit of the series.
  public var level: Double { coefficients[0] }

  /// k, the rate of decline per year.
  public var rate: Double { fit.parameters[1] }

  /// The numbers as the reference cases call them: `coef_A`, `se_A` and so on, `rss` and
  /// `residual_sd`; of a weighted fit `w_coef_A`, `w_se_known_sigma_A`, `w_se_scaled_A` and so on,
  /// `w_rss` and `w_residual_sd`.
  public func namedValues() -> [(String, Double)] {
    let prefix = isWeighted ? "w_" : ""
    let scaled = isWeighted ? "w_se_scaled_" : "se_"
    var values = zip(Self.names, coefficients).map { ("\(prefix)coef_\($0)", $1) }
    values += zip(Self.names, standardErrors(.scaledSigma)).map { ("\(scaled)\($0)", $1) }
    if isWeighted {
      values += zip(Self.names, standardErrors(.knownSigma)).map { ("w_se_known_sigma_\($0)", $1) }
    }
    values.append(("\(prefix)rss", fit.sumOfSquares))
    values.append(("\(prefix)residual_sd", fit.residualStandardDeviation))
    return values
  }
}
