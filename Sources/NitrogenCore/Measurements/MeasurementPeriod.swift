// SPDX-License-Identifier: GPL-3.0-or-later

/// The time over which a measured value is the mean.
public enum MeasurementPeriod: Hashable, Sendable {
  /// A calendar month, 1 to 12.
  case month(year: Int, month: Int)
  /// A quarter of the RIVM network in nature areas (*MAN*), 1 to 4.
  ///
  /// The year of that network begins in February: quarter 1 is February to April, 2 May to July,
  /// 3 August to October, 4 November to January of the next year.
  case quarter(year: Int, quarter: Int)
  /// A calendar year.
  case year(Int)

  /// How long the periods of a series are.
  public enum Step: String, CaseIterable, Hashable, Sendable {
    /// Calendar months.
    case month
    /// Quarters from February on.
    case quarter
    /// Calendar years.
    case year
  }
}

extension MeasurementPeriod {
  /// Makes the period that runs from one day to another, the last one included.
  ///
  /// - Returns: `nil` when the days bound neither a month nor a quarter of the network in nature
  ///   areas nor a year.
  public init?(from first: CalendarDay, through last: CalendarDay) {
    guard first.day == 1, last.day == CalendarDay.days(in: last.month, of: last.year) else {
      return nil
    }
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    switch (months, first.month) {
    case (1, _): self = .month(year: first.year, month: first.month)
    case (3, 2), (3, 5), (3, 8), (3, 11):
      self = .quarter(year: first.year, quarter: (first.month + 1) / 3)
    case (12, 1): self = .year(first.year)
    default: return nil
    }
  }

  /// How long the period is.
  public var step: Step {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// `2019-03`, `2019-Q3`, `2019`.
  public var label: String {
    switch self {
    case .month(let year, let month): "\(year.padded(4))-\(month.padded(2))"
    case .quarter(let year, let quarter): "\(year.padded(4))-Q\(quarter)"
    case .year(let year): year.padded(4)
    }
  }

  /// The year that the period is counted in; that of its first day.
  public var year: Int {
    switch self {
    case .month(let year, _), .quarter(let year, _), .year(let year): year
    }
  }

  /// The place of the period among those of its step: neighbours differ by 1.
  public var index: Int {
    switch self {
    case .month(let year, let month): year * 12 + month - 1
    case .quarter(let year, let quarter): year * 4 + quarter - 1
    case .year(let year): year
    }
  }

  /// The first day.
  public var firstDay: CalendarDay {
    switch self {
    case .month(let year, let month): CalendarDay(firstOfMonth: month, of: year)
    case .quarter(let year, let quarter): CalendarDay(firstOfMonth: 3 * quarter - 1, of: year)
    case .year(let year): CalendarDay(firstOfMonth: 1, of: year)
    }
  }

  /// The first day after the period.
  public var dayAfter: CalendarDay {
    let first = firstDay
    return CalendarDay(firstOfMonth: first.month + monthCount, of: first.year)
  }

  /// How many calendar months it lasts.
  public var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// How many hours it lasts, by a clock without summer time.
  public var hours: Int { (dayAfter.dayNumber - firstDay.dayNumber) * 24 }

  /// The middle in years, months counted as twelfths: 2019-01 is 2019 + 1/24.
  public var middle: Double {
    let first = firstDay
    return Double(first.year) + (Double(first.month - 1) + Double(monthCount) / 2) / 12
  }
}

extension MeasurementPeriod: Comparable, CustomStringConvertible {
  /// By first day; of two that begin together the shorter comes first.
  public static func < (left: MeasurementPeriod, right: MeasurementPeriod) -> Bool {
    (left.firstDay, left.monthCount) < (right.firstDay, right.monthCount)
  }

  /// The label.
  public var description: String { label }
}
