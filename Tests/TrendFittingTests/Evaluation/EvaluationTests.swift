// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing
import TrendFitting

@Suite struct EvaluationTests {
  static let measured = [5.0, 8.2, 3.1, 0, 7.7, 10.4, 2.2, 6]
  static let modelled = [6.1, 7.0, 7.4, 0, 5.2, 14.9, 0.9, 6.3]

  /// numpy 2.4.6, o measured, m modelled, d = m − o, D = sum|o − mean(o)|:
  /// `d.mean()`, `abs(d).mean()`, `d.sum()/o.sum()`, `abs(d).sum()/o.sum()`,
  /// `sqrt((d**2).mean())`, `corrcoef(o, m)[0, 1]`, `1 - abs(d).sum()/D`, `1 - abs(d).sum()/(2*D)`.
  @Test func measuresFollowOpenair() throws {
    let result = try ModelEvaluation(
      measured: Self.measured.map { $0 } + [nil, 3, nil],
      modelled: Self.modelled.map { $0 } + [4, nil, nil])
    #expect(result.count == 8 && result.missingPairs == 3)
    let expected = [
      ("n", 8), ("FAC2", 0.7142857142857143), ("MB", 0.65), ("MGE", 1.9),
      ("NMB", 0.12206572769953054), ("NMGE", 0.3568075117370892), ("RMSE", 2.4854577043273136),
      ("r", 0.8290500041601035), ("COE", 0.3090909090909091), ("IOA", 0.6545454545454545),
    ]
    let named = result.namedValues()
    #expect(named.map(\.0) == expected.map(\.0))
    for (actual, expected) in zip(named, expected) {
      expectClose(actual.1, expected.1, relative: 1e-13, expected.0)
    }
  }

  @Test func perfectModelScoresOne() throws {
    let result = try ModelEvaluation(measured: Self.measured, modelled: Self.measured)
    #expect(result.fac2 == 1 && result.meanBias == 0 && result.rootMeanSquareError == 0)
    #expect(result.coefficientOfEfficiency == 1 && result.indexOfAgreement == 1)
    expectClose(try #require(result.correlation), 1, relative: 1e-14)
  }

  @Test func veryWrongModelHasNegativeAgreement() throws {
    // D = 2(1 + 0 + 1) = 4, E = 30: 4/30 − 1.
    let result = try ModelEvaluation(measured: [1, 2, 3], modelled: [11, 12, 13])
    expectClose(try #require(result.indexOfAgreement), 4.0 / 30 - 1, relative: 1e-14)
  }

  @Test func whatIsUndefinedIsLeftOut() throws {
    let zero = try ModelEvaluation(measured: [0, 0, 0], modelled: [0, 0, 0])
    #expect(zero.fac2 == nil && zero.normalisedMeanBias == nil && zero.correlation == nil)
    #expect(zero.coefficientOfEfficiency == nil && zero.indexOfAgreement == nil)
    #expect(zero.namedValues().map(\.0) == ["n", "MB", "MGE", "RMSE"])
  }

  @Test func evaluationRefusesWhatHasNoAnswer() {
    #expect(throws: FitRefusal(.allMissing, "none of 2 pairs is complete")) {
      try ModelEvaluation(measured: [nil, 1], modelled: [1, nil])
    }
    #expect(
      throws: FitRefusal(.tooShort, "2 complete pairs, a comparison needs at least 3")
    ) { try ModelEvaluation(measured: [1, 2], modelled: [1, 2]) }
    #expect(throws: FitRefusal.self) {
      try ModelEvaluation(measured: [1, 2, .nan], modelled: [1, 2, 3])
    }
  }

  /// |z| = 1.9, 2.1; half width of the interval 1.959963984540054 s.
  @Test(arguments: [
    (0.19, 0.1, 0.5, TrendDifference.Verdict.agrees),
    (0.19, 0.1, 0.38, .cannotTell),
    (0.21, 0.1, 5, .disagrees),
    (-0.21, 0.1, 5, .disagrees),
    (0.0, 1.0, 1.9, .cannotTell),
    (0.0, 1.0, 2.0, .agrees),
  ])
  func verdictFollowsDifferenceAndInterval(
    d: Double, s: Double, relevant: Double, verdict: TrendDifference.Verdict
  ) throws {
    let result = try TrendDifference(
      measured: d - 1, measuredStandardError: 0.6 * s, modelled: -1,
      modelledStandardError: 0.8 * s, relevantDifference: relevant)
    #expect(result.verdict == verdict)
    expectClose(result.standardError, s, relative: 1e-14)
    expectClose(result.z, d / s, relative: 1e-13, absolute: 1e-15)
    expectClose(
      result.interval.upperBound, d + 1.959963984540054 * s, relative: 1e-12, absolute: 1e-15)
  }

  @Test func differenceWithoutErrorIsRefused() {
    #expect(
      throws: FitRefusal(
        .badWeight, "the standard errors are 0.0 and 0.0, expected 0 or above, not both 0")
    ) {
      try TrendDifference(
        measured: 1, measuredStandardError: 0, modelled: 1, modelledStandardError: 0,
        relevantDifference: 1)
    }
  }
}
