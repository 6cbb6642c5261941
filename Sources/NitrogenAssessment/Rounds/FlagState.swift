// SPDX-License-Identifier: GPL-3.0-or-later

/// What tells one flag from another, from round to round.
public struct FlagKey: Hashable, Sendable {
  /// The series.
  public let series: SeriesKey
  /// The target year.
  public let target: Int

  /// Makes a key.
  public init(series: SeriesKey, target: Int) {
    self.series = series
    self.target = target
  }
}

extension FlagKey: Comparable {
  /// Whether the left comes before the right in every listing.
  public static func < (left: FlagKey, right: FlagKey) -> Bool {
    left.series == right.series ? left.target < right.target : left.series < right.series
  }
}

/// Where a flag is in its life.
public enum FlagLife: String, CaseIterable, Hashable, Sendable {
  /// Raised, and not open in the round before.
  case new
  /// Raised, and open in the round before.
  case persistent
  /// Open in the round before, and the verdict no longer raises it.
  case resolved
  /// Open in the round before, and now without a verdict of its own.
  case suspended
}

/// A flag in one monitoring round.
public struct FlagState: Hashable, Sendable {
  /// What it is about.
  public let key: FlagKey
  /// The name of the territory.
  public let name: String
  /// Where it is in its life.
  public let life: FlagLife
  /// The rounds in which it was raised since it was new, this one included.
  public let rounds: Int
  /// The round in which it was new.
  public let since: String
  /// The status in this round; `nil` where the series is gone.
  public let status: Status?
  /// Whether it was raised in as many rounds in a row as sound an alarm, rounds without data not
  /// counting for or against, and is raised now.
  public let isAlarm: Bool

  /// Makes a state.
  public init(
    key: FlagKey, name: String, life: FlagLife, rounds: Int, since: String, status: Status?,
    isAlarm: Bool
  ) {
    self.key = key
    self.name = name
    self.life = life
    self.rounds = rounds
    self.since = since
    self.status = status
    self.isAlarm = isAlarm
  }

  /// Whether the verdict of this round raises it.
  public var isRaised: Bool { life == .new || life == .persistent }

  /// Whether it lives on into the next round.
  public var isOpen: Bool { life != .resolved }
}
