// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Turns the rows of a table of measures into measures.
struct MeasureRows {
  static let layout = TableLayout(
    required: ["measure", "scope", "sector", "pollutant", "from", "effect", "evidence"],
    optional: [
      "title", "code", "area", "ring", "part", "to", "spread", "cost_eur", "overlap_group",
      "technique",
    ])

  /// The measures so far, in file order.
  private(set) var measures: [Measure] = []
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
      guard let measure = readRow(&log) else { continue }
      if checks.isNew(measure, at: columns["measure"].map { table.place(of: $0) }, &log) {
        measures.append(measure)
      }
    }
    table.expectRows(&log)
  }

  private mutating func readRow(_ log: inout DiagnosticLog) -> Measure? {
    let id = table.requiredText(columns["measure"], &log)
    let scope = scopes.read(table, &log)
    let slice = slices.read(table, &log)
    let pollutant = table.pollutant(columns["pollutant"], memo: &pollutants, &log)
    let from = table.requiredDay(columns["from"], ofYear: (1, 1), &log)
    let to = table.day(columns["to"], ofYear: (12, 31), &log)
    let effect = table.requiredShare(
      columns["effect"], "effect",
      ifEmpty:
        "write it as a fraction, such as 0.15 for 15 %, or take the row out until it is known",
      &log)
    let spread = spread(of: effect, &log)
    let cost = table.positiveNumber(columns["cost_eur"], "cost", unit: "EUR", &log)
    let evidence = table.evidence(columns["evidence"], memo: &grades, &log)
    if let from, case .some(let end?) = to, let column = columns["to"], end < from {
      table.error(
        column,
        "'\(table.shown(column))' lies before the first day \(from); correct 'from' or 'to'",
        &log)
      return nil
    }
    guard let id, let scope, let slice, let pollutant, let from, let to, let effect, let spread,
      let evidence, columns["cost_eur"] == nil || cost != nil
    else { return nil }
    return Measure(
      id: id, title: table.text(columns["title"]) ?? "", scope: scope, slice: slice,
      pollutant: pollutant, from: from, to: to, effect: Fraction(effect),
      spread: spread.map { Fraction($0) }, evidence: evidence,
      overlapGroup: table.text(columns["overlap_group"]),
      technique: table.text(columns["technique"]), cost: cost ?? nil,
      origin: RowReference(file: table.file, line: table.line))
  }

  /// No quantity between 0 and 1 with mean m strays from it by more than √(m (1 - m)).
  private func spread(of effect: Double?, _ log: inout DiagnosticLog) -> Double?? {
    guard let effect else { return table.share(columns["spread"], "spread", &log) }
    return table.spread(
      columns["spread"], atMost: (effect * (1 - effect)).squareRoot(),
      because: "the most that an effect of \(table.written(effect)) between 0 and 1 can have", &log)
  }
}

extension Table {
  /// The compound of a cell that must not be empty.
  func pollutant(
    _ column: Int?, memo: inout CellMemo<Pollutant>, _ log: inout DiagnosticLog
  ) -> Pollutant? {
    requiredWord(
      column, "pollutant", Pollutant.allCases.map(\.label), memo: &memo, &log,
      make: Pollutant.init(rawValue:))
  }

  /// The grade of evidence of a cell that must not be empty.
  func evidence(
    _ column: Int?, memo: inout CellMemo<EvidenceGrade>, _ log: inout DiagnosticLog
  ) -> EvidenceGrade? {
    requiredWord(
      column, "grade of evidence", EvidenceGrade.allCases.map(\.rawValue), memo: &memo, &log,
      make: EvidenceGrade.init(rawValue:))
  }

  /// Reports a table that has a header only.
  func expectRows(_ log: inout DiagnosticLog) {
    guard rowCount == 0 && !isBroken else { return }
    log.error(
      Place(file: file, line: 1),
      "the table has a header and no rows; add rows, or take the resource out of the data package")
  }
}
