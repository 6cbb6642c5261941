// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import ReferenceRunner
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ModelExpressionTests {
  static func value(_ text: String, _ x: Double = 0, _ parameters: [Double] = []) throws -> Double {
    try ModelExpression(text, columns: ["x"], parameterCount: parameters.count)
      .value(row: [x], parameters: parameters)
  }

  // Python 3: print(eval(text)) with x = 3, b1 = 2, b2 = 5.
  @Test(arguments: [
    ("1+2*3", 7.0), ("(1+2)*3", 9), ("2**3**2", 512), ("-x**2", -9), ("(-x)**2", 9), ("2**-1", 0.5),
    ("7/2/2", 1.75), ("7-2-1", 4), ("-b1*b2", -10), ("+x", 3), ("1/2*x", 1.5), ("--x", 3),
    ("x**(-1/b1)", 0.5773502691896258), ("1.5e2+.5", 150.5), ("2E-1*x", 0.6000000000000001),
    (" ( x - b1 ) * b2 ", 5), ("b2-b1**2*x", -7), ("-2**2", -4), ("2*-x", -6),
  ])
  func arithmeticIsThatOfPython(text: String, expected: Double) throws {
    expectClose(try Self.value(text, 3, [2, 5]), expected, relative: 1e-15)
  }

  @Test func functionsAreThoseOfTheLibrary() throws {
    expectClose(try Self.value("exp(x)", 1.5), exp(1.5))
    expectClose(try Self.value("log(x)", 1.5), log(1.5))
    expectClose(try Self.value("sqrt(x)", 1.5), 1.5.squareRoot())
    expectClose(try Self.value("sin(x)", 1.5), sin(1.5))
    expectClose(try Self.value("cos(x)", 1.5), cos(1.5))
    expectClose(try Self.value("tan(x)", 1.5), tan(1.5))
    expectClose(try Self.value("atan(x)", 1.5), atan(1.5))
    expectClose(try Self.value("cos(2*pi*x)", 1.5), -1)
  }

  static let formulas = [
    "b1+b2*x-b3*x**2/b1", "b1*(1-exp(-b2*x))", "b1*x**b2", "b1*(b2+x)**(-1/b3)",
    "b1*(x**2+x*b2)/(x**2+x*b3+b4)", "exp(-b1*x)/(b2+b3*x)",
    "b1-b2*x-atan(b3/(x-b4))/pi", "b1*sin(2*pi*x/b2)+b3*cos(2*pi*x/b4)",
    "log(b1+b2*x)*sqrt(b3*x)", "tan(b1*x/10)-b2**2*-b3", "b1/((1+exp(b2-b3*x))**(1/b4))",
    "(b1/b2)*exp(-((x-b3)/b2)**2/2)", "b1**b2**b3", "2**b1/b2**x",
  ]

  @Test(arguments: formulas) func derivativesAgreeWithDifferences(text: String) throws {
    let expression = try ModelExpression(text, columns: ["x"], parameterCount: 4)
    var random = SplitMix64(seed: 11)
    for _ in 0..<20 {
      let row = [Double.random(in: 0.5...2, using: &random)]
      let at = (0..<4).map { _ in Double.random(in: 0.3...1.8, using: &random) }
      // A denominator near 0, as of atan(b3/(x − b4)), says nothing.
      guard abs(row[0] - at[3]) > 0.1 else { continue }
      let (value, gradient) = expression.valueAndGradient(row: row, parameters: at)
      #expect(value == expression.value(row: row, parameters: at))
      try #require(gradient.count == 4)
      for index in 0..<4 {
        let step = 1e-5
        var (above, below) = (at, at)
        above[index] += step
        below[index] -= step
        let difference =
          (expression.value(row: row, parameters: above)
            - expression.value(row: row, parameters: below)) / (2 * step)
        expectClose(
          gradient[index], difference, relative: 1e-5, absolute: 1e-7 * max(1, abs(value)),
          "\(text) to b\(index + 1)")
      }
    }
  }

  @Test func aConstantPowerOfANegativeNumberHasADerivative() throws {
    let expression = try ModelExpression("(x-b1)**2", columns: ["x"], parameterCount: 1)
    let (value, gradient) = expression.valueAndGradient(row: [1], parameters: [4])
    #expect(value == 9)
    #expect(gradient == [6])
  }

  @Test(arguments: [
    ("b1+", "character 4 of 'b1+': expected a number, name or '(', found the end"),
    ("b1 b2", "character 4 of 'b1 b2': expected an operator or the end, found 'b'"),
    ("(b1", "character 4 of '(b1': expected ')', found the end"),
    (
      "b1*z",
      "character 4 of 'b1*z': expected a column, a parameter, pi or a function instead of 'z', "
        + "found 'z'"
    ),
    (
      "b3",
      "character 1 of 'b3': expected a column, a parameter, pi or a function instead of 'b3', "
        + "found 'b'"
    ),
    ("", "character 1 of '': expected a number, name or '(', found the end"),
    ("1.2.3", "character 1 of '1.2.3': expected a number, found '1'"),
    ("b1$2", "character 3 of 'b1$2': expected an operator or the end, found '$'"),
  ])
  func aMistakeIsPointedOut(text: String, message: String) {
    do throws(ModelExpressionError) {
      _ = try ModelExpression(text, columns: ["x"], parameterCount: 2)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.description == message)
    }
  }
}
