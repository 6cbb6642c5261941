// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NumericMethods

/// Numbers with more digits than `Double`, where the processor has them.
#if arch(x86_64)
  typealias Wide = Float80
#else
  typealias Wide = Double
#endif

extension ModelExpression {
  /// The model of one value a row, with exact derivatives and, where the table is given with more
  /// digits than `Double` holds, residuals as exact.
  ///
  /// NIST's Lanczos1 leaves residuals of 10⁻¹³ beside values of 2: the rounding of 0.05 to a `Double`
  /// already moves its standard errors in the third digit.
  func model(rows: [[Wide]], response: [Wide]) -> NonlinearModel {
    model(
      rows: rows.map { $0.map { Double($0) } },
      residuals: { parameters, _, result in
        var stack: [Wide] = []
        for (index, row) in rows.enumerated() {
          let value = wideValue(row: row, parameters: parameters, &stack)
          result[index] = Double(value - response[index])
        }
      })
  }

  /// The value with as many digits as the processor gives.
  func wideValue(row: [Wide]) -> Wide {
    var stack: [Wide] = []
    return wideValue(row: row, parameters: [], &stack)
  }

  private func wideValue(
    row: [Wide], parameters: [Double], _ stack: inout [Wide]
  ) -> Wide {
    stack.removeAll(keepingCapacity: true)
    for step in steps {
      switch step {
      case .number(let number): stack.append(Wide(number))
      case .pi: stack.append(Wide.pi)
      case .column(let index): stack.append(row[index])
      case .parameter(let index): stack.append(Wide(parameters[index]))
      case .negate: stack.append(-stack.removeLast())
      case .function(let function): stack.append(wide(function, stack.removeLast()))
      case .add, .subtract, .multiply, .divide, .power:
        let right = stack.removeLast()
        let left = stack.removeLast()
        stack.append(wide(step, left, right))
      }
    }
    return stack.last ?? .nan
  }
}

private func wide(_ step: ModelExpression.Step, _ left: Wide, _ right: Wide) -> Wide {
  switch step {
  case .add: left + right
  case .subtract: left - right
  case .multiply: left * right
  case .divide: left / right
  default: pow(left, right)
  }
}

private func wide(_ function: ModelExpression.Function, _ x: Wide) -> Wide {
  switch function {
  case .exp: exp(x)
  case .log: log(x)
  case .sqrt: x.squareRoot()
  case .sin: sin(x)
  case .cos: cos(x)
  case .tan: tan(x)
  case .atan: atan(x)
  }
}
