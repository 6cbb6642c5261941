// SPDX-License-Identifier: GPL-3.0-or-later

/// Arithmetic on rows; buffers are of one length.
enum Rows {
  /// Adds a multiple of a row to another.
  static func add(
    _ factor: Double, _ source: UnsafeMutableBufferPointer<Double>,
    to target: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(source.count == target.count, "rows of one length")
    for place in 0..<target.count { target[place] += factor * source[place] }
  }

  /// Adds a multiple of the product of two rows to a third.
  static func add(
    _ factor: Double, _ source: UnsafeMutableBufferPointer<Double>,
    times other: UnsafeMutableBufferPointer<Double>, to target: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(
      source.count == target.count && other.count == target.count, "rows of one length")
    for place in 0..<target.count { target[place] += factor * source[place] * other[place] }
  }

  /// Multiplies a row by another, place by place.
  static func multiply(
    _ target: UnsafeMutableBufferPointer<Double>, by other: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(other.count == target.count, "rows of one length")
    for place in 0..<target.count { target[place] *= other[place] }
  }

  /// Multiplies a row by a number.
  static func scale(_ target: UnsafeMutableBufferPointer<Double>, by factor: Double) {
    for place in 0..<target.count { target[place] *= factor }
  }

  /// How many numbers of a row plus a multiple of another are at most a bound.
  static func count(
    _ row: UnsafeMutableBufferPointer<Double>, plus factor: Double,
    times other: UnsafeMutableBufferPointer<Double>, atMost bound: Double
  ) -> Int {
    precondition(other.count == row.count, "rows of one length")
    var count = 0
    for place in 0..<row.count { count &+= row[place] + factor * other[place] <= bound ? 1 : 0 }
    return count
  }
}
