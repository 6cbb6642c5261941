// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Cholesky factor of a symmetric positive definite matrix: A = L Lᵀ.
///
/// Meant for the few coefficients of a trend model, where allocating for GSL would cost more than
/// the arithmetic. Golub and Van Loan, Matrix Computations, 4th edition, algorithm 4.2.1.
public struct CholeskyFactor: Sendable {
  /// The lower triangle L; above the diagonal 0.
  public let lower: Matrix

  /// Factorises a square matrix, of which only the lower triangle is read.
  ///
  /// `nil` when the matrix is not positive definite as far as doubles can tell.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "a Cholesky factor is of a square matrix")
    let size = matrix.rows
    var l = Matrix(rows: size, columns: size)
    for j in 0..<size {
      var pivot = matrix[j, j]
      for k in 0..<j { pivot -= l[j, k] * l[j, k] }
      guard pivot > 1e-14 * abs(matrix[j, j]), pivot.isFinite else { return nil }
      let root = pivot.squareRoot()
      l[j, j] = root
      for i in j + 1..<max(size, j + 1) {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= l[i, k] * l[j, k] }
        l[i, j] = sum / root
      }
    }
    guard l.isFinite else { return nil }
    lower = l
  }

  /// ln |A|.
  public var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<lower.rows { sum += log(lower[i, i]) }
    return 2 * sum
  }

  /// L⁻¹ b.
  public func solveLower(_ right: [Double]) -> [Double] {
    precondition(right.count == lower.rows, "the right side is as long as a column")
    var x = right
    for i in 0..<lower.rows {
      var sum = x[i]
      for k in 0..<i { sum -= lower[i, k] * x[k] }
      x[i] = sum / lower[i, i]
    }
    return x
  }

  /// A⁻¹ b.
  public func solve(_ right: [Double]) -> [Double] {
    var x = solveLower(right)
    for i in (0..<lower.rows).reversed() {
      var sum = x[i]
      for k in i + 1..<max(lower.rows, i + 1) { sum -= lower[k, i] * x[k] }
      x[i] = sum / lower[i, i]
    }
    return x
  }

  /// A⁻¹, exactly symmetric.
  public var inverse: Matrix {
    let size = lower.rows
    var result = Matrix(rows: size, columns: size)
    var unit = Array(repeating: 0.0, count: size)
    for j in 0..<size {
      unit[j] = 1
      let column = solve(unit)
      unit[j] = 0
      for i in 0...j {
        result[i, j] = column[i]
        result[j, i] = column[i]
      }
    }
    return result
  }
}
