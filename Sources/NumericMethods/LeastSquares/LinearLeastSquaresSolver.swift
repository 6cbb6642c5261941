// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The pivoted QR factors of a matrix, owned by GSL: A P = Q R.
///
/// The corresponding GSL function is `gsl_linalg_QRPT_decomp`.
final class PivotedQR {
  private let factors: UnsafeMutablePointer<gsl_matrix>
  private let tau: UnsafeMutablePointer<gsl_vector>
  private let work: UnsafeMutablePointer<gsl_vector>
  private let rowWork: UnsafeMutablePointer<gsl_vector>
  private let permutation: UnsafeMutablePointer<gsl_permutation>
  private let rows: Int
  private let columns: Int

  /// Factorises a matrix with at least as many rows as columns, and at least one column.
  init(_ matrix: Matrix) throws(GSLError) {
    let (n, p) = (matrix.rows, matrix.columns)
    guard let factors = gsl_matrix_alloc(n, p), let tau = gsl_vector_alloc(p),
      let work = gsl_vector_alloc(p), let rowWork = gsl_vector_alloc(n),
      let permutation = gsl_permutation_alloc(p)
    else { throw GSLError(rawValue: Int32(GSL_ENOMEM)) }
    (self.factors, self.tau, self.work) = (factors, tau, work)
    (self.rowWork, self.permutation) = (rowWork, permutation)
    (rows, columns) = (n, p)
    for i in 0..<n {
      for j in 0..<p { gsl_matrix_set(factors, i, j, matrix[i, j]) }
    }
    var sign: Int32 = 0
    try GSLCall.check { gsl_linalg_QRPT_decomp(factors, tau, permutation, &sign, work) }
  }

  deinit {
    gsl_matrix_free(factors)
    gsl_vector_free(tau)
    gsl_vector_free(work)
    gsl_vector_free(rowWork)
    gsl_permutation_free(permutation)
  }

  /// R, in the order of the pivoting.
  func r(_ i: Int, _ j: Int) -> Double { gsl_matrix_get(factors, i, j) }

  /// The column of A that stands at a place of the pivoted order.
  func source(_ place: Int) -> Int { gsl_permutation_get(permutation, place) }

  /// The number of independent columns: |Rⱼⱼ| above `tolerance` times |R₀₀|.
  func rank(tolerance: Double) -> Int {
    let limit = tolerance * abs(r(0, 0))
    return (0..<columns).prefix { abs(r($0, $0)) > limit }.count
  }

  /// Qᵀ v, or Q v, for a vector as long as a column.
  func rotate(_ vector: [Double], transposed: Bool) throws(GSLError) -> [Double] {
    for i in 0..<rows { gsl_vector_set(rowWork, i, vector[i]) }
    try GSLCall.check {
      transposed
        ? gsl_linalg_QR_QTvec(factors, tau, rowWork) : gsl_linalg_QR_Qvec(factors, tau, rowWork)
    }
    return (0..<rows).map { gsl_vector_get(rowWork, $0) }
  }

  /// R⁻¹ c, in pivoted order.
  func solve(_ right: ArraySlice<Double>) -> [Double] {
    var x = Array(right)
    for i in (0..<columns).reversed() {
      for k in i + 1..<max(columns, i + 1) { x[i] -= r(i, k) * x[k] }
      x[i] /= r(i, i)
    }
    return x
  }

  /// R⁻ᵀ c, in pivoted order.
  func solveTransposed(_ right: [Double]) -> [Double] {
    var x = right
    for i in 0..<columns {
      for k in 0..<i { x[i] -= r(k, i) * x[k] }
      x[i] /= r(i, i)
    }
    return x
  }
}

/// A sum of products carried in two doubles, so that it is rounded once at the end.
///
/// Ogita, Rump and Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26
/// (2005) 1955: `Dot2`.
struct TwofoldSum {
  private var high = 0.0
  private var low = 0.0

  var value: Double { high + low }

  mutating func add(_ x: Double) {
    let sum = high + x
    let part = sum - high
    low += (high - (sum - part)) + (x - part)
    high = sum
  }

  mutating func add(_ x: Double, times y: Double) {
    let product = x * y
    low += (-product).addingProduct(x, y)
    add(product)
  }
}
