// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericMethods

/// How the errors of cases that are drawn together hang together.
public enum JointCorrelation: Hashable, Sendable {
  /// Any two cases alike, 0 to 1: every normal number is √c of a shared and √(1 - c) of an own one.
  case shared(Double)
  /// Pair by pair, in the order of the cases.
  case matrix(Matrix)
}
