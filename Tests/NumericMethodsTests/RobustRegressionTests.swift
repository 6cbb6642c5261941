// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct RobustRegressionTests {
  static let x = (1...12).map { Double($0) }
  static let y = [2.1, 3.9, 6.2, 7.8, 10.1, 25.0, 14.2, 15.8, 18.1, 20.2, 21.9, 5.0]
  static let design = Matrix(columns: [Array(repeating: 1, count: 12), x])

  struct Case: Sendable {
    let function: RobustRegression.WeightFunction
    let coefficients: [Double]
    let errors: [Double]
    let scale: Double

    init(
      _ function: RobustRegression.WeightFunction, _ coefficients: [Double], _ errors: [Double],
      _ scale: Double
    ) {
      self.function = function
      self.coefficients = coefficients
      self.errors = errors
      self.scale = scale
    }
  }

  // The iteration and the scale of DuMouchel and O'Brien (1989) and Street et al. (1988) written in
  // numpy 2.4, 2000 iterations, with X = [1, x]:
  //
  //   h = diag(X (XᵀX)⁻¹ Xᵀ); k = 1/sqrt(1-h); mad = lambda r: median(sort(abs(r))[p-1:])/.6745
  //   b = lstsq(X, y); so = sqrt(sum((y-X@b)**2)/(n-p))
  //   repeat: r = (y-X@b)*k; W = w(r/(c*mad(r))); b = lstsq(X*sqrt(W), y*sqrt(W))
  //   r = y-X@b; m = mad(r); u = r*k/(m*c); a = mean(psi'(u))
  //   B = sum((1-h)*(u*w(u))**2)/(n-p); sr = (1+p/n*(1-a)/a)*sqrt(B)*m*c/a
  //   scale = max(sr, sqrt((so²p²+sr²n)/(p²+n)))
  static let cases = [
    Case(
      .bisquare, [0.03246854908476187, 1.9999127000514967],
      [2.047002750717714, 0.27813290441621796], 3.3259857922452323),
    Case(
      .cauchy, [0.041905251111526244, 1.9989046798159622],
      [2.0474823031299363, 0.2781980627581812], 3.3267649726880175),
    Case(
      .fair, [0.22664139639489772, 1.969541747663327],
      [2.061094291425112, 0.28004756776646195], 3.34888183582271),
    Case(
      .huber, [0.14853078452375149, 1.981050216155012],
      [2.0495657734875516, 0.2784811506346511], 3.330150211328055),
    Case(
      .welsch, [0.03301770822916534, 1.9998934957785857],
      [2.0471251491585134, 0.27814953508944174], 3.326184666171976),
    Case(
      .ols, [4.57727272727273, 1.2227272727272724],
      [4.08780816817946, 0.555423757058195], 6.641902109814901),
  ]

  @Test(arguments: cases) func agreesWithNumpy(reference: Case) throws {
    let fit = try RobustRegression(
      design: Self.design, response: Self.y, weightFunction: reference.function)
    for index in 0..<2 {
      expectClose(fit.coefficients[index], reference.coefficients[index], relative: 1e-6)
      expectClose(fit.standardErrors[index], reference.errors[index], relative: 1e-6)
    }
    expectClose(fit.scale, reference.scale, relative: 1e-6)
    #expect(fit.degreesOfFreedom == 10)
    #expect(fit.weightFunction == reference.function)
    #expect(fit.weights.allSatisfy { (0...1).contains($0) })
  }

  @Test func everyFunctionIsTested() {
    #expect(Set(Self.cases.map(\.function)) == Set(RobustRegression.WeightFunction.allCases))
  }

  @Test func bisquareLeavesTheOutliersOut() throws {
    let fit = try RobustRegression(design: Self.design, response: Self.y)
    #expect(fit.weights[5] == 0)
    #expect(fit.weights[11] == 0)
    #expect(fit.weights[0] > 0.5)
  }

  @Test func anOutlierFartherOutChangesNothing() throws {
    var y = Self.y
    y[5] = 1e4
    let near = try RobustRegression(design: Self.design, response: Self.y)
    let far = try RobustRegression(design: Self.design, response: y)
    expectClose(far.coefficients[1], near.coefficients[1], relative: 1e-6)
  }

  @Test func pointsOnALineHaveNoScale() {
    for y in [Self.x.map { _ in 3.0 }, Self.x.map { 2 * $0 + 0.1 }] {
      #expect(throws: RobustFitError.noScale) {
        try RobustRegression(design: Self.design, response: y)
      }
    }
  }

  @Test func aCoefficientNearZeroConverges() throws {
    // Symmetric about a slope of 0, which GSL's relative test never accepts.
    let y = [1, -1, 1, -1, 1, -1, -1, 1, -1, 1, -1, 1].map { 5 + Double($0) }
    let fit = try RobustRegression(design: Self.design, response: y, weightFunction: .huber)
    expectClose(fit.coefficients[1], 0, absolute: 1e-9)
  }

  @Test func unusableInputIsRefused() {
    let twice = Matrix(columns: [Self.x, Self.x])
    #expect(throws: RobustFitError.self) { try RobustRegression(design: twice, response: Self.y) }
    var y = Self.y
    y[3] = .infinity
    #expect(throws: RobustFitError.linear(.notFinite(row: 3))) {
      try RobustRegression(design: Self.design, response: y)
    }
    #expect(throws: RobustFitError.linear(.lengthsDiffer(rows: 12, values: 2))) {
      try RobustRegression(design: Self.design, response: [1, 2])
    }
    let short = Matrix(columns: [[1, 1], [1, 2]])
    #expect(throws: RobustFitError.linear(.tooFewRows(got: 2, needed: 3))) {
      try RobustRegression(design: short, response: [1, 2])
    }
  }
}
