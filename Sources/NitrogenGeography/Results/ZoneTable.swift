// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Emissions of zones made from sources: a row per area, ring, sector, pollutant, year and release.
public struct ZoneTable: Sendable {
  /// What a row sums up.
  public struct Entry: Hashable, Sendable {
    /// The sector, or a part of it.
    public let slice: SectorSlice
    /// The table that delimits the sector.
    public let boundary: BoundaryID
    /// The compound.
    public let pollutant: Pollutant
    /// The emission year.
    public let year: Int
    /// The release of the inventory.
    public let vintage: Vintage
    /// Whether the publisher calls any figure of it provisional.
    public let provisional: Bool

    /// Makes an entry.
    public init(
      slice: SectorSlice, boundary: BoundaryID, pollutant: Pollutant, year: Int, vintage: Vintage,
      provisional: Bool
    ) {
      self.slice = slice
      self.boundary = boundary
      self.pollutant = pollutant
      self.year = year
      self.vintage = vintage
      self.provisional = provisional
    }
  }

  /// A sum with what it counts.
  public struct Sum: Hashable, Sendable {
    /// How many sources.
    public internal(set) var sources = 0
    /// How many of them have an emission that is not known.
    public internal(set) var unknown = 0
    var sum = ExactSum()
    var owners = OwnerSet()

    /// How many different farms or places they are of, at the least: no more than 16 are told apart,
    /// and of sums over areas none.
    public var farms: Int { owners.count }
    /// The emission, as far as it is known.
    public var known: EmissionRate { EmissionRate(kilogramsPerYear: sum.kilograms) }
    /// The emission; `nil` when that of some source is not known.
    public var emission: EmissionRate? { unknown == 0 ? known : nil }

    mutating func add(_ cell: ZoneTotals.Cell) {
      sources += cell.sources
      unknown += cell.unknown
      sum += cell.sum
    }

    mutating func add(_ owners: OwnerSet) { self.owners.formUnion(owners) }

    /// Adds another sum.
    public static func += (left: inout Sum, right: Sum) {
      left.sources += right.sources
      left.unknown += right.unknown
      left.sum += right.sum
      left.owners.formUnion(right.owners)
    }

    /// An empty sum.
    public init() {}
  }

  /// One zone's emission.
  public struct Row: Sendable {
    /// The site.
    public let area: AreaCode
    /// The ring around it.
    public let ring: Ring
    /// The sector, pollutant, year and release.
    public let entry: Entry
    /// The sources and their emission.
    public let sum: Sum
  }

  /// What lies in a ring of any area of a group, each source counted once.
  public struct Union: Sendable {
    /// The group; `nil` for all areas together.
    public let group: String?
    /// The ring: the innermost in which a source lies.
    public let ring: Ring
    /// The sector, pollutant, year and release.
    public let entry: Entry
    /// The sources and their emission.
    public let sum: Sum
  }

  /// The sites with outlines, rising, with or without sources around them.
  public let areas: [AreaCode]
  /// The rings, from the inside outwards.
  public let rings: [Ring]
  /// The group that each site is in, if any; a site in several counts under the first.
  public let groupOfArea: [AreaCode: String]
  /// Rows with at least one source, by area, ring, sector, pollutant, year and release.
  public let rows: [Row]
  /// Each source once, by group (all areas last), ring and entry.
  public let unions: [Union]

  /// Makes a table from totals.
  ///
  /// - Parameters:
  ///   - totals: of the index.
  ///   - index: the areas and rings.
  ///   - entries: by key of the totals what it is summed under; `nil` for a key that is left out.
  ///   - groups: the names of the groups of the totals, without that of all areas.
  public init(
    totals: ZoneTotals, index: ZoneIndex, entries: [Entry?], groups: [String] = []
  ) {
    precondition(
      entries.count == totals.keyCount && groups.count == totals.groupCount - 1,
      "every key has an entry and every group but the last a name")
    areas = index.areas
    rings = index.scheme.rings
    groupOfArea = Dictionary(
      zip(index.areas, totals.groups).compactMap { area, own in
        own[0] < groups.count ? (area, groups[own[0]]) : nil
      }, uniquingKeysWith: { first, _ in first })
    let sorted = Self.order(entries)
    var rows: [Row] = []
    for (area, code) in index.areas.enumerated() {
      for (ring, label) in rings.enumerated() {
        for (entry, keys) in sorted {
          var sum = Sum()
          for key in keys {
            sum.add(totals[area: area, ring: ring, key: key])
            sum.add(totals.owners(area: area, ring: ring, key: key))
          }
          if sum.sources > 0 { rows.append(Row(area: code, ring: label, entry: entry, sum: sum)) }
        }
      }
    }
    self.rows = rows
    var unions: [Union] = []
    for group in 0..<totals.groupCount {
      for (ring, label) in rings.enumerated() {
        for (entry, keys) in sorted {
          var sum = Sum()
          for key in keys { sum.add(totals.once(group: group, ring: ring, key: key)) }
          if sum.sources > 0 {
            unions.append(
              Union(
                group: group < groups.count ? groups[group] : nil, ring: label, entry: entry,
                sum: sum))
          }
        }
      }
    }
    self.unions = unions
  }

  /// The entries that occur, in order, each with its keys.
  private static func order(_ entries: [Entry?]) -> [(entry: Entry, keys: [Int])] {
    var keys: [Entry: [Int]] = [:]
    for (key, entry) in entries.enumerated() {
      if let entry { keys[entry, default: []].append(key) }
    }
    return keys.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension ZoneTable.Entry: Comparable {
  /// By sector, pollutant, year, release and boundary.
  public static func < (left: ZoneTable.Entry, right: ZoneTable.Entry) -> Bool {
    if left.slice != right.slice { return left.slice < right.slice }
    if left.pollutant != right.pollutant { return left.pollutant < right.pollutant }
    if left.year != right.year { return left.year < right.year }
    if left.vintage != right.vintage { return left.vintage < right.vintage }
    if left.boundary != right.boundary { return left.boundary < right.boundary }
    return !left.provisional && right.provisional
  }
}

extension ZoneTable {
  /// The years, pollutants and releases that occur, each with its sums over all sectors.
  public struct Edition: Hashable, Comparable, Sendable {
    /// The compound.
    public let pollutant: Pollutant
    /// The emission year.
    public let year: Int
    /// The release.
    public let vintage: Vintage

    /// By pollutant, year and release.
    public static func < (left: Edition, right: Edition) -> Bool {
      (left.pollutant, left.year, left.vintage) < (right.pollutant, right.year, right.vintage)
    }
  }

  /// The editions that occur, in order.
  public var editions: [Edition] { Set(rows.map(\.entry.edition)).sorted() }
}

extension ZoneTable.Entry {
  /// The compound, year and release.
  public var edition: ZoneTable.Edition {
    ZoneTable.Edition(pollutant: pollutant, year: year, vintage: vintage)
  }
}
