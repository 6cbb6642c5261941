// SPDX-License-Identifier: GPL-3.0-or-later

/// What changed from one monitoring round to a later one.
public struct RoundChange: Sendable {
  /// A verdict that changed.
  public struct VerdictChange: Hashable, Sendable {
    /// What it is about.
    public let key: FlagKey
    /// The name of the territory.
    public let name: String
    /// The status in the earlier round; `nil` where there was none.
    public let old: Status?
    /// The status in the later round; `nil` where there is none.
    public let new: Status?
    /// Whether it is a verdict of the place itself in one of the rounds: neither inherited from the
    /// nation nor a shadow.
    public let isOwn: Bool
  }

  private struct Found {
    let status: Status
    let name: String
    let isOwn: Bool
  }

  /// The flags raised in the earlier round or the later, with the life they have when nothing but
  /// these two rounds is looked at.
  public let flags: [FlagState]
  /// The verdicts that changed, by key; shadows and inherited ones are among them.
  public let verdicts: [VerdictChange]
  /// Recalculation and real change of each series whose release changed; `nil` where the rounds
  /// cannot be compared so.
  public let releases: ReleaseComparison?
  /// Why they cannot; `nil` where they can.
  public let refusal: ComparisonError?

  /// Compares two rounds.
  ///
  /// - Parameters:
  ///   - old: the earlier round.
  ///   - oldStandings: its series.
  ///   - new: the later round.
  ///   - newStandings: its series.
  public init(
    from old: MonitoringRound, _ oldStandings: [SeriesStanding], to new: MonitoringRound,
    _ newStandings: [SeriesStanding]
  ) {
    flags = FlagBook.flags(
      of: newStandings, after: old.flags.filter(\.isRaised), round: new.name,
      alarmRounds: new.alarmRounds)
    let before = Self.statuses(oldStandings)
    let after = Self.statuses(newStandings)
    verdicts = Set(before.keys).union(after.keys).sorted().compactMap { key in
      let (old, new) = (before[key], after[key])
      guard old?.status != new?.status else { return nil }
      return VerdictChange(
        key: key, name: new?.name ?? old?.name ?? "", old: old?.status, new: new?.status,
        isOwn: old?.isOwn == true || new?.isOwn == true)
    }
    var compared: ReleaseComparison?
    var refused: ComparisonError?
    do throws(ComparisonError) {
      compared = try ReleaseComparison(
        old: oldStandings, new: newStandings, oldLimit: old.asOf, newLimit: new.asOf)
    } catch {
      refused = error
    }
    releases = compared
    refusal = refused
  }

  private static func statuses(_ standings: [SeriesStanding]) -> [FlagKey: Found] {
    var found: [FlagKey: Found] = [:]
    for standing in standings {
      for stand in standing.stands {
        let key = FlagKey(series: standing.key, target: stand.target)
        guard found[key] == nil else { continue }
        found[key] = Found(
          status: stand.status, name: standing.name,
          isOwn: !standing.isShadow && !stand.isInherited)
      }
    }
    return found
  }
}
