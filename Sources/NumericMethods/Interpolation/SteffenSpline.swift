// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A curve through points that neither overshoots nor turns between them.
///
/// M. Steffen, A simple method for monotonic interpolation in one dimension, Astron. Astrophys. 239,
/// 443-450 (1990): cubic between neighbours, with a continuous first derivative; where the points
/// rise the curve rises, and its extremes lie at points.
public struct SteffenSpline: Hashable, Sendable {
  /// Where the points are, ascending.
  public let x: [Double]
  /// The values there.
  public let y: [Double]

  /// Makes the curve.
  ///
  /// - Parameters:
  ///   - x: where the points are, ascending, at least three.
  ///   - y: the values there.
  /// - Throws: ``FitError/lengthsDiffer(x:y:)``, ``FitError/tooFewPoints(got:needed:)`` or
  ///   ``FitError/notFinite(index:)``.
  public init(x: [Double], y: [Double]) throws(FitError) {
    guard x.count == y.count else { throw .lengthsDiffer(x: x.count, y: y.count) }
    guard x.count >= 3 else { throw .tooFewPoints(got: x.count, needed: 3) }
    for index in x.indices where !x[index].isFinite || !y[index].isFinite {
      throw .notFinite(index: index)
    }
    precondition(zip(x, x.dropFirst()).allSatisfy { $0 < $1 }, "x ascends")
    self.x = x
    self.y = y
  }

  /// The values of the curve; `nil` outside the points, where it says nothing.
  ///
  /// The corresponding GSL functions are `gsl_interp_steffen`, `gsl_interp_init` and
  /// `gsl_interp_eval_e`.
  ///
  /// - Parameter wanted: where to look.
  /// - Returns: a value for each place.
  /// - Throws: ``FitError/gsl(_:)`` where memory runs out, ``FitError/noFiniteAnswer`` where the
  ///   points are too far apart for numbers.
  public func values(at wanted: [Double]) throws(FitError) -> [Double?] {
    guard let spline = gsl_interp_alloc(gsl_interp_steffen, x.count) else {
      throw .gsl(GSLError(rawValue: Int32(GSL_ENOMEM)))
    }
    defer { gsl_interp_free(spline) }
    do throws(GSLError) {
      try GSLCall.check { gsl_interp_init(spline, x, y, x.count) }
    } catch {
      throw .gsl(error)
    }
    var values: [Double?] = []
    values.reserveCapacity(wanted.count)
    for place in wanted {
      guard let first = x.first, let last = x.last, place >= first, place <= last else {
        values.append(nil)
        continue
      }
      var value = 0.0
      do throws(GSLError) {
        try GSLCall.check { gsl_interp_eval_e(spline, x, y, place, nil, &value) }
      } catch {
        throw .gsl(error)
      }
      guard value.isFinite else { throw .noFiniteAnswer }
      values.append(value)
    }
    return values
  }
}
