// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a nonlinear fit has no answer. Indices count from 0.
public enum NonlinearFitError: Error, Hashable, Sendable {
  /// The points, weights or start values have no fit.
  case input(FitError)
  /// Not one start value for every parameter.
  case startCountDiffers(parameters: Int, start: Int)
  /// No method of the ladder reached a minimum that passes the checks.
  case didNotConverge(NonlinearFailure)
}

/// What was wrong with the best point that a nonlinear fit reached.
public enum NonlinearFailure: Error, Hashable, Sendable {
  /// The model or a derivative is not finite at the start values.
  case noValueAtStart
  /// The model or a derivative is not finite at the end.
  case noValueAtEnd
  /// The residual is not at right angles to the derivatives: `offset` is the part of it that a
  /// further step would take away, as a fraction.
  case notStationary(offset: Double)
  /// The data no longer say anything about the parameter at `index`: it ran away to where the model
  /// is flat.
  case flat(index: Int)
  /// The parameters cannot be told apart: the condition number of the scaled derivatives.
  case illConditioned(condition: Double)
  /// A small step does not change the model as its derivatives say: they are wrong, or a parameter is
  /// lost where only rounding errors depend on it.
  case derivativesMislead
  /// The matrix of second derivatives is not positive definite: a saddle or a ridge.
  case notAMinimum
  /// Another method reached a smaller sum of squares, but no minimum.
  case smallerElsewhere(found: Double, smaller: Double)
}

extension NonlinearFitError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .input(let error):
      error.description
    case .startCountDiffers(let parameters, let start):
      "every parameter needs one start value: got \(parameters) parameters and \(start) values"
    case .didNotConverge(let failure):
      "the fit did not converge: \(failure); try other start values or a simpler model"
    }
  }
}

extension NonlinearFailure: CustomStringConvertible {
  /// What was found.
  public var description: String {
    switch self {
    case .noValueAtStart:
      "the model has no finite value at the start values"
    case .noValueAtEnd:
      "the model has no finite value where the iteration ended"
    case .notStationary(let offset):
      "a further step would take away the fraction \(offset) of the residual"
    case .flat(let index):
      "parameter \(index + 1) ran away to where the model does not depend on it"
    case .illConditioned(let condition):
      "the parameters cannot be told apart, condition number \(condition)"
    case .derivativesMislead:
      "a small step does not change the model as its derivatives say"
    case .notAMinimum:
      "the sum of squares is not at a minimum but on a saddle or ridge"
    case .smallerElsewhere(let found, let smaller):
      "the minimum found has the sum of squares \(found), another method got as low as \(smaller)"
    }
  }
}
