// SPDX-License-Identifier: GPL-3.0-or-later

/// The lowest point of a function of one variable in an interval, its ends included.
///
/// Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5: golden section with
/// parabolic steps. GSL's Brent needs a starting point below both ends, which a likelihood whose
/// best value lies at an end of the interval, such as a variance of 0, does not have.
public struct IntervalMinimum: Hashable, Sendable {
  /// Where the function is lowest.
  public let argument: Double
  /// The function there.
  public let value: Double
  /// The number of times the function was computed.
  public let evaluations: Int

  /// Searches an interval for a local minimum; the only one, if the function has one.
  ///
  /// A value that is not a number counts as infinitely high. The ends themselves are tried last, so
  /// that a minimum at an end is returned exactly there.
  ///
  /// - Parameters:
  ///   - function: the function to make small.
  ///   - lower: the lower end.
  ///   - upper: the upper end, above `lower`.
  ///   - tolerance: the wanted accuracy of the argument, absolute. Below the square root of the
  ///     spacing of the function's values it gains nothing.
  public init(
    of function: (Double) -> Double, from lower: Double, to upper: Double, tolerance: Double = 1e-9
  ) {
    precondition(lower < upper && tolerance > 0, "an interval and a tolerance above 0")
    var evaluations = 0
    func f(_ x: Double) -> Double {
      evaluations += 1
      let value = function(x)
      return value.isNaN ? .infinity : value
    }
    let golden = (3 - 5.0.squareRoot()) / 2
    var (a, b) = (lower, upper)
    var x = a + golden * (b - a)
    var (w, v) = (x, x)
    var fx = f(x)
    var (fw, fv) = (fx, fx)
    var (step, before) = (0.0, 0.0)
    for _ in 0..<200 {
      let middle = (a + b) / 2
      let allowed = 1.5e-8 * abs(x) * 1e-2 + tolerance / 3
      if abs(x - middle) <= 2 * allowed - (b - a) / 2 { break }
      var isParabolic = false
      if abs(before) > allowed {
        var r = (x - w) * (fx - fv)
        var q = (x - v) * (fx - fw)
        var p = (x - v) * q - (x - w) * r
        q = 2 * (q - r)
        if q > 0 { p = -p } else { q = -q }
        r = before
        before = step
        if abs(p) < abs(0.5 * q * r), p > q * (a - x), p < q * (b - x) {
          step = p / q
          let trial = x + step
          if trial - a < 2 * allowed || b - trial < 2 * allowed {
            step = x < middle ? allowed : -allowed
          }
          isParabolic = true
        }
      }
      if !isParabolic {
        before = x < middle ? b - x : a - x
        step = golden * before
      }
      let u = x + (abs(step) >= allowed ? step : (step > 0 ? allowed : -allowed))
      let fu = f(u)
      if fu <= fx {
        if u < x { b = x } else { a = x }
        (v, w, x) = (w, x, u)
        (fv, fw, fx) = (fw, fx, fu)
      } else {
        if u < x { a = u } else { b = u }
        if fu <= fw || w == x {
          (v, fv, w, fw) = (w, fw, u, fu)
        } else if fu <= fv || v == x || v == w {
          (v, fv) = (u, fu)
        }
      }
    }
    for end in [lower, upper] {
      let value = f(end)
      if value <= fx { (x, fx) = (end, value) }
    }
    self.argument = x
    self.value = fx
    self.evaluations = evaluations
  }

  /// Searches a grid first and then the two cells round its lowest point, for functions that may
  /// have more than one local minimum.
  ///
  /// - Parameters:
  ///   - function: the function to make small.
  ///   - grid: arguments in ascending order, at least three.
  ///   - tolerance: as above.
  public init(
    of function: (Double) -> Double, grid: [Double], tolerance: Double = 1e-9
  ) {
    precondition(grid.count >= 3, "a grid of three points or more")
    var best = 0
    var lowest = Double.infinity
    for (index, x) in grid.enumerated() {
      let value = function(x)
      if value < lowest { (best, lowest) = (index, value) }
    }
    let fine = IntervalMinimum(
      of: function, from: grid[max(best - 1, 0)], to: grid[min(best + 1, grid.count - 1)],
      tolerance: tolerance)
    argument = fine.value <= lowest ? fine.argument : grid[best]
    value = min(fine.value, lowest)
    evaluations = fine.evaluations + grid.count
  }
}
