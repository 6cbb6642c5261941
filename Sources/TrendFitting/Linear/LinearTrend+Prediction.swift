// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// What a linear trend says about a month, on the scale of the design.
public struct TrendPrediction: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// x β.
  public let fit: Double
  /// Where the mean of the month lies.
  public let confidence: TrendInterval
  /// Where one value of the month lies.
  public let prediction: TrendInterval
}

extension LinearTrend {
  /// Predicts a month, of the series or outside it; steps stay as they are at their last. `nil` where a
  /// covariate has no value.
  ///
  /// - Parameters:
  ///   - month: the month.
  ///   - confidence: of both intervals, between 0 and 1.
  ///   - weight: the weight that a value of the month would have; 1 without weights.
  /// - Returns: the prediction, on the scale of the design, as R's `predict.lm` gives it.
  public func predict(
    _ month: Month, confidence: Double = 0.95, weight: Double = 1
  ) -> TrendPrediction? {
    precondition(weight > 0, "a weight above 0")
    guard let row = estimate.design.row(month) else { return nil }
    let fit = zip(row, estimate.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = max(0, estimate.covariance.quadraticForm(row))
    let single: Double
    switch convention {
    case .knownSigma: single = 1 / weight
    case .scaledSigma:
      let sigma = solution.residualStandardDeviation
      single = sigma * sigma / weight
    }
    let quantile = estimate.quantile(confidence)
    let mean = quantile * variance.squareRoot()
    let value = quantile * (variance + single).squareRoot()
    return TrendPrediction(
      month: month, fit: fit, confidence: TrendInterval(lower: fit - mean, upper: fit + mean),
      prediction: TrendInterval(lower: fit - value, upper: fit + value))
  }

  /// The values as the reference cases name them: coefficients, standard errors, quality of fit,
  /// residual tests over 12 lags, and the two robust standard errors of the slope.
  public func namedValues() -> [(String, Double)] {
    var values = estimate.namedValues()
    let boxTest = ljungBox(lags: 12)
    let optional: [(String, Double?)] = [
      ("sigma", solution.residualStandardDeviation),
      ("r_squared", solution.rSquared), ("adj_r_squared", solution.adjustedRSquared),
      ("loglik", solution.logLikelihood(convention)), ("aic", solution.akaike(convention)),
      ("bic", solution.bayes(convention)), ("durbin_watson", durbinWatson),
      ("resid_acf_lag1", residualAutocorrelations(lags: 1)?.first),
      ("ljung_box_12", boxTest?.statistic), ("ljung_box_12_p", boxTest?.pValue),
      ("se_hac12_x", covarianceNeweyWest(lag: 12)[1, 1].squareRoot()),
      ("se_hc3_x", covarianceHC3.map { $0[1, 1].squareRoot() }),
    ]
    for case (let name, let value?) in optional { values.append((name, value)) }
    return values
  }

  /// The lists as the reference cases name them: `pred_fit`, `pred_lwr`, `pred_upr`, `conf_lwr` and
  /// `conf_upr`, one element a month.
  ///
  /// - Parameter months: the months to predict; those that lack a covariate are left out.
  /// - Returns: the names with their lists.
  public func namedLists(_ months: [Month]) -> [(String, [Double])] {
    let predictions = months.compactMap { predict($0) }
    return [
      ("pred_fit", predictions.map(\.fit)),
      ("pred_lwr", predictions.map(\.prediction.lower)),
      ("pred_upr", predictions.map(\.prediction.upper)),
      ("conf_lwr", predictions.map(\.confidence.lower)),
      ("conf_upr", predictions.map(\.confidence.upper)),
    ]
  }
}
