// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenAssessment
import NitrogenCore
import NitrogenReports

/// `round.json` as it is read back.
struct RoundFile: Decodable {
  struct ToolEntry: Decodable {
    let name: String
    let version: String
  }

  struct Digest: Decodable {
    let path: String
    let sha256: String
  }

  struct Link: Decodable {
    let name: String
    let sha256: String
  }

  struct Years: Decodable {
    let kind: String
    let pollutant: String
    let definitive: Int?
    let latest: Int
    let releases: [String]
  }

  struct Clock: Decodable {
    let target: Int
    let provisional: String?
    let definitive: String?
  }

  struct Flag: Decodable {
    let target: Int
    let life: String
    let rounds: Int
    let since: String
    let status: String?
    let alarm: Bool
    let series: SeriesEntry

    private enum Key: String, CodingKey {
      case target, life, rounds, since, status, alarm
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      target = try values.decode(Int.self, forKey: .target)
      life = try values.decode(String.self, forKey: .life)
      rounds = try values.decode(Int.self, forKey: .rounds)
      since = try values.decode(String.self, forKey: .since)
      status = try values.decodeIfPresent(String.self, forKey: .status)
      alarm = try values.decode(Bool.self, forKey: .alarm)
      series = try SeriesEntry(from: decoder)
    }
  }

  struct Promise: Decodable {
    let id: String
    let state: String
    let due: String?
    let done: String?
    let what: String
    let citation: String
    let dueRecord: String?
    let doneRecord: String?
  }

  let schema: String
  let name: String
  let date: String
  let tool: ToolEntry
  let seed: String
  let asOf: Int?
  let failOn: String
  let previous: Link?
  let emissionYears: [Years]
  let clocks: [Clock]
  let alarmRounds: Int?
  let flags: [Flag]
  let milestones: [Promise]
  let files: [Digest]

  /// A word that stands where another was expected.
  struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ found: String, expected: String) {
      description = "found '\(found)', expected \(expected)"
    }
  }

  /// The round, with every word checked.
  func round() throws -> MonitoringRound {
    guard schema == RoundDocument.schema else {
      throw Unexpected(schema, expected: "'\(RoundDocument.schema)' as schema")
    }
    guard let day = CalendarDay(text: date) else {
      throw Unexpected(date, expected: "a date as yyyy-mm-dd")
    }
    guard let seed = UInt64(seed) else { throw Unexpected(seed, expected: "a seed") }
    return MonitoringRound(
      name: name, date: day, tool: tool.name, toolVersion: tool.version, seed: seed, asOf: asOf,
      failOn: failOn,
      previous: previous.map { MonitoringRound.Link(name: $0.name, sha256: $0.sha256) },
      years: try emissionYears.map {
        EmissionYears(
          kind: $0.kind, pollutant: try SeriesEntry.word($0.pollutant, as: "a pollutant"),
          definitive: $0.definitive, latest: $0.latest, releases: $0.releases)
      },
      clocks: clocks.map {
        TargetClock(target: $0.target, provisional: $0.provisional, definitive: $0.definitive)
      },
      alarmRounds: alarmRounds,
      flags: try flags.map { flag in
        FlagState(
          key: FlagKey(series: try flag.series.key(), target: flag.target),
          name: flag.series.territory.name, life: try SeriesEntry.word(flag.life, as: "a life"),
          rounds: flag.rounds, since: flag.since,
          status: try flag.status.map { try SeriesEntry.word($0, as: "a status") },
          isAlarm: flag.alarm)
      },
      promises: try milestones.map {
        DatedPromise(
          id: $0.id, what: $0.what, citation: $0.citation, due: $0.due, dueRecord: $0.dueRecord,
          done: $0.done, doneRecord: $0.doneRecord,
          state: try SeriesEntry.word($0.state, as: "a state"))
      },
      files: files.map { MonitoringRound.File(path: $0.path, sha256: $0.sha256) })
  }
}
