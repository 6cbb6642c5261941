// SPDX-License-Identifier: GPL-3.0-or-later

/// A point that passed every check, with what the result needs.
struct NonlinearMinimum {
  let parameters: [Double]
  let sumOfSquares: Double
  /// (JᵀJ)⁻¹, p × p.
  let covariance: [Double]
  /// The part of the residual that a further step would take away, as a fraction.
  let offset: Double
  /// The condition number of the derivatives with columns of length 1.
  let condition: Double
  /// The least curvature of the sum of squares, 1 where the model is linear.
  let leastCurvature: Double
}

/// What stands between a rung and an answer: GSL reports success on fits that failed.
enum NonlinearCheck {
  /// The residual may keep this fraction of itself along the derivatives (Bates and Watts 1981, a
  /// relative offset criterion for nonlinear least squares, Technometrics 23, 179-183).
  static let largestOffset = 1e-7
  /// Beyond this the derivatives, scaled to columns of length 1, are dependent.
  static let largestCondition = 1e11
  /// The least curvature a minimum may have, relative to that of the linear model.
  static let smallestCurvature = 1e-3

  // Takes Gauss-Newton steps as long as they help, then checks finiteness, flatness, condition,
  // gradient and curvature. The curvature of a minimum known from another rung is not taken again.
  static func examine(
    _ problem: NonlinearProblem, at point: [Double], startNorms: [Double],
    known: [NonlinearMinimum]
  ) -> Result<NonlinearMinimum, NonlinearFailure> {
    guard let place = polish(problem, from: point) else { return .failure(.noValueAtEnd) }
    let (qr, norm) = (place.qr, place.norm)
    if let index = flatParameter(problem, place, startNorms: startNorms) {
      return .failure(.flat(index: index))
    }
    let condition = conditionNumber(qr)
    guard condition <= largestCondition else {
      return .failure(.illConditioned(condition: condition))
    }
    guard place.projected <= max(largestOffset * norm, floor(problem)) else {
      return .failure(.notStationary(offset: place.projected / norm))
    }
    let same = known.first { isSame(place, $0, floor: floor(problem)) }
    guard let curvature = same?.leastCurvature ?? leastCurvature(problem, place) else {
      return .failure(.derivativesMislead)
    }
    guard curvature > smallestCurvature else { return .failure(.notAMinimum) }
    let covariance = covariance(qr)
    guard covariance.allSatisfy({ $0.isFinite }) else {
      return .failure(.illConditioned(condition: condition))
    }
    return .success(
      NonlinearMinimum(
        parameters: place.point, sumOfSquares: norm * norm, covariance: covariance,
        offset: norm > 0 ? place.projected / norm : 0, condition: condition,
        leastCurvature: curvature))
  }

  /// Whether the models of both points differ by less than a millionth of the residual.
  private static func isSame(_ place: Place, _ other: NonlinearMinimum, floor: Double) -> Bool {
    let difference = place.point.indices.map { place.point[$0] - other.parameters[$0] }
    let shift = nonlinearSumOfSquares(place.qr.multiply(difference)).squareRoot()
    return shift <= 1e-6 * place.norm + floor
  }

  /// Rounding errors of the residual alone leave this much of it along the derivatives.
  private static func floor(_ problem: NonlinearProblem) -> Double {
    32 * Double.ulpOfOne * problem.responseNorm
  }

  private struct Place {
    let point: [Double]
    let residuals: [Double]
    /// The derivatives, column after column.
    let columns: [Double]
    let qr: NonlinearQR
    /// ‖r‖.
    let norm: Double
    /// ‖Qᵀr‖, the length of the residual's shadow on the derivatives.
    let projected: Double
  }

  private static func place(_ problem: NonlinearProblem, _ point: [Double]) -> Place? {
    var residuals = problem.residuals
    var columns = problem.columns
    guard point.allSatisfy({ $0.isFinite }), problem.fillResiduals(at: point, &residuals),
      problem.fillJacobian(at: point, &columns)
    else { return nil }
    let qr = NonlinearQR(
      columns: columns, rows: problem.pointCount, size: point.count, right: residuals)
    let norm = nonlinearSumOfSquares(residuals).squareRoot()
    let projected = nonlinearSumOfSquares(qr.projection).squareRoot()
    guard norm.isFinite, projected.isFinite, qr.triangle.allSatisfy({ $0.isFinite }) else {
      return nil
    }
    return Place(
      point: point, residuals: residuals, columns: columns, qr: qr, norm: norm,
      projected: projected)
  }

  private static func polish(_ problem: NonlinearProblem, from point: [Double]) -> Place? {
    guard var best = place(problem, point) else { return nil }
    for _ in 0..<40 {
      guard best.projected > max(1e-10 * best.norm, Double.ulpOfOne * problem.responseNorm),
        !best.qr.isSingular
      else { break }
      let step = best.qr.solve(best.qr.projection)
      let next = best.point.indices.map { best.point[$0] - step[$0] }
      guard let moved = place(problem, next), moved.projected < 0.9 * best.projected,
        moved.norm <= best.norm * (1 + 1e-10) + floor(problem)
      else { break }
      best = moved
    }
    return best
  }

  /// A parameter whose derivative vanished on the way and whose standard error dwarfs it.
  private static func flatParameter(
    _ problem: NonlinearProblem, _ place: Place, startNorms: [Double]
  ) -> Int? {
    let freedom = max(problem.pointCount - problem.parameterCount, 1)
    let spread = place.norm / Double(freedom).squareRoot()
    return place.point.indices.first { index in
      let norm = place.qr.columnNorm(index)
      guard norm > 0, place.qr.triangle[index * place.qr.size + index] != 0 else { return true }
      let size = max(abs(place.point[index]), abs(problem.start[index]))
      let hasVanished = norm < 1e-6 * startNorms[index]
      return hasVanished && size > 0 && spread / norm > 1e3 * size
    }
  }

  /// ‖R‖ ‖R⁻¹‖ in the Frobenius norm, with the columns of R scaled to length 1.
  private static func conditionNumber(_ qr: NonlinearQR) -> Double {
    let inverse = qr.inverse
    var square = 0.0
    for row in 0..<qr.size {
      let norm = qr.columnNorm(row)
      for column in row..<qr.size {
        let value = inverse[column * qr.size + row] * norm
        square += value * value
      }
    }
    let condition = (square * Double(qr.size)).squareRoot()
    return condition.isFinite ? condition : .infinity
  }

  private static func covariance(_ qr: NonlinearQR) -> [Double] {
    let inverse = qr.inverse
    let size = qr.size
    var result = Array(repeating: 0.0, count: size * size)
    for left in 0..<size {
      for right in 0...left {
        var sum = 0.0
        for column in left..<size {
          sum += inverse[column * size + left] * inverse[column * size + right]
        }
        result[left * size + right] = sum
        result[right * size + left] = sum
      }
    }
    return result
  }

  /// The smallest eigenvalue of R⁻ᵀ H R⁻¹ with H the matrix of second derivatives of ½‖r‖², by
  /// differences of the gradient along the columns of R⁻¹, in steps that change the model by a
  /// thousandth of the residual, or by what stands out from rounding. In these coordinates JᵀJ is
  /// the unit matrix; where a parameter is lost in a flat region, the steps show nothing of it. `nil`
  /// where the model does not change as its derivatives say.
  private static func leastCurvature(_ problem: NonlinearProblem, _ place: Place) -> Double? {
    let length = max(1e-3 * place.norm, 1e-8 * problem.responseNorm)
    guard length > 0 else { return 1 }
    let size = place.qr.size
    let inverse = place.qr.inverse
    var residuals = place.residuals
    var columns = problem.columns
    var matrix = Array(repeating: 0.0, count: size * size)
    for direction in 0..<size {
      let point = (0..<size).map {
        place.point[$0] + length * inverse[direction * size + $0]
      }
      guard problem.fillResiduals(at: point, &residuals),
        problem.fillJacobian(at: point, &columns)
      else { return nil }
      let change = residuals.indices.map { residuals[$0] - place.residuals[$0] }
      let followed = (0..<size).reduce(0.0) { sum, column in
        sum + inverse[direction * size + column] * dot(place.columns, column, change)
      }
      guard abs(followed - length) <= 0.1 * length else { return nil }
      let gradient = (0..<size).map { dot(columns, $0, residuals) }
      let turned = place.qr.solveTransposed(gradient)
      for row in 0..<size {
        matrix[direction * size + row] = (turned[row] - place.qr.projection[row]) / length
      }
    }
    return NonlinearSymmetric.smallestEigenvalue(matrix, size: size)
  }

  /// The inner product of a column and a vector.
  private static func dot(_ columns: [Double], _ column: Int, _ vector: [Double]) -> Double {
    var sum = 0.0
    for row in vector.indices { sum += columns[column * vector.count + row] * vector[row] }
    return sum
  }
}
