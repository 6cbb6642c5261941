// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Adds the shares of one source after the other to totals, and each source once to its groups.
struct ShareAdder {
  private let ringCount: Int
  /// By group and ring, the parts of the source at hand that lie within the ring's outer bound, over
  /// all areas of the group.
  private var within: [Double]
  private var touched: [Int] = []
  private var isTouched: [Bool]

  /// Prepares for totals; they must keep their areas, rings and groups.
  init(_ totals: ZoneTotals) {
    ringCount = totals.ringCount
    within = Array(repeating: 0, count: totals.groupCount * totals.ringCount)
    isTouched = Array(repeating: false, count: totals.groupCount)
  }

  /// Adds a share of the source at hand; `emission` of the whole source in kg/yr, `nil` where it is
  /// not known.
  @inline(__always)
  mutating func add(
    _ share: ZoneShare, emission: Double?, owner: UInt32, key: Int, to totals: inout ZoneTotals
  ) {
    if let emission {
      totals.add(
        ExactSum(emission * share.share), owner: owner, area: share.area, ring: share.ring, key: key
      )
    } else {
      totals.addUnknown(owner: owner, area: share.area, ring: share.ring, key: key)
    }
    for group in totals.groups[share.area] {
      if !isTouched[group] {
        isTouched[group] = true
        touched.append(group)
      }
      let first = group * ringCount
      for ring in share.ring..<ringCount { within[first + ring] += share.share }
    }
  }

  /// Closes the source at hand: what of it lies near the areas of a group counts once.
  mutating func finish(emission: Double?, key: Int, to totals: inout ZoneTotals) {
    for group in touched {
      var covered = 0.0
      for ring in 0..<ringCount {
        let part = min(within[group * ringCount + ring], 1)
        within[group * ringCount + ring] = 0
        guard part > covered else { continue }
        if let emission {
          totals.addOnce(
            ExactSum(emission * (part - covered)), group: group, ring: ring, key: key)
        } else {
          totals.addUnknownOnce(group: group, ring: ring, key: key)
        }
        covered = part
      }
      isTouched[group] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
