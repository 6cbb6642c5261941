// SPDX-License-Identifier: GPL-3.0-or-later

/// The residuals r = √w (f(θ) − y) of one fit and their derivatives, with a count of evaluations.
///
/// A class, because GSL's callbacks find it through a pointer; it never leaves one call of
/// ``NonlinearLeastSquares``.
final class NonlinearProblem {
  let model: NonlinearModel
  let response: [Double]
  let rootWeights: [Double]?
  let start: [Double]

  /// Evaluations left to the present rung.
  var allowance = 0
  private(set) var evaluations = 0

  // What a callback fills before it copies to a strided vector of GSL.
  var parameters: [Double]
  var residuals: [Double]
  var columns: [Double]
  private var ahead: [Double] = []
  private var behind: [Double] = []

  var pointCount: Int { response.count }
  var parameterCount: Int { start.count }

  init(model: NonlinearModel, response: [Double], weights: [Double]?, start: [Double]) {
    self.model = model
    self.response = response
    self.rootWeights = weights.map { $0.map { $0.squareRoot() } }
    self.start = start
    parameters = start
    residuals = Array(repeating: 0, count: response.count)
    columns = Array(repeating: 0, count: response.count * start.count)
  }

  /// The size of the weighted response, against which rounding errors are measured.
  lazy var responseNorm: Double = {
    var sum = 0.0
    for index in response.indices {
      let value = response[index] * (rootWeights?[index] ?? 1)
      sum += value * value
    }
    return sum.squareRoot()
  }()

  /// Fills `result` with √w (f(θ) − y); `false` if one of them is not finite.
  func fillResiduals(at parameters: [Double], _ result: inout [Double]) -> Bool {
    evaluations += 1
    allowance -= 1
    if let residuals = model.residuals {
      residuals(parameters, response, &result)
    } else {
      model.values(parameters, &result)
    }
    precondition(result.count == pointCount, "a model keeps the length of the array it fills")
    if model.residuals == nil {
      for index in response.indices { result[index] -= response[index] }
    }
    if let rootWeights {
      for index in response.indices { result[index] *= rootWeights[index] }
    }
    return result.allSatisfy { $0.isFinite }
  }

  /// Fills `result` with the derivatives of the residuals, column after column; `false` if one of
  /// them is not finite.
  func fillJacobian(at parameters: [Double], _ result: inout [Double]) -> Bool {
    if let jacobian = model.jacobian {
      evaluations += 1
      allowance -= 1
      jacobian(parameters, &result)
      precondition(
        result.count == pointCount * parameterCount,
        "a model keeps the length of the array it fills")
    } else {
      fillDifferences(at: parameters, &result)
    }
    if let rootWeights {
      for column in 0..<parameterCount {
        for row in 0..<pointCount { result[column * pointCount + row] *= rootWeights[row] }
      }
    }
    return result.allSatisfy { $0.isFinite }
  }

  /// Central differences with the step that balances truncation and rounding, ε^(1/3).
  private func fillDifferences(at parameters: [Double], _ result: inout [Double]) {
    var shifted = parameters
    if ahead.isEmpty {
      ahead = Array(repeating: 0, count: pointCount)
      behind = ahead
    }
    for column in 0..<parameterCount {
      let size = max(abs(parameters[column]), 1e-3 * abs(start[column]))
      let step = 6e-6 * (size > 0 ? size : 1)
      let (above, below) = (parameters[column] + step, parameters[column] - step)
      shifted[column] = above
      model.values(shifted, &ahead)
      shifted[column] = below
      model.values(shifted, &behind)
      shifted[column] = parameters[column]
      for row in 0..<pointCount {
        result[column * pointCount + row] = (ahead[row] - behind[row]) / (above - below)
      }
    }
    evaluations += 2 * parameterCount
    allowance -= 2 * parameterCount
  }
}

/// The sum of squares; infinite on overflow.
func nonlinearSumOfSquares(_ values: [Double]) -> Double {
  var sum = 0.0
  for value in values { sum += value * value }
  return sum
}
