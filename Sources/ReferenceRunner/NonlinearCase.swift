// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

/// A case whose model is a formula 'response = f(columns, b1, b2, …)' with two sets of start values.
enum NonlinearCase {
  /// From start 2 every number must be right; from start 1 right or refused.
  static func run(_ reference: ReferenceCase) throws(ReferenceCaseError) -> [ReferenceCheck] {
    guard let second = reference.methodNumbers("start2") else {
      throw ReferenceCaseError("the method has no list 'start2'")
    }
    let fromSecond: NonlinearLeastSquares
    do {
      fromSecond = try fit(reference, start: second)
    } catch {
      throw ReferenceCaseError("from start 2: \(error)")
    }
    var checks = ReferenceCheck.compare(named(fromSecond), with: reference.expected)
    guard let first = reference.methodNumbers("start1") else { return checks }
    do {
      let fromFirst = try fit(reference, start: first)
      checks += ReferenceCheck.compare(
        named(fromFirst), with: reference.expected, suffix: " from start 1")
    } catch is NonlinearFitError {
      // It says that it did not converge, which is an answer.
    } catch {
      throw ReferenceCaseError("from start 1: \(error)")
    }
    return checks
  }

  /// Fits the model of the case from the start values.
  static func fit(
    _ reference: ReferenceCase, start: [Double],
    options: NonlinearLeastSquares.Options = NonlinearLeastSquares.Options()
  ) throws -> NonlinearLeastSquares {
    let sides = (reference.model ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else {
      throw ReferenceCaseError("the model is not of the form 'response = formula'")
    }
    let columns = reference.table.names
    let rows = try reference.table.wideRows()
    let left = try ModelExpression(sides[0], columns: columns, parameterCount: 0)
    let right = try ModelExpression(sides[1], columns: columns, parameterCount: start.count)
    let response = rows.map { left.wideValue(row: $0) }
    return try NonlinearLeastSquares(
      right.model(rows: rows, response: response), response: response.map { Double($0) },
      start: start, options: options)
  }

  /// The numbers as the cases call them.
  static func named(_ fit: NonlinearLeastSquares) -> [String: [Double]] {
    var values = [
      "rss": [fit.sumOfSquares], "residual_sd": [fit.residualStandardDeviation],
    ]
    let errors = fit.standardErrors(.scaledSigma)
    for index in fit.parameters.indices {
      values["b\(index + 1)"] = [fit.parameters[index]]
      values["se_b\(index + 1)"] = [errors[index]]
    }
    return values
  }
}
