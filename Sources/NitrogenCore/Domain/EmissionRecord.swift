// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of a sector in an inventory's own classification: a main sector and perhaps a
/// sub-sector, such as `Landbouw` and `Kunstmest`.
public struct ActivityCode: Hashable, Sendable {
  /// The classification the names belong to, such as `er`.
  public let classification: String
  /// The main sector.
  public let sector: String
  /// The sub-sector, or `nil` where the source stops at the main sector.
  public let subsector: String?

  /// Makes a code.
  public init(classification: String, sector: String, subsector: String?) {
    self.classification = classification
    self.sector = sector
    self.subsector = subsector
  }

  /// `Landbouw` or `Landbouw/Kunstmest`.
  public var label: String {
    if let subsector { "\(sector)/\(subsector)" } else { sector }
  }
}

extension ActivityCode: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: ActivityCode, right: ActivityCode) -> Bool {
    (left.classification, left.sector, left.subsector ?? "")
      < (right.classification, right.sector, right.subsector ?? "")
  }
}

/// What the source says an emission belongs to.
public enum Activity: Hashable, Sendable {
  /// A sector of ours, in a boundary that the source names.
  case slice(SectorSlice, boundary: BoundaryID)
  /// A name of the source's own, which a boundary table maps to a sector.
  case code(ActivityCode)
}

/// One emission figure as read: who, where, what, when, how much, from which release.
public struct EmissionRecord: Sendable {
  /// What the figure is about.
  public let territory: Territory
  /// What it belongs to.
  public let activity: Activity
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The emission, kg/yr; `nil` where the source leaves it open.
  public let emission: EmissionRate?
  /// The release of the inventory.
  public let vintage: Vintage
  /// Whether the publisher calls the figure provisional.
  public let provisional: Bool
  /// Whether the source states it or it was derived.
  public let provenance: Provenance
  /// Where it stands.
  public let origin: RowReference
  /// How many farms it is of at the least, or sources, each of which may be a farm, where farms are not
  /// told; `nil` where neither is.
  public let sources: Int?
  /// Whether it may be shown to everybody as it is.
  public let disclosure: Disclosure

  /// Makes a record.
  public init(
    territory: Territory, activity: Activity, pollutant: Pollutant, year: Int,
    emission: EmissionRate?, vintage: Vintage, provisional: Bool = false,
    provenance: Provenance = .stated, origin: RowReference, sources: Int? = nil,
    disclosure: Disclosure = .published
  ) {
    self.territory = territory
    self.activity = activity
    self.pollutant = pollutant
    self.year = year
    self.emission = emission
    self.vintage = vintage
    self.provisional = provisional
    self.provenance = provenance
    self.origin = origin
    self.sources = sources
    self.disclosure = disclosure
  }
}
