// SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
public import Testing

/// Records an issue unless the two numbers are approximately equal.
///
/// - Parameters:
///   - actual: what the code gave.
///   - expected: what it should be, from outside the code.
///   - relative: the allowed difference as a share of the larger magnitude.
///   - absolute: the allowed difference in the unit of the numbers; needed where `expected` is 0.
///   - name: what the number is, for the message.
///   - sourceLocation: where an issue is reported.
public func expectClose(
  _ actual: Double, _ expected: Double, relative: Double = 1e-9, absolute: Double = 0,
  _ name: String = "value", sourceLocation: SourceLocation = #_sourceLocation
) {
  let isClose = actual.isApproximatelyEqual(
    to: expected, absoluteTolerance: absolute, relativeTolerance: relative)
  guard !isClose else { return }
  let difference = abs(actual - expected)
  Issue.record(
    """
    \(name) is \(actual), expected \(expected): \(difference) apart, \
    allowed \(max(absolute, relative * max(abs(actual), abs(expected))))
    """,
    sourceLocation: sourceLocation)
}
