// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A linear model y = X β by weighted least squares: β minimises χ² = Σ wᵢ (yᵢ − xᵢβ)².
///
/// Columns are scaled, factorised with pivoting and checked for rank; the solution is then refined
/// with residuals in twofold precision (Björck, Iterative refinement of linear least squares
/// solutions I, BIT 7 (1967) 257), so that ill-conditioned polynomials keep their digits. Every
/// number it holds is finite.
///
/// The corresponding GSL function is `gsl_linalg_QRPT_decomp`.
public struct LinearLeastSquares: Hashable, Sendable {
  /// β, one a column of the design.
  public let coefficients: [Double]
  /// y − X β, one a row, in the unit of y, not weighted.
  public let residuals: [Double]
  /// The weighted sum of squared residuals (χ²), in the unit of weight times y².
  public let sumOfSquares: Double
  /// The weighted sum of squares of y: about its weighted mean where the design has a constant
  /// column, else about 0.
  public let totalSumOfSquares: Double
  /// Whether a column of the design is constant and not 0.
  public let hasIntercept: Bool
  /// (XᵀWX)⁻¹, with no regard to the residuals.
  public let unscaledCovariance: Matrix
  /// The diagonal of the hat matrix, one a row, 0 to 1.
  public let leverages: [Double]
  /// The weights; `nil` where all are 1.
  public let weights: [Double]?

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - design: X, one row a point and one column a coefficient.
  ///   - response: y, one a row.
  ///   - weights: one a row, above 0, 1/σ² of y where σ is known; `nil` weighs all alike, with 1.
  ///   - rankTolerance: a column is dependent when less than this share of its length, with columns
  ///     scaled to one length, lies outside the others; `nil` is 4 (rows + columns) spacings of
  ///     doubles.
  /// - Throws: ``LinearFitError``.
  public init(
    design: Matrix, response: [Double], weights: [Double]? = nil, rankTolerance: Double? = nil
  ) throws(LinearFitError) {
    try Self.check(design, response, weights)
    let (n, p) = (design.rows, design.columns)
    let roots = weights.map { $0.map { $0.squareRoot() } }
    let scales = Self.columnScales(design, roots)
    var scaled = design
    for i in 0..<n {
      for j in 0..<p { scaled[i, j] *= scales[j] * (roots?[i] ?? 1) }
    }
    let right = roots.map { zip(response, $0).map { $0 * $1 } } ?? response
    guard scaled.isFinite, right.allSatisfy(\.isFinite) else { throw .noFiniteAnswer }

    let solution: (coefficients: [Double], residuals: [Double])
    let half: Matrix
    do {
      let factors = try PivotedQR(scaled)
      let rank = factors.rank(tolerance: rankTolerance ?? 4 * Double(n + p) * 1.0.ulp)
      guard rank == p else {
        throw LinearFitError.rankDeficient(
          rank: rank, dependentColumns: (rank..<p).map { factors.source($0) }.sorted())
      }
      solution = try Self.refine(factors, scaled, right)
      half = Self.inverseHalf(factors, size: p, scales)
    } catch let error as GSLError {
      throw .gsl(error)
    } catch let error as LinearFitError {
      throw error
    } catch {
      throw .noFiniteAnswer
    }

    coefficients = zip(solution.coefficients, scales).map { $0 * $1 }
    residuals = roots.map { zip(solution.residuals, $0).map { $0 / $1 } } ?? solution.residuals
    sumOfSquares = Self.sumOfSquares(solution.residuals)
    self.weights = weights
    unscaledCovariance = half.transposed.gram
    leverages = (0..<n).map { i in
      let root = roots?[i] ?? 1
      var sum = 0.0
      for k in 0..<p {
        var part = 0.0
        for j in 0..<p { part += half[j, k] * design[i, j] * root }
        sum += part * part
      }
      return min(sum, 1)
    }
    hasIntercept = (0..<p).contains { j in
      design[0, j] != 0 && (1..<n).allSatisfy { design[$0, j] == design[0, j] }
    }
    totalSumOfSquares = Self.total(response, weights, centred: hasIntercept)
    guard coefficients.allSatisfy(\.isFinite), sumOfSquares.isFinite, totalSumOfSquares.isFinite,
      unscaledCovariance.isFinite, leverages.allSatisfy(\.isFinite),
      residuals.allSatisfy(\.isFinite), unscaledCovariance.diagonal.allSatisfy({ $0 > 0 })
    else { throw .noFiniteAnswer }
  }
}

extension LinearLeastSquares {
  private static func check(
    _ design: Matrix, _ response: [Double], _ weights: [Double]?
  ) throws(LinearFitError) {
    let (n, p) = (design.rows, design.columns)
    guard p >= 1, n >= p + 1 else { throw .tooFewRows(got: n, needed: p + 1) }
    guard response.count == n else { throw .lengthsDiffer(rows: n, values: response.count) }
    if let weights, weights.count != n { throw .lengthsDiffer(rows: n, values: weights.count) }
    for i in 0..<n {
      guard response[i].isFinite, weights?[i].isFinite ?? true,
        (0..<p).allSatisfy({ design[i, $0].isFinite })
      else { throw .notFinite(row: i) }
      guard weights?[i] ?? 1 > 0 else { throw .nonPositiveWeight(row: i) }
    }
  }

  /// Powers of two that bring every column to a length between 1 and 2; exact.
  private static func columnScales(_ design: Matrix, _ roots: [Double]?) -> [Double] {
    (0..<design.columns).map { j in
      var largest = 0.0
      for i in 0..<design.rows { largest = max(largest, abs(design[i, j]) * (roots?[i] ?? 1)) }
      guard largest > 0, largest.isFinite else { return 1 }
      var sum = 0.0
      for i in 0..<design.rows {
        let share = design[i, j] * (roots?[i] ?? 1) / largest
        sum += share * share
      }
      let exponent = (largest * sum.squareRoot()).exponent
      return Double(sign: .plus, exponent: -exponent, significand: 1)
    }
  }

  /// Solves [I A; Aᵀ 0] [r; β] = [y; 0] and refines both while the correction shrinks.
  private static func refine(
    _ factors: PivotedQR, _ matrix: Matrix, _ right: [Double]
  ) throws(GSLError) -> (coefficients: [Double], residuals: [Double]) {
    let (n, p) = (matrix.rows, matrix.columns)
    var beta = Array(repeating: 0.0, count: p)
    var rest = Array(repeating: 0.0, count: n)
    var last = Double.infinity
    for round in 0..<6 {
      var upper = right
      for i in 0..<n {
        var sum = TwofoldSum()
        sum.add(right[i])
        sum.add(-rest[i])
        for j in 0..<p { sum.add(-matrix[i, j], times: beta[j]) }
        upper[i] = sum.value
      }
      var lower = Array(repeating: 0.0, count: p)
      for place in 0..<p {
        let j = factors.source(place)
        var sum = TwofoldSum()
        for i in 0..<n { sum.add(-matrix[i, j], times: rest[i]) }
        lower[place] = sum.value
      }
      let head = factors.solveTransposed(lower)
      var rotated = try factors.rotate(upper, transposed: true)
      let step = factors.solve(zip(rotated[0..<p], head).map { $0 - $1 }[...])
      for j in 0..<p { rotated[j] = head[j] }
      let restStep = try factors.rotate(rotated, transposed: false)
      let size = step.reduce(0) { max($0, abs($1)) }
      guard round == 0 || size < 0.5 * last else { break }
      for place in 0..<p { beta[factors.source(place)] += step[place] }
      for i in 0..<n { rest[i] += restStep[i] }
      last = round == 0 ? .infinity : size
      if size == 0 { break }
    }
    // What is left of residuals on the model to the last digit is noise of the twofold sums.
    let noise = right.reduce(0) { max($0, abs($1)) } * 0x1p-80
    return (beta, rest.map { abs($0) > noise ? $0 : 0 })
  }

  /// M = S P R⁻¹, so that (XᵀWX)⁻¹ = M Mᵀ.
  private static func inverseHalf(_ factors: PivotedQR, size p: Int, _ scales: [Double]) -> Matrix {
    var half = Matrix(rows: p, columns: p)
    for k in 0..<p {
      var unit = Array(repeating: 0.0, count: p)
      unit[k] = 1
      for (place, value) in factors.solve(unit[...]).enumerated() {
        let column = factors.source(place)
        half[column, k] = value * scales[column]
      }
    }
    return half
  }

  private static func sumOfSquares(_ values: [Double]) -> Double {
    var sum = TwofoldSum()
    for value in values { sum.add(value, times: value) }
    return max(0, sum.value)
  }

  private static func total(_ response: [Double], _ weights: [Double]?, centred: Bool) -> Double {
    var (mean, mass) = (TwofoldSum(), TwofoldSum())
    for (i, y) in response.enumerated() {
      mean.add(y, times: weights?[i] ?? 1)
      mass.add(weights?[i] ?? 1)
    }
    let centre = centred ? mean.value / mass.value : 0
    var sum = TwofoldSum()
    for (i, y) in response.enumerated() {
      sum.add((y - centre) * (y - centre), times: weights?[i] ?? 1)
    }
    return sum.value
  }
}
