// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Gathers hourly values and turns them into means of months.
struct HourlyRows {
  private struct Key: Hashable {
    let station: StationCode
    let quantity: MeasuredQuantity
  }

  private struct Hour {
    let value: Double?
    let month: MeasurementPeriod
    let line: Int
  }

  private let time: Int
  private let stamp: MeasurementOptions.HourStamp
  private var cells: MeasurementCells
  private var hours: [Key: [Int: Hour]] = [:]
  private var zone: (text: String, line: Int)?

  init(columns: MeasurementColumns, time: Int, stamp: MeasurementOptions.HourStamp) {
    self.cells = MeasurementCells(columns: columns)
    self.time = time
    self.stamp = stamp
  }

  /// Reads the row at hand.
  mutating func read(
    _ table: Table, builder: inout MeasurementBuilder, _ log: inout DiagnosticLog
  ) {
    let station = cells.station(table, &builder, &log)
    let hour = hourStamp(table, &log)
    let flag = cells.flag(table, &log)
    var isReported = false
    for column in cells.columns.values {
      let quantity = cells.quantity(of: column, table, &log)
      guard let value = cells.value(column.column, table, &log), let flag, let station, let hour,
        let quantity
      else { continue }
      if flag == .censored {
        if !isReported {
          table.error(
            cells.columns.flag ?? cells.columns.censored ?? time,
            "an hour cannot be a bound from above; hours are averaged to months: mark it invalid, "
              + "or give the month", &log)
        }
        isReported = true
        continue
      }
      let key = Key(station: station, quantity: quantity)
      if let first = hours[key]?[hour.number] {
        if !isReported { reportTwice(station, first.line, hour, table, &log) }
        isReported = true
        continue
      }
      hours[key, default: [:]][hour.number] = Hour(
        value: flag == .invalid ? nil : value, month: hour.month(stamp), line: table.line)
    }
  }

  private func reportTwice(
    _ station: StationCode, _ line: Int, _ hour: HourStampText, _ table: Table,
    _ log: inout DiagnosticLog
  ) {
    var notes = ["the first is on line \(line)"]
    if [3, 10].contains(hour.day.month), (1...3).contains(hour.hour) {
      notes.append("a clock with summer time repeats an hour in October; write UTC or UTC+1")
    }
    table.error(
      time, "the hour '\(table.shown(time))' of station '\(station)' stands twice; take one out",
      notes: notes, &log)
  }

  private mutating func hourStamp(
    _ table: Table, _ log: inout DiagnosticLog
  ) -> HourStampText? {
    guard table.hasValue(time, &log) else { return nil }
    let text = table.rawText(time)
    guard let hour = HourStampText(text) else {
      table.error(
        time,
        "'\(table.shown(time))' is not an hour; expected a date and a full hour, such as "
          + "2020-02-03T01:00:00", &log)
      return nil
    }
    guard PeriodCells.years.contains(hour.day.year) else {
      table.error(
        time,
        "year \(hour.day.year) lies outside \(PeriodCells.years.lowerBound) to "
          + "\(PeriodCells.years.upperBound)", &log)
      return nil
    }
    if let zone, zone.text != hour.zone {
      table.error(
        time,
        "the clock of '\(table.shown(time))' is another one than on line \(zone.line); write all "
          + "hours by one clock", &log)
      return nil
    }
    if zone == nil { zone = (hour.zone, table.line) }
    return hour
  }

  /// Hands on the means of the months.
  func finish(
    _ completeness: DataCompleteness, file: String, into builder: inout MeasurementBuilder,
    _ log: inout DiagnosticLog
  ) {
    let ordered = hours.sorted {
      ($0.key.station, $0.key.quantity) < ($1.key.station, $1.key.quantity)
    }
    for (key, hours) in ordered {
      // By time, so that the sum does not depend on the order of the rows.
      let months = Dictionary(
        grouping: hours.sorted { $0.key < $1.key }.map(\.value), by: \.month)
      for (month, hours) in months.sorted(by: { $0.key < $1.key }) {
        let values = hours.compactMap(\.value)
        let fraction = Double(values.count) / Double(month.hours)
        let isComplete = !values.isEmpty && fraction >= completeness.ofMonth
        let line = hours.map(\.line).min() ?? 1
        builder.add(
          MeasuredValue(
            period: month,
            value: isComplete ? values.reduce(0, +) / Double(values.count) : nil,
            validFraction: fraction, origin: RowReference(file: file, line: line)),
          station: key.station, quantity: key.quantity, at: Place(file: file, line: line), &log)
      }
    }
  }
}

/// The date and time of an hour as it is written: `2020-02-03T01:00:00`, also with a blank for the
/// `T`, without seconds, and with `Z` or an offset such as `+01:00`.
struct HourStampText {
  let day: CalendarDay
  let hour: Int
  /// What is written of the clock; empty when nothing is.
  let zone: String

  /// Reads a text; `nil` when it is no full hour.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[14] == UInt8(ascii: "0"),
      bytes[15] == UInt8(ascii: "0"),
      let day = CalendarDay(text: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Self.digits(bytes[11..<13]), hour < 24
    else { return nil }
    var rest = bytes[16...]
    let seconds = Array(":00".utf8)
    if rest.starts(with: seconds) {
      rest = rest.dropFirst(3)
      if rest.first == UInt8(ascii: ".") {
        let zeros = rest.dropFirst().prefix { $0 == UInt8(ascii: "0") }
        guard !zeros.isEmpty else { return nil }
        rest = rest.dropFirst(1 + zeros.count)
      }
    }
    guard Self.isZone(rest) else { return nil }
    self.day = day
    self.hour = hour
    self.zone = String(decoding: rest, as: UTF8.self)
  }

  /// Hours since 1 January 1970 by the clock of the text.
  var number: Int { day.dayNumber * 24 + hour }

  /// The month in which the hour lies.
  func month(_ stamp: MeasurementOptions.HourStamp) -> MeasurementPeriod {
    guard stamp == .end, day.day == 1, hour == 0 else {
      return .month(year: day.year, month: day.month)
    }
    let before = CalendarDay(firstOfMonth: day.month - 1, of: day.year)
    return .month(year: before.year, month: before.month)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let sign = bytes.first else { return true }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return (digits.count == 2 || digits.count == 4) && Self.digits(digits[...]) != nil
  }
}
