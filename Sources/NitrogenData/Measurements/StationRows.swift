// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads a table of stations.
struct StationRows {
  private var table: Table
  private let columns: BoundColumns
  private let catalogue: AreaCatalogue?

  /// Where coordinates may lie, RD New in m: the country with the North Sea.
  private static let eastings = -100_000.0...400_000.0
  private static let northings = 200_000.0...950_000.0

  init(table: Table, catalogue: AreaCatalogue?, log: inout DiagnosticLog) {
    self.table = table
    self.catalogue = catalogue
    self.columns = table.bind(
      TableLayout(
        required: ["station"],
        optional: ["name", "rd_x_m", "rd_y_m", "areas", "distances_m", "note"]), log: &log)
  }

  /// Reads every row.
  func readAll(_ builder: inout MeasurementBuilder, _ log: inout DiagnosticLog) {
    var table = table
    builder.listsStations = true
    while table.next(&log) {
      let point = point(table, &log)
      let areas = areas(table, &log)
      // A station with something wrong in its row is known all the same, so that its values are
      // not reported as those of a stranger.
      guard let code = table.requiredText(columns["station"], &log) else { continue }
      builder.add(
        Station(
          code: StationCode(rawValue: code), name: table.text(columns["name"]), point: point ?? nil,
          areas: areas ?? []),
        at: Place(file: table.file, line: table.line),
        origin: RowReference(file: table.file, line: table.line), &log)
    }
    table.reportIfEmpty(&log)
  }

  /// The coordinates; the outer `nil` is a row with something wrong with them.
  private func point(_ table: Table, _ log: inout DiagnosticLog) -> RDPoint?? {
    let x = coordinate("rd_x_m", Self.eastings, table, &log)
    let y = coordinate("rd_y_m", Self.northings, table, &log)
    guard let x, let y else { return nil }
    if let x, let y { return .some(RDPoint(x: x, y: y)) }
    if x == nil && y == nil { return .some(nil) }
    log.error(
      Place(file: table.file, line: table.line),
      "one coordinate is given and the other is not; give both or neither")
    return nil
  }

  private func coordinate(
    _ name: String, _ range: ClosedRange<Double>, _ table: Table, _ log: inout DiagnosticLog
  ) -> Double?? {
    guard let column = columns[name] else { return .some(nil) }
    guard let number = table.number(column, unit: "m", &log) else { return nil }
    guard let number, !range.contains(number) else { return .some(number) }
    table.error(
      column,
      "\(name) '\(table.shown(column))' lies outside \(Int(range.lowerBound)) to "
        + "\(Int(range.upperBound)) m; expected RD New (EPSG:28992) in metres", &log)
    return nil
  }

  private func areas(_ table: Table, _ log: inout DiagnosticLog) -> [AreaCode]? {
    guard let column = columns["areas"], let text = table.text(column) else { return [] }
    var areas: [AreaCode] = []
    for piece in text.split(whereSeparator: { $0 == ";" || $0 == " " }) {
      guard let number = Int(piece), String(number) == piece else {
        table.error(
          column,
          "'\(piece)' is not an area; expected national numbers separated by '; ', such as 57; 38",
          &log)
        return nil
      }
      let code = AreaCode(rawValue: number)
      if let catalogue, catalogue[code] == nil {
        table.error(
          column,
          "unknown area \(number); expected the national numbers of Natura 2000 areas", &log)
        return nil
      }
      if areas.contains(code) {
        table.error(column, "area \(number) stands twice; take one out", &log)
        return nil
      }
      areas.append(code)
    }
    return areas
  }
}

/// Reads a table of changes of instruments.
struct InstrumentChangeRows {
  private var table: Table
  private let columns: BoundColumns

  init(table: Table, log: inout DiagnosticLog) {
    self.table = table
    self.columns = table.bind(
      TableLayout(required: ["station", "quantity", "date", "change"], optional: ["note"]),
      log: &log)
  }

  /// Reads every row.
  func readAll(_ builder: inout MeasurementBuilder, _ log: inout DiagnosticLog) {
    var table = table
    var quantities = CellMemo<MeasuredQuantity>()
    while table.next(&log) {
      let station = table.requiredText(columns["station"], &log)
      let quantity = table.requiredWord(
        columns["quantity"], "quantity", MeasuredQuantity.named.map(\.label),
        memo: &quantities, &log, make: MeasuredQuantity.init(rawValue:))
      let date = date(table, &log)
      guard let what = table.requiredText(columns["change"], &log), let station, let quantity,
        let date
      else { continue }
      builder.add(
        InstrumentChange(
          station: StationCode(rawValue: station), quantity: quantity, date: date, what: what),
        at: Place(file: table.file, line: table.line), &log)
    }
    table.reportIfEmpty(&log)
  }

  private func date(_ table: Table, _ log: inout DiagnosticLog) -> CalendarDay? {
    guard let column = columns["date"], table.hasValue(column, &log) else { return nil }
    if let day = CalendarDay(text: table.rawText(column)) { return day }
    table.error(
      column, "'\(table.shown(column))' is not a day; expected yyyy-mm-dd, such as 2019-03-01", &log
    )
    return nil
  }
}
