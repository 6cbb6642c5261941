// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
public import NumericMethods

/// A formula of columns and parameters, with its exact derivatives to the parameters.
///
/// It knows `+ - * / **` (to the right, and stronger than a minus sign before it), parentheses,
/// numbers, `exp log sqrt sin cos tan atan`, `pi`, the columns by name and the parameters `b1`, `b2`, ….
/// The derivatives are those of forward-mode dual numbers: v + Σ dⱼ εⱼ with εⱼ εₖ = 0.
public struct ModelExpression: Sendable {
  /// The operations in the order in which a stack machine does them.
  let steps: [Step]
  /// The names of the columns; a row has its values in this order.
  public let columns: [String]
  /// The number of parameters that the formula names, at least as many as asked for.
  public let parameterCount: Int

  enum Step: Hashable, Sendable {
    case number(Double)
    case column(Int)
    case parameter(Int)
    case pi
    case add, subtract, multiply, divide, power, negate
    case function(Function)
  }

  enum Function: String, Hashable, Sendable {
    case exp, log, sqrt, sin, cos, tan, atan

    /// The value and the derivative at `x`.
    func dual(_ x: Double) -> (value: Double, slope: Double) {
      switch self {
      case .exp:
        let value = cExp(x)
        return (value, value)
      case .log: return (cLog(x), 1 / x)
      case .sqrt:
        let value = x.squareRoot()
        return (value, 0.5 / value)
      case .sin: return (cSin(x), cCos(x))
      case .cos: return (cCos(x), -cSin(x))
      case .tan:
        let value = cSin(x) / cCos(x)
        return (value, 1 + value * value)
      case .atan: return (cAtan(x), 1 / (1 + x * x))
      }
    }
  }
}

// The names of the cases hide the functions of the C library.
private func cExp(_ x: Double) -> Double { exp(x) }
private func cLog(_ x: Double) -> Double { log(x) }
private func cSin(_ x: Double) -> Double { sin(x) }
private func cCos(_ x: Double) -> Double { cos(x) }
private func cAtan(_ x: Double) -> Double { atan(x) }
private func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

extension ModelExpression {
  /// The value at one row and one set of parameters; NaN or infinite where there is none.
  public func value(row: [Double], parameters: [Double]) -> Double {
    var stack: [Double] = []
    evaluate(row: row, parameters: parameters, width: 0, &stack)
    return stack.last ?? .nan
  }

  /// The value and its derivatives to the parameters.
  public func valueAndGradient(
    row: [Double], parameters: [Double]
  ) -> (value: Double, gradient: [Double]) {
    var stack: [Double] = []
    evaluate(row: row, parameters: parameters, width: parameterCount, &stack)
    guard let value = stack.first else { return (.nan, []) }
    return (value, Array(stack.dropFirst()))
  }

  /// Runs the steps on a stack of dual numbers, each its value and `width` derivatives.
  func evaluate(row: [Double], parameters: [Double], width: Int, _ stack: inout [Double]) {
    stack.removeAll(keepingCapacity: true)
    for step in steps {
      switch step {
      case .number(let number):
        push(number, width, &stack)
      case .pi:
        push(Double.pi, width, &stack)
      case .column(let index):
        push(row[index], width, &stack)
      case .parameter(let index):
        push(parameters[index], width, &stack)
        if width > 0 { stack[stack.count - width + index] = 1 }
      case .negate:
        for index in (stack.count - width - 1)..<stack.count { stack[index] = -stack[index] }
      case .function(let function):
        let top = stack.count - width - 1
        let (value, slope) = function.dual(stack[top])
        stack[top] = value
        scale(by: slope, after: top, width, &stack)
      case .add, .subtract, .multiply, .divide, .power:
        combine(step, width, &stack)
      }
    }
  }

  private func push(_ value: Double, _ width: Int, _ stack: inout [Double]) {
    stack.append(value)
    for _ in 0..<width { stack.append(0) }
  }

  /// A derivative of 0 stays 0, also beside an infinite slope.
  private func scale(by slope: Double, after top: Int, _ width: Int, _ stack: inout [Double]) {
    for index in (top + 1)..<(top + 1 + width) where stack[index] != 0 { stack[index] *= slope }
  }

  private func combine(_ step: Step, _ width: Int, _ stack: inout [Double]) {
    let right = stack.count - width - 1
    let left = right - width - 1
    let (a, b) = (stack[left], stack[right])
    let value: Double
    let slopes: (Double, Double)
    switch step {
    case .add: (value, slopes) = (a + b, (1, 1))
    case .subtract: (value, slopes) = (a - b, (1, -1))
    case .multiply: (value, slopes) = (a * b, (b, a))
    case .divide: (value, slopes) = (a / b, (1 / b, -a / b / b))
    default:
      value = cPow(a, b)
      slopes = (b * cPow(a, b - 1), value == 0 ? 0 : value * cLog(a))
    }
    stack[left] = value
    for index in 1..<(width + 1) {
      let (da, db) = (stack[left + index], stack[right + index])
      stack[left + index] = (da == 0 ? 0 : slopes.0 * da) + (db == 0 ? 0 : slopes.1 * db)
    }
    stack.removeLast(width + 1)
  }
}

extension ModelExpression {
  /// The model of one value a row, with exact derivatives, for ``NonlinearLeastSquares``.
  public func model(rows: [[Double]]) -> NonlinearModel {
    model(rows: rows, residuals: nil)
  }

  func model(rows: [[Double]], residuals: NonlinearModel.Residuals?) -> NonlinearModel {
    let width = parameterCount
    return NonlinearModel(
      pointCount: rows.count, parameterCount: width,
      jacobian: { parameters, result in
        var stack: [Double] = []
        for (index, row) in rows.enumerated() {
          evaluate(row: row, parameters: parameters, width: width, &stack)
          for column in 0..<width { result[column * rows.count + index] = stack[column + 1] }
        }
      },
      residuals: residuals,
      values: { parameters, result in
        var stack: [Double] = []
        for (index, row) in rows.enumerated() {
          evaluate(row: row, parameters: parameters, width: 0, &stack)
          result[index] = stack[0]
        }
      })
  }
}
