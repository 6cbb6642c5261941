// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// The account of a monitoring round as it is frozen: `round.json`.
public enum RoundDocument {
  /// The id of the layout.
  public static let schema = "urn:stikstof:round:1"

  /// A round as UTF-8.
  public static func bytes(_ round: MonitoringRound) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", schema)
    json.member("name", round.name)
    json.member("date", round.date.description)
    json.key("tool")
    json.beginObject(.fitting)
    json.member("name", round.tool)
    json.member("version", round.toolVersion)
    json.endObject()
    // A text: not every reader of JSON keeps all digits of so large a number.
    json.member("seed", String(round.seed))
    json.member("asOf", round.asOf)
    json.member("failOn", round.failOn)
    json.member("data", round.isProvisional ? "provisional" : "definitive")
    json.key("previous")
    if let previous = round.previous {
      json.beginObject(.fitting)
      json.member("name", previous.name)
      json.member("sha256", previous.sha256)
      json.endObject()
    } else {
      json.null()
    }
    json.objects("emissionYears", round.years, .fitting) { json, years in
      json.member("kind", years.kind)
      json.member("pollutant", years.pollutant.label)
      json.member("definitive", years.definitive)
      json.member("latest", years.latest)
      json.member("releases", years.releases)
    }
    json.objects("clocks", round.clocks, .fitting) { json, clock in
      json.member("target", clock.target)
      json.member("provisional", clock.provisional)
      json.member("definitive", clock.definitive)
    }
    json.member("alarmRounds", round.alarmRounds)
    json.objects("flags", round.flags, .fitting) { $0.members($1) }
    json.promises(round.promises)
    json.objects("files", round.files, .fitting) { json, file in
      json.member("path", file.path)
      json.member("sha256", file.sha256)
    }
    json.endObject()
    json.newLine(0)
    return json.bytes
  }
}

extension JSONWriter {
  /// The members of a flag, into the object that is open.
  mutating func members(_ flag: FlagState) {
    series(flag.key.series, flag.name)
    member("target", flag.key.target)
    member("life", flag.life.rawValue)
    member("rounds", flag.rounds)
    member("since", flag.since)
    member("status", flag.status?.rawValue)
    member("alarm", flag.isAlarm)
  }

  /// Milestones, as a member of the object that is open.
  mutating func promises(_ promises: [DatedPromise]) {
    objects("milestones", promises, .fitting) { json, promise in
      json.member("id", promise.id)
      json.member("state", promise.state.rawValue)
      json.member("due", promise.due)
      json.member("done", promise.done)
      json.member("what", promise.what)
      json.member("citation", promise.citation)
      json.member("dueRecord", promise.dueRecord)
      json.member("doneRecord", promise.doneRecord)
    }
  }
}
