// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Which columns of a table of measurements hold what.
struct MeasurementColumns {
  /// What tells the time of a value.
  enum Time {
    /// The period over which it is a mean.
    case periods(PeriodCells.Columns)
    /// The hour, by its date and time.
    case hours(Int)
  }

  /// A column of values.
  struct Value {
    let column: Int
    /// What is measured; `nil` where a cell of the row says so.
    let quantity: MeasuredQuantity?
  }

  let time: Time
  var values: [Value] = []
  var station: Int?
  /// The station of every row, where no column names it.
  var fixedStation: StationCode?
  var quantity: Int?
  var uncertainty: Int?
  var validFraction: Int?
  var flag: Int?
  var censored: Int?
  var instrument: Int?

  init(time: Time) { self.time = time }

  /// Finds the columns of a table of a dataset; `nil`, with the reason in the log, when none tells
  /// the time.
  init?(dataset table: Table, log: inout DiagnosticLog) {
    let names = Time.names(for: table.header)
    let isTold = !names.isEmpty
    if !isTold {
      log.error(
        Place(file: table.file, line: 1), "no column tells the time of a value",
        notes: [PeriodCells.choice])
    }
    let bound = table.bind(
      TableLayout(
        required: ["station"] + names + ["quantity", "value"],
        optional: (isTold ? [] : Time.allNames)
          + ["uncertainty", "valid_fraction", "flag", "instrument", "note"]), log: &log)
    guard let time = Time(bound) else { return nil }
    self.init(time: time)
    station = bound["station"]
    quantity = bound["quantity"]
    values = bound["value"].map { [Value(column: $0, quantity: nil)] } ?? []
    uncertainty = bound["uncertainty"]
    validFraction = bound["valid_fraction"]
    flag = bound["flag"]
    instrument = bound["instrument"]
  }

  /// Reads every row of the table.
  func read(
    _ table: Table, _ options: MeasurementOptions, into builder: inout MeasurementBuilder,
    _ log: inout DiagnosticLog
  ) {
    var table = table
    switch time {
    case .periods(let columns):
      var rows = MeasurementRows(columns: self, periods: PeriodCells(columns: columns))
      while table.next(&log) { rows.read(table, into: &builder, &log) }
    case .hours(let column):
      var hours = HourlyRows(columns: self, time: column, stamp: options.hourStamp)
      while table.next(&log) { hours.read(table, builder: &builder, &log) }
      hours.finish(options.completeness, file: table.file, into: &builder, &log)
    }
    table.reportIfEmpty(&log)
  }
}

extension MeasurementColumns.Time {
  /// Every column name that tells the time.
  static let allNames = ["start", "end", "year", "month", "date", "datetime"]

  /// The names that tell the time in a header, the surest first.
  static func names(for header: [String]) -> [String] {
    if header.contains("datetime") { return ["datetime"] }
    if header.contains("start") || header.contains("end") { return ["start", "end"] }
    if header.contains("date") { return ["date"] }
    return ["year", "month"].filter(header.contains)
  }

  /// What tells the time in a header; `nil` when nothing does.
  init?(_ header: [String]) {
    let positions = header.enumerated().map { ($1, $0) }
    self.init(Dictionary(positions, uniquingKeysWith: { first, _ in first }))
  }

  fileprivate init?(_ bound: BoundColumns) {
    let found = Self.allNames.compactMap { name in bound[name].map { (name, $0) } }
    self.init(Dictionary(found, uniquingKeysWith: { first, _ in first }))
  }

  private init?(_ columns: [String: Int]) {
    if let column = columns["datetime"] {
      self = .hours(column)
    } else if let start = columns["start"], let end = columns["end"] {
      self = .periods(.days(start: start, end: end))
    } else if let column = columns["date"] {
      self = .periods(.date(column))
    } else if let year = columns["year"], let month = columns["month"] {
      self = .periods(.yearAndMonth(year: year, month: month))
    } else if let column = columns["month"] {
      self = .periods(.month(column))
    } else if let column = columns["year"] {
      self = .periods(.year(column))
    } else {
      return nil
    }
  }
}

extension Table {
  /// Reports a table that has no rows.
  func reportIfEmpty(_ log: inout DiagnosticLog) {
    guard rowCount == 0 && !isBroken else { return }
    log.error(Place(file: file, line: 1), "the table has a header and no rows; add rows")
  }
}
