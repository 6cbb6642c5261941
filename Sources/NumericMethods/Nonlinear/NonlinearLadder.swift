// SPDX-License-Identifier: GPL-3.0-or-later

/// Climbs rungs and keeps what they reached.
struct NonlinearLadder {
  private let problem: NonlinearProblem
  private let startNorms: [Double]
  private var minima: [(minimum: NonlinearMinimum, rung: NonlinearRung)] = []
  private var failures: [(failure: NonlinearFailure, sumOfSquares: Double)] = []

  /// - Throws: ``NonlinearFailure/noValueAtStart`` if the model does not exist there.
  init(_ problem: NonlinearProblem) throws(NonlinearFitError) {
    self.problem = problem
    var residuals = problem.residuals
    var columns = problem.columns
    guard problem.fillResiduals(at: problem.start, &residuals),
      problem.fillJacobian(at: problem.start, &columns),
      nonlinearSumOfSquares(residuals).isFinite
    else { throw .didNotConverge(.noValueAtStart) }
    let rows = problem.pointCount
    startNorms = (0..<problem.parameterCount).map { column in
      nonlinearSumOfSquares(Array(columns[(column * rows)..<((column + 1) * rows)])).squareRoot()
    }
  }

  /// Tries one rung from the start values and checks where it ended.
  mutating func climb(_ rung: NonlinearRung, evaluations: Int) {
    problem.allowance = evaluations
    let end: [Double]? =
      switch rung {
      case .gsl(let subproblem, let scaling, let solver):
        NonlinearGSLRung(subproblem, scaling, solver, problem: problem)?.run()
      case .more:
        NonlinearMoreRung.run(problem)
      }
    guard let end else {
      failures.append((.noValueAtStart, .infinity))
      return
    }
    let outcome = NonlinearCheck.examine(
      problem, at: end, startNorms: startNorms, known: minima.map(\.minimum))
    switch outcome {
    case .success(let minimum):
      minima.append((minimum, rung))
    case .failure(let failure):
      var residuals = problem.residuals
      let exists = problem.fillResiduals(at: end, &residuals)
      let sum = exists ? nonlinearSumOfSquares(residuals) : .infinity
      failures.append((failure, sum.isFinite ? sum : .infinity))
    }
  }

  private var lowest: (minimum: NonlinearMinimum, rung: NonlinearRung)? {
    guard let least = minima.map(\.minimum.sumOfSquares).min() else { return nil }
    return minima.first { isSame($0.minimum.sumOfSquares, least) }
  }

  /// How many rungs share the lowest minimum; 0 while a failed rung lies below it.
  var agreeing: Int {
    guard let lowest, smallerFailure(than: lowest.minimum) == nil else { return 0 }
    return minima.count { isSame($0.minimum.sumOfSquares, lowest.minimum.sumOfSquares) }
  }

  /// The lowest minimum and the first rung that reached it.
  ///
  /// - Throws: ``NonlinearFitError/didNotConverge(_:)`` with what was wrong at the lowest point.
  func answer() throws(NonlinearFitError) -> (NonlinearMinimum, NonlinearRung) {
    guard let lowest else {
      let best = failures.min { $0.sumOfSquares < $1.sumOfSquares }
      throw .didNotConverge(best?.failure ?? .noValueAtStart)
    }
    if let smaller = smallerFailure(than: lowest.minimum) {
      throw .didNotConverge(
        .smallerElsewhere(found: lowest.minimum.sumOfSquares, smaller: smaller))
    }
    return (lowest.minimum, lowest.rung)
  }

  private func smallerFailure(than minimum: NonlinearMinimum) -> Double? {
    failures.map(\.sumOfSquares).filter {
      $0 < minimum.sumOfSquares && !isSame($0, minimum.sumOfSquares)
    }.min()
  }

  /// Whether two sums of squares differ by no more than rounding and the stopping rules explain.
  private func isSame(_ left: Double, _ right: Double) -> Bool {
    let rounding = 32 * Double.ulpOfOne * problem.responseNorm
    return abs(left - right) <= 1e-8 * max(left, right) + rounding * rounding
  }
}
