// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a linear least-squares fit has no answer. Indices count from 0.
public enum LinearFitError: Error, Hashable, Sendable {
  /// Fewer rows than the columns and one residual degree of freedom need.
  case tooFewRows(got: Int, needed: Int)
  /// Not one response or not one weight a row.
  case lengthsDiffer(rows: Int, values: Int)
  /// A number of a row is NaN or infinite.
  case notFinite(row: Int)
  /// A weight is 0 or below.
  case nonPositiveWeight(row: Int)
  /// The columns carry less information than there are; those listed add nothing to the others.
  case rankDeficient(rank: Int, dependentColumns: [Int])
  /// Every input is finite, but a result is not: numbers too large, too small or too far apart.
  case noFiniteAnswer
  /// GSL refused.
  case gsl(GSLError)
}

extension LinearFitError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .tooFewRows(let got, let needed):
      "too few rows for a fit: got \(got), needed \(needed)"
    case .lengthsDiffer(let rows, let values):
      "every row needs one response and one weight: got \(rows) rows and \(values) values"
    case .notFinite(let row):
      "a number of the row at index \(row) is not finite: leave the row out"
    case .nonPositiveWeight(let row):
      "the weight of the row at index \(row) must be above 0: leave the row out instead"
    case .rankDeficient(let rank, let columns):
      "only \(rank) columns are independent: leave out the columns at index "
        + columns.map(String.init).joined(separator: ", ")
    case .noFiniteAnswer:
      "the fit has no finite answer: the values are too large, too small or too far apart"
    case .gsl(let error):
      "GSL could not fit: \(error)"
    }
  }
}
