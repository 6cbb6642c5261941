// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

/// A straight line y = a + b x through points with errors in x and in y.
///
/// With Wᵢ = 1/(σ_yᵢ² + b²σ_xᵢ² − 2b rᵢσ_xᵢσ_yᵢ) the slope solves b = ΣWβV/ΣWβU, where U and V are the
/// distances of x and y from their W-means and β = W(Uσ_y² + bVσ_x² − (bU + V) rσ_xσ_y).
///
/// York, Evensen, López Martínez and De Basabe Delgado, American Journal of Physics 72 (2004) 367.
public struct YorkLine: Hashable, Sendable {
  /// The fewest points.
  public static let fewestPoints = 3

  /// At which points the expression for the standard errors is evaluated.
  public enum Points: String, CaseIterable, Hashable, Sendable {
    /// At the adjusted points on the line: the maximum likelihood expression of York et al. 2004.
    case adjusted
    /// At the points as measured: the expression of York 1969, for comparison with older work.
    case observed
  }

  /// a, in the unit of y.
  public let intercept: Double
  /// b, in the unit of y per unit of x.
  public let slope: Double
  /// ΣW(y − a − bx)².
  public let chiSquare: Double
  /// The number of points.
  public let count: Int
  private let weightSum: Double
  /// Of x by ``Points``, weighed by W.
  private let means: [Points: Double]
  /// ΣW(x − mean)² by ``Points``.
  private let spreads: [Points: Double]

  /// Fits a line.
  ///
  /// - Parameters:
  ///   - x: one a point, in any order.
  ///   - y: one a point.
  ///   - xUncertainties: standard uncertainties of x, 0 or above.
  ///   - yUncertainties: standard uncertainties of y, 0 or above, not 0 where that of x is.
  ///   - correlations: of the two errors of a point, above −1 and below 1; `nil` is 0 for all.
  /// - Throws: ``FitRefusal`` with `tooShort` below ``fewestPoints``, `notFinite`, `constant` where all
  ///   x are the same, `badWeight`, or `didNotConverge`.
  public init(
    x: [Double], y: [Double], xUncertainties: [Double], yUncertainties: [Double],
    correlations: [Double]? = nil
  ) throws(FitRefusal) {
    let points = YorkPoints(
      x: x, y: y, sx: xUncertainties, sy: yUncertainties,
      r: correlations ?? Array(repeating: 0, count: x.count))
    try points.check(fewest: Self.fewestPoints)
    var b = points.startingSlope
    var state = points.state(slope: b)
    var isDone = false
    for _ in 0..<1000 where !isDone {
      let next = state.nextSlope
      guard next.isFinite else { break }
      isDone = abs(next - b) <= 4e-16 * abs(next) || next == b
      b = next
      state = points.state(slope: b)
    }
    // The last digit may swing for ever; what counts is that another step changes nothing.
    isDone = isDone || abs(state.nextSlope - b) <= 1e-12 * abs(b)
    let a = state.meanY - b * state.meanX
    let adjusted = state.adjustedSpread
    let chiSquare = state.chiSquare
    guard isDone, a.isFinite, chiSquare.isFinite, state.weightSum.isFinite,
      state.spread.isNormal, adjusted.spread.isNormal, adjusted.mean.isFinite
    else {
      throw FitRefusal(
        .didNotConverge,
        "the slope of a line with errors in x and y did not settle in 1000 steps: the points do "
          + "not lie along a line that is not vertical")
    }
    self.intercept = a
    self.slope = b
    self.chiSquare = chiSquare
    self.count = x.count
    self.weightSum = state.weightSum
    self.means = [.adjusted: adjusted.mean, .observed: state.meanX]
    self.spreads = [.adjusted: adjusted.spread, .observed: state.spread]
  }

  /// The standard error of ``slope``: 1/√ΣW(x − x̄)², times √(χ²/(n − 2)) for `scaledSigma`.
  public func slopeStandardError(
    _ convention: StandardErrorConvention, at points: Points = .adjusted
  ) -> Double {
    factor(convention) * (1 / (spreads[points] ?? 1)).squareRoot()
  }

  /// The standard error of ``intercept``: √(1/ΣW + x̄²/ΣW(x − x̄)²), times √(χ²/(n − 2)) for
  /// `scaledSigma`.
  public func interceptStandardError(
    _ convention: StandardErrorConvention, at points: Points = .adjusted
  ) -> Double {
    let mean = means[points] ?? 0
    return factor(convention) * (1 / weightSum + mean * mean / (spreads[points] ?? 1)).squareRoot()
  }

  private func factor(_ convention: StandardErrorConvention) -> Double {
    switch convention {
    case .knownSigma: 1
    case .scaledSigma: (chiSquare / Double(count - 2)).squareRoot()
    }
  }

  /// The results by the names of the reference case; those of `scaledSigma` say so.
  public func namedValues() -> [(String, Double)] {
    [
      ("intercept", intercept), ("slope", slope),
      ("se_intercept", interceptStandardError(.knownSigma)),
      ("se_slope", slopeStandardError(.knownSigma)), ("chisq", chiSquare),
      ("se_intercept_scaledSigma", interceptStandardError(.scaledSigma)),
      ("se_slope_scaledSigma", slopeStandardError(.scaledSigma)),
    ]
  }
}
