// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// One workspace of `gsl_multifit_robust`.
final class RobustWorkspace {
  private let workspace: UnsafeMutablePointer<gsl_multifit_robust_workspace>
  private let design: [Double]
  private let response: [Double]
  private let rows: Int
  private let columns: Int

  /// Where the iteration ended.
  struct End {
    let hasConverged: Bool
    let coefficients: [Double]
    let covariance: Matrix
    let scale: Double
    let medianScale: Double
    let weights: [Double]
    let residuals: [Double]
    let iterations: Int

    var isFinite: Bool {
      coefficients.allSatisfy { $0.isFinite } && covariance.isFinite && scale.isFinite
        && weights.allSatisfy { $0.isFinite } && residuals.allSatisfy { $0.isFinite }
        && covariance.diagonal.allSatisfy { $0 >= 0 }
    }

    /// Whether no coefficient differs by more than a millionth of its standard error.
    func isCloseTo(_ other: End) -> Bool {
      coefficients.indices.allSatisfy {
        abs(coefficients[$0] - other.coefficients[$0]) <= 1e-6 * covariance[$0, $0].squareRoot()
      }
    }
  }

  init(
    _ design: Matrix, _ response: [Double], _ weightFunction: RobustRegression.WeightFunction,
    _ tuning: Double?
  ) throws(RobustFitError) {
    let type =
      switch weightFunction {
      case .bisquare: gsl_multifit_robust_bisquare
      case .cauchy: gsl_multifit_robust_cauchy
      case .fair: gsl_multifit_robust_fair
      case .huber: gsl_multifit_robust_huber
      case .welsch: gsl_multifit_robust_welsch
      case .ols: gsl_multifit_robust_ols
      }
    guard let made = gsl_multifit_robust_alloc(type, design.rows, design.columns) else {
      throw .linear(.gsl(GSLError(rawValue: Int32(GSL_ENOMEM))))
    }
    workspace = made
    self.design = design.elements
    self.response = response
    rows = design.rows
    columns = design.columns
    if let tuning { gsl_multifit_robust_tune(tuning, workspace) }
  }

  deinit {
    gsl_multifit_robust_free(workspace)
  }

  /// Iterates from least squares.
  ///
  /// The corresponding GSL functions are `gsl_multifit_robust_maxiter`, `gsl_multifit_robust` and
  /// `gsl_multifit_robust_statistics`.
  func fit(_ largestIterations: Int) throws(RobustFitError) -> End {
    gsl_multifit_robust_maxiter(largestIterations, workspace)
    var coefficients = Array(repeating: 0.0, count: columns)
    var covariance = Array(repeating: 0.0, count: columns * columns)
    var hasConverged = true
    do throws(GSLError) {
      try GSLCall.check { run(&coefficients, &covariance) }
    } catch {
      guard error.rawValue == Int32(GSL_EMAXITER) else { throw .linear(.gsl(error)) }
      hasConverged = false
    }
    let statistics = gsl_multifit_robust_statistics(workspace)
    guard let weights = statistics.weights, let residuals = statistics.r else {
      throw .linear(.noFiniteAnswer)
    }
    return End(
      hasConverged: hasConverged, coefficients: coefficients,
      covariance: Matrix(rows: columns, columns: columns, elements: covariance),
      scale: statistics.sigma, medianScale: statistics.sigma_mad,
      weights: (0..<rows).map { gsl_vector_get(weights, $0) },
      residuals: (0..<rows).map { gsl_vector_get(residuals, $0) },
      iterations: min(Int(statistics.numit), largestIterations))
  }

  private func run(_ coefficients: inout [Double], _ covariance: inout [Double]) -> Int32 {
    design.withUnsafeBufferPointer { design in
      response.withUnsafeBufferPointer { response in
        coefficients.withUnsafeMutableBufferPointer { coefficients in
          covariance.withUnsafeMutableBufferPointer { covariance in
            let x = gsl_matrix_const_view_array(design.baseAddress, rows, columns)
            let y = gsl_vector_const_view_array(response.baseAddress, rows)
            var c = gsl_vector_view_array(coefficients.baseAddress, columns)
            var v = gsl_matrix_view_array(covariance.baseAddress, columns, columns)
            return withUnsafePointer(to: x.matrix) { x in
              withUnsafePointer(to: y.vector) { y in
                gsl_multifit_robust(x, y, &c.vector, &v.matrix, workspace)
              }
            }
          }
        }
      }
    }
  }
}
