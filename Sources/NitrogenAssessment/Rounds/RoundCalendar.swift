// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// The rounds that policy asks for (R20, A21): every interval from the first one to the year after
/// the last target.
public struct RoundCalendar: Sendable {
  /// A round that is asked for.
  public struct Entry: Hashable, Sendable {
    /// How it stands.
    public enum State: String, Hashable, Sendable {
      /// A round was made in its year or before the next one is asked for.
      case done
      /// None was made, and its year has not ended.
      case due
      /// None was made, and its year has ended.
      case late
    }

    /// The year it is asked for.
    public let year: Int
    /// How it stands.
    public let state: State
    /// The round that serves it; `nil` where there is none.
    public let round: String?
  }

  /// The years in which a round is asked for, ascending.
  public let years: [Int]
  /// Years between two rounds.
  public let interval: Int

  /// Reads the calendar; `nil` where policy is silent on the first round or the interval, or the
  /// interval is not a whole number of years from 1 to 100.
  public init?(_ policy: Policy) {
    guard let first = policy.number("monitoring.first-round").flatMap({ Int(exactly: $0) }),
      let interval = policy.number("monitoring.interval").flatMap({ Int(exactly: $0) }),
      (1...100).contains(interval), let last = policy.targetYears.last
    else { return nil }
    self.interval = interval
    self.years = Array(stride(from: first, through: last + 1, by: interval))
  }

  /// How the rounds asked for stand.
  ///
  /// - Parameters:
  ///   - rounds: the rounds that were made, each with its day, in order.
  ///   - day: the day to judge by; rounds made after it do not count yet. Without one nothing is
  ///     late.
  /// - Returns: one entry for each year of the calendar.
  public func entries(
    rounds: [(name: String, date: CalendarDay)], on day: CalendarDay?
  ) -> [Entry] {
    years.map { year in
      let serving = rounds.first {
        day.map { [date = $0.date] in date <= $0 } ?? true
          && (year..<year + interval).contains($0.date.year)
      }
      let isOver = day.map { $0.year > year } ?? false
      let state: Entry.State = serving != nil ? .done : (isOver ? .late : .due)
      return Entry(year: year, state: state, round: serving?.name)
    }
  }
}

extension Policy {
  /// The years for which some sector has a target with a value, ascending.
  public var targetYears: [Int] {
    let pairs = Sector.allCases.flatMap { sector in Pollutant.allCases.map { (sector, $0) } }
    let years = pairs.flatMap { sector, pollutant in
      targetYears(prefix: "target", sector, pollutant).filter {
        band(.target(sector, pollutant, $0)) != nil
      }
    }
    return Set(years).sorted()
  }
}
