// SPDX-License-Identifier: GPL-3.0-or-later

/// One method of the ladder that ``NonlinearLeastSquares`` climbs.
public enum NonlinearRung: Hashable, Sendable {
  /// A trust region of GSL with its subproblem, scaling and linear solver.
  ///
  /// The corresponding GSL function is `gsl_multifit_nlinear_iterate`.
  case gsl(Subproblem, Scaling, Solver)

  /// The Levenberg-Marquardt method with a scaled trust region of Moré (1978), as in MINPACK's
  /// `lmder`, written for this module.
  ///
  /// J. J. Moré, The Levenberg-Marquardt algorithm: implementation and theory, Lecture Notes in
  /// Mathematics 630 (1978) 105-116.
  case more

  /// How a step within the trust region is found.
  public enum Subproblem: String, CaseIterable, Hashable, Sendable {
    /// Levenberg-Marquardt. The corresponding GSL constant is `gsl_multifit_nlinear_trs_lm`.
    case lm
    /// With geodesic acceleration: `gsl_multifit_nlinear_trs_lmaccel`.
    case lmaccel
    /// Powell's dogleg: `gsl_multifit_nlinear_trs_dogleg`.
    case dogleg
    /// The double dogleg: `gsl_multifit_nlinear_trs_ddogleg`.
    case ddogleg
    /// The plane of gradient and Gauss-Newton step: `gsl_multifit_nlinear_trs_subspace2D`.
    case subspace2D
  }

  /// How the parameters are scaled.
  public enum Scaling: String, CaseIterable, Hashable, Sendable {
    /// By the largest column norm so far: `gsl_multifit_nlinear_scale_more`.
    case more
    /// Not at all: `gsl_multifit_nlinear_scale_levenberg`.
    case levenberg
    /// By the present column norm: `gsl_multifit_nlinear_scale_marquardt`.
    case marquardt
  }

  /// How the linear system of a step is solved.
  public enum Solver: String, CaseIterable, Hashable, Sendable {
    /// QR decomposition: `gsl_multifit_nlinear_solver_qr`.
    case qr
    /// Cholesky decomposition of the normal equations: `gsl_multifit_nlinear_solver_cholesky`.
    case cholesky
    /// Singular value decomposition: `gsl_multifit_nlinear_solver_svd`.
    case svd
  }

  /// The ladder used where none is named, from the usual to the stubborn; the first two have nothing
  /// in common but the model.
  public static let ladder: [NonlinearRung] = [
    .gsl(.lm, .more, .qr), .more,
    .gsl(.lmaccel, .more, .qr), .gsl(.dogleg, .more, .qr), .gsl(.subspace2D, .more, .qr),
    .gsl(.ddogleg, .marquardt, .cholesky), .gsl(.lm, .levenberg, .svd),
    .gsl(.lmaccel, .marquardt, .svd),
  ]

  /// Cheap first rungs for models that are nearly linear, from good start values; then the ladder.
  public static let quickLadder: [NonlinearRung] =
    [.more, .gsl(.lm, .more, .cholesky)] + ladder.filter { $0 != .more }
}

extension NonlinearRung: CustomStringConvertible {
  /// For example 'gsl lm more qr'.
  public var description: String {
    switch self {
    case .gsl(let subproblem, let scaling, let solver):
      "gsl \(subproblem.rawValue) \(scaling.rawValue) \(solver.rawValue)"
    case .more:
      "own lm"
    }
  }
}
