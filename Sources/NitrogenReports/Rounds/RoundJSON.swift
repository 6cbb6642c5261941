// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// Monitoring rounds as programs read them. One round is shown by its frozen account itself.
public enum RoundJSON {
  /// The rounds that were made, and those that policy asks for.
  ///
  /// - Parameters:
  ///   - rounds: the rounds, in order.
  ///   - calendar: the rounds asked for; `nil` where policy is silent.
  ///   - day: the day to judge by; `nil` where there is none.
  /// - Returns: the text of the document.
  public static func list(
    _ rounds: [MonitoringRound], calendar: [RoundCalendar.Entry]?, on day: CalendarDay?
  ) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "urn:stikstof:rounds:1")
    json.member("on", day?.description)
    json.objects("rounds", rounds, .fitting) { json, round in
      json.member("name", round.name)
      json.member("date", round.date.description)
      json.member("data", round.isProvisional ? "provisional" : "definitive")
      for life in FlagLife.allCases {
        json.key(life.rawValue)
        json.value(round.flags.count { $0.life == life })
      }
      json.member("alarms", round.alarms.count)
    }
    json.key("calendar")
    if let calendar {
      json.beginArray()
      for entry in calendar {
        json.beginObject(.fitting)
        json.member("year", entry.year)
        json.member("state", entry.state.rawValue)
        json.member("round", entry.round)
        json.endObject()
      }
      json.endArray()
    } else {
      json.null()
    }
    json.endObject()
    json.newLine(0)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// What changed between two rounds; `setting` is what differs in how they were made.
  public static func compare(
    _ change: RoundChange, from old: MonitoringRound, to new: MonitoringRound, setting: [String]
  ) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "urn:stikstof:round-comparison:1")
    json.member("old", old.name)
    json.member("new", new.name)
    json.member("setting", setting)
    json.objects("flags", change.flags, .fitting) { $0.members($1) }
    json.objects("verdicts", change.verdicts, .fitting) { json, verdict in
      json.series(verdict.key.series, verdict.name)
      json.member("target", verdict.key.target)
      json.member("oldStatus", verdict.old?.rawValue)
      json.member("newStatus", verdict.new?.rawValue)
      json.member("own", verdict.isOwn)
    }
    json.member("refusal", change.refusal?.description)
    json.key("releases")
    if let releases = change.releases {
      json.beginObject()
      json.members(releases)
      json.member(
        "discrepancy",
        releases.discrepancy.map { ComparisonError.differsUnderOneName($0).description })
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
    json.newLine(0)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
