// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The t distribution of a mean that is not 0: (Z + δ)/√(χ²/ν), from which the power of a t test
/// follows.
public struct NoncentralT: Hashable, Sendable {
  /// The degrees of freedom ν; need not be whole.
  public let degreesOfFreedom: Double
  /// The noncentrality δ, between −37 and 37.
  public let noncentrality: Double

  /// Makes the distribution.
  public init(degreesOfFreedom: Double, noncentrality: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    precondition(abs(noncentrality) <= 37, "a noncentrality of at most 37")
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// P(T ≤ t), to about 1e-12 absolute.
  ///
  /// Lenth, Algorithm AS 243: Cumulative distribution function of the non-central t distribution,
  /// Applied Statistics 38 (1989) 185. The corresponding GSL function is `gsl_cdf_beta_P`, of which
  /// it is a sum.
  public func cdf(_ t: Double) -> Double {
    if t < 0 {
      let mirrored = NoncentralT(
        degreesOfFreedom: degreesOfFreedom, noncentrality: -noncentrality)
      return 1 - mirrored.positiveCDF(-t)
    }
    return positiveCDF(t)
  }

  private func positiveCDF(_ t: Double) -> Double {
    let base = StandardNormal.cdf(-noncentrality)
    let x = t * t / (t * t + degreesOfFreedom)
    guard x > 0 else { return base }
    let half = noncentrality * noncentrality / 2
    let b = degreesOfFreedom / 2
    // Poisson weights for whole and for half steps, from their largest term outwards would be
    // needed only beyond δ²/2 = 700; the bound on δ keeps exp(−δ²/2) a normal number.
    var whole = exp(-half) / 2
    var odd = noncentrality * exp(-half) / (2 * Double.pi).squareRoot()
    var rest = 0.5 - whole
    var sum = 0.0
    for j in 0..<5000 {
      let step = Double(j)
      sum += whole * Self.beta(x, step + 0.5, b) + odd * Self.beta(x, step + 1, b)
      if step > half, rest < 1e-16 || whole < 1e-18 { break }
      whole *= half / (step + 1)
      odd *= half / (step + 1.5)
      rest -= whole
    }
    return min(1, max(0, base + sum))
  }

  private static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    distributionValue { gsl_cdf_beta_P(x, a, b) }
  }
}
