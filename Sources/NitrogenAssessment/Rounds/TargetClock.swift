// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The earliest month in which a verdict on a target year can rest on an inventory: emission year,
/// publication and verdict are three clocks.
public struct TargetClock: Hashable, Sendable {
  /// The emission year that the target is about.
  public let target: Int
  /// When its provisional inventory is out, `yyyy-mm`; `nil` where policy is silent.
  public let provisional: String?
  /// When its definitive inventory is out, `yyyy-mm`; `nil` where policy is silent.
  public let definitive: String?

  /// Makes a clock.
  public init(target: Int, provisional: String?, definitive: String?) {
    self.target = target
    self.provisional = provisional
    self.definitive = definitive
  }

  /// The clocks of all target years of a policy.
  public static func clocks(_ policy: Policy) -> [TargetClock] {
    policy.targetYears.map { year in
      TargetClock(
        target: year,
        provisional: month(policy.number("inventory.provisional-publication"), after: year),
        definitive: month(policy.number("inventory.definitive-publication"), after: year))
    }
  }

  private static func month(_ months: Double?, after year: Int) -> String? {
    guard let months, months.isFinite, (0...1_200).contains(months) else { return nil }
    let day = CalendarDay(firstOfMonth: 12 + Int(months.rounded(.up)), of: year)
    return String(day.description.prefix(7))
  }
}

/// The emission years that a round knows of one compound in one kind of territory.
public struct EmissionYears: Hashable, Sendable {
  /// The kind of territory.
  public let kind: String
  /// The compound.
  public let pollutant: Pollutant
  /// The latest definitive year that counts; `nil` where there is none.
  public let definitive: Int?
  /// The latest year that counts, provisional or not.
  public let latest: Int
  /// The releases, in order.
  public let releases: [String]

  /// Makes an account of years.
  public init(
    kind: String, pollutant: Pollutant, definitive: Int?, latest: Int, releases: [String]
  ) {
    self.kind = kind
    self.pollutant = pollutant
    self.definitive = definitive
    self.latest = latest
    self.releases = releases
  }

  /// Whether the latest year is provisional.
  public var isProvisional: Bool { definitive != latest }

  /// The years of series, nation first, by kind of territory and compound.
  ///
  /// - Parameters:
  ///   - standings: the series; shadows are left out.
  ///   - limit: the latest emission year that counts; `nil` for no limit.
  /// - Returns: one account for each kind and compound that has a year.
  public static func years(
    of standings: [SeriesStanding], upTo limit: Int?
  ) -> [EmissionYears] {
    let kinds = ["nation", "province", "municipality", "area", "ring"]
    let own = standings.filter { !$0.isShadow }
    return kinds.flatMap { kind in
      Pollutant.allCases.compactMap { pollutant -> EmissionYears? in
        let years = own.filter {
          $0.key.territory.kind == kind && $0.key.pollutant == pollutant
        }.flatMap(\.years).filter { $0.emission != nil && $0.year <= limit ?? Int.max }
        guard let latest = years.map(\.year).max() else { return nil }
        return EmissionYears(
          kind: kind, pollutant: pollutant,
          definitive: years.filter { !$0.isProvisional }.map(\.year).max(), latest: latest,
          releases: Set(years.map(\.release)).sorted().map(\.rawValue))
      }
    }
  }
}
