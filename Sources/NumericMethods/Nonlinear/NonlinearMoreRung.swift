// SPDX-License-Identifier: GPL-3.0-or-later

/// The rung ``NonlinearRung/more``: Levenberg-Marquardt with a scaled trust region (Moré 1978).
enum NonlinearMoreRung {
  private static let tolerance = 1e-14

  /// Iterates from the start values and returns the best point; `nil` if the model has no value at
  /// the start.
  static func run(_ problem: NonlinearProblem) -> [Double]? {
    var point = problem.start
    var residuals = problem.residuals
    var columns = problem.columns
    guard problem.fillResiduals(at: point, &residuals),
      problem.fillJacobian(at: point, &columns)
    else { return nil }
    var norm = nonlinearSumOfSquares(residuals).squareRoot()
    guard norm.isFinite else { return nil }

    var region = TrustRegion(size: point.count)
    var trial = point
    var trialResiduals = residuals
    while problem.allowance > 0 && norm > 0 {
      let qr = NonlinearQR(
        columns: columns, rows: problem.pointCount, size: point.count, right: residuals)
      if isStationary(qr, norm: norm) { return point }
      region.rescale(by: qr, at: point)
      var isAccepted = false
      while !isAccepted && problem.allowance > 0 {
        let step = region.step(qr)
        for index in point.indices { trial[index] = point[index] - step.direction[index] }
        let exists = problem.fillResiduals(at: trial, &trialResiduals)
        let trialNorm =
          exists ? nonlinearSumOfSquares(trialResiduals).squareRoot() : .infinity
        let reduction = region.judge(step, qr: qr, norm: norm, trialNorm: trialNorm)
        isAccepted = reduction.ratio >= 1e-4
        if isAccepted {
          swap(&point, &trial)
          swap(&residuals, &trialResiduals)
          norm = trialNorm
        }
        let isDone =
          (abs(reduction.actual) <= tolerance && reduction.predicted <= tolerance
            && reduction.ratio <= 2) || region.radius <= tolerance * region.length(of: point)
        if isDone { return point }
      }
      guard isAccepted, problem.fillJacobian(at: point, &columns) else { return point }
    }
    return point
  }

  /// Whether the residual is at right angles to every column, to leave the rest to the check.
  private static func isStationary(_ qr: NonlinearQR, norm: Double) -> Bool {
    var largest = 0.0
    for column in 0..<qr.size {
      let length = qr.columnNorm(column)
      guard length > 0 else { continue }
      var dot = 0.0
      for row in 0...column {
        dot += qr.triangle[column * qr.size + row] * qr.projection[row]
      }
      largest = max(largest, abs(dot) / length / norm)
    }
    return largest <= 1e-8
  }
}

/// The ellipsoid ‖D δ‖ ≤ Δ within which the linear model of the residuals is believed.
private struct TrustRegion {
  private var scale: [Double]
  private(set) var radius = 0.0
  private var damping = 0.0
  private var isFirst = true

  struct Step {
    /// What is taken off the parameters.
    let direction: [Double]
    /// ‖D δ‖.
    let length: Double
  }

  struct Reduction {
    let actual: Double
    let predicted: Double
    let ratio: Double
  }

  init(size: Int) {
    scale = Array(repeating: 0, count: size)
  }

  func length(of vector: [Double]) -> Double {
    var sum = 0.0
    for index in vector.indices {
      let value = scale[index] * vector[index]
      sum += value * value
    }
    return sum.squareRoot()
  }

  /// Scales never shrink, so that a parameter on which the model ceases to depend does not run away.
  mutating func rescale(by qr: NonlinearQR, at point: [Double]) {
    for column in scale.indices {
      let norm = qr.columnNorm(column)
      scale[column] = max(scale[column], norm)
      if isFirst && norm == 0 { scale[column] = 1 }
    }
    if isFirst {
      let size = length(of: point)
      radius = size > 0 ? 100 * size : 100
    }
  }

  /// The step of least predicted residual within the region, by Newton's iteration on the damping.
  mutating func step(_ qr: NonlinearQR) -> Step {
    var lower = 0.0
    if !qr.isSingular {
      let direct = qr.solve(qr.projection)
      let size = length(of: direct)
      if size.isFinite {
        let excess = size - radius
        if excess <= 0.1 * radius {
          damping = 0
          return Step(direction: direct, length: size)
        }
        let inner = qr.solveTransposed(
          direct.indices.map { scale[$0] * scale[$0] * direct[$0] / size })
        let bound = excess / radius / nonlinearSumOfSquares(inner)
        if bound.isFinite { lower = bound }
      }
    }
    return dampedStep(qr, lower: lower)
  }

  private mutating func dampedStep(_ qr: NonlinearQR, lower: Double) -> Step {
    let size = qr.size
    var lower = lower
    var square = 0.0
    for column in 0..<size {
      var dot = 0.0
      for row in 0...column { dot += qr.triangle[column * size + row] * qr.projection[row] }
      square += (dot / scale[column]) * (dot / scale[column])
    }
    let gradient = square.squareRoot()
    var upper = gradient / radius
    if upper == 0 { upper = Double.leastNormalMagnitude / min(radius, 0.1) }
    damping = min(max(damping, lower), upper)
    if damping == 0 { damping = 1e-3 * upper }
    var excess = Double.infinity
    for round in 1... {
      if damping == 0 { damping = max(Double.leastNormalMagnitude, 1e-3 * upper) }
      let (direction, triangle) = damped(qr)
      let length = length(of: direction)
      let before = excess
      excess = length - radius
      let isNear = abs(excess) <= 0.1 * radius
      if isNear || (lower == 0 && excess <= before && before < 0) || round == 10 {
        return Step(direction: direction, length: length)
      }
      let inner = triangle.solveTransposed(
        direction.indices.map { scale[$0] * scale[$0] * direction[$0] / length })
      let correction = excess / radius / nonlinearSumOfSquares(inner)
      if excess > 0 { lower = max(lower, damping) } else { upper = min(upper, damping) }
      damping = max(lower, damping + correction)
    }
    return Step(direction: [], length: 0)
  }

  /// min ‖R δ − Qᵀr‖² + damping ‖D δ‖², and the triangle of its decomposition.
  private func damped(_ qr: NonlinearQR) -> (direction: [Double], triangle: NonlinearQR) {
    let size = qr.size
    let root = damping.squareRoot()
    var stacked = Array(repeating: 0.0, count: 2 * size * size)
    for column in 0..<size {
      for row in 0...column {
        stacked[column * 2 * size + row] = qr.triangle[column * size + row]
      }
      stacked[column * 2 * size + size + column] = root * scale[column]
    }
    let decomposed = NonlinearQR(
      columns: stacked, rows: 2 * size, size: size,
      right: qr.projection + Array(repeating: 0, count: size))
    return (decomposed.solve(decomposed.projection), decomposed)
  }

  /// Compares what the step gained with what the linear model promised, and resizes the region.
  mutating func judge(
    _ step: Step, qr: NonlinearQR, norm: Double, trialNorm: Double
  ) -> Reduction {
    if isFirst { radius = min(radius, step.length) }
    isFirst = false
    let actual = 0.1 * trialNorm < norm ? 1 - (trialNorm / norm) * (trialNorm / norm) : -1
    let linear = nonlinearSumOfSquares(qr.multiply(step.direction)).squareRoot() / norm
    let held = damping.squareRoot() * step.length / norm
    let predicted = linear * linear + 2 * held * held
    let slope = -(linear * linear + held * held)
    let ratio = predicted > 0 ? actual / predicted : 0
    if ratio <= 0.25 {
      var factor = actual >= 0 ? 0.5 : 0.5 * slope / (slope + 0.5 * actual)
      if 0.1 * trialNorm >= norm || !(factor >= 0.1) { factor = 0.1 }
      radius = factor * min(radius, 10 * step.length)
      damping /= factor
    } else if damping == 0 || ratio >= 0.75 {
      radius = 2 * step.length
      damping *= 0.5
    }
    return Reduction(actual: actual, predicted: predicted, ratio: ratio)
  }
}
