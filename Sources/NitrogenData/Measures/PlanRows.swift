// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of a table of plans into points.
struct PlanRows {
  static let layout = TableLayout(
    required: ["scope", "sector", "pollutant", "year", "rate", "evidence"],
    optional: ["code", "area", "ring", "part", "spread", "width_m"])

  /// The most that the standard deviation of a rate may be: beyond it the rate says nothing.
  private static let largestSpread = 0.5

  /// The points so far, in file order.
  private(set) var points: [PlanPoint] = []
  private var table: Table
  private let columns: BoundColumns
  private var scopes: ScopeCells
  private var slices: SliceCells
  private var pollutants = CellMemo<Pollutant>()
  private var grades = CellMemo<EvidenceGrade>()

  init(table: Table, reference: ReferenceData, log: inout DiagnosticLog) {
    self.table = table
    self.columns = table.bind(Self.layout, log: &log)
    self.scopes = ScopeCells(columns: columns, reference: reference)
    self.slices = SliceCells(columns: columns)
  }

  /// Reads every row.
  mutating func readAll(checks: inout MeasureChecks, log: inout DiagnosticLog) {
    while table.next(&log) {
      guard let point = readRow(&log) else { continue }
      if checks.isNew(point, at: columns["rate"].map { table.place(of: $0) }, &log) {
        points.append(point)
      }
    }
    table.expectRows(&log)
  }

  private mutating func readRow(_ log: inout DiagnosticLog) -> PlanPoint? {
    let territory = scopes.read(table, &log)
    let slice = slices.read(table, &log)
    let pollutant = table.pollutant(columns["pollutant"], memo: &pollutants, &log)
    let year = table.requiredYear(columns["year"], &log)
    let rate = table.requiredShare(
      columns["rate"], "rate",
      ifEmpty: "write the reduction as a fraction, such as 0.15 for 15 %, or take the row out", &log
    )
    let spread = table.spread(
      columns["spread"], atMost: Self.largestSpread, because: "beyond which a rate says nothing",
      &log)
    let width = table.positiveNumber(columns["width_m"], "width", unit: "m", &log)
    let evidence = table.evidence(columns["evidence"], memo: &grades, &log)
    guard let territory, let slice, let pollutant, let year, let rate, let spread, let evidence,
      columns["width_m"] == nil || width != nil
    else { return nil }
    return PlanPoint(
      territory: territory, slice: slice, pollutant: pollutant, year: year, rate: Fraction(rate),
      spread: spread.map { Fraction($0) }, width: width ?? nil, evidence: evidence,
      origin: RowReference(file: table.file, line: table.line))
  }
}
