// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of the two customary standard errors of a least-squares fit is meant.
///
/// They differ by the factor `sqrt(χ²/(n − p))`, χ² being the weighted sum of squared residuals of n
/// points and p parameters, and are named because programs disagree on the default: GSL's weighted
/// fits give the first, R's `lm` the second.
public enum StandardErrorConvention: String, CaseIterable, Hashable, Sendable {
  /// Each weight is 1/σ² of its point and σ is known: the residuals do not enter. Without weights
  /// every σ is taken as 1, in the unit of y.
  case knownSigma
  /// The weights are relative and the common factor is estimated from the residuals.
  case scaledSigma
}
