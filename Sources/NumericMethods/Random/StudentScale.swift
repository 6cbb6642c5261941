// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// √(ν/χ²(ν)), by which a standard normal number becomes one of Student's t, as a rising function of
/// another normal number.
///
/// With g standard normal, χ² = the quantile of its distribution at 1 - Φ(g). One number of a stream
/// then gives one draw, and draws whose g are correlated are correlated themselves. The logarithm is
/// kept at steps of 1/32 in g with its slope; between them a cubic is within 10⁻⁷.
public struct StudentScale: Sendable {
  /// The degrees of freedom ν; need not be whole.
  public let degreesOfFreedom: Double
  /// ln √(ν/χ²) and its slope times the step, in turns, from g = -``reach`` on.
  private let nodes: [Double]

  private static let reach = 9.0
  private static let steps = 32.0

  /// Makes the function.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
    let last = Int(2 * Self.reach * Self.steps)
    var nodes = [Double](repeating: 0, count: 2 * (last + 1))
    let solver = LogChiSquared(degreesOfFreedom)
    // From the middle to either side, so that every node starts from its neighbour.
    for side in [1, -1] {
      var y = log(degreesOfFreedom)
      var slope = 0.0
      var node = last / 2
      while node >= 0 && node <= last {
        // The score of χ² itself is -g.
        let g = Self.reach - Double(node) / Self.steps
        (y, slope) = solver.value(at: g, near: y - Double(side) * slope / Self.steps)
        nodes[2 * node] = (log(degreesOfFreedom) - y) / 2
        nodes[2 * node + 1] = slope / 2 / Self.steps
        node += side
      }
    }
    self.nodes = nodes
  }

  /// The scale that belongs to a normal number.
  public func value(at normal: Double) -> Double {
    nodes.withUnsafeBufferPointer { Self.value(at: normal, $0) }
  }

  /// Replaces normal numbers by the scales that belong to them.
  public func apply(to normals: UnsafeMutableBufferPointer<Double>) {
    nodes.withUnsafeBufferPointer { nodes in
      for place in normals.indices { normals[place] = Self.value(at: normals[place], nodes) }
    }
  }

  @inline(__always)
  private static func value(at normal: Double, _ nodes: UnsafeBufferPointer<Double>) -> Double {
    let place = (min(max(normal, -reach), reach) + reach) * steps
    let node = min(Int(place), nodes.count / 2 - 2)
    let t = place - Double(node)
    let (y0, d0) = (nodes[2 * node], nodes[2 * node + 1])
    let (y1, d1) = (nodes[2 * node + 2], nodes[2 * node + 3])
    let rise = y1 - y0
    let y = y0 + t * (d0 + t * (3 * rise - 2 * d0 - d1 + t * (d0 + d1 - 2 * rise)))
    // Beyond e³⁰⁰, which only a hundredth of a degree of freedom reaches, the square is no double.
    return exp(min(y, 300))
  }
}

/// The logarithm of the quantile of χ², by Newton's method on the logarithm of the probability.
private struct LogChiSquared {
  let freedom: Double
  let logGamma: Double
  private static let ln2 = log(2.0)

  init(_ freedom: Double) {
    self.freedom = freedom
    logGamma = freedom < 1e6 ? distributionValue { gsl_sf_lngamma(freedom / 2) } : 0
  }

  /// ln χ² at the probability Φ(g), and its slope in g.
  func value(at g: Double, near start: Double) -> (Double, Double) {
    if freedom >= 1e6 {
      // Wilson and Hilferty: the cube root is normal, to 1/ν.
      let root = (2 / (9 * freedom)).squareRoot()
      let cube = 1 - root * root + g * root
      return (log(freedom) + 3 * log(cube), 3 * root / cube)
    }
    let shape = freedom / 2
    // The first term of the series of the distribution function, where the next is nothing to it.
    let small =
      Self.ln2 + (StandardNormal.logCDF(g) + logGamma + log(shape)) / shape
    let distribution = ChiSquared(degreesOfFreedom: freedom)
    var y = small < -25 ? small : start
    var iteration = 0
    while small >= -25 && iteration < 60 {
      let x = exp(y)
      let density = exp(logDensity(y))
      let step: Double
      if g < 0 {
        let below = distribution.cdf(x)
        step = (log(below) - StandardNormal.logCDF(g)) * below / density
      } else {
        let above = distribution.upperTail(x)
        step = -(log(above) - StandardNormal.logCDF(-g)) * above / density
      }
      guard step.isFinite else { break }
      y -= min(max(step, -1), 1)
      iteration += 1
      if abs(step) < 1e-12 { break }
    }
    return (y, exp(-g * g / 2 - log(2 * Double.pi) / 2 - logDensity(y)))
  }

  /// ln of the density of ln χ².
  private func logDensity(_ y: Double) -> Double {
    freedom / 2 * (y - Self.ln2) - exp(y) / 2 - logGamma
  }
}
