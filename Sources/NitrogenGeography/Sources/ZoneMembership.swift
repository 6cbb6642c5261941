// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// How much of a parcel belongs to a zone (POLICY.md, ambiguity A14).
///
/// Lines are always divided by length and grid cells by surface.
public enum ZoneMembership: Hashable, Sendable {
  /// The part of its surface that lies in it.
  case share
  /// All of it, in the innermost ring within whose outer bound at least this part of it lies, to
  /// 1e-6; 0 to 1.
  case majority(Double)
  /// All of it, where its middle lies.
  case middle

  /// Whether a source counts whole where its place is.
  public func isPoint(_ shape: SourceShape) -> Bool {
    switch shape {
    case .point: true
    case .surface: self == .middle
    case .line, .cell: false
    }
  }

  /// Whether a source with a size counts whole in one ring of an area.
  func isWhole(_ shape: SourceShape) -> Bool {
    guard case .majority = self, case .surface = shape else { return false }
    return true
  }

  /// The shares of a source in the rings of all areas near it as this reading counts them.
  ///
  /// - Parameters:
  ///   - shares: by rising area and ring.
  ///   - shape: what the source covers.
  /// - Returns: those that count, in the same order.
  public func counted(_ shares: [ZoneShare], of shape: SourceShape) -> [ZoneShare] {
    guard case .majority(let least) = self, isWhole(shape) else { return shares }
    var found: [ZoneShare] = []
    var area: Int?
    var within = 0.0
    for share in shares {
      if share.area != area { (area, within) = (share.area, 0) }
      let before = within
      within += share.share
      if before < least - 1e-6, within >= least - 1e-6 {
        found.append(ZoneShare(area: share.area, ring: share.ring, share: 1))
      }
    }
    return found
  }
}
