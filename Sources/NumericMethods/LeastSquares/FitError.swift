// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a fit has no answer. Indices count from 0.
public enum FitError: Error, Hashable, Sendable {
  /// Fewer points than the fit and its standard errors need.
  case tooFewPoints(got: Int, needed: Int)
  /// Unequal numbers of x and y values.
  case lengthsDiffer(x: Int, y: Int)
  /// Not one weight for every point.
  case weightCountDiffers(points: Int, weights: Int)
  /// All x values are equal, so no slope exists.
  case noSpread
  /// The x, y or weight of the point at `index` is NaN or infinite.
  case notFinite(index: Int)
  /// The weight of the point at `index` is 0 or below.
  case nonPositiveWeight(index: Int)
  /// Every input is finite, but a result is not: numbers too large, too small or too far apart.
  case noFiniteAnswer
  /// GSL refused.
  case gsl(GSLError)
}

extension FitError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .tooFewPoints(let got, let needed):
      "too few points for a fit: got \(got), needed \(needed)"
    case .lengthsDiffer(let x, let y):
      "every point needs an x and a y value: got \(x) x and \(y) y values"
    case .weightCountDiffers(let points, let weights):
      "every point needs one weight: got \(points) points and \(weights) weights"
    case .noSpread:
      "all x values are equal: a slope needs at least two different x values"
    case .notFinite(let index):
      "the x, y or weight of the point at index \(index) is not a finite number: leave it out"
    case .nonPositiveWeight(let index):
      "the weight of the point at index \(index) must be above 0: leave the point out instead"
    case .noFiniteAnswer:
      "the fit has no finite answer: the values are too large, too small or too far apart"
    case .gsl(let error):
      "GSL could not fit: \(error)"
    }
  }
}
