// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The likelihood of a censored series in Olsen's parameters, in an orthonormal basis of X and with the
/// least-squares fit taken off, so that the start is near 0.
struct CensoredLikelihood {
  private let basis: OrthonormalBasis
  private let center: [Double]
  private let rest: [Double]
  private let isCensored: [Bool]
  /// γ in the basis, then θ.
  private var parameters: [Double]
  /// The logarithm of the likelihood.
  private(set) var value = -Double.infinity
  private var information: CholeskyFactor?

  init(basis: OrthonormalBasis, rows: TrendRows, isCensored: [Bool]) {
    self.basis = basis
    self.isCensored = isCensored
    center = basis.coordinates(of: rows.response)
    rest = basis.residual(of: rows.response)
    let squares = rest.reduce(0) { $0 + $1 * $1 }
    let spread = max((squares / Double(rows.count)).squareRoot(), 1e-12)
    parameters = Array(repeating: 0, count: basis.columns) + [1 / spread]
  }

  /// The logarithm of the likelihood, its gradient and the negative of its second derivatives.
  private func evaluate(_ at: [Double]) -> (value: Double, gradient: [Double], curvature: Matrix) {
    let (n, p) = (basis.rows, basis.columns)
    let theta = at[p]
    var value = 0.0
    var gradient = Array(repeating: 0.0, count: p + 1)
    var curvature = Matrix(rows: p + 1, columns: p + 1)
    var row = Array(repeating: 0.0, count: p + 1)
    for i in 0..<n {
      var score = theta * rest[i]
      for j in 0..<p {
        row[j] = basis.columnElements[j * n + i]
        score -= row[j] * at[j]
      }
      // d score = (−row, +rest): the last element carries the other sign.
      row[p] = -rest[i]
      let slope: Double
      let bend: Double
      if isCensored[i] {
        value += StandardNormal.logCDF(score)
        let ratio = StandardNormal.logCDFSlope(score)
        slope = ratio
        bend = ratio * (score + ratio)
      } else {
        value += log(theta) - log(2 * Double.pi) / 2 - score * score / 2
        slope = -score
        bend = 1
        gradient[p] += 1 / theta
        curvature[p, p] += 1 / (theta * theta)
      }
      for j in 0...p {
        gradient[j] -= slope * row[j]
        for k in 0...j { curvature[j, k] += bend * row[j] * row[k] }
      }
    }
    return (value, gradient, curvature)
  }

  /// Newton's method, its steps halved while they do not climb; whether it arrived.
  mutating func climb() -> Bool {
    let p = basis.columns
    var current = evaluate(parameters)
    var isClose = false
    for _ in 0..<100 {
      guard current.value.isFinite, let factor = CholeskyFactor(current.curvature) else {
        return false
      }
      let step = factor.solve(current.gradient)
      let gain = zip(step, current.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if gain < 1e-20 || (isClose && gain < 1e-12) {
        value = current.value
        information = factor
        return true
      }
      // Near the top a whole step squares the error, while the height no longer tells steps apart.
      isClose = gain < 1e-8
      var share = 1.0
      while true {
        let candidate = zip(parameters, step).map { $0 + share * $1 }
        if candidate[p] > 0 {
          let next = evaluate(candidate)
          if next.value.isFinite, isClose || next.value >= current.value {
            (parameters, current) = (candidate, next)
            break
          }
        }
        share /= 2
        if share < 1e-10 { return false }
      }
    }
    return false
  }

  struct Solution {
    let coefficients: [Double]
    let covariance: Matrix
    let sigma: Double
    let logSigmaStandardError: Double
  }

  /// β, σ and their covariance, once arrived; `nil` where not finite.
  func coefficients() -> Solution? {
    guard let information else { return nil }
    let p = basis.columns
    let theta = parameters[p]
    let inverse = information.inverse
    // β = γ/θ: dβ = dγ/θ − γ/θ² dθ.
    var covariance = Matrix(rows: p, columns: p)
    for j in 0..<p {
      let slopeJ = -parameters[j] / theta
      for k in 0..<p {
        let slopeK = -parameters[k] / theta
        covariance[j, k] =
          (inverse[j, k] + slopeJ * inverse[p, k] + slopeK * inverse[j, p]
            + slopeJ * slopeK * inverse[p, p]) / (theta * theta)
      }
    }
    let beta = basis.coefficients((0..<p).map { center[$0] + parameters[$0] / theta })
    let result = Solution(
      coefficients: beta, covariance: basis.covariance(covariance), sigma: 1 / theta,
      logSigmaStandardError: inverse[p, p].squareRoot() / theta)
    guard beta.allSatisfy(\.isFinite), result.covariance.isFinite, result.sigma.isFinite,
      result.logSigmaStandardError.isFinite,
      result.covariance.diagonal.allSatisfy({ $0 > 0 })
    else { return nil }
    return result
  }
}
