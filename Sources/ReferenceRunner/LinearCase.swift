// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// A case of ordinary least squares of the first column: on powers of the second, or on all others.
enum LinearCase {
  static func run(_ reference: ReferenceCase) throws(ReferenceCaseError) -> [ReferenceCheck] {
    let terms = reference.methodText("terms")
    guard let response = reference.table.names.first else {
      throw ReferenceCaseError("the table has no column")
    }
    let others = reference.table.names.dropFirst()
    var columns: [[Double]] = []
    let firstNumber: Int
    if let degree = polynomialDegree(terms), let name = others.first {
      firstNumber = terms.hasSuffix("no intercept") ? 1 : 0
      let x = try reference.table.numbers(name)
      for power in firstNumber...max(degree, firstNumber) {
        columns.append(x.map { value in (0..<power).reduce(1.0) { product, _ in product * value } })
      }
    } else if terms.hasPrefix("y ~ 1 + ") {
      firstNumber = 0
      columns.append(Array(repeating: 1, count: try reference.table.numbers(response).count))
      for name in others { columns.append(try reference.table.numbers(name)) }
    } else {
      throw ReferenceCaseError(notSupported: "the terms '\(terms)'")
    }
    let values = try reference.table.numbers(response)
    let fit: LinearLeastSquares
    do throws(LinearFitError) {
      fit = try LinearLeastSquares(design: Matrix(columns: columns), response: values)
    } catch {
      throw ReferenceCaseError("\(error)")
    }
    return ReferenceCheck.compare(named(fit, firstNumber), with: reference.expected)
  }

  private static func polynomialDegree(_ terms: String) -> Int? {
    let words = terms.split(whereSeparator: { $0 == " " || $0 == "," })
    guard words.count >= 3, words[0] == "polynomial", words[1] == "degree" else { return nil }
    return Int(words[2])
  }

  private static func named(_ fit: LinearLeastSquares, _ firstNumber: Int) -> [String: [Double]] {
    var values = ["residual_sd": [fit.residualStandardDeviation], "rss": [fit.sumOfSquares]]
    if let share = fit.rSquared { values["r_squared"] = [share] }
    let errors = fit.standardErrors(.scaledSigma)
    for index in fit.coefficients.indices {
      values["B\(index + firstNumber)"] = [fit.coefficients[index]]
      values["se_B\(index + firstNumber)"] = [errors[index]]
    }
    return values
  }
}
