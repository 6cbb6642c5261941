// SPDX-License-Identifier: GPL-3.0-or-later

/// The triangle R and the projection Qᵀr of a tall matrix by Householder reflections, without
/// pivoting; for the small systems of the nonlinear fits.
///
/// G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 5.2.
struct NonlinearQR {
  /// The number of columns (p).
  let size: Int
  /// R, p × p, column after column; below the diagonal 0.
  private(set) var triangle: [Double]
  /// The first p elements of Qᵀr.
  private(set) var projection: [Double]

  /// Decomposes `columns`, rows × size, column after column, and applies Qᵀ to `right`.
  init(columns: [Double], rows: Int, size: Int, right: [Double]) {
    self.size = size
    var work = columns
    var vector = right
    var triangle = Array(repeating: 0.0, count: size * size)
    work.withUnsafeMutableBufferPointer { work in
      vector.withUnsafeMutableBufferPointer { vector in
        for column in 0..<size {
          let base = column * rows
          let norm = dot(work, base, work, base, column..<rows).squareRoot()
          for above in 0..<column { triangle[column * size + above] = work[base + above] }
          guard norm > 0 else { continue }
          let head = work[base + column]
          let diagonal = head > 0 ? -norm : norm
          triangle[column * size + column] = diagonal
          let first = head - diagonal
          work[base + column] = first
          let factor = -1 / (diagonal * first)
          for other in (column + 1)..<max(size, column + 1) {
            let otherBase = other * rows
            let share = factor * dot(work, base, work, otherBase, column..<rows)
            for row in column..<rows { work[otherBase + row] -= share * work[base + row] }
          }
          let share = factor * dot(work, base, vector, 0, column..<rows)
          for row in column..<rows { vector[row] -= share * work[base + row] }
        }
      }
    }
    self.triangle = triangle
    projection = Array(vector.prefix(size))
  }

  /// Whether R has a zero on its diagonal.
  var isSingular: Bool {
    (0..<size).contains { triangle[$0 * size + $0] == 0 }
  }

  /// x of R x = `right`; R must not be singular.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in stride(from: size - 1, through: 0, by: -1) {
      var sum = x[row]
      for column in (row + 1)..<max(size, row + 1) {
        sum -= triangle[column * size + row] * x[column]
      }
      x[row] = sum / triangle[row * size + row]
    }
    return x
  }

  /// x of Rᵀ x = `right`; R must not be singular.
  func solveTransposed(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      var sum = x[row]
      for column in 0..<row { sum -= triangle[row * size + column] * x[column] }
      x[row] = sum / triangle[row * size + row]
    }
    return x
  }

  /// R x.
  func multiply(_ x: [Double]) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in row..<size { sum += triangle[column * size + row] * x[column] }
      return sum
    }
  }

  /// The Euclidean length of column `column` of R, which is that of the decomposed matrix.
  func columnNorm(_ column: Int) -> Double {
    var sum = 0.0
    for row in 0...column {
      let value = triangle[column * size + row]
      sum += value * value
    }
    return sum.squareRoot()
  }

  /// R⁻¹, column after column; R must not be singular.
  var inverse: [Double] {
    var result: [Double] = []
    result.reserveCapacity(size * size)
    var unit = Array(repeating: 0.0, count: size)
    for column in 0..<size {
      unit[column] = 1
      result += solve(unit)
      unit[column] = 0
    }
    return result
  }
}

/// The inner product of two stretches, in four sums that do not wait for each other.
private func dot(
  _ left: UnsafeMutableBufferPointer<Double>, _ leftBase: Int,
  _ right: UnsafeMutableBufferPointer<Double>, _ rightBase: Int, _ range: Range<Int>
) -> Double {
  var sums = SIMD4<Double>.zero
  var row = range.lowerBound
  while row + 4 <= range.upperBound {
    let (a, b) = (leftBase + row, rightBase + row)
    let first = SIMD4<Double>(left[a], left[a + 1], left[a + 2], left[a + 3])
    let second = SIMD4<Double>(right[b], right[b + 1], right[b + 2], right[b + 3])
    sums += first * second
    row += 4
  }
  var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
  while row < range.upperBound {
    sum += left[leftBase + row] * right[rightBase + row]
    row += 1
  }
  return sum
}
