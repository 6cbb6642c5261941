// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import Synchronization

/// Parts of a sum that threads make, added up in their order.
final class Parts: Sendable {
  private let parts: Mutex<[ZoneMoments?]>

  init(_ count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

  func set(_ part: ZoneMoments, at place: Int) { parts.withLock { $0[place] = part } }

  func merged() -> ZoneMoments {
    var whole = ZoneMoments(zones: MadeCountry.zones, groups: MadeCountry.sectors)
    for case let part? in parts.withLock({ $0 }) { whole.merge(part) }
    return whole
  }
}
