// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// A checked correlation, ready to mix the own normal numbers of cases.
enum JointMixing: Sendable {
  /// The parts of a shared and of an own number.
  case shared(common: Double, own: Double)
  /// The lower Cholesky factor.
  case factor(Matrix)

  /// Checks a correlation.
  ///
  /// - Parameters:
  ///   - correlation: as given.
  ///   - labels: the labels of the cases, as given.
  ///   - order: which case as given comes at each place.
  /// - Throws: ``JointError`` where it is no correlation of that many cases.
  init(
    _ correlation: JointCorrelation, labels: [[String]], order: [Int]
  ) throws(JointError) {
    switch correlation {
    case .shared(let value):
      guard value >= 0 && value <= 1 else { throw .shared(value) }
      self = .shared(common: value.squareRoot(), own: (1 - value).squareRoot())
    case .matrix(let matrix):
      try Self.check(matrix, labels: labels)
      var sorted = Matrix(rows: order.count, columns: order.count)
      for (i, one) in order.enumerated() {
        for (j, other) in order.enumerated() { sorted[i, j] = matrix[one, other] }
      }
      if let factor = CholeskyFactor(sorted) {
        self = .factor(factor.lower)
        return
      }
      // Which case is the first that cannot stand beside those before it: the factor of the leading
      // part exists for fewer and not for more, so halving finds it.
      var (good, bad) = (0, order.count)
      while bad - good > 1 {
        let middle = (good + bad) / 2
        if CholeskyFactor(Self.leading(sorted, middle)) != nil {
          good = middle
        } else {
          bad = middle
        }
      }
      throw .notPositiveDefinite(at: labels[order[good]], after: good)
    }
  }

  private static func leading(_ matrix: Matrix, _ size: Int) -> Matrix {
    var part = Matrix(rows: size, columns: size)
    for i in 0..<size {
      for j in 0..<size { part[i, j] = matrix[i, j] }
    }
    return part
  }

  private static func check(_ matrix: Matrix, labels: [[String]]) throws(JointError) {
    guard matrix.rows == labels.count && matrix.columns == labels.count else {
      throw .size(rows: matrix.rows, columns: matrix.columns, cases: labels.count)
    }
    for i in labels.indices {
      guard matrix[i, i] == 1 else { throw .diagonal(labels: labels[i], found: matrix[i, i]) }
      for j in 0..<i {
        let (one, other) = (matrix[i, j], matrix[j, i])
        for (value, first, second) in [(one, i, j), (other, j, i)]
        where !(value >= -1 && value <= 1) {
          throw .correlation(first: labels[first], second: labels[second], found: value)
        }
        guard one == other else {
          throw .asymmetric(first: labels[i], second: labels[j], found: one, other: other)
        }
      }
    }
  }

  /// The correlation between two cases.
  func correlation(_ one: Int, _ other: Int) -> Double {
    if one == other { return 1 }
    switch self {
    case .shared(let common, _): return common * common
    case .factor(let lower):
      return (0...min(one, other)).reduce(0) { $0 + lower[one, $1] * lower[other, $1] }
    }
  }

  /// Fills rows, one for each case, with correlated normal numbers.
  ///
  /// - Parameters:
  ///   - rows: one for each case, filled.
  ///   - own: fills a row with the own numbers of a case.
  ///   - common: fills a row with the shared numbers.
  ///   - scratch: as long as a row.
  func fill(
    _ rows: [UnsafeMutableBufferPointer<Double>],
    own: (Int, UnsafeMutableBufferPointer<Double>) -> Void,
    common: (UnsafeMutableBufferPointer<Double>) -> Void,
    scratch: UnsafeMutableBufferPointer<Double>
  ) {
    switch self {
    case .shared(let sharedPart, let ownPart):
      if sharedPart > 0 { common(scratch) }
      for (number, row) in rows.enumerated() {
        guard ownPart > 0 else {
          row.update(repeating: 0)
          Rows.add(1, scratch, to: row)
          continue
        }
        own(number, row)
        if ownPart < 1 { Rows.scale(row, by: ownPart) }
        if sharedPart > 0 { Rows.add(sharedPart, scratch, to: row) }
      }
    case .factor(let lower):
      for (number, row) in rows.enumerated() { own(number, row) }
      // From the last on, so that those before are still their own.
      for number in rows.indices.reversed() {
        Rows.scale(rows[number], by: lower[number, number])
        for other in 0..<number where lower[number, other] != 0 {
          Rows.add(lower[number, other], rows[other], to: rows[number])
        }
      }
    }
  }
}
