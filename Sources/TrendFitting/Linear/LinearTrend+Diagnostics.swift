// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

/// What the residuals say about independent errors. Months count in their order, gaps closed up, as in
/// R, unless said otherwise; residuals are not weighted.
extension LinearTrend {
  /// The Durbin-Watson statistic Σ (eᵢ − eᵢ₋₁)²/Σ eᵢ²: near 2 for independent errors, below for errors
  /// that follow each other; `nil` for a perfect fit.
  ///
  /// Durbin and Watson, Biometrika 37 (1950) 409; R's `lmtest::dwtest`.
  public var durbinWatson: Double? {
    let residuals = solution.residuals
    let total = residuals.reduce(0) { $0 + $1 * $1 }
    guard total > 0 else { return nil }
    var sum = 0.0
    for i in 1..<residuals.count {
      let step = residuals[i] - residuals[i - 1]
      sum += step * step
    }
    return sum / total
  }

  /// The autocorrelations of the residuals at lags 1 to `lags`; `nil` for a perfect fit or too few
  /// months. R's `acf`.
  public func residualAutocorrelations(lags: Int) -> [Double]? {
    let residuals = solution.residuals
    guard lags >= 1, lags < residuals.count else { return nil }
    let mean = residuals.reduce(0, +) / Double(residuals.count)
    let centred = residuals.map { $0 - mean }
    let total = centred.reduce(0) { $0 + $1 * $1 }
    guard total > 0 else { return nil }
    return (1...lags).map { lag in
      (lag..<centred.count).reduce(0) { $0 + centred[$1] * centred[$1 - lag] } / total
    }
  }

  /// The Ljung-Box statistic n (n + 2) Σ ρₖ²/(n − k) over lags 1 to `lags`, with its p-value by χ² with
  /// `lags` degrees of freedom; `nil` as ``residualAutocorrelations(lags:)``.
  ///
  /// Ljung and Box, Biometrika 65 (1978) 297; R's `Box.test`.
  public func ljungBox(lags: Int) -> (statistic: Double, pValue: Double)? {
    guard let correlations = residualAutocorrelations(lags: lags) else { return nil }
    let n = Double(solution.count)
    var sum = 0.0
    for (index, value) in correlations.enumerated() {
      sum += value * value / (n - Double(index + 1))
    }
    let statistic = n * (n + 2) * sum
    return (statistic, ChiSquared(degreesOfFreedom: Double(lags)).upperTail(statistic))
  }

  /// The covariance of the coefficients that holds for errors of unequal variance: HC3,
  /// (XᵀWX)⁻¹ Σ xᵢxᵢᵀ wᵢ²eᵢ²/(1 − hᵢ)² (XᵀWX)⁻¹; `nil` where a month alone determines a coefficient.
  ///
  /// MacKinnon and White, Journal of Econometrics 29 (1985) 305; R's `sandwich::vcovHC`.
  public var covarianceHC3: Matrix? {
    let p = solution.parameterCount
    var meat = Matrix(rows: p, columns: p)
    for (i, leverage) in solution.leverages.enumerated() {
      guard leverage < 1 - 1e-10 else { return nil }
      let score = score(i)
      for j in 0..<p {
        for k in 0..<p {
          meat[j, k] += score[j] * score[k] / ((1 - leverage) * (1 - leverage))
        }
      }
    }
    return solution.unscaledCovariance * meat * solution.unscaledCovariance
  }

  /// The covariance of the coefficients that holds for errors that follow each other and are of
  /// unequal variance: Bartlett weights 1 − l/(L + 1) up to lag L, neither prewhitened nor adjusted.
  ///
  /// Newey and West, Econometrica 55 (1987) 703; R's `sandwich::NeweyWest` with `prewhite = FALSE`.
  ///
  /// - Parameter lag: L, the largest lag, in rows.
  /// - Returns: the matrix, in the order of the coefficients.
  public func covarianceNeweyWest(lag: Int) -> Matrix {
    precondition(lag >= 0, "a lag of 0 or more")
    let p = solution.parameterCount
    let scores = (0..<solution.count).map { score($0) }
    var meat = Matrix(rows: p, columns: p)
    for distance in 0...min(lag, scores.count - 1) {
      let weight = 1 - Double(distance) / Double(lag + 1)
      for i in distance..<scores.count {
        let (late, early) = (scores[i], scores[i - distance])
        for j in 0..<p {
          for k in 0..<p {
            let product = late[j] * early[k]
            meat[j, k] += weight * product
            if distance > 0 { meat[k, j] += weight * product }
          }
        }
      }
    }
    return solution.unscaledCovariance * meat * solution.unscaledCovariance
  }

  /// wᵢ eᵢ xᵢ.
  private func score(_ i: Int) -> [Double] {
    let factor = solution.residuals[i] * (solution.weights?[i] ?? 1)
    return matrix.row(i).map { $0 * factor }
  }
}
