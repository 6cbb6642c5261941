// SPDX-License-Identifier: GPL-3.0-or-later

/// A national emission figure with what the inventory says about it.
public struct InventoryRecord: Sendable {
  /// The figure; its territory is the nation and its activity a code of the inventory's own.
  public let record: EmissionRecord
  /// What the figure covers, such as `territory` or `nec`.
  public let definition: String
  /// How close to the publisher it is.
  public let grade: SourceGrade

  /// Makes a record.
  public init(record: EmissionRecord, definition: String, grade: SourceGrade) {
    self.record = record
    self.definition = definition
    self.grade = grade
  }
}

/// A printed national total, kept for checks and context.
public struct NationalTotal: Sendable {
  /// The release.
  public let vintage: Vintage
  /// What it covers.
  public let definition: String
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The total, kg/yr.
  public let emission: EmissionRate
  /// How close to the publisher it is.
  public let grade: SourceGrade
  /// Where it stands.
  public let origin: RowReference

  /// Makes a total.
  public init(
    vintage: Vintage, definition: String, pollutant: Pollutant, year: Int,
    emission: EmissionRate, grade: SourceGrade, origin: RowReference
  ) {
    self.vintage = vintage
    self.definition = definition
    self.pollutant = pollutant
    self.year = year
    self.emission = emission
    self.grade = grade
    self.origin = origin
  }
}

/// A published national figure of one ring around all areas together, each source counted once.
public struct NationalZoneFigure: Sendable {
  /// The ring.
  public let ring: Ring
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The emission, kg/yr.
  public let emission: EmissionRate
  /// The mean deposition it causes on the sensitive nature of all areas; `nil` when not given.
  public let meanDeposition: DepositionRate?
  /// How many areas it covers.
  public let areas: Int
  /// The release.
  public let vintage: Vintage
  /// Where it stands.
  public let origin: RowReference

  /// Makes a figure.
  public init(
    ring: Ring, slice: SectorSlice, pollutant: Pollutant, year: Int, emission: EmissionRate,
    meanDeposition: DepositionRate?, areas: Int, vintage: Vintage, origin: RowReference
  ) {
    self.ring = ring
    self.slice = slice
    self.pollutant = pollutant
    self.year = year
    self.emission = emission
    self.meanDeposition = meanDeposition
    self.areas = areas
    self.vintage = vintage
    self.origin = origin
  }
}

/// A published provincial figure of the edition the zone figures belong to.
public struct ProvinceFigure: Sendable {
  /// The province by name, or the part of the sea it stands for.
  public let province: String
  /// The source's own sector name.
  public let activity: ActivityCode
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The emission, kg/yr; `nil` where the source leaves it open.
  public let emission: EmissionRate?
  /// The release.
  public let vintage: Vintage
  /// Where it stands.
  public let origin: RowReference

  /// Makes a figure.
  public init(
    province: String, activity: ActivityCode, pollutant: Pollutant, year: Int,
    emission: EmissionRate?, vintage: Vintage, origin: RowReference
  ) {
    self.province = province
    self.activity = activity
    self.pollutant = pollutant
    self.year = year
    self.emission = emission
    self.vintage = vintage
    self.origin = origin
  }
}

/// The national reference figures: what indices and national rows are made from.
public struct NationalInventory: Sendable {
  /// The sector figures of every release, each release by itself.
  public let records: [InventoryRecord]
  /// Printed totals.
  public let totals: [NationalTotal]
  /// Zone figures for all areas together.
  public let zones: [NationalZoneFigure]
  /// Provincial figures of the zone figures' edition.
  public let provinceFigures: [ProvinceFigure]

  /// Makes an inventory.
  public init(
    records: [InventoryRecord], totals: [NationalTotal], zones: [NationalZoneFigure],
    provinceFigures: [ProvinceFigure]
  ) {
    self.records = records
    self.totals = totals
    self.zones = zones
    self.provinceFigures = provinceFigures
  }

  /// The releases that have figures for a pollutant, in order.
  public func vintages(of pollutant: Pollutant) -> [Vintage] {
    Set(records.map(\.record).filter { $0.pollutant == pollutant }.map(\.vintage)).sorted()
  }
}
