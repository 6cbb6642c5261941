// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// A monitoring round (*monitoringsronde*): what an assessment said on a day, frozen.
public struct MonitoringRound: Sendable {
  /// The round before, by name and by the SHA-256 of its account.
  public struct Link: Hashable, Sendable {
    /// The name of the round.
    public let name: String
    /// SHA-256 of its `round.json`, in lower-case hexadecimal digits.
    public let sha256: String

    /// Makes a link.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// A file of the round.
  public struct File: Hashable, Sendable {
    /// The name in the folder of the round.
    public let path: String
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    public let sha256: String

    /// Makes a file.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The name, which is also that of its folder.
  public let name: String
  /// The day it was made.
  public let date: CalendarDay
  /// The name of the program.
  public let tool: String
  /// The version of the program.
  public let toolVersion: String
  /// The seed of the draws.
  public let seed: UInt64
  /// The latest emission year that counts; `nil` for no limit.
  public let asOf: Int?
  /// From which status on a verdict raised a flag.
  public let failOn: String
  /// The round before; `nil` for the first.
  public let previous: Link?
  /// The emission years it knows.
  public let years: [EmissionYears]
  /// When a verdict on each target year can be given.
  public let clocks: [TargetClock]
  /// In how many rounds in a row a flag must be raised to sound an alarm; `nil` where policy is
  /// silent.
  public let alarmRounds: Int?
  /// The flags, raised, resolved and suspended.
  public let flags: [FlagState]
  /// What was promised, as it stood on the day.
  public let promises: [DatedPromise]
  /// The files of the round but its account.
  public let files: [File]

  /// Makes a round.
  public init(
    name: String, date: CalendarDay, tool: String, toolVersion: String, seed: UInt64, asOf: Int?,
    failOn: String, previous: Link?, years: [EmissionYears], clocks: [TargetClock],
    alarmRounds: Int?, flags: [FlagState], promises: [DatedPromise], files: [File]
  ) {
    self.name = name
    self.date = date
    self.tool = tool
    self.toolVersion = toolVersion
    self.seed = seed
    self.asOf = asOf
    self.failOn = failOn
    self.previous = previous
    self.years = years
    self.clocks = clocks
    self.alarmRounds = alarmRounds
    self.flags = flags
    self.promises = promises
    self.files = files
  }

  /// Whether the latest year of some kind of territory is provisional.
  public var isProvisional: Bool { years.contains(where: \.isProvisional) }

  /// The flags that sound an alarm.
  public var alarms: [FlagState] { flags.filter(\.isAlarm) }
}
