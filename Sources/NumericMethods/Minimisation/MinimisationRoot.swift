// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Why no root was found.
public enum RootError: Error, Hashable, Sendable {
  /// The function has the same sign at both ends, or no number there.
  case notBracketed
  /// The interval did not shrink to the tolerance, or the function gave something not a number.
  case didNotConverge(iterations: Int)
  /// GSL refused.
  case gsl(GSLError)
}

extension RootError: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .notBracketed: "the function must have opposite signs at the ends of the interval"
    case .didNotConverge(let iterations): "no root to the tolerance after \(iterations) steps"
    case .gsl(let error): "GSL found no root: \(error)"
    }
  }
}

/// Where a function of one variable crosses zero.
///
/// The corresponding GSL function is `gsl_root_fsolver_brent`.
public struct IntervalRoot: Hashable, Sendable {
  /// The argument at which the function is zero, to the tolerance.
  public let argument: Double
  /// The number of steps taken.
  public let iterations: Int

  /// Searches an interval at whose ends the function has opposite signs.
  ///
  /// - Parameters:
  ///   - function: a continuous function.
  ///   - lower: the lower end.
  ///   - upper: the upper end, above `lower`.
  ///   - tolerance: the wanted accuracy of the argument, absolute, on top of 4 spacings of doubles.
  /// - Throws: ``RootError``.
  public init(
    of function: (Double) -> Double, from lower: Double, to upper: Double, tolerance: Double = 1e-12
  ) throws(RootError) {
    precondition(lower < upper && tolerance >= 0, "an interval and a tolerance")
    let (atLower, atUpper) = (function(lower), function(upper))
    if atLower == 0 || atUpper == 0 {
      argument = atLower == 0 ? lower : upper
      iterations = 0
      return
    }
    guard atLower.isFinite, atUpper.isFinite, (atLower < 0) != (atUpper < 0) else {
      throw .notBracketed
    }
    let result = withoutActuallyEscaping(function) { function in
      Self.solve(FunctionBox(function), lower, upper, tolerance)
    }
    (argument, iterations) = try result.get()
  }

  private static func solve(
    _ box: FunctionBox, _ lower: Double, _ upper: Double, _ tolerance: Double
  ) -> Result<(Double, Int), RootError> {
    guard let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent) else {
      return .failure(.gsl(GSLError(rawValue: Int32(GSL_ENOMEM))))
    }
    defer { gsl_root_fsolver_free(solver) }
    // GSL keeps the pointer to the function, so it stands still as long as the solver lives.
    let pointer = UnsafeMutablePointer<gsl_function_struct>.allocate(capacity: 1)
    defer { pointer.deallocate() }
    pointer.initialize(
      to: gsl_function_struct(
        function: { x, parameters in
          guard let parameters else { return .nan }
          return Unmanaged<FunctionBox>.fromOpaque(parameters).takeUnretainedValue().function(x)
        },
        params: Unmanaged.passUnretained(box).toOpaque()))
    return withExtendedLifetime(box) {
      do throws(GSLError) {
        try GSLCall.check { gsl_root_fsolver_set(solver, pointer, lower, upper) }
        for iteration in 1...200 {
          try GSLCall.check { gsl_root_fsolver_iterate(solver) }
          let (low, high) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
          let root = gsl_root_fsolver_root(solver)
          guard root.isFinite else { return .failure(.didNotConverge(iterations: iteration)) }
          if high - low <= tolerance + 4 * root.ulp || box.function(root) == 0 {
            return .success((root, iteration))
          }
        }
        return .failure(.didNotConverge(iterations: 200))
      } catch {
        return .failure(.gsl(error))
      }
    }
  }
}

/// Carries a Swift closure through a C pointer.
private final class FunctionBox {
  let function: (Double) -> Double
  init(_ function: @escaping (Double) -> Double) { self.function = function }
}
