// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the period of a row from the columns that tell it.
struct PeriodCells {
  /// The columns that tell the period.
  enum Columns {
    /// A year and a month of 1 to 12.
    case yearAndMonth(year: Int, month: Int)
    /// A month as `yyyy-mm`.
    case month(Int)
    /// A day as `yyyy-mm-dd`, which stands for its month.
    case date(Int)
    /// The first day and the last one, or the day after the last.
    case days(start: Int, end: Int)
    /// A calendar year.
    case year(Int)
  }

  let columns: Columns
  private var endIsAfter: (Bool, line: Int)?

  init(columns: Columns) { self.columns = columns }

  /// What to add where two rows have one period.
  var notes: [String] {
    guard case .date = columns else { return [] }
    return ["a day stands for its month; daily values are not read"]
  }

  /// The years a concentration may have.
  static let years = 1900...2100

  /// What tells the period of a row, for notes.
  static let choice =
    "the time of a value is told by 'year' and 'month', by 'month' as yyyy-mm, by 'date' as "
    + "yyyy-mm-dd, by 'start' and 'end', by 'year' alone, or by 'datetime' for hours"

  /// The period of the row at hand; `nil`, with the reason in the log, when it names none.
  mutating func read(_ table: Table, _ log: inout DiagnosticLog) -> MeasurementPeriod? {
    switch columns {
    case .yearAndMonth(let year, let month):
      let year = table.requiredYear(year, within: Self.years, &log)
      let number = table.requiredInteger(month, &log)
      guard let number else { return nil }
      guard (1...12).contains(number) else {
        table.error(month, "month \(number) is none; expected 1 to 12", &log)
        return nil
      }
      return year.map { .month(year: $0, month: number) }
    case .year(let column):
      return table.requiredYear(column, within: Self.years, &log).map { .year($0) }
    case .month(let column):
      return day(
        column, "month", as: "yyyy-mm, such as 2019-03", suffix: "-01", table, &log
      ).map { .month(year: $0.year, month: $0.month) }
    case .date(let column):
      return day(column, "day", as: "yyyy-mm-dd, such as 2019-03-01", suffix: "", table, &log)
        .map { .month(year: $0.year, month: $0.month) }
    case .days(let start, let end):
      return period(start, end, table, &log)
    }
  }

  private func day(
    _ column: Int, _ what: String, as form: String, suffix: String, _ table: Table,
    _ log: inout DiagnosticLog
  ) -> CalendarDay? {
    guard table.hasValue(column, &log) else { return nil }
    guard let day = CalendarDay(text: table.rawText(column) + suffix) else {
      table.error(column, "'\(table.shown(column))' is not a \(what); expected \(form)", &log)
      return nil
    }
    guard Self.years.contains(day.year) else {
      table.error(
        column,
        "year \(day.year) lies outside \(Self.years.lowerBound) to \(Self.years.upperBound)", &log)
      return nil
    }
    return day
  }

  private mutating func period(
    _ start: Int, _ end: Int, _ table: Table, _ log: inout DiagnosticLog
  ) -> MeasurementPeriod? {
    let form = "yyyy-mm-dd, such as 2019-03-01"
    let first = day(start, "day", as: form, suffix: "", table, &log)
    let last = day(end, "day", as: form, suffix: "", table, &log)
    guard let first, let last else { return nil }
    let isAfter = last.day == 1
    let through =
      isAfter
      ? CalendarDay(
        year: last.month == 1 ? last.year - 1 : last.year,
        month: last.month == 1 ? 12 : last.month - 1,
        day: CalendarDay.days(in: last.month == 1 ? 12 : last.month - 1, of: last.year))
      : last
    guard let through, let period = MeasurementPeriod(from: first, through: through) else {
      table.error(
        start,
        "\(first) to \(last) is no period that is read; expected a calendar month, a calendar year "
          + "or a quarter from February, May, August or November on", &log)
      return nil
    }
    if let endIsAfter, endIsAfter.0 != isAfter {
      table.error(
        end,
        "end \(last) is \(isAfter ? "the day after the period" : "the last day of the period"), "
          + "unlike in the rows before; write all rows in one way",
        notes: ["the first row is on line \(endIsAfter.line)"], &log)
      return nil
    }
    if endIsAfter == nil { endIsAfter = (isAfter, line: table.line) }
    return period
  }
}
