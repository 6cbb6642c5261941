// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import Testing

/// One round held against a later one.
@Suite struct RoundChangeTests {
  private static func round(_ name: String, year: Int, flags: [FlagState] = []) throws
    -> MonitoringRound
  {
    MonitoringRound(
      name: name, date: try #require(CalendarDay(year: year, month: 1, day: 1)), tool: "stikstof",
      toolVersion: "1", seed: 1, asOf: nil, failOn: "off-track", previous: nil, years: [],
      clocks: [], alarmRounds: 2, flags: flags, promises: [], files: [])
  }

  private static func change(
    _ old: [SeriesStanding], _ new: [SeriesStanding]
  ) throws -> RoundChange {
    let flags = FlagBook.flags(of: old, after: [], round: "a", alarmRounds: 2)
    return RoundChange(
      from: try round("a", year: 2028, flags: flags), old, to: try round("b", year: 2030), new)
  }

  @Test func onlyVerdictsThatChangedAreListed() throws {
    let key = MadeStandings.key(64)
    let change = try Self.change(
      [MadeStandings.verdict(.offTrack), MadeStandings.verdict(.onTrack, key: key)],
      [MadeStandings.verdict(.onTrack), MadeStandings.verdict(.onTrack, key: key)])
    #expect(change.verdicts.map(\.key.series) == [MadeStandings.key()])
    #expect(change.verdicts.first?.old == .offTrack)
    #expect(change.verdicts.first?.new == .onTrack)
    #expect(change.flags.map(\.life) == [.resolved])
  }

  @Test func inheritedVerdictsAreNotAPlacesOwn() throws {
    let change = try Self.change(
      [MadeStandings.verdict(.onTrack, isInherited: true)],
      [MadeStandings.verdict(.offTrack, isInherited: true)])
    #expect(change.verdicts.map(\.isOwn) == [false])
    let gained = try Self.change(
      [MadeStandings.verdict(.onTrack, isInherited: true)], [MadeStandings.verdict(.offTrack)])
    #expect(gained.verdicts.map(\.isOwn) == [true])
  }

  @Test func aSeriesThatIsGoneHasNoVerdict() throws {
    let change = try Self.change([MadeStandings.verdict(.offTrack)], [])
    #expect(change.verdicts.first?.old == .offTrack)
    #expect(change.verdicts.first?.new == nil)
    #expect(change.flags.map(\.life) == [.suspended])
  }

  /// Flags and verdicts are compared also where releases cannot be.
  @Test func anotherBoundaryOnlyStopsTheComparisonOfReleases() throws {
    let other = MadeStandings.key(boundary: BoundaryID(rawValue: "er-default"))
    let change = try Self.change(
      [MadeStandings.series(release: "A", [(2019, 1000)]), MadeStandings.verdict(.offTrack)],
      [MadeStandings.series(other, release: "B", [(2019, 1000)]), MadeStandings.verdict(.offTrack)]
    )
    #expect(change.releases == nil)
    #expect(
      change.refusal
        == .differentBoundaries(
          MadeStandings.key(), old: MadeStandings.boundary, new: other.boundary))
    #expect(change.flags.map(\.life) == [.persistent])
  }
}
