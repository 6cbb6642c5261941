// SPDX-License-Identifier: GPL-3.0-or-later

extension Policy {
  /// The text of a key, or `nil` when it is silent, absent or no text.
  public func text(_ key: PolicyKey) -> String? {
    if case .text(let text)? = self[key]?.record.value { text } else { nil }
  }

  /// The number of a key, or `nil` when it is silent, absent or no number.
  public func number(_ key: PolicyKey) -> Double? {
    if case .number(let number)? = self[key]?.record.value { number } else { nil }
  }

  /// The numbers of a key, or `nil` when it is silent, absent or no list of numbers.
  public func numbers(_ key: PolicyKey) -> [Double]? {
    if case .numbers(let numbers)? = self[key]?.record.value { numbers } else { nil }
  }

  /// The names of a key, or `nil` when it is silent, absent or no list.
  public func list(_ key: PolicyKey) -> [String]? {
    if case .list(let list)? = self[key]?.record.value { list } else { nil }
  }

  /// The band of a key, or `nil` when it is silent, absent or no band.
  public func band(_ key: PolicyKey) -> Band? {
    if case .band(let low, let high)? = self[key]?.record.value {
      Band(low: Fraction(low), high: Fraction(high))
    } else {
      nil
    }
  }

  /// The years for which a `target` (or `shadow`) key of a sector and pollutant exists, silent or
  /// not, ascending.
  public func targetYears(prefix: String, _ sector: Sector, _ pollutant: Pollutant) -> [Int] {
    years(of: "\(prefix).\(sector.rawValue).\(pollutant.label)")
  }
}

extension PolicyKey {
  /// The key of a reduction target.
  public static func target(_ sector: Sector, _ pollutant: Pollutant, _ year: Int) -> PolicyKey {
    PolicyKey(rawValue: "target.\(sector.rawValue).\(pollutant.label).\(year)")
  }

  /// The key of a shadow indicator: a reduction shown beside the official target.
  public static func shadow(_ sector: Sector, _ pollutant: Pollutant, _ year: Int) -> PolicyKey {
    PolicyKey(rawValue: "shadow.\(sector.rawValue).\(pollutant.label).\(year)")
  }

  /// The key of a sector's baseline year (*peiljaar*).
  public static func baselineYear(_ sector: Sector) -> PolicyKey {
    PolicyKey(rawValue: "baseline.year.\(sector.rawValue)")
  }

  /// The key of what the text attaches to missing a target.
  public static func consequence(_ sector: Sector, _ year: Int) -> PolicyKey {
    PolicyKey(rawValue: "consequence.\(sector.rawValue).\(year)")
  }

  /// The key that names the boundary whose national index rebuilds the years of zone figures.
  public static func indexBoundary(_ boundary: BoundaryID) -> PolicyKey {
    PolicyKey(rawValue: "index.boundary.\(boundary.rawValue)")
  }

  /// The key that names the release whose ratios rebuild missing years.
  public static func indexVintage(_ pollutant: Pollutant) -> PolicyKey {
    PolicyKey(rawValue: "index.vintage.\(pollutant.label)")
  }

  /// The key that names the release of the national rows.
  public static func nationVintage(_ pollutant: Pollutant) -> PolicyKey {
    PolicyKey(rawValue: "nation.vintage.\(pollutant.label)")
  }
}

extension PolicyKey {
  /// The key of the uncertainty of an inventory's figure of one year.
  public static func uncertainty(_ slice: SectorSlice, _ pollutant: Pollutant) -> PolicyKey {
    PolicyKey(rawValue: "uncertainty.\(slice.label).\(pollutant.label)")
  }
}
