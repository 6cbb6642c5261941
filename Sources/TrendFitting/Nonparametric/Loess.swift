// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// Locally weighted regression on points in order of x.
///
/// At x the q nearest points, weighted by the tricube (1 − (d/h)³)³ of their distance d, h being the
/// distance of the farthest, give a mean (degree 0) or a line (degree 1). Where q exceeds the number
/// of points, h grows by half the difference.
///
/// Cleveland, JASA 74 (1979) 829; details as in the STL of Cleveland, Cleveland, McRae and
/// Terpenning, Journal of Official Statistics 6 (1990) 3.
public struct Loess: Sendable {
  /// The degree of the local polynomial.
  public enum Degree: Int, CaseIterable, Hashable, Sendable {
    /// A weighted mean.
    case constant = 0
    /// A weighted line.
    case line = 1
  }

  /// The positions of the points, ascending.
  public let x: [Double]
  /// Their values.
  public let y: [Double]
  /// Their weights besides the distance, 0 or above.
  public let weights: [Double]
  /// The number of nearest points (q).
  public let window: Int
  /// The degree of the local polynomial.
  public let degree: Degree

  /// Makes a smoother.
  ///
  /// - Parameters:
  ///   - x: strictly ascending.
  ///   - y: one value a point.
  ///   - weights: one a point, 0 or above; `nil` weighs all alike.
  ///   - window: the number of nearest points, at least 2.
  ///   - degree: of the local polynomial.
  /// - Throws: ``FitRefusal`` with `tooShort` below 2 points, `notFinite`, or `badWeight` for a
  ///   weight below 0.
  public init(
    x: [Double], y: [Double], weights: [Double]? = nil, window: Int, degree: Degree = .line
  ) throws(FitRefusal) {
    precondition(x.count == y.count, "one value a point")
    precondition(weights.map { $0.count == x.count } ?? true, "one weight a point")
    precondition(window >= 2, "a window has at least 2 points")
    precondition(zip(x, x.dropFirst()).allSatisfy { $0 < $1 }, "x ascends")
    try Refuse.short(x.count, fewest: 2, "a local regression")
    try Refuse.notFinite(x)
    try Refuse.notFinite(y)
    let weights = weights ?? Array(repeating: 1, count: x.count)
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw FitRefusal(.badWeight, "a weight is below 0 or not finite, expected 0 or above")
    }
    self.init(unchecked: x, y: y, weights: weights, window: window, degree: degree)
  }

  init(unchecked x: [Double], y: [Double], weights: [Double], window: Int, degree: Degree) {
    self.x = x
    self.y = y
    self.weights = weights
    self.window = window
    self.degree = degree
  }

  /// The value of the smooth at `position`; `nil` where all points near it have weight 0.
  public func value(at position: Double) -> Double? {
    var left = 0
    return value(at: position, left: &left)
  }

  /// The values of the smooth at ascending positions; `nil` where all points near have weight 0.
  public func values(at positions: [Double]) -> [Double?] {
    var left = 0
    return positions.map { value(at: $0, left: &left) }
  }

  /// The value at a position, whose window begins at or behind `left`.
  private func value(at position: Double, left: inout Int) -> Double? {
    let reach = min(window, x.count)
    while left + reach < x.count, x[left + reach] - position < position - x[left] { left += 1 }
    let right = left + reach - 1
    var h = max(position - x[left], x[right] - position)
    if window > x.count {
      // In steps of one, as in the original, times the mean distance of neighbours.
      let step = (x[x.count - 1] - x[0]) / Double(max(x.count - 1, 1))
      h += Double((window - x.count) / 2) * step
    }
    guard h > 0 else { return weights[left] > 0 ? y[left] : nil }

    var local = [Double](repeating: 0, count: reach)
    var total = 0.0
    for place in 0..<reach {
      let distance = abs(x[left + place] - position)
      guard distance <= 0.999 * h else { continue }
      let share = distance / h
      let cube = 1 - share * share * share
      local[place] = weights[left + place] * (distance <= 0.001 * h ? 1 : cube * cube * cube)
      total += local[place]
    }
    guard total > 0 else { return nil }
    for place in 0..<reach { local[place] /= total }

    if degree == .line {
      var mean = 0.0
      for place in 0..<reach { mean += local[place] * x[left + place] }
      var spread = 0.0
      for place in 0..<reach {
        let offset = x[left + place] - mean
        spread += local[place] * offset * offset
      }
      if spread.squareRoot() > 0.001 * (x[x.count - 1] - x[0]) {
        let tilt = (position - mean) / spread
        for place in 0..<reach { local[place] *= tilt * (x[left + place] - mean) + 1 }
      }
    }
    var sum = 0.0
    for place in 0..<reach { sum += local[place] * y[left + place] }
    return sum
  }
}
