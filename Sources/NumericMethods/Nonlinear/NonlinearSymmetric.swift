// SPDX-License-Identifier: GPL-3.0-or-later

/// Eigenvalues of the small matrices of ``NonlinearCheck``.
enum NonlinearSymmetric {
  /// The smallest eigenvalue of the symmetric part of a size × size matrix by Jacobi's rotations;
  /// −∞ if an element is not finite.
  ///
  /// G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 8.5.
  static func smallestEigenvalue(_ matrix: [Double], size: Int) -> Double {
    guard matrix.allSatisfy({ $0.isFinite }) else { return -.infinity }
    var a = matrix
    for row in 0..<size {
      for column in 0..<row {
        let mean = (matrix[row * size + column] + matrix[column * size + row]) / 2
        a[row * size + column] = mean
        a[column * size + row] = mean
      }
    }
    for _ in 0..<30 {
      var off = 0.0
      var diagonal = 0.0
      for row in 0..<size {
        diagonal += a[row * size + row] * a[row * size + row]
        for column in 0..<row { off += a[row * size + column] * a[row * size + column] }
      }
      if off <= 1e-20 * diagonal || off == 0 { break }
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) { rotate(&a, size, p, q) }
      }
    }
    return (0..<size).map { a[$0 * size + $0] }.min() ?? -.infinity
  }

  private static func rotate(_ a: inout [Double], _ size: Int, _ p: Int, _ q: Int) {
    let element = a[p * size + q]
    guard element != 0 else { return }
    let theta = (a[q * size + q] - a[p * size + p]) / (2 * element)
    let sign = theta >= 0 ? 1.0 : -1.0
    let tangent = sign / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in 0..<size {
      let (kp, kq) = (a[k * size + p], a[k * size + q])
      a[k * size + p] = cosine * kp - sine * kq
      a[k * size + q] = sine * kp + cosine * kq
    }
    for k in 0..<size {
      let (pk, qk) = (a[p * size + k], a[q * size + k])
      a[p * size + k] = cosine * pk - sine * qk
      a[q * size + k] = sine * pk + cosine * qk
    }
  }
}
