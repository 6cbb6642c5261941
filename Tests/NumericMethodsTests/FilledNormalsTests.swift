// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

/// Normal numbers in bulk, held against GSL's distribution functions.
@Suite struct FilledNormalsTests {
  private func filled(_ count: Int, from stream: PhiloxStream) -> [Double] {
    var stream = stream
    var numbers = [Double](repeating: 0, count: count)
    numbers.withUnsafeMutableBufferPointer { stream.fillNormals($0) }
    return numbers
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 1001], [0, 1, 2, 7])
  func fillingGivesWhatSingleCallsGive(count: Int, skipped: Int) {
    var one = PhiloxStream(key: 11, stream: 3)
    for _ in 0..<skipped { _ = one.next() }
    var other = PhiloxStream(key: 11, stream: 3)
    other.skip(UInt64(skipped))
    var numbers = [Double](repeating: 0, count: count)
    numbers.withUnsafeMutableBufferPointer { other.fillNormals($0) }
    #expect(numbers == (0..<count).map { _ in one.normal() })
    #expect(other.position == UInt64(skipped + count))
    #expect(other.next() == one.next())
  }

  @Test func filledUniformsAreThoseOfSingleCalls() {
    var one = PhiloxStream(key: 12)
    var other = one
    var numbers = [Double](repeating: 0, count: 500)
    numbers.withUnsafeMutableBufferPointer { other.fillUniforms($0) }
    #expect(numbers == (0..<500).map { _ in one.openUniform() })
  }

  // GSL computes `gsl_cdf_ugaussian_Pinv` by the same published algorithm.
  @Test func normalsAreTheQuantilesOfGSL() {
    var stream = PhiloxStream(key: 13)
    var twin = stream
    var worst = 0.0
    for _ in 0..<50_000 {
      let quantile = StandardNormal.quantile(stream.openUniform())
      worst = max(worst, abs(twin.normal() - quantile) / max(abs(quantile), 1e-3))
    }
    #expect(worst < 1e-14)
  }

  // Anderson and Darling weigh the tails, where Kolmogorov sees little. P(A² > 6.0) = 0.001 when
  // nothing is estimated: Marsaglia and Marsaglia, Journal of Statistical Software 9 (2004) 2.
  @Test func filledNormalsFollowTheNormalDistribution() {
    let count = 40_000
    let numbers = filled(count, from: PhiloxStream(seed: 4, labels: ["tails"])).sorted()
    var sum = 0.0
    for place in 0..<count {
      sum +=
        Double(2 * place + 1)
        * (StandardNormal.logCDF(numbers[place])
          + StandardNormal.logCDF(-numbers[count - 1 - place]))
    }
    #expect(-Double(count) - sum / Double(count) < 6)
  }

  @Test func momentsAreThoseOfTheNormalDistribution() {
    let count = 100_000
    let numbers = filled(count, from: PhiloxStream(key: 14))
    func moment(_ power: Int) -> Double {
      numbers.reduce(0) { sum, z in sum + (0..<power).reduce(1) { product, _ in product * z } }
        / Double(count)
    }
    // Means 0, 1, 0, 3 and variances 1, 2, 15, 96 of the powers; 3.5 standard errors.
    let root = Double(count).squareRoot()
    #expect(abs(moment(1)) * root < 3.5)
    #expect(abs(moment(2) - 1) * root < 3.5 * 2.0.squareRoot())
    #expect(abs(moment(3)) * root < 3.5 * 15.0.squareRoot())
    #expect(abs(moment(4) - 3) * root < 3.5 * 96.0.squareRoot())
  }

  @Test func neighbouringNumbersAndStreamsAreUncorrelated() {
    let count = 50_000
    let one = filled(count + 1, from: PhiloxStream(key: 15, stream: 0))
    let other = filled(count + 1, from: PhiloxStream(key: 15, stream: 1))
    let root = Double(count).squareRoot()
    let next = (0..<count).reduce(0.0) { $0 + one[$1] * one[$1 + 1] } / root
    let across = (0..<count).reduce(0.0) { $0 + one[$1] * other[$1] } / root
    #expect(abs(next) < 3.5)
    #expect(abs(across) < 3.5)
  }
}
