// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Reads the emission factors of farms, where the areas folder has them.
struct FactorReader {
  /// The folder `factors`.
  let folder: String

  private static let source = [
    "valid_from", "valid_to", "publisher", "release", "source_table", "grade",
  ]

  func read(_ files: inout [String], _ log: inout DiagnosticLog) -> EmissionFactors {
    guard FileSystem.isFolder(folder) else { return EmissionFactors() }
    return EmissionFactors(housing: housing(&files, &log), field: field(&files, &log))
  }

  private func housing(_ files: inout [String], _ log: inout DiagnosticLog) -> [HousingFactor] {
    let name = "factor_kg_nh3_per_place_yr"
    let layout = TableLayout(
      required: ["code", "code_default", "group", "category", "housing", name] + Self.source)
    var flags = CellMemo<Bool>()
    return rows(of: "housing-factors.csv", layout, &files, &log) { table, columns, log in
      let flag = table.optionalWord(
        columns["code_default"], "flag", ["yes", "no"], memo: &flags, &log
      ) { $0 == "yes" ? true : $0 == "no" ? false : nil }
      let category = table.requiredText(columns["category"], &log)
      let housing = table.requiredText(columns["housing"], &log)
      let factor = table.positiveNumber(
        columns[name], "the factor", unit: "kg/yr", &log)
      guard let source = source(table, columns, &log), let flag, let category, let housing,
        let factor
      else { return nil }
      guard let factor else {
        if let column = columns[name] { _ = table.hasValue(column, &log) }
        return nil
      }
      return HousingFactor(
        code: table.text(columns["code"]), isDefaultOfCode: flag ?? false, category: category,
        housing: housing, kilogramsPerPlace: factor, years: source.years,
        citation: source.citation)
    }
  }

  private func field(_ files: inout [String], _ log: inout DiagnosticLog) -> [FieldFactor] {
    let layout = TableLayout(
      required: ["kind", "land", "technique", "loss_percent", "of"] + Self.source)
    var bases = CellMemo<String>()
    return rows(of: "field-factors.csv", layout, &files, &log) { table, columns, log in
      let kind = table.requiredText(columns["kind"], &log)
      let land = table.requiredText(columns["land"], &log)
      let technique = table.requiredText(columns["technique"], &log)
      let loss = table.positiveNumber(columns["loss_percent"], "the loss", unit: "%", &log)
      let nitrogen = table.requiredWord(
        columns["of"], "nitrogen", ["TAN", "N"], memo: &bases, &log
      ) { ["TAN", "N"].contains($0) ? $0 : nil }
      guard let source = source(table, columns, &log), let kind, let land, let technique,
        let loss, let nitrogen
      else { return nil }
      guard let loss else {
        if let column = columns["loss_percent"] { _ = table.hasValue(column, &log) }
        return nil
      }
      return FieldFactor(
        kind: kind, land: land, technique: technique, loss: .percent(loss), nitrogen: nitrogen,
        years: source.years, citation: source.citation)
    }
  }

  private func rows<Value>(
    of name: String, _ layout: TableLayout, _ files: inout [String], _ log: inout DiagnosticLog,
    read: (Table, BoundColumns, inout DiagnosticLog) -> Value?
  ) -> [Value] {
    let file = FileSystem.join(folder, name)
    files.append(file)
    guard var table = Table(file: file, format: TableFormat(), log: &log) else { return [] }
    let columns = table.bind(layout, log: &log)
    var values: [Value] = []
    while table.next(&log) {
      if let value = read(table, columns, &log) { values.append(value) }
    }
    if table.rowCount == 0 && !table.isBroken {
      log.error(Place(file: file, line: 1), "the table has a header and no rows")
    }
    return values
  }

  /// The columns that say where a factor comes from and for which years it holds.
  private func source(
    _ table: Table, _ columns: BoundColumns, _ log: inout DiagnosticLog
  ) -> (years: YearSpan, citation: FactorCitation)? {
    var memo = CellMemo<SourceGrade>()
    let grade = table.requiredWord(
      columns["grade"], "grade", ["official", "second-hand", "made"], memo: &memo, &log,
      make: SourceGrade.init(rawValue:))
    let publisher = table.requiredText(columns["publisher"], &log)
    let release = table.requiredText(columns["release"], &log)
    let place = table.requiredText(columns["source_table"], &log)
    guard let first = year("valid_from", table, columns, &log),
      let last = year("valid_to", table, columns, &log), let grade, let publisher, let release,
      let place
    else { return nil }
    return (
      YearSpan(first: first, last: last),
      FactorCitation(
        publisher: publisher, release: release, table: place, grade: grade,
        origin: RowReference(file: table.file, line: table.line))
    )
  }

  /// The year of a cell that may be empty; the outer `nil` is a cell that holds none.
  private func year(
    _ name: String, _ table: Table, _ columns: BoundColumns, _ log: inout DiagnosticLog
  ) -> Int?? {
    guard let column = columns[name], !table.isEmpty(column) else { return .some(nil) }
    return table.requiredYear(column, &log).map { .some($0) }
  }
}
