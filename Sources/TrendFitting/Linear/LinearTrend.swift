// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

/// A linear trend by ordinary or weighted least squares, errors independent from month to month.
///
/// The corresponding GSL function is `gsl_linalg_QRPT_decomp`, through `LinearLeastSquares`.
public struct LinearTrend: Sendable {
  /// How much each month counts.
  public enum Weighting: Hashable, Sendable {
    /// All alike.
    case equal
    /// 1/u² with the standard uncertainties of the series, relative ones on a log scale.
    case uncertainty
    /// Given, one a month of the series, above 0: 1/σ² on the scale of the design where σ is known.
    case given([Double])
  }

  /// The coefficients, with n − p degrees of freedom.
  public let estimate: TrendEstimate
  /// The convention of the covariance in ``estimate``.
  public let convention: StandardErrorConvention
  /// The solution, on the scale of the design.
  public let solution: LinearLeastSquares
  /// The months of the fit.
  public let months: [Month]
  /// The months with a value left out for want of a covariate.
  public let omittedMonths: [Month]

  let matrix: Matrix

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - design: the model without the errors.
  ///   - weighting: how much each month counts.
  ///   - convention: which standard errors ``estimate`` holds; `knownSigma` without weights takes σ
  ///     as 1.
  /// - Throws: ``FitRefusal`` for a series too short, constant, with a month of the year always
  ///   missing, without a logarithm, without uncertainties where they are wanted, with a weight not
  ///   above 0, or for a model whose coefficients cannot be told apart.
  public init(
    _ series: MonthlySeries, design: TrendDesign, weighting: Weighting = .equal,
    convention: StandardErrorConvention = .scaledSigma
  ) throws(FitRefusal) {
    let rows = try TrendRows(series, design)
    let weights = try Self.weights(weighting, series, rows)
    do throws(LinearFitError) {
      solution = try LinearLeastSquares(
        design: rows.matrix, response: rows.response, weights: weights, rankTolerance: 1e-10)
    } catch {
      throw Self.refusal(error, rows)
    }
    self.convention = convention
    months = rows.months
    omittedMonths = rows.omitted
    matrix = rows.matrix
    estimate = TrendEstimate(
      rows: rows, coefficients: solution.coefficients, covariance: solution.covariance(convention),
      degreesOfFreedom: Double(solution.degreesOfFreedom))
  }

  private static func weights(
    _ weighting: Weighting, _ series: MonthlySeries, _ rows: TrendRows
  ) throws(FitRefusal) -> [Double]? {
    switch weighting {
    case .equal:
      return nil
    case .uncertainty:
      guard let uncertainties = rows.uncertainties else {
        throw FitRefusal(.badWeight, "the series has no uncertainties to weigh by")
      }
      return uncertainties.map { 1 / ($0 * $0) }
    case .given(let weights):
      guard weights.count == series.count else {
        throw FitRefusal(
          .badWeight, "\(weights.count) weights for \(series.count) months, expected one a month")
      }
      for (month, weight) in zip(series.months, weights) where !(weight > 0 && weight.isFinite) {
        throw FitRefusal(
          .badWeight,
          "the weight of \(month.year)-\(month.month) is \(weight), expected a number above 0")
      }
      let kept = Set(rows.months)
      return zip(series.months, weights).filter { kept.contains($0.0) }.map(\.1)
    }
  }

  private static func refusal(_ error: LinearFitError, _ rows: TrendRows) -> FitRefusal {
    switch error {
    case .rankDeficient(_, let columns):
      // The pivoting names one of the columns that hang together; the order of the model names the
      // last of them.
      do throws(FitRefusal) {
        _ = try rows.basis()
        return rows.dependent(columns.last ?? rows.matrix.columns - 1)
      } catch {
        return error
      }
    case .tooFewRows: return FitRefusal(.tooShort, error.description)
    case .nonPositiveWeight: return FitRefusal(.badWeight, error.description)
    case .notFinite: return FitRefusal(.notFinite, error.description)
    case .lengthsDiffer, .noFiniteAnswer, .gsl:
      return FitRefusal(.didNotConverge, error.description)
    }
  }
}
