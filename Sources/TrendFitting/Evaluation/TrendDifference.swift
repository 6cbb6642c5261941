// SPDX-License-Identifier: GPL-3.0-or-later

/// A measured trend against a modelled one: the test of a model by measurements.
///
/// d = b_measured − b_modelled, s = √(s₁² + s₂²), z = d/s; the two trends count as independent.
public struct TrendDifference: Hashable, Sendable {
  /// What the two trends say about each other.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// No difference is shown, and one that matters is excluded.
    case agrees
    /// |z| is above 2.
    case disagrees
    /// No difference is shown, but one that matters cannot be excluded.
    case cannotTell
  }

  /// |z| above this is a difference.
  public static let largestAgreeingZ = 2.0

  /// d, in the unit of the trends.
  public let difference: Double
  /// s, in the unit of the trends.
  public let standardError: Double
  /// d/s.
  public let z: Double
  /// The two-sided p of z.
  public let pTwoSided: Double
  /// d ± the normal factor times s.
  public let interval: ClosedRange<Double>
  /// The smallest difference that matters, in the unit of the trends.
  public let relevantDifference: Double
  /// What follows.
  public let verdict: Verdict

  /// Compares two trends in one unit, for example in % per year.
  ///
  /// - Parameters:
  ///   - measured: the measured trend.
  ///   - measuredStandardError: its standard error, 0 or above.
  ///   - modelled: the modelled trend.
  ///   - modelledStandardError: its standard error, 0 or above, not 0 where the other is.
  ///   - relevantDifference: the smallest difference that matters, above 0.
  ///   - confidence: of the interval, above 0 and below 1.
  /// - Throws: ``FitRefusal`` with `notFinite`, or `badWeight` for standard errors below 0 or both 0.
  public init(
    measured: Double, measuredStandardError: Double, modelled: Double,
    modelledStandardError: Double, relevantDifference: Double, confidence: Double = 0.95
  ) throws(FitRefusal) {
    precondition(
      relevantDifference > 0 && relevantDifference.isFinite, "a relevant difference is above 0")
    try Refuse.notFinite([measured, modelled])
    let errors = [measuredStandardError, modelledStandardError]
    guard errors.allSatisfy({ $0 >= 0 && $0 < 1e100 }), errors.contains(where: { $0 > 1e-100 })
    else {
      throw FitRefusal(
        .badWeight,
        "the standard errors are \(errors[0]) and \(errors[1]), expected 0 or above, not both 0")
    }
    let d = measured - modelled
    let s = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let reach = Tail.normalFactor(confidence: confidence) * s
    difference = d
    standardError = s
    z = d / s
    pTwoSided = Tail.normalTwoSided(z)
    interval = (d - reach)...(d + reach)
    self.relevantDifference = relevantDifference
    if abs(z) > Self.largestAgreeingZ {
      verdict = .disagrees
    } else if abs(d) + reach < relevantDifference {
      verdict = .agrees
    } else {
      verdict = .cannotTell
    }
  }

  /// The results by name.
  public func namedValues() -> [(String, Double)] {
    [
      ("trend_difference", difference), ("trend_difference_se", standardError),
      ("trend_difference_z", z), ("trend_difference_p_two_sided", pTwoSided),
      ("trend_difference_ci_low", interval.lowerBound),
      ("trend_difference_ci_high", interval.upperBound),
    ]
  }
}
