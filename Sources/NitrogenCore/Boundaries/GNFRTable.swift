// SPDX-License-Identifier: GPL-3.0-or-later

/// The aggregated sectors (GNFR) under which the activities of an inventory are reported to CEIP.
public struct GNFRTable: Sendable {
  /// The file below the areas folder.
  public static let file = "exchange/gnfr-sectors.yaml"

  /// What is not sure about it; `nil` when nothing is.
  public let doubt: String?
  /// The release that lines are made from, by compound.
  public let releases: [Pollutant: Vintage]
  /// classification → `Sector` or `Sector/Subsector` → the sectors whose emission it holds.
  public let map: [String: [String: [String]]]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - doubt: what is not sure about it.
  ///   - releases: the release that lines are made from, by compound.
  ///   - map: classification → `Sector` or `Sector/Subsector` → the sectors whose emission it holds.
  public init(
    doubt: String?, releases: [Pollutant: Vintage], map: [String: [String: [String]]]
  ) {
    self.doubt = doubt
    self.releases = releases
    self.map = map
  }

  /// The sectors whose emission an activity holds; several where the source does not split them, `nil`
  /// where the table does not know the activity.
  public func sectors(of code: ActivityCode) -> [String]? {
    guard let entries = map[code.classification] else { return nil }
    return entries[code.label] ?? entries[code.sector]
  }
}
