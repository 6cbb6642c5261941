// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A straight line y = a + b x through points, by weighted least squares.
///
/// It minimises χ² = Σ wᵢ (yᵢ − a − b xᵢ)². Every number it holds is finite.
///
/// The corresponding GSL function is `gsl_fit_wlinear`; with weights of 1 it is `gsl_fit_linear`.
public struct StraightLineFit: Hashable, Sendable {
  /// The fewest points that leave a residual degree of freedom, without which there is no
  /// ``StandardErrorConvention/scaledSigma``.
  public static let fewestPoints = 3

  /// The value of the line at x = 0 (a), in the unit of y.
  public let intercept: Double

  /// The change of the line per unit of x (b), in the unit of y per unit of x.
  public let slope: Double

  /// The weighted sum of squared residuals (χ²), in the unit of weight times y².
  public let sumOfSquares: Double

  /// The number of points.
  public let count: Int

  /// (XᵀWX)⁻¹, with no regard to the residuals.
  private let knownSigmaCovariance: Covariance

  /// Fits a line.
  ///
  /// - Parameters:
  ///   - x: one value for every point, in any order.
  ///   - y: one value for every point.
  ///   - weights: one for every point, above 0, 1/σ² of y where σ is known; `nil` weighs all alike,
  ///     with 1.
  /// - Throws: ``FitError/lengthsDiffer(x:y:)``, ``FitError/weightCountDiffers(points:weights:)``,
  ///   ``FitError/tooFewPoints(got:needed:)`` below ``fewestPoints``,
  ///   ``FitError/notFinite(index:)``, ``FitError/nonPositiveWeight(index:)``,
  ///   ``FitError/noSpread``, ``FitError/noFiniteAnswer`` or ``FitError/gsl(_:)``.
  public init(x: [Double], y: [Double], weights: [Double]? = nil) throws(FitError) {
    let weights = weights ?? Array(repeating: 1, count: x.count)
    try Self.check(x: x, y: y, weights: weights)

    // The mean of x taken as origin keeps the digits of x where its spread is small beside its size,
    // as with years; the result is then moved back to x = 0.
    let centre = x.reduce(0, +) / Double(x.count)
    let offsets = x.map { $0 - centre }
    var (level, slope, chiSquare) = (0.0, 0.0, 0.0)
    var (varLevel, covariance, varSlope) = (0.0, 0.0, 0.0)
    do {
      // Also for equal weights: `gsl_fit_linear` returns only the covariance scaled by the
      // residuals, from which the other cannot be had for points exactly on a line.
      try GSLCall.check {
        gsl_fit_wlinear(
          offsets, 1, weights, 1, y, 1, x.count,
          &level, &slope, &varLevel, &covariance, &varSlope, &chiSquare)
      }
    } catch {
      throw .gsl(error)
    }

    self.intercept = level - slope * centre
    self.slope = slope
    self.sumOfSquares = chiSquare
    self.count = x.count
    self.knownSigmaCovariance = Covariance(
      intercept: varLevel - 2 * centre * covariance + centre * centre * varSlope,
      interceptAndSlope: covariance - centre * varSlope,
      slope: varSlope)

    let isSound =
      intercept.isFinite && slope.isFinite && chiSquare.isFinite
      && StandardErrorConvention.allCases.allSatisfy { self.covariance($0).isSound }
    guard isSound else { throw .noFiniteAnswer }
  }
}

extension StraightLineFit {
  /// The symmetric covariance matrix of intercept and slope.
  public struct Covariance: Hashable, Sendable {
    /// The variance of the intercept, in the unit of y².
    public let intercept: Double

    /// The covariance of intercept and slope, in the unit of y² per unit of x.
    public let interceptAndSlope: Double

    /// The variance of the slope, in the unit of y² per x².
    public let slope: Double

    /// Whether all are finite and no variance is negative.
    fileprivate var isSound: Bool {
      intercept.isFinite && interceptAndSlope.isFinite && slope.isFinite
        && intercept >= 0 && slope >= 0
    }
  }

  /// The number of points less the two parameters; at least 1.
  public var degreesOfFreedom: Int { count - 2 }

  /// sqrt(χ²/(n − 2)): the spread of the points round the line, in the unit of y for weights of 1;
  /// without a unit, near 1 where the line is right, for weights of 1/σ².
  public var residualStandardDeviation: Double {
    (sumOfSquares / Double(degreesOfFreedom)).squareRoot()
  }

  /// The covariance matrix of intercept and slope by the convention.
  public func covariance(_ convention: StandardErrorConvention) -> Covariance {
    switch convention {
    case .knownSigma:
      return knownSigmaCovariance
    case .scaledSigma:
      let factor = sumOfSquares / Double(degreesOfFreedom)
      return Covariance(
        intercept: factor * knownSigmaCovariance.intercept,
        interceptAndSlope: factor * knownSigmaCovariance.interceptAndSlope,
        slope: factor * knownSigmaCovariance.slope)
    }
  }

  /// The standard error of ``slope`` by the convention, in the unit of y per unit of x.
  public func slopeStandardError(_ convention: StandardErrorConvention) -> Double {
    covariance(convention).slope.squareRoot()
  }

  /// The standard error of ``intercept`` by the convention, in the unit of y.
  public func interceptStandardError(_ convention: StandardErrorConvention) -> Double {
    covariance(convention).intercept.squareRoot()
  }
}

extension StraightLineFit {
  /// Refuses whatever GSL would answer with NaN: it reports success on equal x.
  private static func check(x: [Double], y: [Double], weights: [Double]) throws(FitError) {
    guard x.count == y.count else { throw .lengthsDiffer(x: x.count, y: y.count) }
    guard weights.count == x.count else {
      throw .weightCountDiffers(points: x.count, weights: weights.count)
    }
    guard x.count >= fewestPoints else {
      throw .tooFewPoints(got: x.count, needed: fewestPoints)
    }
    for index in x.indices {
      guard x[index].isFinite, y[index].isFinite, weights[index].isFinite else {
        throw .notFinite(index: index)
      }
      guard weights[index] > 0 else { throw .nonPositiveWeight(index: index) }
    }
    guard x.contains(where: { $0 != x[0] }) else { throw .noSpread }
  }
}
