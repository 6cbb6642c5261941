// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Areas by how much is left to do around them, for want of the full ranking by need and impact (R16, A18),
/// which asks for deposition by source.
///
/// What is left to do is the gap to the low edge of the last target, over the sectors that have one, as
/// nitrogen. Beside it stands the share of the area in the emission near all areas of the result, over the
/// sectors, years and releases that most areas have whole figures of: levels of two releases are never
/// added.
public struct AreaRanking: Sendable {
  /// An area in its place.
  public struct Entry: Sendable {
    /// The area.
    public let area: AreaCode
    /// Its place, from 1; `nil` where its gap is not known.
    public let place: Int?
    /// What is left to do, kg N/yr; `nil` where nothing of it is known.
    public let gap: NitrogenRate?
    /// The sectors and compounds whose gap is not known and not in ``gap``.
    public let unknown: [(SectorSlice, Pollutant)]
    /// The emission near it as a share of that near all areas of the result, as nitrogen; `nil` where some
    /// of what is shared out is not known of it.
    public let share: Fraction?
    /// The policy name by which a pack names it a priority area; `nil` where none does.
    public let priorityName: String?
  }

  /// The areas: by place, those without one last, by number.
  public let entries: [Entry]
  /// What ``Entry/share`` is a share of; empty where nothing is shared out.
  public let shared: [(SectorSlice, Pollutant)]
  /// How many areas policy asks to start with; `nil` where it is silent.
  public let leastCount: Int?

  /// Policy's keys.
  private static let namesKey: PolicyKey = "priority.areas"
  private static let countKey: PolicyKey = "priority.minimum-areas"

  /// Ranks the areas of a result.
  public init(_ result: AssessmentResult) {
    let rows = Dictionary(
      grouping: result.assessments.filter { row in
        if case .area = row.territory { row.slice.part == nil && !row.isShadow } else { false }
      }, by: { $0.territory.area ?? AreaCode(rawValue: 0) })
    let names = Self.priorityNames(result)
    let (shares, kinds) = Self.shares(rows)
    shared = kinds.map { ($0.slice, $0.pollutant) }.sorted { $0 < $1 }
    leastCount = result.policy.number(Self.countKey).map { Int($0) }
    let gaps = rows.mapValues(Self.gap)
    let order = rows.keys.sorted { left, right in
      let (one, other) = (gaps[left]?.known, gaps[right]?.known)
      if one != other {
        guard let one else { return false }
        guard let other else { return true }
        return one > other
      }
      return left < right
    }
    entries = order.enumerated().map { position, area in
      let gap = gaps[area]
      return Entry(
        area: area, place: gap?.known == nil ? nil : position + 1, gap: gap?.known,
        unknown: gap?.unknown ?? [], share: shares[area], priorityName: names[area])
    }
  }

  /// The priority areas: those that policy names, and of the rest as many with the most left to do as
  /// make up the number that policy asks for; a policy name for several sites counts once.
  public var priority: [Entry] {
    let named = entries.filter { $0.priorityName != nil }
    let count = Set(named.compactMap(\.priorityName)).count
    let others = entries.filter { $0.priorityName == nil && $0.place != nil }
    return named + others.prefix(max(0, (leastCount ?? 0) - count))
  }

  /// The gap of an area over its sectors.
  private static func gap(
    _ rows: [Assessment]
  ) -> (known: NitrogenRate?, unknown: [(SectorSlice, Pollutant)]) {
    var known: NitrogenRate?
    var unknown: [(SectorSlice, Pollutant)] = []
    for row in rows {
      guard let last = row.targets.map(\.year).max() else { continue }
      if let gap = row.remainingGap.first(where: { $0.target == last }) {
        known = (known ?? .zero) + NitrogenRate(gap.low.emission, of: row.pollutant)
      } else {
        unknown.append((row.slice, row.pollutant))
      }
    }
    return (known, unknown)
  }

  /// What must be the same in two areas for their emissions to be shares of one whole.
  private struct Kind: Hashable {
    let slice: SectorSlice
    let pollutant: Pollutant
    let boundary: BoundaryID
    let year: Int
    let vintage: Vintage
  }

  private static func shares(
    _ rows: [AreaCode: [Assessment]]
  ) -> (shares: [AreaCode: Fraction], kinds: [Kind]) {
    let emissions = rows.mapValues { rows in
      var found: [Kind: NitrogenRate] = [:]
      for row in rows where !row.targets.isEmpty {
        let year = row.verdicts.compactMap(\.assessedYear).max()
        guard let point = row.series.last(where: { $0.point.year == year })?.point,
          let emission = point.completeEmission
        else { continue }
        let kind = Kind(
          slice: row.slice, pollutant: row.pollutant, boundary: row.boundary, year: point.year,
          vintage: point.vintage)
        found[kind, default: .zero] =
          found[kind, default: .zero] + NitrogenRate(emission, of: row.pollutant)
      }
      return found
    }
    let counts = emissions.values.flatMap(\.keys).reduce(into: [Kind: Int]()) {
      $0[$1, default: 0] += 1
    }
    let most = counts.values.max() ?? 0
    let kinds = counts.keys.filter { counts[$0] == most }
    let sums = emissions.compactMapValues { found -> Double? in
      let known = kinds.compactMap { found[$0]?.kilogramsPerYear }
      return known.count == kinds.count ? known.sorted().reduce(0, +) : nil
    }
    let total = sums.values.sorted().reduce(0, +)
    guard total > 0 else { return ([:], []) }
    return (sums.mapValues { Fraction($0 / total) }, kinds)
  }

  private static func priorityNames(_ result: AssessmentResult) -> [AreaCode: String] {
    var names: [AreaCode: String] = [:]
    for name in result.policy.list(namesKey) ?? [] {
      for area in result.reference.catalogue.areas(named: name) where names[area.code] == nil {
        names[area.code] = name
      }
    }
    return names
  }
}
