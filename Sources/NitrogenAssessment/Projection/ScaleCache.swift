// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods
import Synchronization

/// The scales of Student's t that were made, by degrees of freedom: many series share one.
final class ScaleCache: Sendable {
  /// Beyond so many the cache starts anew, so that it stays small.
  private static let limit = 64
  private let scales = Mutex<[Double: StudentScale]>([:])

  /// The scale of a number of degrees of freedom.
  func scale(_ degreesOfFreedom: Double) -> StudentScale {
    if let known = scales.withLock({ $0[degreesOfFreedom] }) { return known }
    let scale = StudentScale(degreesOfFreedom: degreesOfFreedom)
    scales.withLock { scales in
      if scales.count >= Self.limit { scales.removeAll() }
      scales[degreesOfFreedom] = scale
    }
    return scale
  }
}
