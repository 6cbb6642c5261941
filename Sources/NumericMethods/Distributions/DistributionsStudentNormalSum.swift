// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sum of a scaled number of Student's t distribution and an independent scaled normal number:
/// a · √q · Z₁ + b · Z₂ with q = ν/χ²(ν).
///
/// Given q it is normal with variance q a² + b², so its distribution function is an integral over q
/// alone. In y = -ln q the integrand is analytic and vanishes at both ends, and the trapezoidal rule
/// then converges exponentially (Trefethen and Weideman, The exponentially convergent trapezoidal
/// rule, SIAM Review 56 (2014) 385): the steps below leave nothing of it that a double could hold.
public struct StudentNormalSum: Hashable, Sendable {
  /// The factor a of the t distributed number.
  public let student: Double
  /// The degrees of freedom ν; `nil` for infinitely many, a normal number.
  public let degreesOfFreedom: Double?
  /// The factor b of the normal number.
  public let normal: Double

  /// 1/√(q a² + b²) at the steps of the rule.
  private let precisions: [Double]
  /// The probabilities of the steps; they add up to 1.
  private let weights: [Double]

  /// Makes the distribution.
  ///
  /// - Parameters:
  ///   - student: the factor of the t distributed number, 0 or more.
  ///   - degreesOfFreedom: above 0; `nil` for a normal number.
  ///   - normal: the factor of the normal number, 0 or more.
  public init(student: Double, degreesOfFreedom: Double?, normal: Double) {
    precondition(student >= 0 && normal >= 0, "factors of 0 or more")
    precondition(degreesOfFreedom.map { $0 > 0 } ?? true, "degrees of freedom are above 0")
    self.student = student
    self.degreesOfFreedom = degreesOfFreedom
    self.normal = normal
    guard let freedom = degreesOfFreedom, student > 0, normal > 0 else {
      (precisions, weights) = ([], [])
      return
    }
    // The density of y is proportional to exp(-ν/2 · (eʸ - 1 - y)), cut off at e⁻⁴⁰.
    let step = min(0.2, 1 / freedom.squareRoot())
    var precisions: [Double] = []
    var weights: [Double] = []
    for side in [-1.0, 1] {
      var y = side < 0 ? 0 : step
      while true {
        let depth = freedom / 2 * (expm1(y) - y)
        if depth > 40 || precisions.count > 200_000 { break }
        weights.append(exp(-depth))
        precisions.append(1 / (exp(-y) * student * student + normal * normal).squareRoot())
        y += side * step
      }
    }
    let total = weights.reduce(0, +)
    self.precisions = precisions
    self.weights = weights.map { $0 / total }
  }

  /// P(X ≤ x), to about 1e-14 absolute.
  public func cdf(_ x: Double) -> Double {
    guard let freedom = degreesOfFreedom, student > 0 else {
      let scale = (student * student + normal * normal).squareRoot()
      guard scale > 0 else { return x < 0 ? 0 : 1 }
      return StandardNormal.cdf(x / scale)
    }
    guard normal > 0 else { return StudentT(degreesOfFreedom: freedom).cdf(x / student) }
    var sum = 0.0
    for (precision, weight) in zip(precisions, weights) {
      sum += weight * erfc(-x * precision * 0.5.squareRoot())
    }
    return min(1, sum / 2)
  }

  /// The x with P(X ≤ x) = `probability`, which lies between 0 and 1.
  ///
  /// - Parameter probability: above 0 and below 1.
  /// - Returns: the quantile; by Newton's method within a shrinking bracket where it is no quantile of
  ///   the t or normal distribution.
  public func quantile(_ probability: Double) -> Double {
    requireOpenUnit(probability)
    guard let freedom = degreesOfFreedom, student > 0 else {
      let scale = (student * student + normal * normal).squareRoot()
      return scale * StandardNormal.quantile(probability)
    }
    guard normal > 0 else {
      return student * StudentT(degreesOfFreedom: freedom).quantile(probability)
    }
    if probability == 0.5 { return 0 }
    // The distribution is symmetric; its lower half keeps small probabilities exact.
    let tail = min(probability, 1 - probability)
    let x = lowerQuantile(tail)
    return probability < 0.5 ? x : -x
  }

  private func lowerQuantile(_ tail: Double) -> Double {
    let scale = (student * student + normal * normal).squareRoot()
    var (low, high) = (scale * StandardNormal.quantile(tail), 0.0)
    var doublings = 0
    while cdf(low) > tail && doublings < 1000 {
      high = low
      low *= 2
      doublings += 1
    }
    var x = (low + high) / 2
    for _ in 0..<200 {
      let difference = cdf(x) - tail
      if difference == 0 { break }
      if difference > 0 { high = x } else { low = x }
      var next = x - difference / density(x)
      if !(next > low && next < high) { next = (low + high) / 2 }
      let moved = abs(next - x)
      x = next
      if moved <= 1e-14 * abs(x) { break }
    }
    return x
  }

  private func density(_ x: Double) -> Double {
    var sum = 0.0
    for (precision, weight) in zip(precisions, weights) {
      let z = x * precision
      sum += weight * precision * exp(-z * z / 2)
    }
    return sum / (2 * Double.pi).squareRoot()
  }
}
