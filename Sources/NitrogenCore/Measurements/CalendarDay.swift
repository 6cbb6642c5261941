// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the Gregorian calendar, without a clock or a time zone.
public struct CalendarDay: Hashable, Sendable {
  /// The year, such as 2019.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 for the first.
  public let day: Int

  /// Makes a day; `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the first day of a month; a month outside 1 to 12 runs on into other years.
  public init(firstOfMonth month: Int, of year: Int) {
    let (years, position) = (month - 1).flooredDivision(by: 12)
    self.year = year + years
    self.month = position + 1
    self.day = 1
  }

  /// Reads a day as it is written in files, `yyyy-mm-dd`; `nil` when the text is none.
  public init?(text: some StringProtocol) {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.map(\.utf8.count) == [4, 2, 2],
      pieces.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 } }),
      let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How many days a month of 1 to 12 has.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days since 1 January 1970, negative before it.
  ///
  /// Years are counted from March, so that the leap day is the last of its year: a year of
  /// 365 days, one more every 4, one less every 100, one more every 400.
  public var dayNumber: Int {
    let (years, fromMarch) = (month - 3).flooredDivision(by: 12)
    let marchYear = year + years
    let (centuries, _) = marchYear.flooredDivision(by: 100)
    let leapDays =
      marchYear.flooredDivision(by: 4).quotient - centuries
      + marchYear.flooredDivision(by: 400).quotient
    let daysBeforeMonth = (153 * fromMarch + 2) / 5
    return 365 * marchYear + leapDays + daysBeforeMonth + day - 1 - 719_468
  }
}

extension CalendarDay: Comparable, CustomStringConvertible {
  /// Whether the left comes before the right.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `yyyy-mm-dd`.
  public var description: String {
    "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}

extension Int {
  /// The quotient rounded down, and the remainder from 0 on.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  /// The number with zeros before it, up to a count of digits.
  func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
