// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What a flag says of a value.
enum MeasurementFlag: String, CaseIterable {
  /// The value counts.
  case valid
  /// The value is a bound from above.
  case censored
  /// The value does not count.
  case invalid
}

/// Reads what the cells of a row of measurements have in common, whatever tells their time.
struct MeasurementCells {
  let columns: MeasurementColumns
  private var stations = CellMemo<StationCode>()
  private var quantities = CellMemo<MeasuredQuantity>()
  private var flags = CellMemo<MeasurementFlag>()
  private var answers = CellMemo<Bool>()

  init(columns: MeasurementColumns) { self.columns = columns }

  private static let answers = [
    "yes": true, "no": false, "true": true, "false": false, "1": true, "0": false, "ja": true,
    "nee": false,
  ]

  /// The station of the row; `nil`, with the reason in the log, when it names none.
  mutating func station(
    _ table: Table, _ builder: inout MeasurementBuilder, _ log: inout DiagnosticLog
  ) -> StationCode? {
    if let fixed = columns.fixedStation { return fixed }
    guard let column = columns.station, table.hasValue(column, &log),
      let code = stations.value(of: column, in: table, make: StationCode.init(rawValue:))
    else { return nil }
    return builder.knows(code, at: table.place(of: column), &log) ? code : nil
  }

  /// What a column of values holds in this row.
  mutating func quantity(
    of value: MeasurementColumns.Value, _ table: Table, _ log: inout DiagnosticLog
  ) -> MeasuredQuantity? {
    if let quantity = value.quantity { return quantity }
    return table.requiredWord(
      columns.quantity, "quantity", MeasuredQuantity.named.map(\.label), memo: &quantities,
      &log, make: MeasuredQuantity.init(rawValue:))
  }

  /// The flag of the row, valid where there is none.
  mutating func flag(_ table: Table, _ log: inout DiagnosticLog) -> MeasurementFlag? {
    let flag = table.optionalWord(
      columns.flag, "flag", MeasurementFlag.allCases.map(\.rawValue), memo: &flags, &log,
      make: MeasurementFlag.init(rawValue:))
    let isCensored = table.optionalWord(
      columns.censored, "answer", ["yes", "no"], memo: &answers, &log
    ) { Self.answers[$0.lowercased()] }
    guard let flag, let isCensored else { return nil }
    return isCensored == true && flag != .invalid ? .censored : flag ?? .valid
  }

  /// The value of a column; the outer `nil` is a cell that holds no number.
  func value(_ column: Int, _ table: Table, _ log: inout DiagnosticLog) -> Double?? {
    if !table.isEmpty(column), table.bytes(column).first == UInt8(ascii: "<") {
      table.error(
        column,
        "'\(table.shown(column))' is a bound from above; write the number alone and mark the row as "
          + "censored", &log)
      return nil
    }
    return table.number(column, unit: MeasuredQuantity.unit, &log)
  }
}

/// Reads the rows of a table of months, quarters or years.
struct MeasurementRows {
  private var cells: MeasurementCells
  private var periods: PeriodCells
  private var instruments = CellMemo<String>()

  init(columns: MeasurementColumns, periods: PeriodCells) {
    self.cells = MeasurementCells(columns: columns)
    self.periods = periods
  }

  /// Reads the row at hand.
  mutating func read(
    _ table: Table, into builder: inout MeasurementBuilder, _ log: inout DiagnosticLog
  ) {
    let columns = cells.columns
    let station = cells.station(table, &builder, &log)
    let period = periods.read(table, &log)
    let uncertainty =
      columns.uncertainty.map {
        table.positiveNumber($0, "uncertainty", unit: MeasuredQuantity.unit, &log)
      } ?? .some(nil)
    let fraction = fraction(table, &log)
    let flag = cells.flag(table, &log)
    let instrument = columns.instrument.flatMap { column in
      table.isEmpty(column) ? nil : instruments.value(of: column, in: table) { $0 }
    }
    for column in columns.values {
      let quantity = cells.quantity(of: column, table, &log)
      guard let value = cells.value(column.column, table, &log), let flag else { continue }
      if flag == .censored && value == nil {
        table.error(
          column.column,
          "the cell is empty, but the row is marked as a bound from above; write "
            + "the bound, or take the mark out", &log)
        continue
      }
      guard let station, let period, let quantity, let uncertainty, let fraction else { continue }
      builder.add(
        MeasuredValue(
          period: period, value: flag == .invalid ? nil : value, uncertainty: uncertainty,
          isCensored: flag == .censored, validFraction: fraction,
          origin: RowReference(file: table.file, line: table.line)),
        station: station, quantity: quantity, instrument: instrument, notes: periods.notes,
        at: table.place(of: column.column), &log)
    }
  }

  private func fraction(_ table: Table, _ log: inout DiagnosticLog) -> Double?? {
    guard let column = cells.columns.validFraction else { return .some(nil) }
    guard let number = table.number(column, unit: "fractions of 1", &log) else { return nil }
    guard let number, !(0...1).contains(number) else { return .some(number) }
    table.error(
      column, "the valid fraction must be 0 to 1, found '\(table.rawText(column))'",
      notes: (1...100).contains(number) ? ["a percentage is to be divided by 100"] : [], &log)
    return nil
  }
}
