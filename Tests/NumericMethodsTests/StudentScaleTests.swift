// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct StudentScaleTests {
  // scipy 1.17.1: sqrt(v / chi2.isf(norm.cdf(z), v)), for z above 0 sqrt(v / chi2.ppf(norm.cdf(-z), v)).
  @Test(
    arguments: [
      (1, -2, 0.43905772544929983),
      (1, 1.5, 11.929119098736317),
      (2.5, 0.013, 1.1626119881646564),
      (4, 3.2, 7.299342406919913),
      (4, -4.1, 0.385489856427811),
      (18, 0.77, 1.167597661215665),
      (18, -5.5, 0.49925104928269126),
      (300.5, 2.01, 1.0892421901356766),
      (0.4, 1.03, 61.96292029801111),
      (1e7, 1.3, 1.0002907926198603),
    ])
  func scaleIsTheQuantileOfChiSquared(freedom: Double, normal: Double, expected: Double) {
    expectClose(
      StudentScale(degreesOfFreedom: freedom).value(at: normal), expected, relative: 1e-7)
  }

  // Between the nodes too: the distribution function of GSL takes the scale back to the number.
  @Test(arguments: [0.5, 1, 2.5, 4, 18, 300.5])
  func scaleRoundTripsThroughTheDistribution(freedom: Double) {
    let scale = StudentScale(degreesOfFreedom: freedom)
    let distribution = ChiSquared(degreesOfFreedom: freedom)
    var worst = 0.0
    for step in 0..<1500 {
      let normal = -5.9 + 11.8 * Double(step) / 1500
      let root = scale.value(at: normal)
      let x = freedom / (root * root)
      let (probability, expected) =
        normal > 0
        ? (distribution.cdf(x), StandardNormal.cdf(-normal))
        : (distribution.upperTail(x), StandardNormal.cdf(normal))
      worst = max(worst, abs(probability / expected - 1))
    }
    // A relative error d of χ² moves a probability by about d times the exponent, here up to 50.
    #expect(worst < 5e-6)
  }

  @Test(arguments: [1, 3.5, 20] as [Double])
  func drawsFollowStudentsDistribution(freedom: Double) {
    let count = 20_000
    var stream = PhiloxStream(seed: 3, labels: ["student"])
    var scales = [Double](repeating: 0, count: count)
    var normals = scales
    scales.withUnsafeMutableBufferPointer {
      stream.fillNormals($0)
      StudentScale(degreesOfFreedom: freedom).apply(to: $0)
    }
    normals.withUnsafeMutableBufferPointer { stream.fillNormals($0) }
    let numbers = zip(scales, normals).map { $0 * $1 }.sorted()
    let student = StudentT(degreesOfFreedom: freedom)
    var distance = 0.0
    for (place, number) in numbers.enumerated() {
      let cdf = student.cdf(number)
      distance = max(
        distance, cdf - Double(place) / Double(count), Double(place + 1) / Double(count) - cdf)
    }
    // Kolmogorov: P(√n D > 1.95) = 0.001, scipy.special.kolmogi(0.001).
    #expect(distance * Double(count).squareRoot() < 1.95)
  }

  @Test(arguments: [0.01, 0.3, 1e5, 1e6, 1e12])
  func extremeDegreesOfFreedomGiveFiniteRisingScales(freedom: Double) {
    let scale = StudentScale(degreesOfFreedom: freedom)
    var before = 0.0
    for step in -100...100 {
      let value = scale.value(at: Double(step) / 10)
      #expect(value.isFinite && value >= before)
      before = value
    }
  }
}
