// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of a table of correlations between areas into pairs.
struct CorrelationRows {
  static let layout = TableLayout(
    required: ["sector", "pollutant", "area", "other_area", "correlation"])

  /// The pairs so far, in file order, each once and none of an area with itself.
  private(set) var correlations: [ZoneCorrelation] = []
  private var table: Table
  private let columns: BoundColumns
  private var territories: TerritoryCells
  private var slices: SliceCells
  private var pollutants = CellMemo<Pollutant>()

  init(table: Table, reference: ReferenceData, log: inout DiagnosticLog) {
    self.table = table
    self.columns = table.bind(Self.layout, log: &log)
    self.territories = TerritoryCells(
      role: .zoneCorrelations, columns: columns, reference: reference)
    self.slices = SliceCells(columns: columns)
  }

  /// Reads every row.
  mutating func readAll(checks: inout MeasureChecks, log: inout DiagnosticLog) {
    while table.next(&log) {
      guard let pair = readRow(&log) else { continue }
      if checks.isNew(pair, at: columns["correlation"].map { table.place(of: $0) }, &log) {
        correlations.append(pair)
      }
    }
    table.expectRows(&log)
  }

  private mutating func readRow(_ log: inout DiagnosticLog) -> ZoneCorrelation? {
    let slice = slices.read(table, &log)
    let pollutant = table.pollutant(columns["pollutant"], memo: &pollutants, &log)
    let first = territories.area(table, &log)
    let second = columns["other_area"].flatMap { territories.area(table, in: $0, &log) }
    let value = value(&log)
    guard let slice, let pollutant, let first, let second, let value else { return nil }
    if first == second {
      guard value != 1, let column = columns["correlation"] else { return nil }
      table.error(
        column,
        "the correlation of area \(first) with itself is 1, found '\(table.shown(column))'; correct "
          + "an area or take the row out", &log)
      return nil
    }
    return ZoneCorrelation(
      sector: slice.sector, pollutant: pollutant, first: first, second: second, value: value,
      origin: RowReference(file: table.file, line: table.line))
  }

  private func value(_ log: inout DiagnosticLog) -> Double? {
    guard let column = columns["correlation"], table.hasValue(column, &log),
      case .some(let value?) = table.number(column, unit: "the range -1 to 1", &log)
    else { return nil }
    if (-1...1).contains(value) { return value }
    table.error(
      column, "the correlation must lie between -1 and 1, found '\(table.shown(column))'", &log)
    return nil
  }
}
