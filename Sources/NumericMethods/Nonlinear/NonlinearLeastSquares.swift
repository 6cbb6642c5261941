// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters θ of a nonlinear model f by weighted least squares.
///
/// It minimises χ² = Σ wᵢ (yᵢ − fᵢ(θ))². A value of this type is a minimum that passed the checks;
/// whatever else the methods reach is thrown as ``NonlinearFitError/didNotConverge(_:)``. Every number
/// it holds is finite. Whether it is the lowest of several minima no method can say: it is the lowest
/// that the rungs tried reached from the start values.
///
/// The checks: the residual is at right angles to the derivatives, the derivatives are independent,
/// the second derivatives are positive definite, no parameter ran away to where the model is flat,
/// and no other rung reached a smaller χ².
///
/// The corresponding GSL function is `gsl_multifit_nlinear_iterate`.
public struct NonlinearLeastSquares: Hashable, Sendable {
  /// The parameters, in the order of the model.
  public let parameters: [Double]

  /// The weighted sum of squared residuals (χ²), in the unit of weight times y².
  public let sumOfSquares: Double

  /// The number of points (n).
  public let count: Int

  /// The rung of the ladder whose answer this is.
  public let rung: NonlinearRung

  /// How many rungs reached this χ², this one included.
  public let agreeingRungs: Int

  /// How often model or derivatives were evaluated, over all rungs tried.
  public let evaluations: Int

  /// The fraction of the residual that a further Gauss-Newton step would take away.
  public let offset: Double

  /// The condition number of the derivatives, scaled to columns of length 1; large where parameters
  /// can hardly be told apart.
  public let condition: Double

  /// The least curvature of χ² in any direction relative to that of the linearised model; 1 for a
  /// linear model, near 0 where standard errors are of little use.
  public let leastCurvature: Double

  /// (JᵀWJ)⁻¹, row after row.
  private let knownSigmaCovariance: [Double]
}

extension NonlinearLeastSquares {
  /// What to try, and how long.
  public struct Options: Hashable, Sendable {
    /// The rungs, in the order in which they are tried; at least one.
    public var rungs: [NonlinearRung]

    /// The evaluations of model and derivatives granted to each rung.
    public var evaluationsPerRung: Int

    /// How many rungs must reach the same lowest χ² before the rest is left untried, above 0. Where
    /// fewer do, all are tried, and the lowest minimum answers.
    public var agreeingRungs: Int

    /// Makes options; those left out are the usual ones.
    public init(
      rungs: [NonlinearRung] = NonlinearRung.ladder, evaluationsPerRung: Int = 5000,
      agreeingRungs: Int = 2
    ) {
      precondition(!rungs.isEmpty, "a fit needs at least one rung")
      precondition(agreeingRungs > 0, "at least one rung must agree with itself")
      self.rungs = rungs
      self.evaluationsPerRung = evaluationsPerRung
      self.agreeingRungs = agreeingRungs
    }
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - model: gives the values and, better, their derivatives.
  ///   - response: y, one finite number for every value of the model, more than there are parameters.
  ///   - weights: one for every point, above 0, 1/σ² of y where σ is known; `nil` weighs all alike,
  ///     with 1.
  ///   - start: one finite value for every parameter.
  ///   - options: the rungs and their limits.
  /// - Throws: ``NonlinearFitError``.
  public init(
    _ model: NonlinearModel, response: [Double], weights: [Double]? = nil, start: [Double],
    options: Options = Options()
  ) throws(NonlinearFitError) {
    try Self.check(model, response: response, weights: weights, start: start)
    let problem = NonlinearProblem(
      model: model, response: response, weights: weights, start: start)
    // Squares of such small numbers vanish, and with them every difference.
    guard problem.responseNorm > 1e-140 || response.allSatisfy({ $0 == 0 }) else {
      throw .input(.noFiniteAnswer)
    }
    var ladder = try NonlinearLadder(problem)
    for rung in options.rungs {
      ladder.climb(rung, evaluations: options.evaluationsPerRung)
      if ladder.agreeing >= options.agreeingRungs { break }
    }
    let (best, rung) = try ladder.answer()
    parameters = best.parameters
    sumOfSquares = best.sumOfSquares
    count = response.count
    self.rung = rung
    agreeingRungs = ladder.agreeing
    evaluations = problem.evaluations
    offset = best.offset
    condition = best.condition
    leastCurvature = best.leastCurvature
    knownSigmaCovariance = best.covariance
    guard covariance(.scaledSigma).allSatisfy({ $0.isFinite }) else {
      throw .input(.noFiniteAnswer)
    }
  }

  private static func check(
    _ model: NonlinearModel, response: [Double], weights: [Double]?, start: [Double]
  ) throws(NonlinearFitError) {
    guard response.count == model.pointCount else {
      throw .input(.lengthsDiffer(x: model.pointCount, y: response.count))
    }
    guard start.count == model.parameterCount else {
      throw .startCountDiffers(parameters: model.parameterCount, start: start.count)
    }
    guard response.count > start.count else {
      throw .input(.tooFewPoints(got: response.count, needed: start.count + 1))
    }
    if let weights, weights.count != response.count {
      throw .input(.weightCountDiffers(points: response.count, weights: weights.count))
    }
    for index in response.indices {
      guard response[index].isFinite, weights?[index].isFinite ?? true else {
        throw .input(.notFinite(index: index))
      }
      if let weights, weights[index] <= 0 {
        throw .input(.nonPositiveWeight(index: index))
      }
    }
    guard start.allSatisfy({ $0.isFinite }) else { throw .didNotConverge(.noValueAtStart) }
  }
}

extension NonlinearLeastSquares {
  /// The number of points less the number of parameters; at least 1.
  public var degreesOfFreedom: Int { count - parameters.count }

  /// sqrt(χ²/(n − p)): the spread of the points round the curve, in the unit of y for weights of 1;
  /// without a unit, near 1 where the model is right, for weights of 1/σ².
  public var residualStandardDeviation: Double {
    (sumOfSquares / Double(degreesOfFreedom)).squareRoot()
  }

  /// The covariance matrix of the parameters by the convention, p × p, row after row.
  public func covariance(_ convention: StandardErrorConvention) -> [Double] {
    switch convention {
    case .knownSigma:
      return knownSigmaCovariance
    case .scaledSigma:
      let factor = sumOfSquares / Double(degreesOfFreedom)
      return knownSigmaCovariance.map { factor * $0 }
    }
  }

  /// The standard errors of the parameters by the convention.
  public func standardErrors(_ convention: StandardErrorConvention) -> [Double] {
    let matrix = covariance(convention)
    return parameters.indices.map { matrix[$0 * parameters.count + $0].squareRoot() }
  }
}
