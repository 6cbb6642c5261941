// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods
import Testing

@Suite struct FitErrorTests {
  @Test(arguments: [
    (
      FitError.tooFewPoints(got: 2, needed: 3),
      "too few points for a fit: got 2, needed 3"
    ),
    (
      .lengthsDiffer(x: 4, y: 3),
      "every point needs an x and a y value: got 4 x and 3 y values"
    ),
    (
      .weightCountDiffers(points: 4, weights: 5),
      "every point needs one weight: got 4 points and 5 weights"
    ),
    (
      .noSpread,
      "all x values are equal: a slope needs at least two different x values"
    ),
    (
      .notFinite(index: 2),
      "the x, y or weight of the point at index 2 is not a finite number: leave it out"
    ),
    (
      .nonPositiveWeight(index: 0),
      "the weight of the point at index 0 must be above 0: leave the point out instead"
    ),
    (
      .noFiniteAnswer,
      "the fit has no finite answer: the values are too large, too small or too far apart"
    ),
    (
      .gsl(GSLError(rawValue: 1)),
      "GSL could not fit: input domain error"
    ),
  ])
  func descriptionSaysWhatIsWrong(error: FitError, text: String) {
    #expect(error.description == text)
  }

  // The texts of gsl_strerror in GSL 2.7.1: err/strerror.c.
  @Test(
    arguments: [
      (1, "input domain error"), (12, "tried to divide by zero"), (21, "singularity"),
      (-3, "unknown error code"),
    ] as [(Int32, String)])
  func gslErrorSpeaksInGSLsWords(status: Int32, text: String) {
    #expect("\(GSLError(rawValue: status))".contains(text))
  }
}
