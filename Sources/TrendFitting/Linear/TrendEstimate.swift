// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lower and an upper bound.
public struct TrendInterval: Hashable, Sendable {
  /// The lower bound.
  public let lower: Double
  /// The upper bound.
  public let upper: Double

  /// Makes an interval.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// The coefficients of a linear trend model with their covariance: what every kind of fit ends in and
/// every use of a trend starts from.
public struct TrendEstimate: Hashable, Sendable {
  /// The model.
  public let design: TrendDesign
  /// The coefficients in the order of ``TrendDesign/names``, on the scale of the design.
  public let coefficients: [Double]
  /// Their covariance matrix.
  public let covariance: Matrix
  /// The degrees of freedom of Student's t for the slope and all else.
  public let degreesOfFreedom: Double
  /// The first month with a value.
  public let first: Month
  /// The last month with a value.
  public let last: Month
  /// The means of the covariates over the months of the fit.
  public let covariateMeans: [Double]

  init(rows: TrendRows, coefficients: [Double], covariance: Matrix, degreesOfFreedom: Double) {
    self.init(
      design: rows.design, coefficients: coefficients, covariance: covariance,
      degreesOfFreedom: degreesOfFreedom, first: rows.months[0], last: rows.months[rows.count - 1],
      covariateMeans: (0..<rows.design.covariates.count).map { k in
        let column = rows.matrix.columns - rows.design.covariates.count + k
        return (0..<rows.count).reduce(0) { $0 + rows.matrix[$1, column] } / Double(rows.count)
      })
  }

  init(
    design: TrendDesign, coefficients: [Double], covariance: Matrix, degreesOfFreedom: Double,
    first: Month, last: Month, covariateMeans: [Double]
  ) {
    self.design = design
    self.coefficients = coefficients
    self.covariance = covariance
    self.degreesOfFreedom = degreesOfFreedom
    self.first = first
    self.last = last
    self.covariateMeans = covariateMeans
  }
}

extension TrendEstimate {
  /// The names of the coefficients.
  public var names: [String] { design.names }

  /// The standard errors of the coefficients.
  public var standardErrors: [Double] { covariance.diagonal.map { $0.squareRoot() } }

  /// b: the change per year, relative on a log scale, else in the unit of the series.
  public var slope: Double { coefficients[1] }

  /// The standard error of ``slope``.
  public var slopeStandardError: Double { covariance[1, 1].squareRoot() }

  /// The two-sided p-value of a slope of 0, by Student's t.
  public var slopePValue: Double {
    guard slopeStandardError > 0 else { return slope == 0 ? 1 : 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom).twoSided(slope / slopeStandardError)
  }

  /// The coefficient with a name; `nil` where the model has none.
  public func coefficient(_ name: String) -> Double? {
    names.firstIndex(of: name).map { coefficients[$0] }
  }

  /// The standard error of the coefficient with a name; `nil` where the model has none.
  public func standardError(_ name: String) -> Double? {
    names.firstIndex(of: name).map { covariance[$0, $0].squareRoot() }
  }

  /// The confidence interval of ``slope``.
  ///
  /// - Parameter confidence: the share of such intervals that hold the truth, between 0 and 1.
  /// - Returns: the interval by Student's t.
  public func slopeInterval(confidence: Double = 0.95) -> TrendInterval {
    let half = quantile(confidence) * slopeStandardError
    return TrendInterval(lower: slope - half, upper: slope + half)
  }

  /// The half-width of a two-sided interval in standard errors.
  func quantile(_ confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    return StudentT(degreesOfFreedom: degreesOfFreedom).quantile((1 + confidence) / 2)
  }

  /// The level of a year, season, steps and covariates apart (these at their mean): a + b (Y + ½ −
  /// origin), with its confidence interval, taken back from the logarithm on a log scale (then a
  /// median, not a mean).
  ///
  /// - Parameters:
  ///   - year: the calendar year, of which the middle is meant.
  ///   - confidence: as in ``slopeInterval(confidence:)``.
  /// - Returns: the level in the unit of the series.
  public func level(
    year: Int, confidence: Double = 0.95
  ) -> (value: Double, interval: TrendInterval) {
    let contrast = levelContrast(year: year)
    let value = zip(contrast, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    let half = quantile(confidence) * max(0, covariance.quadraticForm(contrast)).squareRoot()
    switch design.scale {
    case .linear:
      return (value, TrendInterval(lower: value - half, upper: value + half))
    case .log:
      // Limited so that no uncertainty, however large, leaves the range of doubles.
      let (low, high) = (exp(value - half), exp(min(value + half, 700)))
      return (exp(min(value, 700)), TrendInterval(lower: low, upper: high))
    }
  }

  /// The combination of coefficients that gives the level in the middle of a year.
  func levelContrast(year: Int) -> [Double] {
    var contrast = Array(repeating: 0.0, count: coefficients.count)
    contrast[0] = 1
    contrast[1] = Double(year) + 0.5 - design.origin
    for (k, mean) in covariateMeans.enumerated() {
      contrast[coefficients.count - covariateMeans.count + k] = mean
    }
    return contrast
  }

  /// `<prefix>coef_<name>` and `<prefix>se_<name>` of every coefficient, as the reference cases call
  /// them.
  ///
  /// - Parameter prefix: what stands before each name, for example `REML_`.
  /// - Returns: the names with their values.
  public func namedValues(prefix: String = "") -> [(String, Double)] {
    zip(names, coefficients).map { ("\(prefix)coef_\($0)", $1) }
      + zip(names, standardErrors).map { ("\(prefix)se_\($0)", $1) }
  }
}
