// SPDX-License-Identifier: GPL-3.0-or-later

/// The points of a ``YorkLine`` and one step of its iteration.
struct YorkPoints {
  let x: [Double]
  let y: [Double]
  let sx: [Double]
  let sy: [Double]
  let r: [Double]

  /// What follows from the points for one slope.
  struct State {
    let slope: Double
    let weightSum: Double
    let meanX: Double
    let meanY: Double
    /// ΣW(x − meanX)².
    let spread: Double
    let chiSquare: Double
    /// ΣWβV/ΣWβU.
    let nextSlope: Double
    /// The W-mean of the adjusted x, and ΣW of their squared distances from it.
    let adjustedSpread: (mean: Double, spread: Double)
  }

  /// Refuses what has no line.
  func check(fewest: Int) throws(FitRefusal) {
    precondition(
      [y.count, sx.count, sy.count, r.count].allSatisfy { $0 == x.count },
      "one of everything a point")
    try Refuse.short(x.count, fewest: fewest, "a line with errors in x and y")
    try Refuse.notFinite(x)
    try Refuse.notFinite(y)
    for index in x.indices {
      guard sx[index] >= 0, sy[index] >= 0, sx[index] <= Refuse.largestMagnitude,
        sy[index] <= Refuse.largestMagnitude, sx[index] + sy[index] > 0, abs(r[index]) < 1
      else {
        throw FitRefusal(
          .badWeight,
          "point \(index + 1) has uncertainties \(sx[index]) and \(sy[index]) with correlation "
            + "\(r[index]), expected 0 or above, not both 0, and above -1 and below 1")
      }
    }
    guard x.contains(where: { $0 != x[0] }) else {
      throw FitRefusal(.constant, "all \(x.count) values of x are \(x[0])")
    }
  }

  /// The ordinary least-squares slope.
  var startingSlope: Double {
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n
    let meanY = y.reduce(0, +) / n
    var (xx, xy) = (0.0, 0.0)
    for index in x.indices {
      xx += (x[index] - meanX) * (x[index] - meanX)
      xy += (x[index] - meanX) * (y[index] - meanY)
    }
    return xy / xx
  }

  /// One step.
  func state(slope b: Double) -> State {
    let weights = x.indices.map { index in
      1
        / (sy[index] * sy[index] + b * b * sx[index] * sx[index]
          - 2 * b * r[index] * sx[index] * sy[index])
    }
    let sum = weights.reduce(0, +)
    let meanX = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 } / sum
    let meanY = zip(weights, y).reduce(0) { $0 + $1.0 * $1.1 } / sum
    var (spread, chiSquare, numerator, denominator, adjustedSum) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let betas = x.indices.map { index in
      let u = x[index] - meanX
      let v = y[index] - meanY
      let weight = weights[index]
      let cross = r[index] * sx[index] * sy[index]
      let beta =
        weight
        * (u * sy[index] * sy[index] + b * v * sx[index] * sx[index] - (b * u + v) * cross)
      spread += weight * u * u
      chiSquare += weight * (v - b * u) * (v - b * u)
      numerator += weight * beta * v
      denominator += weight * beta * u
      adjustedSum += weight * beta
      return beta
    }
    let meanBeta = adjustedSum / sum
    let adjusted = zip(weights, betas).reduce(0) {
      $0 + $1.0 * ($1.1 - meanBeta) * ($1.1 - meanBeta)
    }
    return State(
      slope: b, weightSum: sum, meanX: meanX, meanY: meanY, spread: spread, chiSquare: chiSquare,
      nextSlope: numerator / denominator, adjustedSpread: (meanX + meanBeta, adjusted))
  }
}
