// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NumericMethods
import TrendFitting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A straight line through ln E of a few years: ln E(t) = a + b (t - t₀), t₀ the latest year.
struct EmissionTrend {
  /// The years it rests on, ascending.
  let years: [Int]
  /// a: ln E in the latest year, by the line.
  let level: Double
  /// b: the change of ln E per year.
  let slope: Double
  /// The variances of a and b and their covariance.
  let covariance: (level: Double, both: Double, slope: Double)
  /// The standard deviation of a year around the line.
  let residual: Double
  /// The degrees of freedom of ``residual``.
  let degreesOfFreedom: Double

  /// Fits the line.
  ///
  /// - Parameters:
  ///   - points: years with emissions above 0, kg/yr, ascending.
  ///   - model: `logLinear`, `robust` or `autoregressive`.
  ///   - halfLife: after how many years a year counts half, for `logLinear`; `nil` for all alike.
  /// - Throws: why there is no line.
  init(
    _ points: [(year: Int, emission: Double)], model: ProjectionModel, halfLife: Double?
  ) throws(TrendRefusal) {
    guard points.count >= 3, let origin = points.last?.year else {
      throw TrendRefusal(
        "\(points.count) years make no line with a scatter, 3 are needed",
        Telling("trendTooFewYears", ["count": .count(points.count)]))
    }
    let x = points.map { Double($0.year - origin) }
    let y = points.map { log($0.emission) }
    if let gone = points.first(where: { $0.emission <= 0 }) {
      throw TrendRefusal(
        "the emission of \(gone.year) is 0, which has no logarithm",
        Telling("trendOfZero", ["year": .year(gone.year)]))
    }
    years = points.map(\.year)
    switch model {
    case .autoregressive:
      let fit = try Self.autoregressive(points)
      // The years stand as months one after the other: the slope per year is a twelfth.
      let covariance = fit.estimate.covariance
      level = fit.estimate.coefficients[0]
      slope = fit.estimate.coefficients[1] / 12
      self.covariance = (covariance[0, 0], covariance[0, 1] / 12, covariance[1, 1] / 144)
      residual = fit.sigma
      degreesOfFreedom = fit.estimate.degreesOfFreedom
    case .robust:
      do throws(RobustFitError) {
        let fit = try RobustRegression(design: Self.design(x), response: y)
        level = fit.coefficients[0]
        slope = fit.coefficients[1]
        covariance = (fit.covariance[0, 0], fit.covariance[0, 1], fit.covariance[1, 1])
        residual = fit.scale
        degreesOfFreedom = Double(fit.degreesOfFreedom)
      } catch {
        throw TrendRefusal(error.description)
      }
    case .logLinear, .plan, .steffen, .none:
      let line = try Self.line(x, y, weights: x.map { x in halfLife.map { exp2(x / $0) } ?? 1 })
      level = line.coefficients[0]
      slope = line.coefficients[1]
      covariance = line.covariance
      residual = line.residual
      degreesOfFreedom = line.degreesOfFreedom
    }
  }

  /// A line in which late years count more, though all scatter alike: the coefficients by weighted
  /// least squares, their covariance s² A⁻¹ Xᵀ W² X A⁻¹ with A = Xᵀ W X, and s from residuals counted
  /// by the same weights, with (Σ w)² / Σ w² - 2 degrees of freedom. For equal weights it is ordinary
  /// least squares.
  private static func line(
    _ x: [Double], _ y: [Double], weights: [Double]
  ) throws(TrendRefusal) -> (
    coefficients: [Double], covariance: (level: Double, both: Double, slope: Double),
    residual: Double, degreesOfFreedom: Double
  ) {
    let fit: LinearLeastSquares
    do throws(LinearFitError) {
      fit = try LinearLeastSquares(
        design: design(x), response: y, weights: weights, rankTolerance: 1e-10)
    } catch {
      throw TrendRefusal(error.description)
    }
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let count = sum * sum / squares
    let freedom = count - 2
    guard freedom > 0.5 else {
      throw TrendRefusal(
        "with this half-life \(x.count) years count as \((count * 10).rounded() / 10), 3 are needed",
        Telling("trendHalfLife", ["count": .count(x.count), "weight": .number(count)]))
    }
    let residuals = zip(x, y).map { $1 - fit.coefficients[0] - fit.coefficients[1] * $0 }
    let mean = zip(weights, residuals).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / sum
    let variance = mean * count / freedom
    let inverse = fit.unscaledCovariance
    // The influence of each year on both coefficients: A⁻¹ xᵢ wᵢ.
    let influences = zip(x, weights).map { x, weight in
      (
        level: weight * (inverse[0, 0] + inverse[0, 1] * x),
        slope: weight * (inverse[1, 0] + inverse[1, 1] * x)
      )
    }
    return (
      fit.coefficients,
      (
        variance * influences.reduce(0) { $0 + $1.level * $1.level },
        variance * influences.reduce(0) { $0 + $1.level * $1.slope },
        variance * influences.reduce(0) { $0 + $1.slope * $1.slope }
      ), variance.squareRoot(), freedom
    )
  }

  private static func design(_ x: [Double]) -> Matrix {
    Matrix(columns: [x.map { _ in 1 }, x])
  }

  private static func autoregressive(
    _ points: [(year: Int, emission: Double)]
  ) throws(TrendRefusal) -> AutoregressiveTrend {
    do throws(FitRefusal) {
      let months = points.map { Month(year: $0.year / 12, month: $0.year % 12 + 1) }
      let series = try MonthlySeries(months: months, values: points.map(\.emission))
      return try AutoregressiveTrend(
        series, design: TrendDesign(origin: months.last?.time ?? 0, harmonics: 0))
    } catch {
      throw TrendRefusal(
        error.code == .tooShort
          ? "\(points.count) years are too few to tell how far errors follow each other"
          : "\(points.count) years do not tell how far errors follow each other: \(error.sentence)",
        Telling("trendErrorsUnknown", ["count": .count(points.count)]))
    }
  }

  /// ln E of a year, by the line.
  func location(_ year: Int) -> Double { level + slope * Double(year - (years.last ?? year)) }

  /// What two independent standard normals do to ``location(_:)``, by component and year: the columns
  /// of the Cholesky factor of the covariance of a and b.
  func loadings(_ wanted: [Int]) -> [[Double]] {
    let first = max(0, covariance.level).squareRoot()
    let both = first > 0 ? covariance.both / first : 0
    let second = max(0, covariance.slope - both * both).squareRoot()
    let spans = wanted.map { Double($0 - (years.last ?? $0)) }
    return [spans.map { first + both * $0 }, spans.map { second * $0 }]
  }

  /// The standard error of ``slope``.
  var slopeStandardError: Double { max(0, covariance.slope).squareRoot() }
}

/// Why there is no line through the known years.
struct TrendRefusal: Error {
  let sentence: String
  let telling: Telling

  init(_ sentence: String, _ telling: Telling = Telling("trendNotFound")) {
    self.sentence = sentence
    self.telling = telling
  }
}
