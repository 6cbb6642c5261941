// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

/// NIST Statistical Reference Datasets, linear regression, with the tolerances of the cases.
@Suite(.enabled(if: LinearCase.folder != nil, "STIKSTOF_REFERENCE_DATA is not set"))
struct LinearLeastSquaresReferenceTests {
  @Test(arguments: [
    "lin_norris", "lin_pontius", "lin_noint1", "lin_noint2", "lin_filip", "lin_longley",
    "lin_wampler1", "lin_wampler2", "lin_wampler3", "lin_wampler4", "lin_wampler5",
  ])
  func everyCertifiedValueIsMet(id: String) throws {
    let (reference, table) = try LinearCase.read(id)
    let (columns, first) = try Self.columns(reference.method.terms, table)
    let fit = try LinearLeastSquares(
      design: Matrix(columns: columns), response: table.numbers("y"))
    var values: [String: Double] = ["residual_sd": fit.residualStandardDeviation]
    values["r_squared"] = fit.rSquared
    for (index, error) in fit.standardErrors(.scaledSigma).enumerated() {
      values["B\(index + first)"] = fit.coefficients[index]
      values["se_B\(index + first)"] = error
    }
    #expect(reference.expected.count == values.count)
    for entry in reference.expected {
      let actual = try #require(values[entry.name])
      expectClose(
        actual, entry.value, relative: entry.relative, absolute: entry.absolute,
        "\(id) \(entry.name)")
    }
  }

  /// The columns of the model and the number of the first coefficient.
  static func columns(_ terms: String, _ table: NumberTable) throws -> ([[Double]], Int) {
    if terms == "y ~ 1 + x1..x6" {
      let rest = try (1...6).map { try table.numbers("x\($0)") }
      return ([Array(repeating: 1, count: rest[0].count)] + rest, 0)
    }
    let words = terms.split(separator: " ")
    try #require(words.first == "polynomial" && words.count >= 3)
    let degree = try #require(Int(words[2].prefix { $0.isNumber }))
    let first = terms.contains("no intercept") ? 1 : 0
    let x = try table.numbers("x")
    let columns = (first...degree).map { power in
      x.map { value in (0..<power).reduce(1.0) { product, _ in product * value } }
    }
    return (columns, first)
  }
}
