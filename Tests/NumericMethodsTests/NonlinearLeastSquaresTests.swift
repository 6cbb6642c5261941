// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct NonlinearLeastSquaresTests {
  /// y = b1 (1 − exp(−b2 x)), NIST's BoxBOD and Misra1a.
  static func saturation(_ x: [Double], isExact: Bool = true) -> NonlinearModel {
    let jacobian: NonlinearModel.Jacobian = { parameters, columns in
      for (row, time) in x.enumerated() {
        columns[row] = 1 - exp(-parameters[1] * time)
        columns[x.count + row] = parameters[0] * time * exp(-parameters[1] * time)
      }
    }
    return NonlinearModel(
      pointCount: x.count, parameterCount: 2, jacobian: isExact ? jacobian : nil,
      values: { parameters, values in
        for (row, x) in x.enumerated() {
          values[row] = parameters[0] * (1 - exp(-parameters[1] * x))
        }
      })
  }

  static let days: [Double] = [1, 2, 3, 5, 7, 10]
  static let oxygen: [Double] = [109, 149, 149, 191, 213, 224]

  // NIST StRD BoxBOD, https://www.itl.nist.gov/div898/strd/nls/data/boxbod.shtml, public domain.
  @Test(arguments: [[1, 1], [100, 0.75]], [true, false])
  func boxBODAgreesWithNIST(start: [Double], isExact: Bool) throws {
    let fit = try NonlinearLeastSquares(
      Self.saturation(Self.days, isExact: isExact), response: Self.oxygen, start: start)
    expectClose(fit.parameters[0], 213.80940889, relative: 1e-8)
    expectClose(fit.parameters[1], 0.54723748542, relative: 1e-8)
    let errors = fit.standardErrors(.scaledSigma)
    expectClose(errors[0], 12.354515176, relative: 1e-6)
    expectClose(errors[1], 0.10455993237, relative: 1e-6)
    expectClose(fit.sumOfSquares, 1168.0088766, relative: 1e-9)
    expectClose(fit.residualStandardDeviation, 17.088072423, relative: 1e-9)
    #expect(fit.degreesOfFreedom == 4)
    #expect(fit.agreeingRungs == 2)
  }

  /// GSL calls this a success: the rate runs off and the model is the mean.
  @Test func theFalseSuccessOfBoxBODIsRefused() {
    let options = NonlinearLeastSquares.Options(rungs: [.gsl(.lm, .more, .qr)])
    #expect(throws: NonlinearFitError.didNotConverge(.flat(index: 1))) {
      try NonlinearLeastSquares(
        Self.saturation(Self.days), response: Self.oxygen, start: [1, 1], options: options)
    }
  }

  @Test func theLadderGoesOnPastIt() throws {
    let fit = try NonlinearLeastSquares(
      Self.saturation(Self.days), response: Self.oxygen, start: [1, 1])
    #expect(fit.rung != .gsl(.lm, .more, .qr))
  }

  @Test(arguments: [2.0, 0.5, 1e4])
  func equalWeightsMoveOnlyKnownSigma(weight: Double) throws {
    let model = Self.saturation(Self.days)
    let plain = try NonlinearLeastSquares(model, response: Self.oxygen, start: [100, 0.75])
    let weighted = try NonlinearLeastSquares(
      model, response: Self.oxygen, weights: Array(repeating: weight, count: 6), start: [100, 0.75])
    for index in 0..<2 {
      expectClose(weighted.parameters[index], plain.parameters[index])
      expectClose(
        weighted.standardErrors(.scaledSigma)[index], plain.standardErrors(.scaledSigma)[index])
      expectClose(
        weighted.standardErrors(.knownSigma)[index] * weight.squareRoot(),
        plain.standardErrors(.knownSigma)[index])
    }
    expectClose(weighted.sumOfSquares, weight * plain.sumOfSquares)
  }

  /// A model that is linear must agree with the straight line of linear least squares.
  @Test(arguments: NonlinearRung.ladder)
  func aLinearModelAgreesWithTheLine(rung: NonlinearRung) throws {
    let x: [Double] = [1, 2, 4, 5, 7]
    let y = [3.1, 4.9, 9.2, 10.8, 15.3]
    let weights = [1, 4, 0.25, 2, 1]
    let model = NonlinearModel(pointCount: 5, parameterCount: 2) { parameters, values in
      for row in 0..<5 { values[row] = parameters[0] + parameters[1] * x[row] }
    }
    let fit = try NonlinearLeastSquares(
      model, response: y, weights: weights, start: [1, 1], options: .init(rungs: [rung]))
    let line = try StraightLineFit(x: x, y: y, weights: weights)
    expectClose(fit.parameters[0], line.intercept, relative: 1e-8)
    expectClose(fit.parameters[1], line.slope, relative: 1e-9)
    for convention in StandardErrorConvention.allCases {
      expectClose(
        fit.standardErrors(convention)[1], line.slopeStandardError(convention), relative: 1e-7)
    }
    expectClose(fit.leastCurvature, 1, relative: 1e-6)
    #expect(fit.rung == rung)
  }

  @Test func aMaximumIsNoMinimum() {
    // (1 − θ²)² has a maximum at 0, where every derivative vanishes.
    let model = NonlinearModel(pointCount: 2, parameterCount: 1) { parameters, values in
      values[0] = parameters[0] * parameters[0]
      values[1] = 0
    }
    #expect(throws: NonlinearFitError.self) {
      try NonlinearLeastSquares(model, response: [1, 0], start: [0])
    }
  }

  @Test func aSaddleIsNoMinimum() {
    // θ and θ² of a response where a step to either side helps: y = (0, 4), f = (θ, θ²) at 0 has
    // slope 0 in the sum of squares and curvature 2 − 16 < 0.
    let model = NonlinearModel(
      pointCount: 2, parameterCount: 1,
      jacobian: { parameters, columns in
        columns[0] = 1
        columns[1] = 2 * parameters[0]
      },
      values: { parameters, values in
        values[0] = parameters[0]
        values[1] = parameters[0] * parameters[0]
      })
    #expect(throws: NonlinearFitError.didNotConverge(.notAMinimum)) {
      try NonlinearLeastSquares(model, response: [0, 4], start: [0])
    }
  }

  @Test func parametersThatOnlyOccurTogetherAreRefused() {
    let model = NonlinearModel(pointCount: 4, parameterCount: 2) { parameters, values in
      for row in 0..<4 { values[row] = exp((parameters[0] + parameters[1]) * Double(row) / 4) }
    }
    #expect(throws: NonlinearFitError.self) {
      try NonlinearLeastSquares(model, response: [1, 1.2, 1.3, 1.6], start: [0.1, 0.2])
    }
  }

  @Test func dataWithoutTheEffectAreRefused() {
    // Constant data: b2 may be any large number.
    #expect(throws: NonlinearFitError.self) {
      try NonlinearLeastSquares(
        Self.saturation(Self.days), response: [5, 5, 5, 5, 5, 5], start: [1, 1])
    }
  }

  @Test func wrongDerivativesAreNoticed() {
    // Right at a stationary point in direction, but half as long.
    let model = NonlinearModel(
      pointCount: 3, parameterCount: 1,
      jacobian: { _, columns in for row in 0..<3 { columns[row] = 0.5 } },
      values: { parameters, values in for row in 0..<3 { values[row] = parameters[0] } })
    #expect(throws: NonlinearFitError.didNotConverge(.derivativesMislead)) {
      try NonlinearLeastSquares(model, response: [1, 2, 4], start: [2])
    }
  }

  @Test func aModelWithoutAValueAtTheStartIsRefused() {
    let model = NonlinearModel(pointCount: 3, parameterCount: 1) { parameters, values in
      for row in 0..<3 { values[row] = log(parameters[0]) + Double(row) }
    }
    #expect(throws: NonlinearFitError.didNotConverge(.noValueAtStart)) {
      try NonlinearLeastSquares(model, response: [1, 2, 3], start: [-1])
    }
  }

  @Test func aStepOffTheMapIsTakenBack() throws {
    // A full first step from 20 towards log θ = 1 goes below 0, where there is no logarithm.
    let model = NonlinearModel(
      pointCount: 3, parameterCount: 1,
      jacobian: { parameters, columns in for row in 0..<3 { columns[row] = 1 / parameters[0] } },
      values: { parameters, values in for row in 0..<3 { values[row] = log(parameters[0]) } })
    let fit = try NonlinearLeastSquares(model, response: [0.9, 1, 1.1], start: [20])
    expectClose(fit.parameters[0], exp(1), relative: 1e-9)
  }

  @Test func dataOnTheCurveLeaveNoResidual() throws {
    let y = Self.days.map { 3 * (1 - exp(-0.4 * $0)) }
    let fit = try NonlinearLeastSquares(Self.saturation(Self.days), response: y, start: [1, 1])
    expectClose(fit.parameters[0], 3, relative: 1e-12)
    expectClose(fit.parameters[1], 0.4, relative: 1e-12)
    #expect(fit.sumOfSquares < 1e-28)
  }

  @Test(arguments: [1e-150, 1e-130, 1e100, 1e160])
  func theUnitMakesNoFalseSuccess(unit: Double) throws {
    let y = Self.oxygen.map { unit * $0 }
    do {
      let fit = try NonlinearLeastSquares(
        Self.saturation(Self.days), response: y, start: [100 * unit, 0.75])
      expectClose(fit.parameters[0], 213.80940889 * unit, relative: 1e-8)
      expectClose(fit.standardErrors(.scaledSigma)[0], 12.354515176 * unit, relative: 1e-6)
    } catch {
      #expect(unit == 1e-150 || unit == 1e160, "only where squares leave the range")
    }
  }

  @Test func evaluationsAreBounded() {
    let options = NonlinearLeastSquares.Options(
      rungs: [.gsl(.lm, .more, .qr), .more], evaluationsPerRung: 3)
    #expect(throws: NonlinearFitError.self) {
      try NonlinearLeastSquares(
        Self.saturation(Self.days), response: Self.oxygen, start: [5000, 1e-5], options: options)
    }
  }

  @Test func theSameFitTwiceGivesTheSameBits() throws {
    let model = Self.saturation(Self.days)
    let first = try NonlinearLeastSquares(model, response: Self.oxygen, start: [1, 1])
    let second = try NonlinearLeastSquares(model, response: Self.oxygen, start: [1, 1])
    #expect(first == second)
  }

  @Test func unusableInputIsRefused() {
    let model = Self.saturation(Self.days)
    func error(
      _ response: [Double], _ weights: [Double]? = nil, _ start: [Double] = [1, 1]
    ) -> NonlinearFitError? {
      do throws(NonlinearFitError) {
        _ = try NonlinearLeastSquares(model, response: response, weights: weights, start: start)
        return nil
      } catch {
        return error
      }
    }
    #expect(error([1, 2]) == .input(.lengthsDiffer(x: 6, y: 2)))
    #expect(error(Self.oxygen, nil, [1]) == .startCountDiffers(parameters: 2, start: 1))
    #expect(error([1, 2, .nan, 4, 5, 6]) == .input(.notFinite(index: 2)))
    #expect(error(Self.oxygen, [1, 1]) == .input(.weightCountDiffers(points: 6, weights: 2)))
    #expect(error(Self.oxygen, [1, 1, 1, 0, 1, 1]) == .input(.nonPositiveWeight(index: 3)))
    #expect(error(Self.oxygen, nil, [.infinity, 1]) == .didNotConverge(.noValueAtStart))
    let short = NonlinearModel(pointCount: 2, parameterCount: 2) { _, _ in }
    #expect(throws: NonlinearFitError.input(.tooFewPoints(got: 2, needed: 3))) {
      try NonlinearLeastSquares(short, response: [1, 2], start: [1, 1])
    }
  }
}
