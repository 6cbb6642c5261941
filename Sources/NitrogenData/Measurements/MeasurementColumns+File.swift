// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

extension MeasurementColumns {
  /// Finds the columns of a file without a data package, by the options and by customary names;
  /// `nil`, with the reason in the log, when they leave it open.
  init?(file table: Table, _ options: MeasurementOptions, log: inout DiagnosticLog) {
    let header = FileHeader(table, &log)
    guard let time = Time(header.names) else {
      log.error(
        Place(file: table.file, line: 1), "no column tells the time of a value",
        notes: [PeriodCells.choice, header.summary])
      return nil
    }
    self.init(time: time)
    station = header.find(options.stationColumn, or: ["station"], &log)
    uncertainty = header.find(options.uncertaintyColumn, or: ["uncertainty"], &log)
    censored = header.find(options.censoredColumn, or: ["censored"], &log)
    quantity = header.find(nil, or: ["quantity"], &log)
    flag = header.find(nil, or: ["flag"], &log)
    instrument = header.find(nil, or: ["instrument"], &log)
    validFraction = header.find(nil, or: ["valid_fraction", "hours_valid_fraction"], &log)
    values = Self.values(header, quantity: quantity, options, &log)
    guard !log.hasErrors, !values.isEmpty else { return nil }
    if values.count > 1, let column = uncertainty ?? censored {
      log.error(
        table.headerPlaces[column],
        "column '\(header.names[column])' goes with one column of values, and there are "
          + "\(values.map { "'\(header.names[$0.column])'" }.asList); name the one to be read")
      return nil
    }
    if station == nil {
      let code = options.station ?? StationCode(rawValue: FileSystem.stem(table.file))
      fixedStation = code
      if options.station == nil {
        log.note(
          Place(file: table.file, line: 1),
          "no column names the station; it is called '\(code)' after the file")
      }
    }
    header.noteUnused(besides: used, &log)
  }

  /// Every column that is read.
  private var used: Set<Int> {
    var used = Set(values.map(\.column))
    used.formUnion(
      [station, quantity, uncertainty, validFraction, flag, censored, instrument].compactMap { $0 })
    switch time {
    case .hours(let column), .periods(.month(let column)), .periods(.date(let column)),
      .periods(.year(let column)):
      used.insert(column)
    case .periods(.days(let first, let second)), .periods(.yearAndMonth(let first, let second)):
      used.formUnion([first, second])
    }
    return used
  }

  private static func values(
    _ header: FileHeader, quantity: Int?, _ options: MeasurementOptions, _ log: inout DiagnosticLog
  ) -> [Value] {
    var columns: [Int]
    if options.valueColumn != nil {
      columns = header.find(options.valueColumn, or: [], &log).map { [$0] } ?? []
      if columns.isEmpty { return [] }
    } else {
      columns = header.names.indices.filter { header.isCustomary($0) }
      if let quantity = options.quantity, columns.count > 1 {
        columns.removeAll { header.quantity(of: $0) != quantity }
      }
    }
    guard let first = columns.first else {
      log.error(
        Place(file: header.file, line: 1),
        "no column is known to hold the values; name it, or call it 'value' or by what it holds, "
          + "such as 'nh3_ug_m3'", notes: [header.summary])
      return []
    }
    for column in columns where header.hasOtherUnit(column) {
      log.error(
        header.places[column],
        "column '\(header.names[column])' is in another unit than \(MeasuredQuantity.unit) by its "
          + "name; convert the values")
    }
    if quantity != nil {
      guard columns.count > 1 else { return [Value(column: first, quantity: nil)] }
      log.error(
        header.places[columns[1]],
        "a second column of values beside '\(header.names[first])' and a column 'quantity'; name "
          + "the one to be read")
      return []
    }
    return columns.compactMap { column in
      if let quantity = options.quantity ?? header.quantity(of: column) {
        return Value(column: column, quantity: quantity)
      }
      if columns.count == 1 { return Value(column: column, quantity: .unnamed) }
      log.error(
        header.places[column],
        "column '\(header.names[column])' does not say what is measured; say whether it is "
          + MeasuredQuantity.named.map(\.label).asChoice)
      return nil
    }
  }
}

/// The header of a file without a data package.
private struct FileHeader {
  let file: String
  let names: [String]
  let places: [Place]

  init(_ table: Table, _ log: inout DiagnosticLog) {
    file = table.file
    names = table.header
    places = table.headerPlaces
    var first: [String: Int] = [:]
    for (column, name) in names.enumerated() where !name.isEmpty {
      if let other = first[name] {
        log.standsTwice(places[column], column: name, first: other)
      } else {
        first[name] = column
      }
    }
  }

  /// The columns of the file, for notes.
  var summary: String { "the file has the columns \(names.map { "'\($0)'" }.asList)" }

  /// The column that was asked for, or the first of the customary names; reports one that was
  /// asked for and is not there.
  func find(_ wanted: String?, or customary: [String], _ log: inout DiagnosticLog) -> Int? {
    guard let wanted else { return customary.compactMap { names.firstIndex(of: $0) }.first }
    if let column = names.firstIndex(of: wanted) { return column }
    log.error(
      Place(file: file, line: 1),
      "there is no column '\(wanted)'\(NearestName.hint(wanted, in: names))", notes: [summary])
    return nil
  }

  /// What a column holds by its name: `NH3`, `no2_ug_m3`.
  func quantity(of column: Int) -> MeasuredQuantity? { parts(of: column)?.quantity }

  /// Whether a name is one that columns of values have by custom.
  func isCustomary(_ column: Int) -> Bool {
    if names[column] == "value" { return true }
    guard let parts = parts(of: column) else { return false }
    return ["", "_ug_m3", "_ug_per_m3", "_ugm3", "_µg_m3", " (ug/m3)", " (µg/m3)", " (µg/m³)"]
      .contains(parts.rest)
  }

  /// Whether a name bears a unit that is not µg/m³.
  func hasOtherUnit(_ column: Int) -> Bool {
    let name = names[column].lowercased()
    return ["ppb", "ppm", "mg_", "mg/", "mgm", "nmol", "ng_", "ng/"].contains { name.contains($0) }
  }

  /// The quantity at the beginning of a name, as a word of its own, and the rest of the name.
  private func parts(of column: Int) -> (quantity: MeasuredQuantity, rest: String)? {
    let name = names[column].lowercased()
    let word = name.prefix { $0.isLetter || $0.isNumber }
    return MeasuredQuantity(label: word).map { ($0, String(name.dropFirst(word.count))) }
  }

  /// Says which columns are left alone.
  func noteUnused(besides used: Set<Int>, _ log: inout DiagnosticLog) {
    let unused = names.indices.filter { !used.contains($0) }.map { "'\(names[$0])'" }
    guard !unused.isEmpty else { return }
    log.note(
      Place(file: file, line: 1),
      unused.count == 1
        ? "column \(unused[0]) is not used" : "the columns \(unused.asList) are not used")
  }
}
