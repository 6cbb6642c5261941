// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a source with a size belongs to a zone (POLICY.md, ambiguity A14).
public enum ZoneMembership: String, CaseIterable, Hashable, Sendable {
  /// The part of its length or surface that lies in it.
  case share
  /// All of it, in the innermost ring within whose outer bound at least half of it lies, to 1e-6.
  case half
  /// All of it, where its middle lies.
  case middle

  /// The shares of a source in the rings of one area as this reading counts them.
  ///
  /// - Parameter shares: by rising ring, of one area.
  func counted(_ shares: [ZoneShare]) -> [ZoneShare] {
    guard self == .half else { return shares }
    var within = 0.0
    for share in shares {
      within += share.share
      if within >= 0.5 - 1e-6 { return [ZoneShare(area: share.area, ring: share.ring, share: 1)] }
    }
    return []
  }

  /// The shares of a source in the rings of all areas near it as this reading counts them.
  ///
  /// - Parameter shares: by rising area and ring.
  /// - Returns: those that count, in the same order.
  public func counted(all shares: [ZoneShare]) -> [ZoneShare] {
    var found: [ZoneShare] = []
    var start = 0
    while start < shares.count {
      let area = shares[start].area
      let end = shares[start...].firstIndex { $0.area != area } ?? shares.count
      found += counted(Array(shares[start..<end]))
      start = end
    }
    return found
  }
}
