// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

/// A linear trend that outlying months pull less on, by an M-estimator.
///
/// The corresponding GSL function is `gsl_multifit_robust`, through `RobustRegression`.
public struct RobustTrend: Sendable {
  /// The coefficients, with n - p degrees of freedom.
  public let estimate: TrendEstimate
  /// The fit, on the scale of the design.
  public let fit: RobustRegression
  /// The months of the fit.
  public let months: [Month]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - design: the model without the errors.
  ///   - weightFunction: how the pull of outlying months is limited.
  /// - Throws: ``FitRefusal``.
  public init(
    _ series: MonthlySeries, design: TrendDesign,
    weightFunction: RobustRegression.WeightFunction = .bisquare
  ) throws(FitRefusal) {
    let rows = try TrendRows(series, design)
    do throws(RobustFitError) {
      fit = try RobustRegression(
        design: rows.matrix, response: rows.response, weightFunction: weightFunction)
    } catch {
      switch error {
      case .didNotConverge: throw FitRefusal(.didNotConverge, "\(error)")
      case .linear: throw FitRefusal(.rankDeficient, "\(error)")
      default: throw FitRefusal(.constant, "\(error)")
      }
    }
    months = rows.months
    estimate = TrendEstimate(
      rows: rows, coefficients: fit.coefficients, covariance: fit.covariance,
      degreesOfFreedom: Double(fit.degreesOfFreedom))
  }

  /// Coefficients, standard errors and robust scale.
  ///
  /// - Returns: the names with their values.
  public func namedValues() -> [(String, Double)] {
    estimate.namedValues() + [("sigma", fit.scale), ("iterations", Double(fit.iterations))]
  }
}
