// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension Table {
  /// A share of 0 to 1 in a cell; the outer `nil` is one that holds none, the inner an empty one.
  ///
  /// A figure over 1 is told what it would be if it is meant in percent.
  func share(_ column: Int?, _ what: String, _ log: inout DiagnosticLog) -> Double?? {
    guard case .some(let number) = number(column, unit: "fractions", &log) else { return nil }
    guard let column, let value = number else { return .some(nil) }
    if value < 0 {
      error(column, "\(what) must be 0 or more, found '\(shown(column))'", &log)
      return nil
    }
    if value > 1 {
      let found = "\(what) must be a fraction of at most 1, found '\(shown(column))'"
      error(
        column,
        value <= 100
          ? "\(found); write \(written(value / 100)) for \(shown(column)) %"
          : "\(found); write 0.15 for 15 %", &log)
      return nil
    }
    return .some(value)
  }

  /// A share of 0 to 1 in a cell that must not be empty.
  func requiredShare(
    _ column: Int?, _ what: String, ifEmpty advice: String, _ log: inout DiagnosticLog
  ) -> Double? {
    guard let column else { return nil }
    if isEmpty(column) {
      error(column, "the \(what) is empty; \(advice)", &log)
      return nil
    }
    return share(column, what, &log) ?? nil
  }

  /// The standard deviation of a share in a cell, at most `largest`; see ``share(_:_:_:)``.
  func spread(
    _ column: Int?, atMost largest: Double, because reason: String, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard case .some(let number) = share(column, "spread", &log) else { return nil }
    guard let column, let value = number, value > largest + 1e-12 else { return .some(number) }
    let rounded = (largest * 1000).rounded() / 1000
    error(
      column,
      "spread '\(shown(column))' is larger than \(written(rounded)), \(reason); it is a standard "
        + "deviation, about a quarter of the range that 95 % lies in", &log)
    return nil
  }

  /// The number in the words of the table: its own decimal mark.
  func written(_ value: Double) -> String {
    var text = "\(value)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return format.decimalMark == UInt8(ascii: ",") ? text.replacing(".", with: ",") : text
  }

  /// The day of a cell that must not be empty, see ``day(_:ofYear:_:)``.
  func requiredDay(
    _ column: Int?, ofYear first: (month: Int, day: Int), _ log: inout DiagnosticLog
  ) -> CalendarDay? {
    guard let column, hasValue(column, &log) else { return nil }
    return day(column, ofYear: first, &log) ?? nil
  }

  /// The day of a cell as `yyyy-mm-dd`, or that day of a year which stands for it; the outer `nil` is
  /// a cell that holds neither, the inner an empty one.
  func day(
    _ column: Int?, ofYear first: (month: Int, day: Int), _ log: inout DiagnosticLog
  ) -> CalendarDay?? {
    guard let column, !isEmpty(column) else { return .some(nil) }
    let text = rawText(column)
    let isYear =
      text.utf8.count == 4
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
    let day =
      isYear
      ? Int(text).flatMap { CalendarDay(year: $0, month: first.month, day: first.day) }
      : CalendarDay(text: text)
    guard let day else {
      error(
        column,
        "'\(shown(column))' is not a day; expected yyyy-mm-dd, such as 2027-07-01, or a year", &log)
      return nil
    }
    guard Self.years.contains(day.year) else {
      error(
        column,
        "year \(day.year) lies outside \(Self.years.lowerBound) to \(Self.years.upperBound)", &log)
      return nil
    }
    return .some(day)
  }
}
