// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Calendar, clocks and milestones of the packs that are in force by default.
@Suite struct RoundCalendarTests {
  private static func day(_ text: String) throws -> CalendarDay {
    try #require(CalendarDay(text: text))
  }

  /// A21: 2028, 2030, 2032, 2034, 2036.
  @Test func roundsAreDueEveryTwoYearsUntilTheYearAfterTheLastTarget() throws {
    let calendar = try #require(RoundCalendar(try RealData.requirePolicy()))
    #expect(calendar.years == [2028, 2030, 2032, 2034, 2036])
  }

  @Test func aRoundIsLateWhenItsYearHasEnded() throws {
    let calendar = try #require(RoundCalendar(try RealData.requirePolicy()))
    let made = [("first", try Self.day("2028-10-01"))]
    let last = calendar.entries(rounds: made, on: try Self.day("2030-12-31"))
    #expect(last.map(\.state) == [.done, .due, .due, .due, .due])
    #expect(last.first?.round == "first")
    let next = calendar.entries(rounds: made, on: try Self.day("2031-01-01"))
    #expect(next.map(\.state) == [.done, .late, .due, .due, .due])
  }

  @Test func aRoundMadeAYearLateStillServes() throws {
    let calendar = try #require(RoundCalendar(try RealData.requirePolicy()))
    let made = [("late", try Self.day("2029-05-01"))]
    let before = calendar.entries(rounds: made, on: try Self.day("2029-04-30"))
    #expect(before.first?.state == .late)
    let after = calendar.entries(rounds: made, on: try Self.day("2029-05-01"))
    #expect(after.first?.state == .done)
  }

  @Test(arguments: ["0", "0.5", "101", "1e15"])
  func anIntervalThatIsNotInWholeYearsGivesNoCalendar(interval: String) throws {
    let library = try RealData.requireLibrary()
    let record = try library.record(key: "monitoring.interval", assuming: interval)
    let pack = PolicyPack(
      id: "mine", title: "", date: "", kind: .user, isDefault: false, isSecondHand: false,
      order: 99, records: [record], file: "")
    #expect(RoundCalendar(try RealData.requirePolicy([pack])) == nil)
  }

  /// Definitive figures of a year appear early in the second year after it: 2030 about 2031-2032, 2035 about 2036-2037.
  @Test func aVerdictWaitsForTheInventory() throws {
    #expect(
      TargetClock.clocks(try RealData.requirePolicy()) == [
        TargetClock(target: 2030, provisional: "2031-09", definitive: "2032-02"),
        TargetClock(target: 2035, provisional: "2036-09", definitive: "2037-02"),
      ])
  }

  @Test func aProvisionalYearIsToldFromADefinitiveOne() {
    let series = MadeStandings.series(
      release: "A", [(2019, 1000), (2022, 950), (2023, 940), (2024, nil)], provisional: [2023])
    let years = EmissionYears.years(of: [series], upTo: nil)
    #expect(
      years == [
        EmissionYears(
          kind: "ring", pollutant: .nh3, definitive: 2022, latest: 2023, releases: ["A"])
      ])
    #expect(years.first?.isProvisional == true)
    #expect(EmissionYears.years(of: [series], upTo: 2022).first?.isProvisional == false)
  }

  @Test func milestonesAreDueThenLate() throws {
    let policy = try RealData.requirePolicy()
    func zoning(_ day: String) throws -> DatedPromise {
      let promises = DatedPromise.promises(policy, on: try Self.day(day))
      return try #require(promises.first { $0.id == "zoning" })
    }
    #expect(try zoning("2026-06-20").state == .due)
    let late = try zoning("2026-06-21")
    #expect(late.state == .late)
    #expect(late.due == "2026-06-20")
    #expect(late.dueRecord == "stikstof-readings#milestone.zoning")
    #expect(
      late.citation == "coalition-agreement-2026, Landbouw, natuur en stikstof, L1746-1750")
  }

  @Test func aMilestoneWithoutADayIsOpenAndComesLast() throws {
    let promises = DatedPromise.promises(
      try RealData.requirePolicy(), on: try Self.day("2099-01-01"))
    #expect(promises.last?.id == "monitoring")
    #expect(promises.last?.state == .open)
    #expect(promises.dropLast().allSatisfy { $0.state == .late })
    #expect(promises.count == 10)
  }

  /// The dates of the agreement, L1599-L1954.
  @Test func daysAreThoseOfTheRegister() throws {
    let promises = DatedPromise.promises(
      try RealData.requirePolicy(), on: try Self.day("2026-01-30"))
    #expect(
      promises.map { "\($0.id) \($0.due ?? "-")" } == [
        "generic-measures 2026-06-20", "skimming-shares 2026-06-20", "zoning 2026-06-20",
        "priority-areas 2026-12-31", "methane-inhibitors 2029-01-01", "interim-aim 2030-12-31",
        "land-based-norm 2032-12-31", "fund 2035-12-31", "sector-targets 2035-12-31",
        "monitoring -",
      ])
  }

  @Test func aMilestoneIsDoneFromItsDayOn() throws {
    let library = try RealData.requireLibrary()
    let record = try library.record(
      key: "milestone.zoning.done", assuming: "2026-07-10")
    let pack = PolicyPack(
      id: "mine", title: "", date: "", kind: .user, isDefault: false, isSecondHand: false,
      order: 99, records: [record], file: "")
    let policy = try RealData.requirePolicy([pack])
    func zoning(_ day: String) throws -> DatedPromise? {
      DatedPromise.promises(policy, on: try Self.day(day)).first { $0.id == "zoning" }
    }
    #expect(try zoning("2026-07-09")?.state == .late)
    #expect(try zoning("2026-07-09")?.done == nil)
    #expect(try zoning("2026-07-10")?.state == .done)
    #expect(try zoning("2026-07-10")?.doneRecord == "mine#milestone.zoning.done")
  }
}
