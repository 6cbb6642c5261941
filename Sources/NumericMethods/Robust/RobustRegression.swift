// SPDX-License-Identifier: GPL-3.0-or-later

/// A linear model y = X c that outliers hardly move: iteratively reweighted least squares.
///
/// The residuals, widened by 1/√(1 − h) for their leverage h, are weighted by a function of their
/// size relative to the scale, which is the median of the absolute residuals without the p − 1
/// smallest, over 0.6745. Every number it holds is finite.
///
/// W. DuMouchel and F. O'Brien, Integrating a robust option into a multiple regression computing
/// environment (1989); J. O. Street, R. J. Carroll and D. Ruppert, The American Statistician 42 (1988)
/// 152-154.
///
/// The corresponding GSL function is `gsl_multifit_robust`.
public struct RobustRegression: Hashable, Sendable {
  /// The weight w of a residual u, in units of scale and tuning constant. The constants are GSL's,
  /// which leave 95 % of the efficiency of least squares where the errors are normal.
  public enum WeightFunction: String, CaseIterable, Hashable, Sendable {
    /// (1 − u²)², 0 from |u| = 1 on; constant 4.685. The corresponding GSL constant is
    /// `gsl_multifit_robust_bisquare`.
    case bisquare
    /// 1/(1 + u²); constant 2.385: `gsl_multifit_robust_cauchy`.
    case cauchy
    /// 1/(1 + |u|); constant 1.4: `gsl_multifit_robust_fair`.
    case fair
    /// 1 up to |u| = 1, then 1/|u|; constant 1.345: `gsl_multifit_robust_huber`.
    case huber
    /// exp(−u²); constant 2.985: `gsl_multifit_robust_welsch`.
    case welsch
    /// 1: least squares, to compare with: `gsl_multifit_robust_ols`.
    case ols
  }

  /// c, one a column of the design.
  public let coefficients: [Double]

  /// The covariance matrix of the coefficients, from ``scale`` and X, p × p.
  public let covariance: Matrix

  /// The standard deviation of the errors that the covariance uses (DuMouchel and O'Brien, section
  /// 4.1), in the unit of y; never below that of the reweighted fit.
  public let scale: Double

  /// The weight of each row in the last iteration, 0 to 1.
  public let weights: [Double]

  /// y − X c, one a row, in the unit of y.
  public let residuals: [Double]

  /// The weight function.
  public let weightFunction: WeightFunction

  /// The number of reweighted fits.
  public let iterations: Int

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - design: X, one row a point and one column a coefficient; at least one row more than columns.
  ///   - response: y, one finite number a row.
  ///   - weightFunction: how residuals are weighted.
  ///   - tuning: the tuning constant, above 0; `nil` is that of the weight function.
  ///   - largestIterations: how many reweighted fits are tried, above 0.
  /// - Throws: ``RobustFitError``.
  public init(
    design: Matrix, response: [Double], weightFunction: WeightFunction = .bisquare,
    tuning: Double? = nil, largestIterations: Int = 200
  ) throws(RobustFitError) {
    precondition(tuning.map { $0 > 0 } ?? true, "a tuning constant is above 0")
    precondition(largestIterations > 0, "at least one iteration")
    // Finds short, unequal, infinite and dependent input: GSL drops dependent columns silently.
    do {
      _ = try LinearLeastSquares(design: design, response: response, rankTolerance: 1e-10)
    } catch {
      throw .linear(error)
    }
    let workspace = try RobustWorkspace(design, response, weightFunction, tuning)
    var end = try workspace.fit(largestIterations)
    if !end.hasConverged {
      // GSL compares each coefficient with itself, which a coefficient near 0 never passes.
      let next = try workspace.fit(largestIterations + 1)
      guard next.isCloseTo(end) else { throw .didNotConverge(iterations: largestIterations) }
      end = next
    }
    let largest = response.reduce(0) { max($0, abs($1)) }
    guard !(end.medianScale <= 32 * Double.ulpOfOne * largest) else { throw .noScale }
    guard end.isFinite else { throw .linear(.noFiniteAnswer) }
    coefficients = end.coefficients
    covariance = end.covariance
    scale = end.scale
    weights = end.weights
    residuals = end.residuals
    iterations = end.iterations
    self.weightFunction = weightFunction
  }

  /// The number of rows less the number of columns; at least 1.
  public var degreesOfFreedom: Int { residuals.count - coefficients.count }

  /// The standard errors of the coefficients.
  public var standardErrors: [Double] { covariance.diagonal.map { $0.squareRoot() } }
}

/// Why a robust fit has no answer.
public enum RobustFitError: Error, Hashable, Sendable {
  /// The rows have no least-squares fit to begin with.
  case linear(LinearFitError)
  /// The weights did not settle.
  case didNotConverge(iterations: Int)
  /// Half of the points or more lie exactly on the fit, so residuals have no scale.
  case noScale
}

extension RobustFitError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .linear(let error):
      error.description
    case .didNotConverge(let iterations):
      "the weights did not settle in \(iterations) iterations: try the weight function huber"
    case .noScale:
      "half of the points or more lie exactly on the fit, so no residual is large or small"
    }
  }
}
