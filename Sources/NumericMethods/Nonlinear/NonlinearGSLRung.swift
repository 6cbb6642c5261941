// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The rungs ``NonlinearRung/gsl(_:_:_:)``: one workspace of `gsl_multifit_nlinear`.
final class NonlinearGSLRung {
  private let workspace: UnsafeMutablePointer<gsl_multifit_nlinear_workspace>
  /// GSL keeps the pointer to this for the life of the workspace, so it stands on the heap.
  private let functions: UnsafeMutablePointer<gsl_multifit_nlinear_fdf>
  private let problem: NonlinearProblem

  /// Makes a workspace; `nil` if GSL has no memory for it.
  init?(
    _ subproblem: NonlinearRung.Subproblem, _ scaling: NonlinearRung.Scaling,
    _ solver: NonlinearRung.Solver, problem: NonlinearProblem
  ) {
    var parameters = gsl_multifit_nlinear_default_parameters()
    parameters.trs =
      switch subproblem {
      case .lm: gsl_multifit_nlinear_trs_lm
      case .lmaccel: gsl_multifit_nlinear_trs_lmaccel
      case .dogleg: gsl_multifit_nlinear_trs_dogleg
      case .ddogleg: gsl_multifit_nlinear_trs_ddogleg
      case .subspace2D: gsl_multifit_nlinear_trs_subspace2D
      }
    parameters.scale =
      switch scaling {
      case .more: gsl_multifit_nlinear_scale_more
      case .levenberg: gsl_multifit_nlinear_scale_levenberg
      case .marquardt: gsl_multifit_nlinear_scale_marquardt
      }
    parameters.solver =
      switch solver {
      case .qr: gsl_multifit_nlinear_solver_qr
      case .cholesky: gsl_multifit_nlinear_solver_cholesky
      case .svd: gsl_multifit_nlinear_solver_svd
      }
    let made = gsl_multifit_nlinear_alloc(
      gsl_multifit_nlinear_trust, &parameters, problem.pointCount, problem.parameterCount)
    guard let made else { return nil }
    workspace = made
    functions = .allocate(capacity: 1)
    self.problem = problem
    functions.initialize(
      to: gsl_multifit_nlinear_fdf(
        f: fillGSLResiduals, df: fillGSLJacobian, fvv: nil, n: problem.pointCount,
        p: problem.parameterCount, params: Unmanaged.passUnretained(problem).toOpaque(),
        nevalf: 0, nevaldf: 0, nevalfvv: 0))
  }

  deinit {
    gsl_multifit_nlinear_free(workspace)
    functions.deinitialize(count: 1)
    functions.deallocate()
  }

  /// Iterates from the start values and returns where GSL ended, whatever it says about that point.
  ///
  /// The corresponding GSL functions are `gsl_multifit_nlinear_init`,
  /// `gsl_multifit_nlinear_iterate` and `gsl_multifit_nlinear_test`.
  func run() -> [Double]? {
    withExtendedLifetime(problem) {
      guard begin() else { return nil }
      var info: Int32 = 0
      while problem.allowance > 0 {
        do throws(GSLError) {
          try GSLCall.check { gsl_multifit_nlinear_iterate(workspace) }
          try GSLCall.check { gsl_multifit_nlinear_test(1e-11, 1e-15, 0, &info, workspace) }
        } catch {
          if error.rawValue == Int32(GSL_CONTINUE) { continue }
        }
        break
      }
      return position()
    }
  }

  private func begin() -> Bool {
    do throws(GSLError) {
      try GSLCall.check {
        problem.start.withUnsafeBufferPointer { start in
          let view = gsl_vector_const_view_array(start.baseAddress, start.count)
          return withUnsafePointer(to: view.vector) {
            gsl_multifit_nlinear_init($0, functions, workspace)
          }
        }
      }
      return true
    } catch {
      return false
    }
  }

  private func position() -> [Double]? {
    guard let vector = gsl_multifit_nlinear_position(workspace) else { return nil }
    let values = (0..<problem.parameterCount).map { gsl_vector_get(vector, $0) }
    return values.allSatisfy { $0.isFinite } ? values : nil
  }
}

/// A residual where the model does not exist: so large that the step is taken back, small enough
/// that its square is finite.
private let offTheMap = 1e140

/// GSL's vectors have a stride: with some solvers they are the columns of a matrix.
private func fillGSLResiduals(
  _ at: UnsafePointer<gsl_vector>?, _ context: UnsafeMutableRawPointer?,
  _ result: UnsafeMutablePointer<gsl_vector>?
) -> Int32 {
  guard let at, let context, let result else { return Int32(GSL_EFAULT) }
  let problem = Unmanaged<NonlinearProblem>.fromOpaque(context).takeUnretainedValue()
  guard problem.allowance > 0 else { return Int32(GSL_EMAXITER) }
  for index in problem.parameters.indices { problem.parameters[index] = gsl_vector_get(at, index) }
  let exists = problem.fillResiduals(at: problem.parameters, &problem.residuals)
  problem.residuals.withUnsafeBufferPointer { values in
    for index in values.indices {
      gsl_vector_set(
        result, index, exists ? min(max(values[index], -offTheMap), offTheMap) : offTheMap)
    }
  }
  return Int32(GSL_SUCCESS)
}

private func fillGSLJacobian(
  _ at: UnsafePointer<gsl_vector>?, _ context: UnsafeMutableRawPointer?,
  _ result: UnsafeMutablePointer<gsl_matrix>?
) -> Int32 {
  guard let at, let context, let result else { return Int32(GSL_EFAULT) }
  let problem = Unmanaged<NonlinearProblem>.fromOpaque(context).takeUnretainedValue()
  guard problem.allowance > 0 else { return Int32(GSL_EMAXITER) }
  for index in problem.parameters.indices { problem.parameters[index] = gsl_vector_get(at, index) }
  guard problem.fillJacobian(at: problem.parameters, &problem.columns) else {
    return Int32(GSL_EBADFUNC)
  }
  let rows = problem.pointCount
  problem.columns.withUnsafeBufferPointer { values in
    for column in 0..<problem.parameterCount {
      for row in 0..<rows { gsl_matrix_set(result, row, column, values[column * rows + row]) }
    }
  }
  return Int32(GSL_SUCCESS)
}
