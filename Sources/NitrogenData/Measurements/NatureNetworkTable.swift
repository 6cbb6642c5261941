// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads a file of the RIVM network in nature areas (*Meetnet Ammoniak in Natuurgebieden*, MAN) as
/// its site hands it out: a row for each location, a column for each year or quarter.
///
///     Gebied;Locatienummer;Locatienaam;2024;2025;
///     Veluwe Algemeen;5;Grote Ark;3,2;3,7;
///
/// An empty cell is no measurement. The numbers of locations count within an area, so that a file
/// of several areas may not use one twice.
struct NatureNetworkTable {
  private struct Location: Hashable {
    let area: String
    let name: String
  }

  private var table: Table
  private let area: Int
  private let number: Int
  private let name: Int
  private var periods: [(column: Int, period: MeasurementPeriod)] = []

  private static let names = ["Gebied", "Locatienummer", "Locatienaam"]

  /// Whether a table is one of these by its header.
  static func isOne(_ table: Table) -> Bool { table.header.contains("Locatienummer") }

  /// Reads the header; `nil`, with the reason in the log, when it is another one.
  init?(table: Table, log: inout DiagnosticLog) {
    self.table = table
    let positions = Self.names.compactMap { table.header.firstIndex(of: $0) }
    guard positions.count == Self.names.count else {
      let missing = Self.names.filter { !table.header.contains($0) }.map { "'\($0)'" }
      log.error(
        Place(file: table.file, line: 1),
        "a file of the network in nature areas begins with \(Self.names.asList); missing: "
          + missing.asList)
      return nil
    }
    (area, number, name) = (positions[0], positions[1], positions[2])
    var first: [MeasurementPeriod: Int] = [:]
    for (column, text) in table.header.enumerated() where !Self.names.contains(text) {
      guard let period = Self.period(text) else {
        log.error(
          table.headerPlaces[column],
          "column '\(text.prefix(60))' is neither a year, such as 2025, nor a quarter, such as "
            + "2025-3")
        continue
      }
      if let other = first.updateValue(column, forKey: period) {
        log.standsTwice(table.headerPlaces[column], column: text, first: other)
        continue
      }
      periods.append((column, period))
    }
    if first.isEmpty && !log.hasErrors {
      log.error(
        Place(file: table.file, line: 1), "the table has no column of a year or a quarter")
    }
  }

  /// `2025` or `2025-3`.
  private static func period(_ text: String) -> MeasurementPeriod? {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces[0].utf8.count == 4, let year = Int(pieces[0]), PeriodCells.years.contains(year)
    else { return nil }
    switch pieces.count {
    case 1: return .year(year)
    case 2:
      guard pieces[1].utf8.count == 1, let quarter = Int(pieces[1]), (1...4).contains(quarter)
      else { return nil }
      return .quarter(year: year, quarter: quarter)
    default: return nil
    }
  }

  /// Reads every row.
  func readAll(_ builder: inout MeasurementBuilder, _ log: inout DiagnosticLog) {
    var table = table
    var locations: [StationCode: (location: Location, line: Int)] = [:]
    while table.next(&log) {
      let location = location(table, &log)
      let values = periods.map { column, period in
        (column, period, table.number(column, unit: MeasuredQuantity.unit, &log))
      }
      guard let text = table.requiredText(number, &log), let location else { continue }
      let code = StationCode(rawValue: text)
      if let first = locations[code] {
        report(code, location, first, table, &log)
        continue
      }
      locations[code] = (location, table.line)
      let origin = RowReference(file: table.file, line: table.line)
      builder.name(code, location.name, origin: origin)
      for case (let column, let period, .some(.some(let value))) in values {
        builder.add(
          MeasuredValue(period: period, value: value, origin: origin), station: code,
          quantity: .nh3, at: table.place(of: column), &log)
      }
    }
    table.reportIfEmpty(&log)
  }

  private func location(_ table: Table, _ log: inout DiagnosticLog) -> Location? {
    let area = table.requiredText(area, &log)
    guard let name = table.requiredText(name, &log), let area else { return nil }
    return Location(area: area, name: name)
  }

  private func report(
    _ code: StationCode, _ location: Location, _ first: (location: Location, line: Int),
    _ table: Table, _ log: inout DiagnosticLog
  ) {
    let notes = ["the first is on line \(first.line)"]
    if first.location == location {
      table.error(
        number, "location \(code), '\(location.name)', stands twice; take one out", notes: notes,
        &log)
    } else {
      table.error(
        number,
        "location \(code) is '\(location.name)' of '\(location.area)' here and "
          + "'\(first.location.name)' of '\(first.location.area)' before; numbers count within an "
          + "area: give one file an area", notes: notes, &log)
    }
  }
}
