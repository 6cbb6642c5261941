// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// Monitoring rounds as people read them in a terminal.
public enum RoundText {
  /// One round: its data, clocks, flags with their life, and milestones.
  public static func show(_ round: MonitoringRound) -> String {
    var lines = [
      "Round \(round.name), made on \(round.date) with \(round.tool) \(round.toolVersion)",
      round.previous.map { "follows round \($0.name)" } ?? "the first round",
      round.isProvisional ? "provisional data" : "definitive data",
      "", "Emission years, and the releases that published them",
    ]
    lines += years(round.years)
    lines += ["", "When a verdict can be given at the earliest"]
    lines += clocks(round.clocks)
    lines += flags(round.flags, title: "Flags")
    if round.alarmRounds == nil {
      lines.append("  no alarms: policy is silent on monitoring.alarm-rounds")
    }
    lines += ["", "Milestones on \(round.date)"] + PromiseTables.lines(round.promises)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rounds that were made, and those that policy asks for.
  ///
  /// - Parameters:
  ///   - rounds: the rounds, in order.
  ///   - calendar: the rounds asked for; `nil` where policy is silent.
  ///   - day: the day to judge by; `nil` where there is none.
  /// - Returns: the text, several lines.
  public static func list(
    _ rounds: [MonitoringRound], calendar: [RoundCalendar.Entry]?, on day: CalendarDay?
  ) -> String {
    var lines: [String] = []
    if rounds.isEmpty {
      lines.append("No rounds yet")
    } else {
      var table = TextTable([
        .init("round", .left), .init("date", .left), .init("data", .left), .init("raised"),
        .init("resolved"), .init("suspended"), .init("alarms"),
      ])
      for round in rounds {
        func count(_ life: FlagLife) -> Int { round.flags.count { $0.life == life } }
        table.row([
          Inked(round.name), Inked(round.date.description),
          Inked(round.isProvisional ? "provisional" : "definitive"),
          Inked(Shown.count(count(.new) + count(.persistent))),
          Inked(Shown.count(count(.resolved))), Inked(Shown.count(count(.suspended))),
          Inked(Shown.count(round.alarms.count)),
        ])
      }
      lines += table.lines(colour: false, width: 200)
    }
    lines += ["", "Calendar" + (day.map { " on \($0)" } ?? "")]
    if let calendar {
      for entry in calendar {
        lines.append(
          "  \(entry.year)  \(entry.state.rawValue)" + (entry.round.map { "  round \($0)" } ?? ""))
      }
    } else {
      lines.append(
        "  unresolved: it needs monitoring.first-round, and monitoring.interval in whole years from "
          + "1 to 100")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What changed between two rounds; `setting` is what differs in how they were made.
  public static func compare(
    _ change: RoundChange, from old: MonitoringRound, to new: MonitoringRound, setting: [String]
  ) -> String {
    var lines = ["From round \(old.name) (\(old.date)) to round \(new.name) (\(new.date))"]
    lines += ["", "Program, options and policy"]
    lines += (setting.isEmpty ? ["the same in both rounds"] : setting).map { "  \($0)" }
    lines += flags(change.flags, title: "Flags of these two rounds")
    lines += verdicts(change.verdicts)
    lines += ["", "Releases"]
    if let refusal = change.refusal {
      lines.append("  not compared: \(refusal)")
    } else if let releases = change.releases {
      if let found = releases.discrepancy {
        lines.append("  \(ComparisonError.differsUnderOneName(found))")
      }
      if releases.changes.isEmpty {
        lines.append("  no series has another release than before")
      }
      lines += ComparisonText.lines(releases)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private static func years(_ years: [EmissionYears]) -> [String] {
    if years.isEmpty { return ["  none"] }
    var table = TextTable([
      .init("", .left), .init("", .left), .init("definitive to", .left),
      .init("provisional to", .left), .init("releases", .left),
    ])
    for year in years {
      table.row([
        Inked("  " + year.kind), Inked(year.pollutant.label),
        Inked(year.definitive.map { String($0) } ?? Shown.missing),
        Inked(year.isProvisional ? String(year.latest) : Shown.missing),
        Inked(year.releases.joined(separator: ", ")),
      ])
    }
    return table.lines(colour: false, width: 200)
  }

  private static func clocks(_ clocks: [TargetClock]) -> [String] {
    if clocks.isEmpty { return ["  none: policy has no target"] }
    return clocks.map { clock in
      "  on emission year \(clock.target): provisional \(clock.provisional ?? Shown.missing), "
        + "definitive \(clock.definitive ?? Shown.missing)"
    }
  }

  static func flags(_ flags: [FlagState], title: String) -> [String] {
    let raised = flags.count(where: \.isRaised)
    let alarms = flags.count(where: \.isAlarm)
    var lines = [
      "",
      "\(title): \(Shown.count(raised)) raised, \(Shown.count(alarms, "alarm", "alarms")), "
        + "\(Shown.count(flags.count { $0.life == .resolved })) resolved, "
        + "\(Shown.count(flags.count { $0.life == .suspended })) suspended",
    ]
    guard !flags.isEmpty else { return lines }
    var table = TextTable(Array(repeating: TextTable.Column("", .left), count: 6))
    for flag in flags {
      let series = flag.key.series
      table.row([
        Inked(flag.isAlarm ? "  ALARM" : ""),
        Inked(flag.life == .new ? "new" : "\(flag.life.rawValue)(\(flag.rounds))"),
        Inked(ComparisonText.place(series, flag.name)), Inked(ComparisonText.subject(series)),
        Inked("\(flag.key.target) \(flag.status?.words ?? "no series")"),
        Inked("since round \(flag.since)"),
      ])
    }
    lines += table.lines(colour: false, width: 200)
    return lines
  }

  /// The verdicts that places have of their own; the others are counted.
  private static func verdicts(_ changes: [RoundChange.VerdictChange]) -> [String] {
    let own = changes.filter(\.isOwn)
    var lines = ["", "Verdicts that changed: \(Shown.count(own.count))"]
    if own.count < changes.count {
      lines.append(
        "  and \(Shown.count(changes.count - own.count)) that are the nation's, or shown beside "
          + "the official figures")
    }
    guard !own.isEmpty else { return lines }
    var table = TextTable(Array(repeating: TextTable.Column("", .left), count: 4))
    for change in own.prefix(ComparisonText.most) {
      let series = change.key.series
      table.row([
        Inked("  " + ComparisonText.place(series, change.name)),
        Inked(ComparisonText.subject(series)), Inked(String(change.key.target)),
        Inked("\(change.old?.words ?? Shown.missing) to \(change.new?.words ?? Shown.missing)"),
      ])
    }
    lines += table.lines(colour: false, width: 200)
    if own.count > ComparisonText.most {
      let more = Shown.count(own.count - ComparisonText.most)
      lines.append("and \(more) more; json has them all")
    }
    return lines
  }
}
