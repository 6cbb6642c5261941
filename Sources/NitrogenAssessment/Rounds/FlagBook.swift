// SPDX-License-Identifier: GPL-3.0-or-later

/// The flags of a round, from its verdicts and the flags of the round before.
///
/// A flag that is raised is `new`, or `persistent` where it was open in the round before. An open
/// flag that is no longer raised is `resolved` when there is a verdict that says so, and
/// `suspended` when there is none: the series is undetermined, inherits the nation's verdict, is a
/// shadow now, or is gone. A suspended flag that is raised again is persistent and its count goes
/// on. A resolved flag is forgotten: raised again, it is new.
public enum FlagBook {
  /// What the verdicts of a round say about one flag.
  private struct Sighting {
    var name: String
    var status: Status
    var isRaised: Bool
    var isDetermined: Bool
  }

  /// The flags of a round.
  ///
  /// - Parameters:
  ///   - standings: the series of the round.
  ///   - previous: the flags of the round before; empty for the first round.
  ///   - round: the name of the round.
  ///   - alarmRounds: in how many rounds in a row a flag must be raised to sound an alarm; `nil`
  ///     where policy is silent, then none sounds.
  /// - Returns: the flags, by key.
  public static func flags(
    of standings: [SeriesStanding], after previous: [FlagState], round: String, alarmRounds: Int?
  ) -> [FlagState] {
    let sightings = self.sightings(in: standings)
    let open = Dictionary(
      previous.filter(\.isOpen).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let raised = sightings.filter(\.value.isRaised).map(\.key)
    return Set(raised).union(open.keys).sorted().map { key in
      let sighting = sightings[key]
      let before = open[key]
      let isRaised = sighting?.isRaised ?? false
      let life: FlagLife =
        if isRaised {
          before == nil ? .new : .persistent
        } else {
          sighting?.isDetermined == true ? .resolved : .suspended
        }
      let rounds = (before?.rounds ?? 0) + (isRaised ? 1 : 0)
      return FlagState(
        key: key, name: sighting?.name ?? before?.name ?? "", life: life, rounds: rounds,
        since: before?.since ?? round, status: sighting?.status,
        isAlarm: isRaised && alarmRounds.map { rounds >= $0 } ?? false)
    }
  }

  /// What is said of every flag that could be; where a series stands twice, a raised flag counts
  /// before a verdict without one, and that before none.
  private static func sightings(in standings: [SeriesStanding]) -> [FlagKey: Sighting] {
    var found: [FlagKey: Sighting] = [:]
    for standing in standings {
      for stand in standing.stands {
        let isOwn = !standing.isShadow && !stand.isInherited
        let sighting = Sighting(
          name: standing.name, status: stand.status, isRaised: isOwn && stand.isFlagged,
          isDetermined: isOwn && stand.status != .undetermined)
        found.merge([FlagKey(series: standing.key, target: stand.target): sighting]) { old, new in
          if old.isRaised != new.isRaised { return old.isRaised ? old : new }
          return old.isDetermined || !new.isDetermined ? old : new
        }
      }
    }
    return found
  }
}
