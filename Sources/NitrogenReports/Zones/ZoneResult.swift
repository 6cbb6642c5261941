// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenGeography

/// Zones made from sources, with the account of what went into them.
public struct ZoneResult: Sendable {
  /// How the zones were drawn.
  public struct Drawing: Sendable {
    /// The file of outlines, as the user named it.
    public let outlines: String
    /// The file of habitat that distances are measured from instead, if any.
    public let habitat: String?
    /// Areas of the outlines that the habitat file has nothing for, and that are left out.
    public let withoutHabitat: [AreaCode]
    /// What of a source with a size counts.
    public let membership: ZoneMembership
    /// Whether the rings are those of policy.
    public let ringsOfPolicy: Bool

    /// Makes an account of a drawing.
    public init(
      outlines: String, habitat: String?, withoutHabitat: [AreaCode],
      membership: ZoneMembership, ringsOfPolicy: Bool
    ) {
      self.outlines = outlines
      self.habitat = habitat
      self.withoutHabitat = withoutHabitat
      self.membership = membership
      self.ringsOfPolicy = ringsOfPolicy
    }
  }

  /// What of the files was kept or not.
  public struct Account: Sendable {
    /// Rows that are sources, wherever they lie, by sector, compound, year and release.
    public let kept: [ZoneTable.Entry: SourceTally]
    /// Rows that are none, by reason and compound; the compound is `nil` where it is no matter.
    public let dropped: [(reason: SourceDrop, pollutant: Pollutant?, tally: SourceTally)]

    /// Makes an account.
    public init(
      kept: [ZoneTable.Entry: SourceTally],
      dropped: [(reason: SourceDrop, pollutant: Pollutant?, tally: SourceTally)]
    ) {
      self.kept = kept
      self.dropped = dropped
    }
  }

  /// The emissions.
  public let table: ZoneTable
  /// The files of sources, as the user named them.
  public let sources: [String]
  /// The names of the areas.
  public let names: [AreaCode: String]
  /// The names of the groups of areas, by code.
  public let groupNames: [String: String]
  /// How the zones were drawn.
  public let drawing: Drawing
  /// What was kept and dropped.
  public let account: Account
  /// Figures of provinces and municipalities that the files also hold.
  public let territories: [EmissionRecord]

  /// Whether rows of farms are among the sources, so that neither pairs nor sums over few sources
  /// are for publication.
  public let isPrivate: Bool

  /// Makes a result.
  public init(
    table: ZoneTable, sources: [String], names: [AreaCode: String], groupNames: [String: String],
    drawing: Drawing, account: Account, territories: [EmissionRecord], isPrivate: Bool
  ) {
    self.table = table
    self.sources = sources
    self.names = names
    self.groupNames = groupNames
    self.drawing = drawing
    self.account = account
    self.territories = territories
    self.isPrivate = isPrivate
  }
}
