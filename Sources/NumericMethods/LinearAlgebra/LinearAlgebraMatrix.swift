// SPDX-License-Identifier: GPL-3.0-or-later

/// A dense matrix of doubles, stored row by row.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All elements, row by row: element (i, j) stands at i · ``columns`` + j.
  public var elements: [Double]

  /// Makes a matrix of equal elements.
  @inlinable
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative number of rows or columns")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// Makes a matrix of its elements, row by row; there must be rows × columns of them.
  @inlinable
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "a matrix has rows × columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The element in a row and a column, both counted from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }
}

extension Matrix {
  /// Makes a matrix of columns of equal length; at least one.
  public init(columns: [[Double]]) {
    precondition(!columns.isEmpty, "a matrix of columns needs at least one")
    self.init(rows: columns[0].count, columns: columns.count)
    for (j, column) in columns.enumerated() {
      precondition(column.count == rows, "the columns of a matrix have one length")
      for (i, value) in column.enumerated() { self[i, j] = value }
    }
  }

  /// The identity matrix of a size.
  public static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for i in 0..<size { result[i, i] = 1 }
    return result
  }

  /// The elements of a row.
  public func row(_ row: Int) -> [Double] {
    Array(elements[row * columns..<(row + 1) * columns])
  }

  /// The elements of a column.
  public func column(_ column: Int) -> [Double] {
    (0..<rows).map { self[$0, column] }
  }

  /// The elements on the diagonal.
  public var diagonal: [Double] {
    (0..<min(rows, columns)).map { self[$0, $0] }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// Whether every element is a number.
  public var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  /// The product of a matrix and a vector as long as a row.
  public static func * (matrix: Matrix, vector: [Double]) -> [Double] {
    precondition(vector.count == matrix.columns, "the vector is as long as a row")
    return (0..<matrix.rows).map { i in
      var sum = 0.0
      for j in 0..<matrix.columns { sum += matrix[i, j] * vector[j] }
      return sum
    }
  }

  /// The product of two matrices; the left one has as many columns as the right one has rows.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "the inner sizes of a product agree")
    var result = Matrix(rows: left.rows, columns: right.columns)
    for i in 0..<left.rows {
      for k in 0..<left.columns {
        let factor = left[i, k]
        for j in 0..<right.columns { result[i, j] += factor * right[k, j] }
      }
    }
    return result
  }

  /// A number times a matrix.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    Matrix(
      rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { factor * $0 })
  }

  /// Aᵀ A, symmetric, of the size of a row.
  public var gram: Matrix {
    var result = Matrix(rows: columns, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns {
        let factor = self[i, j]
        for k in 0...j { result[j, k] += factor * self[i, k] }
      }
    }
    for j in 0..<columns {
      for k in 0..<j { result[k, j] = result[j, k] }
    }
    return result
  }

  /// vᵀ A v, for a square matrix and a vector of its size.
  public func quadraticForm(_ vector: [Double]) -> Double {
    let product = self * vector
    return zip(vector, product).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
