// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads published deposition and critical loads, where the areas folder has them.
struct ContextReader {
  /// The folder `context`.
  let folder: String
  let areas: Set<AreaCode>

  private static let rate = "deposition_mol_n_per_ha_per_yr"
  private static let unit = "mol N/ha/yr"

  func read(_ files: inout [String], _ log: inout DiagnosticLog) -> AreaContext {
    guard FileSystem.isFolder(folder) else { return AreaContext() }
    return AreaContext(
      deposition: deposition(&files, &log), criticalLoads: criticalLoads(&files, &log),
      national: national(&files, &log))
  }

  private func deposition(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [AreaContext.Deposition] {
    let layout = TableLayout(required: ["area", "year", Self.rate, "kind", "edition", "grade"])
    return rows(of: "deposition-areas.csv", layout, &files, &log) { table, cells, log in
      let area = area(table, cells, &log)
      let year = table.requiredYear(cells.columns["year"], &log)
      let rate = rate(Self.rate, "deposition", table, cells, &log)
      let isForecast = cells.isForecast(table, &log)
      let source = cells.source(table, &log)
      guard let area, let year, let rate, let isForecast, let source else { return nil }
      cells.checkOnce("area \(area) in \(year) of '\(source.edition)'", table, &log)
      return AreaContext.Deposition(
        area: area, year: year, rate: rate, isForecast: isForecast, edition: source.edition,
        grade: source.grade, origin: source.origin)
    }
  }

  private func criticalLoads(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [AreaContext.CriticalLoad] {
    let load = "critical_load_mol_n_per_ha_per_yr"
    let layout = TableLayout(required: ["area", load, "surface_ha", "edition", "grade"])
    return rows(of: "critical-loads.csv", layout, &files, &log) { table, cells, log in
      let area = area(table, cells, &log)
      let rate = rate(load, "critical load", table, cells, &log)
      let surface = number("surface_ha", "surface", unit: "ha", table, cells, &log)
      let source = cells.source(table, &log)
      guard let area, let rate, let surface, let source else { return nil }
      cells.checkOnce(
        "area \(area) with \(table.text(cells.columns[load]) ?? "") \(Self.unit)", table, &log)
      return AreaContext.CriticalLoad(
        area: area, load: rate, surface: surface, edition: source.edition, grade: source.grade,
        origin: source.origin)
    }
  }

  private func national(
    _ files: inout [String], _ log: inout DiagnosticLog
  ) -> [NationalDeposition] {
    let edges = ["low_68", "high_68", "low_95", "high_95"]
    let layout = TableLayout(
      required: ["year", "weather", Self.rate] + edges + ["kind", "edition", "grade"])
    return rows(of: "deposition-nation.csv", layout, &files, &log) { table, cells, log in
      let year = table.requiredYear(cells.columns["year"], &log)
      let isOwn = cells.isOwnWeather(table, &log)
      let rate = rate(Self.rate, "deposition", table, cells, &log)
      let narrow = band(edges[0], edges[1], table, cells, &log)
      let wide = band(edges[2], edges[3], table, cells, &log)
      let isForecast = cells.isForecast(table, &log)
      let source = cells.source(table, &log)
      guard let year, let isOwn, let rate, let narrow, let wide, let isForecast, let source
      else { return nil }
      let weather = isOwn ? "own-year" : "average"
      cells.checkOnce("\(year) with weather '\(weather)' of '\(source.edition)'", table, &log)
      return NationalDeposition(
        year: year, rate: rate, band68: narrow, band95: wide, isOwnWeather: isOwn,
        isForecast: isForecast, edition: source.edition, grade: source.grade,
        origin: source.origin)
    }
  }
}

// MARK: - Cells

extension ContextReader {
  private func rows<Value>(
    of name: String, _ layout: TableLayout, _ files: inout [String], _ log: inout DiagnosticLog,
    read: (Table, inout ContextCells, inout DiagnosticLog) -> Value?
  ) -> [Value] {
    let file = FileSystem.join(folder, name)
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    var cells = ContextCells(columns: table.bind(layout, log: &log))
    var values: [Value] = []
    while table.next(&log) {
      if let value = read(table, &cells, &log) { values.append(value) }
    }
    if table.rowCount == 0 && !table.isBroken {
      log.error(Place(file: file, line: 1), "the table has a header and no rows")
    }
    return values
  }

  private func area(
    _ table: Table, _ cells: ContextCells, _ log: inout DiagnosticLog
  ) -> AreaCode? {
    guard let column = cells.columns["area"], let number = table.requiredInteger(column, &log)
    else { return nil }
    let code = AreaCode(rawValue: number)
    if areas.isEmpty || areas.contains(code) { return code }
    table.error(
      column, "unknown area \(number); the catalogue has none of that number", &log)
    return nil
  }

  private func number(
    _ name: String, _ what: String, unit: String, _ table: Table, _ cells: ContextCells,
    _ log: inout DiagnosticLog
  ) -> Double? {
    guard let column = cells.columns[name], table.hasValue(column, &log),
      let value = table.positiveNumber(column, what, unit: unit, &log)
    else { return nil }
    return value
  }

  private func rate(
    _ name: String, _ what: String, _ table: Table, _ cells: ContextCells,
    _ log: inout DiagnosticLog
  ) -> DepositionRate? {
    number(name, what, unit: Self.unit, table, cells, &log)
      .map(DepositionRate.init(molesPerHectare:))
  }

  /// A band whose cells may be empty together; the outer `nil` is one that is none.
  private func band(
    _ low: String, _ high: String, _ table: Table, _ cells: ContextCells,
    _ log: inout DiagnosticLog
  ) -> ClosedRange<DepositionRate>?? {
    guard let lowColumn = cells.columns[low], let highColumn = cells.columns[high] else {
      return nil
    }
    if table.isEmpty(lowColumn), table.isEmpty(highColumn) { return .some(nil) }
    guard let low = rate(low, "the lower edge", table, cells, &log),
      let high = rate(high, "the upper edge", table, cells, &log)
    else { return nil }
    guard low <= high else {
      table.error(
        lowColumn,
        "the lower edge '\(table.rawText(lowColumn))' lies above the upper edge "
          + "'\(table.rawText(highColumn))'; expected the lower first", &log)
      return nil
    }
    return low...high
  }
}

/// The cells that the tables of context have in common.
private struct ContextCells {
  let columns: BoundColumns
  private var kinds = CellMemo<Bool>()
  private var weathers = CellMemo<Bool>()
  private var grades = CellMemo<SourceGrade>()
  private var lines: [String: Int] = [:]

  init(columns: BoundColumns) { self.columns = columns }

  mutating func isForecast(_ table: Table, _ log: inout DiagnosticLog) -> Bool? {
    table.requiredWord(
      columns["kind"], "kind", ["computed", "forecast"], memo: &kinds, &log
    ) { $0 == "forecast" ? true : $0 == "computed" ? false : nil }
  }

  mutating func isOwnWeather(_ table: Table, _ log: inout DiagnosticLog) -> Bool? {
    table.requiredWord(
      columns["weather"], "weather", ["own-year", "average"], memo: &weathers, &log
    ) { $0 == "own-year" ? true : $0 == "average" ? false : nil }
  }

  mutating func source(
    _ table: Table, _ log: inout DiagnosticLog
  ) -> (edition: String, grade: SourceGrade, origin: RowReference)? {
    let edition = table.requiredText(columns["edition"], &log)
    let grade = table.requiredWord(
      columns["grade"], "grade", ["official", "second-hand", "made"], memo: &grades, &log,
      make: SourceGrade.init(rawValue:))
    guard let edition, let grade else { return nil }
    return (edition, grade, RowReference(file: table.file, line: table.line))
  }

  mutating func checkOnce(_ what: String, _ table: Table, _ log: inout DiagnosticLog) {
    guard let first = lines.updateValue(table.line, forKey: what) else { return }
    log.standsTwice(Place(file: table.file, line: table.line), what, firstLine: first)
  }
}
