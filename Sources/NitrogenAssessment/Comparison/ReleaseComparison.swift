// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Two releases of the same series held against each other (A25).
public struct ReleaseComparison: Sendable {
  /// A series that only one side has.
  public struct Single: Hashable, Sendable {
    /// What it is about.
    public let key: SeriesKey
    /// The name of the territory.
    public let name: String
  }

  /// A figure that differs although both sides name the same release.
  public struct Discrepancy: Hashable, Sendable {
    /// What it is about.
    public let key: SeriesKey
    /// The release that both sides name.
    public let release: Vintage
    /// The emission year.
    public let year: Int
    /// The figure of the old side, kg/yr; `nil` where it has none.
    public let old: EmissionRate?
    /// The figure of the new side, kg/yr; `nil` where it has none.
    public let new: EmissionRate?
  }

  /// The series whose release changed, in order.
  public let changes: [SeriesChange]
  /// How many series have one release and the same figures on both sides.
  public let unchanged: Int
  /// The first figure that differs under one release name; `nil` when there is none.
  public let discrepancy: Discrepancy?
  /// The series that only the old side has figures of.
  public let onlyOld: [Single]
  /// The series that only the new side has figures of.
  public let onlyNew: [Single]

  /// Compares two sides.
  ///
  /// - Parameters:
  ///   - old: the series of the older releases.
  ///   - new: the series of the newer releases.
  ///   - oldLimit: the latest emission year that counts on the old side; `nil` for no limit.
  ///   - newLimit: the same for the new side.
  /// - Throws: ``ComparisonError`` when a side mixes releases or has a series twice, or when the
  ///   sides draw a sector differently.
  public init(
    old: [SeriesStanding], new: [SeriesStanding], oldLimit: Int? = nil, newLimit: Int? = nil
  ) throws(ComparisonError) {
    let before = try Self.byKey(old, side: "old")
    let after = try Self.byKey(new, side: "new")
    try Self.checkBoundaries(before, after)
    var changes: [SeriesChange] = []
    var unchanged = 0
    var discrepancy: Discrepancy?
    for key in before.keys.sorted() {
      guard let left = before[key], let right = after[key] else { continue }
      if left.releases == right.releases {
        if let found = Self.discrepancy(left, right) {
          discrepancy = discrepancy ?? found
        } else {
          unchanged += 1
        }
      } else if let change = SeriesChange(
        from: left, to: right, oldLimit: oldLimit, newLimit: newLimit)
      {
        changes.append(change)
      }
    }
    self.changes = changes
    self.unchanged = unchanged
    self.discrepancy = discrepancy
    self.onlyOld = Self.singles(before, without: after)
    self.onlyNew = Self.singles(after, without: before)
  }

  /// Refuses a comparison that has nothing to say.
  ///
  /// - Throws: ``ComparisonError/nothingInCommon``, ``ComparisonError/sameRelease(series:)`` or
  ///   ``ComparisonError/differsUnderOneName(_:)``.
  public func requireChange() throws(ComparisonError) {
    if let discrepancy { throw ComparisonError.differsUnderOneName(discrepancy) }
    guard changes.isEmpty else { return }
    if unchanged == 0 { throw ComparisonError.nothingInCommon }
    throw ComparisonError.sameRelease(series: unchanged)
  }

  /// The series with figures, by key.
  private static func byKey(
    _ standings: [SeriesStanding], side: String
  ) throws(ComparisonError) -> [SeriesKey: SeriesStanding] {
    var found: [SeriesKey: SeriesStanding] = [:]
    for standing in standings.sorted(by: { $0.key < $1.key }) where !standing.years.isEmpty {
      guard standing.releases.count == 1 else {
        throw ComparisonError.mixedReleases(
          standing.key, side: side, releases: standing.releases)
      }
      if found.updateValue(standing, forKey: standing.key) != nil {
        throw ComparisonError.givenTwice(standing.key, side: side)
      }
    }
    return found
  }

  private struct Subject: Hashable {
    let territory: Territory
    let slice: SectorSlice
    let pollutant: Pollutant

    init(_ key: SeriesKey) {
      territory = key.territory
      slice = key.slice
      pollutant = key.pollutant
    }
  }

  /// A series that both sides have must be drawn by the same boundary.
  private static func checkBoundaries(
    _ old: [SeriesKey: SeriesStanding], _ new: [SeriesKey: SeriesStanding]
  ) throws(ComparisonError) {
    let others = Dictionary(grouping: new.keys.filter { old[$0] == nil }) { Subject($0) }
    for key in old.keys.filter({ new[$0] == nil }).sorted() {
      if let other = others[Subject(key)]?.min() {
        throw ComparisonError.differentBoundaries(key, old: key.boundary, new: other.boundary)
      }
    }
  }

  private static func singles(
    _ side: [SeriesKey: SeriesStanding], without other: [SeriesKey: SeriesStanding]
  ) -> [Single] {
    side.values.filter { other[$0.key] == nil }.map { Single(key: $0.key, name: $0.name) }
      .sorted { $0.key < $1.key }
  }

  private static func discrepancy(
    _ left: SeriesStanding, _ right: SeriesStanding
  ) -> Discrepancy? {
    guard let release = left.releases.first else { return nil }
    let years = Set(left.years.map(\.year)).union(right.years.map(\.year)).sorted()
    let differing = years.first {
      let (old, new) = (left.year($0), right.year($0))
      return (old == nil) != (new == nil) || old?.emission != new?.emission
    }
    guard let year = differing else { return nil }
    return Discrepancy(
      key: left.key, release: release, year: year, old: left.year(year)?.emission,
      new: right.year(year)?.emission)
  }
}
