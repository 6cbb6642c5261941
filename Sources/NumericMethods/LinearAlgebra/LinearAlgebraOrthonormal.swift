// SPDX-License-Identifier: GPL-3.0-or-later

/// The thin QR factors of a matrix of full column rank: A = Q R, QᵀQ = I, R upper triangular.
///
/// In the basis Q every normal equation of generalised least squares is well conditioned, whatever
/// the units and the origin of the columns of A. Modified Gram-Schmidt, each column orthogonalised
/// twice: Giraud, Langou and Rozložník, The loss of orthogonality in the Gram-Schmidt
/// orthogonalization process, Computers and Mathematics with Applications 50 (2005) 1069.
public struct OrthonormalBasis: Sendable {
  /// Q by columns: element i of column j stands at j · ``rows`` + i.
  public let columnElements: [Double]
  /// R, with a positive diagonal.
  public let triangle: Matrix
  /// The number of rows of A.
  public let rows: Int
  /// The number of columns of A.
  public var columns: Int { triangle.rows }

  /// A column that a combination of the columns before it reproduces.
  public struct DependentColumn: Error, Hashable, Sendable {
    /// Its place, from 0.
    public let index: Int
  }

  /// Factorises a matrix with at least as many rows as columns.
  ///
  /// - Parameters:
  ///   - matrix: A, of finite elements.
  ///   - tolerance: a column is dependent when less than this share of its length is left.
  /// - Throws: ``DependentColumn`` for the first column that depends on those before it.
  public init(_ matrix: Matrix, tolerance: Double = 1e-10) throws(DependentColumn) {
    let (n, p) = (matrix.rows, matrix.columns)
    var q = Array(repeating: 0.0, count: n * p)
    var r = Matrix(rows: p, columns: p)
    var dependent: Int?
    matrix.elements.withUnsafeBufferPointer { source in
      q.withUnsafeMutableBufferPointer { q in
        for j in 0..<p {
          let start = j * n
          var length = 0.0
          for i in 0..<n {
            let value = source[i * p + j]
            q[start + i] = value
            length += value * value
          }
          for _ in 0..<2 {
            for k in 0..<j {
              let other = k * n
              var dot = 0.0
              for i in 0..<n { dot += q[other + i] * q[start + i] }
              for i in 0..<n { q[start + i] -= dot * q[other + i] }
              r[k, j] += dot
            }
          }
          var rest = 0.0
          for i in 0..<n { rest += q[start + i] * q[start + i] }
          guard rest.isFinite, rest > tolerance * tolerance * length else {
            dependent = j
            return
          }
          let norm = rest.squareRoot()
          r[j, j] = norm
          for i in 0..<n { q[start + i] /= norm }
        }
      }
    }
    if let dependent { throw DependentColumn(index: dependent) }
    columnElements = q
    triangle = r
    rows = n
  }

  /// Qᵀ v.
  public func coordinates(of vector: [Double]) -> [Double] {
    precondition(vector.count == rows, "the vector is as long as a column")
    return (0..<columns).map { j in
      var sum = 0.0
      for i in 0..<rows { sum += columnElements[j * rows + i] * vector[i] }
      return sum
    }
  }

  /// v − Q Qᵀ v, twice, so that nothing of the columns is left.
  public func residual(of vector: [Double]) -> [Double] {
    var rest = vector
    for _ in 0..<2 {
      let parts = coordinates(of: rest)
      for j in 0..<columns {
        for i in 0..<rows { rest[i] -= parts[j] * columnElements[j * rows + i] }
      }
    }
    return rest
  }

  /// R⁻¹ c: from coordinates in the basis to coefficients of the columns of A.
  public func coefficients(_ coordinates: [Double]) -> [Double] {
    var x = coordinates
    for i in (0..<columns).reversed() {
      for k in i + 1..<max(columns, i + 1) { x[i] -= triangle[i, k] * x[k] }
      x[i] /= triangle[i, i]
    }
    return x
  }

  /// R⁻¹ S R⁻ᵀ: from a covariance in the basis to that of the coefficients, exactly symmetric.
  public func covariance(_ matrix: Matrix) -> Matrix {
    let p = columns
    var half = Matrix(rows: p, columns: p)
    for j in 0..<p {
      let column = coefficients(matrix.column(j))
      for i in 0..<p { half[i, j] = column[i] }
    }
    var result = Matrix(rows: p, columns: p)
    for i in 0..<p {
      let row = coefficients(half.row(i))
      for j in 0...i {
        result[i, j] = row[j]
        result[j, i] = row[j]
      }
    }
    return result
  }
}
