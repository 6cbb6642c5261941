// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What takes the correlation φᵏ out of errors k months apart.
struct AutoregressiveWhitener {
  /// For each row the correlation with the row before it; 0 for the first.
  let correlations: [Double]
  /// 1 over the standard deviation of what is new in each row.
  let scales: [Double]
  /// ln |C|, C being the correlation matrix.
  let logDeterminant: Double

  /// - Parameters:
  ///   - months: the months of the rows, ascending.
  ///   - phi: between −1 and 1.
  init(_ months: [Month], phi: Double) {
    var correlations = Array(repeating: 0.0, count: months.count)
    var scales = Array(repeating: 1.0, count: months.count)
    var sum = 0.0
    for i in months.indices.dropFirst() {
      let gap = months[i].index - months[i - 1].index
      let correlation = gap == 1 ? phi : pow(phi, Double(gap))
      let variance = 1 - correlation * correlation
      correlations[i] = correlation
      scales[i] = 1 / variance.squareRoot()
      sum += log(variance)
    }
    self.correlations = correlations
    self.scales = scales
    logDeterminant = sum
  }

  /// A vector whose elements have variance 1 and no correlation, if its own have correlation φᵏ.
  func whiten(_ values: [Double]) -> [Double] {
    var result = values
    for i in values.indices.dropFirst() {
      result[i] = (values[i] - correlations[i] * values[i - 1]) * scales[i]
    }
    return result
  }
}

/// The likelihood of AR(1) errors as a function of φ, in an orthonormal basis of X.
struct AutoregressiveProfile {
  let basis: OrthonormalBasis
  /// Qᵀ y.
  let center: [Double]
  /// y less its part in the basis.
  private let rest: [Double]
  private let months: [Month]
  private let logTriangle: Double

  init(_ rows: TrendRows) throws(FitRefusal) {
    let basis = try rows.basis()
    self.init(basis: basis, response: rows.response, months: rows.months)
    try rows.requireSpread(rest)
  }

  init(basis: OrthonormalBasis, response: [Double], months: [Month]) {
    self.basis = basis
    center = basis.coordinates(of: response)
    rest = basis.residual(of: response)
    self.months = months
    logTriangle = basis.triangle.diagonal.reduce(0) { $0 + log($1) }
  }

  struct Solution {
    /// ln |C|, C being the correlation matrix.
    let logDeterminant: Double
    /// rᵀ C⁻¹ r at the best coefficients.
    let sumOfSquares: Double
    /// The coefficients in the basis, less `center`.
    let shift: [Double]
    /// ln |Xᵀ C⁻¹ X|.
    let logNormal: Double
    let factor: CholeskyFactor
    /// (Qᵀ C⁻¹ Q)⁻¹.
    var inverse: Matrix { factor.inverse }
  }

  /// The best coefficients for a φ between −1 and 1; `nil` where they cannot be computed.
  func solve(phi: Double) -> Solution? {
    let (n, p) = (basis.rows, basis.columns)
    let whitener = AutoregressiveWhitener(months, phi: phi)
    var normal = Matrix(rows: p, columns: p)
    var right = Array(repeating: 0.0, count: p)
    var squares = 0.0
    basis.columnElements.withUnsafeBufferPointer { q in
      var row = Array(repeating: 0.0, count: p)
      for i in 0..<n {
        let (correlation, scale) = (whitener.correlations[i], whitener.scales[i])
        let previous = max(i - 1, 0)
        let value = (rest[i] - correlation * rest[previous]) * scale
        squares += value * value
        for j in 0..<p {
          let new = (q[j * n + i] - correlation * q[j * n + previous]) * scale
          row[j] = new
          right[j] += new * value
          for k in 0...j { normal.elements[j * p + k] += new * row[k] }
        }
      }
    }
    guard let factor = CholeskyFactor(normal) else { return nil }
    let shift = factor.solve(right)
    squares -= zip(shift, right).reduce(0) { $0 + $1.0 * $1.1 }
    guard squares > 0 else { return nil }
    return Solution(
      logDeterminant: whitener.logDeterminant, sumOfSquares: squares, shift: shift,
      logNormal: factor.logDeterminant + 2 * logTriangle, factor: factor)
  }

  /// −2 ln of the likelihood.
  func deviance(_ solution: Solution, _ criterion: AutoregressiveTrend.Criterion) -> Double {
    let n = Double(basis.rows)
    switch criterion {
    case .likelihood:
      return n * (log(2 * Double.pi * solution.sumOfSquares / n) + 1) + solution.logDeterminant
    case .restricted:
      let freedom = n - Double(basis.columns)
      return freedom * (log(2 * Double.pi * solution.sumOfSquares / freedom) + 1)
        + solution.logDeterminant + solution.logNormal
    }
  }

  /// The φ that maximises the likelihood, or the refusal of one at a bound.
  func bestPhi(_ criterion: AutoregressiveTrend.Criterion) throws(FitRefusal) -> Double {
    let (lower, upper) = AutoregressiveTrend.phiBounds
    let grid = [lower, -0.9, -0.7, -0.5, -0.3, -0.1, 0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.96, 0.99]
    let phi = IntervalMinimum(
      of: { phi in solve(phi: phi).map { deviance($0, criterion) } ?? .infinity },
      grid: grid + [upper], tolerance: 1e-10
    ).argument
    guard phi > lower + 1e-6, phi < upper - 1e-6 else {
      throw FitRefusal(
        .didNotConverge,
        "the correlation of neighbouring months runs to \(phi): the errors wander or alternate "
          + "without end, and a trend cannot be told from them")
    }
    return phi
  }
}
