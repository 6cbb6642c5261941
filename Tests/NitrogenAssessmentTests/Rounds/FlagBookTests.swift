// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import Testing

/// The life of a flag through rounds that are named by their number.
@Suite struct FlagBookTests {
  /// The flags of the last of some rounds, each with one verdict on one series, or with none.
  private static func flag(_ rounds: [SeriesStanding?], alarmRounds: Int? = 2) -> FlagState? {
    var flags: [FlagState] = []
    for (position, standing) in rounds.enumerated() {
      flags = FlagBook.flags(
        of: standing.map { [$0] } ?? [], after: flags, round: "\(position + 1)",
        alarmRounds: alarmRounds)
    }
    return flags.first
  }

  private static let off = MadeStandings.verdict(.offTrack)
  private static let on = MadeStandings.verdict(.onTrack)
  private static let unknown = MadeStandings.verdict(.undetermined)

  @Test func aRaisedFlagIsNewAtFirst() {
    let flag = Self.flag([Self.off])
    #expect(flag?.life == .new)
    #expect(flag?.rounds == 1)
    #expect(flag?.since == "1")
    #expect(flag?.isAlarm == false)
  }

  @Test func raisedAgainItIsPersistentAndSoundsAnAlarm() {
    let flag = Self.flag([Self.off, Self.off])
    #expect(flag?.life == .persistent)
    #expect(flag?.rounds == 2)
    #expect(flag?.since == "1")
    #expect(flag?.isAlarm == true)
  }

  @Test func theNumberOfRoundsToAnAlarmIsPolicy() {
    #expect(Self.flag([Self.off, Self.off], alarmRounds: 3)?.isAlarm == false)
    #expect(Self.flag([Self.off, Self.off, Self.off], alarmRounds: 3)?.isAlarm == true)
    #expect(Self.flag([Self.off, Self.off], alarmRounds: nil)?.isAlarm == false)
  }

  @Test func aVerdictThatNoLongerRaisesItResolvesIt() {
    let flag = Self.flag([Self.off, Self.on])
    #expect(flag?.life == .resolved)
    #expect(flag?.isAlarm == false)
    #expect(Self.flag([Self.off, Self.on, Self.on]) == nil)
  }

  @Test func raisedAfterItWasResolvedItIsNew() {
    let flag = Self.flag([Self.off, Self.on, Self.off])
    #expect(flag?.life == .new)
    #expect(flag?.rounds == 1)
    #expect(flag?.since == "3")
  }

  @Test(arguments: [
    unknown, nil, MadeStandings.verdict(.offTrack, isInherited: true),
    MadeStandings.verdict(.offTrack, isShadow: true),
  ])
  func withoutAVerdictOfItsOwnItIsSuspended(standing: SeriesStanding?) {
    let flag = Self.flag([Self.off, standing])
    #expect(flag?.life == .suspended)
    #expect(flag?.rounds == 1)
    #expect(flag?.isAlarm == false)
  }

  @Test func aSuspendedFlagComesBackWithItsCount() {
    let flag = Self.flag([Self.off, Self.off, Self.unknown, nil, Self.off])
    #expect(flag?.life == .persistent)
    #expect(flag?.rounds == 3)
    #expect(flag?.since == "1")
    #expect(flag?.isAlarm == true)
  }

  @Test func aSuspendedFlagIsResolvedByAVerdict() {
    #expect(Self.flag([Self.off, Self.unknown, Self.on])?.life == .resolved)
  }

  @Test func inheritedAndShadowVerdictsNeverFlag() {
    #expect(Self.flag([MadeStandings.verdict(.missed, isInherited: true)]) == nil)
    #expect(Self.flag([MadeStandings.verdict(.missed, isShadow: true)]) == nil)
  }

  @Test func seriesOfTwoBoundariesAreTwoFlags() {
    let other = MadeStandings.verdict(
      .offTrack, key: MadeStandings.key(boundary: BoundaryID(rawValue: "er-default")))
    let flags = FlagBook.flags(
      of: [Self.off, other], after: [], round: "1", alarmRounds: 2)
    #expect(flags.map(\.key.series.boundary.rawValue) == ["er-default", "rivm-dash"])
  }
}
